import type { FormCode, PostKind, SCOPES } from "../instance/codes.ts";
import { FORMS } from "../instance/codes.ts";
import type { Text } from "../instance/issue.ts";
import { words } from "../instance/vocabulary.ts";
import type { Comparison, Predicate } from "./predicate.ts";
import type { Share } from "./share.ts";

/** Who leads the management of an exchanged person: the home school (BQ-13) or the host (BN-15, SC-08, HL-23). */
export const MANAGERS = ["home", "host"] as const;

/** How people come to take part (GP-01): backbone teachers are sent, volunteers apply, vacancies are open, pairs help. */
export const FORM_CATEGORIES = ["backbone", "voluntary", "market", "counterpart"] as const;

/**
 * What a form is unless a policy says otherwise, as the source of each entry describes it.
 *
 * @public
 */
export interface FormTemplate {
  readonly code: FormCode;
  readonly source: string;
  readonly text: Text;
  readonly scope: (typeof SCOPES)[number];
  readonly kinds?: readonly PostKind[];
  readonly where?: Predicate;
  readonly who?: Predicate;
  readonly relationMoves: boolean;
  readonly termMonths: { readonly min: number; readonly max: number };
  readonly countsInQuota?: boolean;
  readonly countsAsLong?: boolean;
  readonly equalSwap?: boolean;
  /** Share of a full-time post that the form takes. */
  readonly fullTimeShare?: string;
  readonly keepsHomePost?: boolean;
  readonly management?: (typeof MANAGERS)[number];
  readonly category?: (typeof FORM_CATEGORIES)[number];
  readonly crossSubject?: boolean;
  readonly crossStage?: boolean;
}

const is = (attr: string, ...value: string[]): Comparison => ({ attr, op: "in", value, ifMissing: false });
const holds = (attr: string): Comparison => ({ attr, op: "eq", value: true, ifMissing: false });

const FROM_TOWN = is("from.area", "urban", "town");
const TO_VILLAGE = is("to.area", "rural", "remote");
const FROM_VILLAGE = is("from.area", "rural", "remote");
const TO_TOWN = is("to.area", "urban", "town");
const LEADERS = is("person.personType", "principal", "vicePrincipal");
const CADRES = is("person.personType", "principal", "vicePrincipal", "midLevel", "reserveCadre");
const YEAR = { min: 12, max: 12 };
const FREE_TERM = { min: 1, max: 36 };

type Entry = Omit<FormTemplate, "code" | "text">;

const LIGHT = { relationMoves: false, countsInQuota: false, management: "home" } as const;
const FULL = { relationMoves: false, management: "host" } as const;

