import type { Instance, Person, Plan } from "@lungang/core";

/** What the sheets of a plan are made from. */
export interface PlanContext {
  readonly plan: Plan;
  readonly instance: Instance;
  readonly public: boolean;
  readonly reasons: ReadonlyMap<string, string>;
  readonly personById: ReadonlyMap<string, Person>;
  readonly schoolName: (id: string | null) => string;
  /** Returns the name, or in the internal version the id where several schools share the name: a roster is read back. */
  readonly schoolReference: (id: string | null) => string;
}
