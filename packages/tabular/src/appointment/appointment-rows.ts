import type { FactValue } from "../values/fact.ts";
import type { TieKey } from "./tie-keys.ts";

/** A post of the workbook: its heads, and what of the empty ones is not given out. */
export interface PostRow {
  readonly id: string;
  readonly school: string;
  readonly township?: string;
  /** Kinds of school in the words of the workbook. */
  readonly schoolTypes?: readonly string[];
  readonly office?: string;
  readonly kind?: string;
  readonly stage?: string;
  readonly subject?: string;
  readonly capacity?: number;
  /** Weekly periods of the post, and of one full load, where the heads follow from them. */
  readonly periods?: number;
  readonly fullLoad?: number;
  readonly reserved?: number;
  readonly blocked?: number;
  readonly blockedBecause?: string;
  readonly declared?: number;
  readonly offered?: boolean;
  readonly notOfferedBecause?: string;
}

/** A person of the workbook with the free columns that points are counted from. */
export interface PersonRow {
  readonly id: string;
  readonly name?: string;
  readonly ownPost?: string;
  readonly ownPostIs?: "keeps" | "contested" | "leaves";
  readonly points?: string;
  readonly priorityClass?: string;
  /** Professional title in the words of the workbook. */
  readonly title?: string;
  /** Last day of the contract for the own post, and what then follows. */
  readonly contractEnd?: string;
  readonly atEnd?: "renew" | "move";
  readonly volunteers?: boolean;
  readonly isProtected?: boolean;
  readonly facts?: Readonly<Record<string, FactValue>>;
}

/** Somebody who has a post before anybody competes. */
export interface PlacedRow {
  readonly person: string;
  readonly name?: string;
  readonly post: string;
  readonly because: string;
  readonly occupies?: boolean;
  /** Professional title in the words of the workbook. */
  readonly title?: string;
}

/** Posts of a level of titles; without a school for every one that has no row of its own. */
export interface TitlePostRow {
  readonly school?: string;
  readonly level: "chief" | "deputy" | "senior" | "middle" | "junior";
  readonly share?: string;
  readonly posts?: number;
  readonly taken?: number;
}

/** What the establishment of a school follows from. */
export interface SchoolSizeRow {
  readonly school: string;
  /** By code of the stage. */
  readonly pupils: Readonly<Record<string, number>>;
  readonly classes?: number;
  readonly least?: number;
}

/** What stands in the sheet of settings. */
export interface SettingsRow {
  readonly title?: string;
  /** Who signs and seals. */
  readonly authority?: string;
  /** Policy that says what is left out here: the name of one that ships, or a file. */
  readonly policy?: string;
  readonly rule?: string;
  readonly ownPost?: "keeps" | "contested";
  readonly rankedBy?: "points" | "draw";
  readonly ties?: readonly TieKey[];
  readonly seed?: string;
  readonly cap?: string;
  readonly offerShare?: string;
  readonly offerRound?: "up" | "down";
  readonly offerBy?: "school" | "township" | "together";
  readonly holdBack?: string;
  readonly schoolDecidesUpTo?: number;
  readonly surplus?: "lowestPoints" | "highestPoints";
  readonly volunteerOrder?: "lowestPoints" | "highestPoints";
  /** First day of the appointments. */
  readonly contractStart?: string;
  /** Pupils for one member of staff, as exact decimals. */
  readonly ratioPrimary?: string;
  readonly ratioJunior?: string;
  readonly ratioSenior?: string;
  readonly smallBelow?: number;
  readonly smallPerClass?: string;
  readonly smallMethod?: "mean" | "larger";
  readonly countyTotal?: number;
  readonly countyReserve?: number;
  readonly longest?: number;
  readonly chains?: boolean;
}

/** A round of the workbook; what it does not say is as the settings say. */
export interface RoundRow {
  readonly id: string;
  readonly order: number;
  readonly reach: string;
  readonly stages?: readonly string[];
  readonly kinds?: readonly string[];
  readonly subjects?: readonly string[];
  readonly posts?: readonly string[];
  readonly who?: string;
  readonly classes?: readonly string[];
  readonly people?: readonly string[];
  readonly wishes?: string;
  readonly fixes?: string;
  readonly rule?: string;
  readonly offerShare?: string;
  readonly offerRound?: string;
  readonly offerMost?: number;
  readonly schoolTypes?: readonly string[];
  readonly source?: string;
}

/** What was recorded of a step that a policy prescribes. */
export interface ProcedureRow {
  readonly step: string;
  readonly person?: string;
  readonly on?: string;
  readonly result: "passed" | "failed";
}

/** A class and who leads it. */
export interface ClassTeacherRow {
  readonly id: string;
  readonly school: string;
  readonly teacher?: string;
}

/** An item by which points are counted, in the shape of a scheme of points. */
export interface ItemRow {
  readonly id: string;
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** A record of the sheet of evidence. */
export interface EvidenceRow {
  readonly person: string;
  readonly type: string;
  readonly date?: string;
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * Rows of a workbook of applications for posts, as plain data. What they mean together is for whoever decides; an issue
 * about one of them has the name of the list, the number of the row and the field as its path.
 *
 * @public
 */
export interface AppointmentRows {
  readonly settings: SettingsRow;
  readonly posts: readonly PostRow[];
  readonly people: readonly PersonRow[];
  readonly applications: readonly { readonly person: string; readonly wishes: readonly string[] }[];
  readonly rankings: readonly { readonly post: string; readonly people: readonly (readonly string[])[] }[];
  readonly priorityClasses: readonly { readonly id: string; readonly before: readonly string[] }[];
  readonly placed: readonly PlacedRow[];
  readonly floors: readonly { readonly id: string; readonly posts: readonly string[]; readonly heads: number }[];
  /** Who names whom to change posts with. */
  readonly swaps: readonly { readonly person: string; readonly partner: string; readonly schoolAgrees: boolean }[];
  /** In the order of the sheet; `order` says which comes first. */
  readonly rounds: readonly RoundRow[];
  readonly distances: readonly { readonly from: string; readonly to: string; readonly km: number }[];
  readonly withdrawn: readonly { readonly round: string; readonly person: string; readonly because?: string }[];
  readonly procedure: readonly ProcedureRow[];
  readonly classTeachers: readonly ClassTeacherRow[];
  readonly items: readonly ItemRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly couples: readonly {
    readonly id: string;
    readonly people: readonly [string, string];
    readonly mode: string;
    readonly near: string;
    readonly source?: string;
  }[];
  readonly limits: readonly {
    readonly id: string;
    readonly posts: readonly string[];
    readonly atLeast?: number;
    readonly atMost?: number;
    readonly source?: string;
  }[];
  readonly titlePosts: readonly TitlePostRow[];
  readonly schoolSizes: readonly SchoolSizeRow[];
}