const ENTRIES: Readonly<Partial<Record<FormCode, Entry>>> = {
  support: {
    ...FULL,
    source: "BN-05",
    scope: "county",
    where: { all: [FROM_TOWN, TO_VILLAGE] },
    termMonths: { min: 12, max: 36 },
  },
  mutual: { ...FULL, source: "ZW-02", scope: "pair", termMonths: YEAR, equalSwap: true },
  postFill: {
    ...FULL,
    source: "BN-05a",
    scope: "county",
    where: { all: [holds("from.overEstablishment"), holds("to.underEstablishment")] },
    termMonths: { min: 12, max: 24 },
  },
  groupInternal: { ...FULL, source: "BN-05", scope: "schoolGroup", termMonths: { min: 12, max: 36 } },
  zoneRotation: {
    ...FULL,
    source: "BN-05b",
    scope: "zone",
    where: { all: [holds("person.inSurplusPost"), holds("post.vacant")] },
    termMonths: { min: 12, max: 36 },
  },
  alliance: { ...FULL, source: "YL-14a", scope: "alliance", termMonths: { min: 36, max: 72 } },
  walk: {
    ...LIGHT,
    source: "YL-14d",
    scope: "township",
    where: is("to.level", "village", "teachingPoint"),
    termMonths: YEAR,
    fullTimeShare: "1/2",
  },
  partTime: { ...LIGHT, source: "BQ-04", scope: "zone", termMonths: YEAR, fullTimeShare: "1/5" },
  shadow: { ...LIGHT, source: "BQ-04", scope: "zone", termMonths: YEAR, fullTimeShare: "0" },
  attach: {
    ...FULL,
    source: "BN-03",
    scope: "county",
    who: CADRES,
    kinds: ["management"],
    termMonths: { min: 6, max: 12 },
  },
  up: {
    ...FULL,
    source: "HL-18",
    scope: "county",
    where: { all: [FROM_VILLAGE, TO_TOWN] },
    termMonths: { min: 12, max: 24 },
  },
  down: {
    ...FULL,
    source: "HL-12",
    scope: "county",
    where: { all: [FROM_TOWN, TO_VILLAGE] },
    termMonths: { min: 12, max: 24 },
  },
  counterpart: {
    ...FULL,
    source: "YL-14c",
    scope: "pair",
    termMonths: { min: 12, max: 36 },
    category: "counterpart",
  },
  competition: {
    source: "YL-14b",
    scope: "county",
    relationMoves: true,
    kinds: ["teaching", "management"],
    where: holds("post.vacant"),
    termMonths: { min: 36, max: 72 },
    keepsHomePost: false,
    management: "host",
    category: "market",
  },
  lastPlace: { ...FULL, source: "XR-14", scope: "township", termMonths: { min: 12, max: 36 } },
  replacement: {
    ...FULL,
    source: "XR-16",
    scope: "county",
    where: holds("post.vacant"),
    termMonths: { min: 3, max: 12 },
    countsInQuota: false,
    countsAsLong: false,
  },
  collaborate: { ...LIGHT, source: "BQ-04", scope: "zone", termMonths: YEAR, fullTimeShare: "0" },
  teamResearch: { ...LIGHT, source: "BQ-04", scope: "zone", termMonths: FREE_TERM, fullTimeShare: "0" },
  masterLead: { ...LIGHT, source: "BQ-04", scope: "zone", termMonths: FREE_TERM, fullTimeShare: "0" },
  network: { ...LIGHT, source: "BQ-04", scope: "county", termMonths: FREE_TERM, fullTimeShare: "0" },
  flexible: { ...LIGHT, source: "GL-03", scope: "county", termMonths: FREE_TERM, fullTimeShare: "0" },
  transfer: {
    source: "XC-12",
    scope: "county",
    relationMoves: true,
    termMonths: { min: 12, max: 120 },
    keepsHomePost: false,
    management: "host",
  },
  rotation: { ...FULL, source: "YL-16", scope: "county", termMonths: { min: 36, max: 72 } },
  leaderRotation: {
    source: "YL-15",
    scope: "county",
    who: LEADERS,
    kinds: ["management"],
    relationMoves: true,
    termMonths: { min: 48, max: 96 },
    keepsHomePost: false,
    management: "host",
  },
  recruit: {
    source: "YL-26",
    scope: "county",
    relationMoves: true,
    termMonths: { min: 24, max: 72 },
    countsInQuota: false,
    keepsHomePost: false,
    management: "host",
  },
  internal: {
    source: "XC-07",
    scope: "school",
    relationMoves: false,
    termMonths: { min: 12, max: 36 },
    countsInQuota: false,
    keepsHomePost: false,
    management: "home",
  },
};

/**
 * The catalogue of forms: a policy form with `base` starts from the entry of that code and overrides what it states.
 *
 * `return` and `settle` are no forms of a policy: they end an exchange.
 *
 * @public
 */
export const FORM_CATALOGUE: Readonly<Partial<Record<FormCode, FormTemplate>>> = Object.fromEntries(
  Object.entries(ENTRIES).map(([code, entry]) => [
    code,
    { code: code as FormCode, text: words.form[code as FormCode], ...entry },
  ]),
);

/**
 * Returns a form as a policy writes it with what the catalogue says about its base filled in.
 *
 * A base that is no code is told once: what it would have brought along is then that of any entry, and not missing.
 */
export function withCatalogue(written: unknown): unknown {
  if (typeof written !== "object" || written === null || !("base" in written)) return written;
  const isCode = (FORMS as readonly unknown[]).includes(written.base);
  return { ...FORM_CATALOGUE[isCode ? (written.base as FormCode) : "rotation"], ...written };
}

/** Returns whether a form takes a person's whole post: only such forms are moves. */
export function isFullTime({ fullTimeShare }: { readonly fullTimeShare: Share }): boolean {
  return fullTimeShare.numerator === fullTimeShare.denominator;
}

/** Returns whether a form takes part of a post at the own school: other posts are taught beside the own one there (SC-04). */
export function staysAtSchool(form: {
  readonly fullTimeShare: Share;
  readonly scope: (typeof SCOPES)[number];
}): boolean {
  return form.scope === "school" && !isFullTime(form);
}

const LONG_MONTHS = 12;

/** Returns whether the shortest term counts as a long exchange of a year or more (BQ-06b), unless the form states it. */
export function isLong(form: {
  readonly countsAsLong?: boolean | undefined;
  readonly termMonths: { readonly min: number };
}): boolean {
  return form.countsAsLong ?? form.termMonths.min >= LONG_MONTHS;
}

/** Returns whether an exchange that runs keeps the post at home (YL-16, GL-05): as the policy says of its form, else as usual. */
export function keepsHomePost(
  forms: readonly { readonly code: FormCode; readonly keepsHomePost: boolean }[],
  code: FormCode | undefined,
): boolean {
  if (code === undefined) return true;
  return forms.find((form) => form.code === code)?.keepsHomePost ?? FORM_CATALOGUE[code]?.keepsHomePost ?? true;
}
