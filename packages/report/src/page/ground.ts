import type { Instance, Lock, Text } from "@lungang/core";
import type { Names, Plan } from "@lungang/core/plan";
import { amountText, listedSchools, namesOf } from "@lungang/core/plan";
import type { Policy } from "@lungang/core/policy";
import type { Comparison, Highest, Overview, WhyPerson, WhySchool, Wording } from "@lungang/explain";
import type { Edition } from "./page.ts";

/**
 * What a page is made from: a plan, and what was found about it. Nothing of it is found again.
 *
 * @public
 */
export interface PageRequest {
  readonly instance: Instance;
  readonly policy: Policy;
  readonly plan: Plan;
  readonly locks?: readonly Lock[];
  readonly edition: Edition;
  /** Whose page it is, in the person's own edition. */
  readonly person?: string | undefined;
  readonly overview: Overview;
  /** Why everybody in scope goes or stays; with alternatives for those about whom they were solved. */
  readonly people: readonly WhyPerson[];
  /** Whom every school in scope gains and loses, and what it lacks. */
  readonly gains: readonly WhySchool[];
  readonly wording: Wording;
  /** Digest of the plan, which every file made from it carries. */
  readonly digest: string;
  readonly comparison?: Comparison | undefined;
  readonly sweep?: readonly SweepResult[] | undefined;
  /** How far quotas and shares can be raised under this policy. */
  readonly highest?: readonly Highest[] | undefined;
  /** What blocks a stricter policy, in sentences. */
  readonly conflict?: readonly Text[] | undefined;
}

/**
 * A plan under other settings, in words and numbers.
 *
 * @public
 */
export interface SweepResult {
  readonly title: Text;
  readonly sentences: readonly Text[];
  readonly status: string;
  readonly moves: number | null;
  readonly distanceMetres: number | null;
  readonly missing: number | null;
}

/** A request with what all parts of the page look up. */
export interface Ground extends PageRequest {
  readonly isPublic: boolean;
  readonly names: Names;
  /** Names as they are published. */
  readonly masked: Names;
  /** Positions of the schools as the page lists them. */
  readonly schoolAt: ReadonlyMap<string, number>;
}

export function groundOf(request: PageRequest): Ground {
  const { instance, policy, edition } = request;
  const isPublic = edition !== "internal";
  const masked = namesOf(instance, { public: true, policy });
  return {
    ...request,
    isPublic,
    masked,
    names: isPublic ? masked : namesOf(instance, { policy }),
    schoolAt: new Map(listedSchools(instance.schools).map(({ id }, at) => [id, at])),
  };
}

/** Numbers for readers: people whole, lengths in kilometres with one place, coefficients with two. */
export function shownNumber(value: number, unit = ""): string {
  if (Number.isInteger(value) || unit === "m" || unit === "metres")
    return amountText(value, unit).zh.split(" ")[0] ?? "";
  return value.toFixed(2);
}

export function same(value: string): Text {
  return { zh: value, en: value };
}

export function joined(texts: readonly Text[], zh = "、", en = ", "): Text {
  return { zh: texts.map((text) => text.zh).join(zh), en: texts.map((text) => text.en).join(en) };
}
