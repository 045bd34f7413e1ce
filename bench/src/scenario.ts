import type { InstanceInput } from "@lungang/core";
import type { Settings } from "@lungang/core/policy";

/** What a scenario plans. */
export interface Task {
  readonly input: InstanceInput;
  /** A policy document. */
  readonly policy: unknown;
  readonly settings: Settings;
  /** The right answer is that no plan exists, and that one unit of one rule is what is missing. */
  readonly isInfeasibleByOne?: boolean;
}

/** A kind of county under a policy, named by what it stresses. */
export interface Scenario {
  readonly name: string;
  /** One line for readers. */
  readonly stresses: string;
  /** Numbers of schools; absent where the schools are a real list of one size. */
  readonly sizes?: readonly number[];
  readonly build: (choice: { readonly schools: number; readonly seed: string }) => Task | Promise<Task>;
}
