/** The parts of a policy document and of a file of locks that the second reading reads, as they are written. */

/** A condition as a policy writes it. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly set: string }
  | {
      readonly attr: string;
      readonly op: string;
      readonly value?: unknown;
      readonly of?: string | undefined;
      readonly ifMissing?: boolean | undefined;
    };

/** A lock as its file writes it. */
export interface WrittenLock {
  readonly person: string;
  readonly post?: string;
  readonly school?: string;
  readonly stay?: true;
  readonly forbid?: string;
}

export interface WrittenRule {
  readonly id: string;
  readonly rule: string;
  readonly strength?: "hard" | "override" | "soft";
  readonly price?: number;
  readonly override?: string;
  readonly enabled?: boolean;
  readonly params?: Readonly<Record<string, unknown>>;
}

export interface WrittenDue {
  readonly who: Condition;
  readonly age?: { readonly male: number; readonly female: number; readonly inclusive?: boolean };
  readonly years?: {
    readonly measure: "school" | "office" | "leadership";
    readonly office?: string;
    readonly min: number;
  };
}

export interface WrittenExemption {
  readonly when: Condition;
  readonly inPrinciple?: boolean;
  readonly occupiesHeadcount?: boolean;
}

/** The parts of a policy document that are read here. */
export interface WrittenPolicy {
  readonly calendar: { readonly cutoff: string; readonly start: string };
  readonly sets?: Readonly<Record<string, Condition>>;
  readonly scope: { readonly schools: Condition };
  readonly eligibility: {
    readonly exchangeBreaksTenure?: boolean;
    readonly due: readonly WrittenDue[];
    readonly exemptions?: readonly WrittenExemption[];
    readonly forced?: readonly { readonly when: Condition; readonly withinTerm?: boolean }[];
    readonly volunteers?: {
      readonly who?: Condition;
      readonly needsHomeConsent?: boolean;
      readonly needsVacancy?: boolean;
      readonly onlyWishes?: boolean;
    };
    readonly returns?: {
      readonly stayAllowed?: boolean;
      readonly extendIfGoalMissed?: boolean;
      readonly extensionMonths?: number;
    };
  };
  readonly rules: readonly WrittenRule[];
}
