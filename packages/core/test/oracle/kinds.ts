import type { Person, Post, School } from "../../src/index.ts";

/** Posts of one school, kind, stage and subject or office are one place. */
export interface Place {
  readonly key: string;
  /** The id that plans call it by: its first post, or its key where no post is listed. */
  readonly name: string;
  readonly school: string;
  readonly kind: Post["kind"];
  readonly stage?: string | undefined;
  readonly subject?: string | undefined;
  readonly office?: string | undefined;
  readonly posts: readonly Post[];
  /** Heads that it needs; of a place that is joined with others those with whole loads. */
  need: number;
  /** Places that one person may join, and the heads that they need together beyond whole loads. */
  joined?: { readonly places: readonly Place[]; readonly beyond: number };
}

const LEADERS = new Set(["principal", "vicePrincipal"]);

const STAGES_OF: Readonly<Record<string, readonly string[]>> = {
  kindergarten: ["kindergarten"],
  primary: ["primary"],
  junior: ["junior"],
  nineYear: ["primary", "junior"],
  senior: ["senior"],
  completeMiddle: ["junior", "senior"],
  vocational: ["vocational"],
  special: ["special"],
};

export const stagesOf = (school: School): readonly string[] => STAGES_OF[school.type] ?? [];

export const isLeader = ({ personType }: Person): boolean => LEADERS.has(personType);

export const inTeam = (person: Person): boolean => person.leadershipTeam ?? isLeader(person);

export function isClosedSchool({ status, students, classes }: School): boolean {
  if (status === "closed") return true;
  return (students !== undefined || classes !== undefined) && (students ?? 0) === 0 && (classes ?? 0) === 0;
}
