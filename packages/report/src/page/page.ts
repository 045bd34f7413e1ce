import type { Text } from "@lungang/core";

/**
 * For whom a page is: the bureau, one person of the plan, or everybody.
 *
 * @public
 */
export type Edition = "internal" | "own" | "public";

/** A number of the first screen. */
export interface Figure {
  readonly label: Text;
  /** The value before, where two are compared. */
  readonly before?: string;
  readonly value: string;
  readonly unit: Text;
  readonly note: Text;
  readonly isWorse: boolean;
}

/** What a rule asks for and what the plan reaches. */
export interface RuleLine {
  readonly title: Text;
  readonly source: string;
  /** What the number is about, where that is not the whole county. */
  readonly about: Text | null;
  readonly met: boolean;
  /** It asks for a share of people: one person less can miss it. */
  readonly isShare: boolean;
  /** The rule must hold; it is wanted only where it is soft. */
  readonly hard: boolean;
  readonly value: number;
  readonly target: number;
  readonly shown: Text;
  /** The base term by term, and how the target follows from it. */
  readonly base: Text | null;
  readonly slack: Text | null;
  /** How far it can be raised while the other rules hold; for the bureau alone, where it was computed. */
  readonly highest: { readonly value: number; readonly text: Text } | null;
}

/** A number before and after. */
export interface ChangeLine {
  /** Drawn with its kind on one axis; absent for what is told on the first screen alone. */
  readonly axis: "heads" | "coefficient" | null;
  readonly title: Text;
  readonly before: number;
  readonly after: number;
  readonly shown: Text;
  readonly change: "worse" | "same" | "better";
}

export interface Decision {
  readonly title: Text;
  readonly text: Text;
}

export type AreaShape = "urban" | "town" | "rural" | "remote";

export interface SchoolMark {
  readonly name: string;
  readonly township: Text;
  readonly area: AreaShape | null;
  readonly isWeak: boolean;
  readonly students: number | null;
  readonly establishment: number | null;
  /** Longitude and latitude; absent where nobody gave them. */
  readonly place: readonly [number, number] | null;
  readonly workingBefore: number;
  readonly workingAfter: number;
  readonly missingBefore: number;
  readonly missingAfter: number;
  /** Gains and losses post by post, and what it lacks; for the bureau alone. */
  readonly posts: readonly Text[];
}

export type RouteKind = "exchange" | "leader" | "recruit" | "return";

/** People of one kind from one school to another; schools by position. */
export interface Route {
  readonly kind: RouteKind;
  /** Absent for recruits. */
  readonly from: number | null;
  readonly to: number;
  readonly people: number;
}

/** People between townships, with totals. */
export interface Matrix {
  readonly columns: readonly Text[];
  readonly rows: readonly { readonly title: Text; readonly cells: readonly number[]; readonly total: number }[];
  readonly totals: readonly number[];
  readonly net: readonly string[];
  readonly total: number;
}

/** A post that lacks heads before or after the plan. */
export interface PostLine {
  readonly school: number;
  readonly post: Text;
  readonly demand: number;
  readonly before: number;
  readonly after: number;
  readonly missingBefore: number;
  readonly missingAfter: number;
}

/** Why the plan does with a person what it does: positions of texts. */
export interface Why {
  readonly figures: readonly number[];
  readonly reasons: readonly number[];
  readonly posts: readonly number[];
  readonly alternative: readonly number[];
  /** The same as it may be handed to the person: others as they are published. */
  readonly ownAlternative?: readonly number[];
}

export type Group =
  "moves" | "exchange" | "recruit" | "return" | "waiting" | "volunteer" | "backbone" | "exempt" | "all";

/** A person; schools and texts by position. */
export interface PersonRow {
  readonly name: string;
  readonly from: number | null;
  /** Absent for who stays. */
  readonly to: number | null;
  readonly post: number;
  readonly form: number;
  readonly subject: number;
  readonly standing: number;
  readonly term: number;
  /** Kilometres from home, where known and shown. */
  readonly km: string;
  /** In a few words. */
  readonly because: number;
  readonly groups: readonly Group[];
  readonly why?: Why;
}

export interface People {
  readonly texts: readonly Text[];
  readonly rows: readonly PersonRow[];
  readonly groups: readonly { readonly group: Group; readonly label: Text; readonly people: number }[];
}

export interface SwapStepLine {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly post: Text;
  readonly kind: RouteKind;
}

export interface SwapLine {
  readonly kind: "pair" | "cycle" | "chain";
  readonly steps: readonly SwapStepLine[];
  /** The post of the first person is taken by nobody. */
  readonly leavesOpen: boolean;
  readonly text: Text;
}

export interface LevelLine {
  readonly title: Text;
  readonly value: Text;
  readonly bound: Text;
  readonly gap: Text;
  readonly proven: boolean;
}

/** How the plan was made, what is proven, and how anybody can verify it. */
export interface Proof {
  readonly verdict: Text;
  readonly over: Text;
  readonly levels: readonly LevelLine[];
  readonly facts: readonly { readonly label: Text; readonly value: Text }[];
  readonly verify: readonly Text[];
}

export interface ComparisonLine {
  readonly title: Text;
  readonly one: string;
  readonly other: string;
  readonly difference: string;
  readonly change: "worse" | "same" | "better";
}

export interface ComparisonPart {
  readonly lines: readonly ComparisonLine[];
  readonly people: readonly Text[];
}

export interface SweepPoint {
  readonly title: Text;
  readonly result: Text;
  readonly planned: boolean;
  readonly values: readonly (number | null)[];
  readonly shown: readonly string[];
}

export interface SweepPart {
  readonly axes: readonly { readonly title: Text; readonly unit: Text }[];
  readonly points: readonly SweepPoint[];
}

/**
 * Everything that a page of a plan shows, in both languages and as the edition may show it. The page computes nothing
 * of it but places on the screen.
 *
 * @public
 */
export interface Page {
  readonly edition: Edition;
  readonly title: Text;
  readonly label: Text;
  readonly basis: Text;
  readonly facts: readonly Text[];
  readonly good: Text;
  readonly bad: Text | null;
  readonly figures: readonly Figure[];
  readonly rules: readonly RuleLine[];
  readonly changes: readonly ChangeLine[];
  readonly decisions: readonly Decision[];
  readonly schools: readonly SchoolMark[];
  readonly routes: readonly Route[];
  readonly matrix: Matrix;
  readonly posts: readonly PostLine[];
  readonly people: People;
  readonly swaps: readonly SwapLine[];
  readonly comparison: ComparisonPart | null;
  readonly sweep: SweepPart | null;
  readonly conflict: readonly Text[] | null;
  readonly proof: Proof;
  /** What a statement for one person says beside the person. */
  readonly statement: { readonly lead: Text; readonly objection: Text; readonly other: Text; readonly sign: Text };
  /** The person for whom the page is. */
  readonly own: PersonRow | null;
}
