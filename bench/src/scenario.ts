import type { InstanceInput, Settings } from "@lungang/core";

/** What a scenario plans. */
export interface Task {
  readonly input: InstanceInput;
  /** A policy document. */
  readonly policy: unknown;
  readonly settings: Settings;
}

/** A kind of county under a policy, named by what it stresses. */
export interface Scenario {
  readonly name: string;
  /** One line for readers. */
  readonly stresses: string;
  /** Numbers of schools; absent where the schools are a real list of one size. */
  readonly sizes?: readonly number[];
  readonly build: (choice: { readonly schools: number; readonly seed: string }) => Task;
}
