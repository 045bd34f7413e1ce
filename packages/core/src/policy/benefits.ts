import { z } from "zod";
import { TITLES, formCodeSchema } from "../instance/codes.ts";
import type { Issue } from "../instance/issue.ts";
import { isoDateSchema } from "../instance/scalars.ts";
import { textSchema } from "./parameters.ts";
import { EVERYTHING, moveCondition } from "./predicate.ts";
import { parseShare } from "./share.ts";

/** What an entry of the section `benefits` means; an entry without a kind is named by its id, else a condition. */
export const BENEFIT_KINDS = [
  /** Something opens to a person only after years, schools or exchanges. */
  "condition",
  /** An exchange from town to country raises the professional post. */
  "higherPost",
  /** Long service in remote schools lets a person use a post before it is vacant. */
  "earlyPost",
  /** Money by the month or once. */
  "allowance",
  /** Order in which rooms are given. */
  "housing",
  /** Which school's pay holds during an exchange. */
  "pay",
  /** Preferred in awards and promotion; a flag. */
  "preference",
  /** Rural people pass reviews of titles at least as often as those of towns. */
  "passRate",
  /** What follows a refusal, a task that was not done or a failed assessment. */
  "penalty",
] as const;

/**
 * Kind of a benefit.
 *
 * @public
 */
export type BenefitKind = (typeof BENEFIT_KINDS)[number];

/**
 * What calls for a penalty.
 *
 * @public
 */
export const PENALTY_TRIGGERS = [
  "tasksNotDone",
  "assessmentFailed",
  "refused",
  /** Refuses the post and takes the training (XC-21). */
  "refusedTrains",
  /** Refuses the post and the training (XC-22). */
  "refusedBoth",
] as const;

/**
 * What brings a penalty about.
 *
 * @public
 */
export type PenaltyTrigger = (typeof PENALTY_TRIGGERS)[number];

/** What a penalty does. */
export const PENALTY_FLAGS = [
  "noTitle",
  "noAwards",
  "assessmentFailed",
  "noSalaryStep",
  "wageMoves",
  "losesTownshipAllowance",
  "losesRuralSubsidy",
  "losesRewardPay",
  "monthlyTest",
  "attendanceRules",
  "exchangeVoid",
] as const;

/**
 * What a penalty does.
 *
 * @public
 */
export type PenaltyFlag = (typeof PENALTY_FLAGS)[number];

const years = z.int().min(0).optional();

const shareText = z
  .union([z.string(), z.number()])
  .refine((value) => parseShare(String(value)) !== undefined, "must be a share such as 8%, 0.08 or 1/12");

/** Minimum that a condition asks for; one of them is enough unless `require` says `all`. */
const thresholds = {
  /** Schools worked at. */
  schools: years,
  ruralYears: years,
  weakYears: years,
  /** Years at schools that are rural, weak or both; a year at a school that is both counts once. */
  ruralOrWeakYears: years,
  remoteYears: years,
  /** Full months of exchange in all. */
  exchangeMonths: years,
  /** Exchanges that were not failed. */
  exchanges: years,
} as const;

/**
 * Names of all numbers that a condition of a benefit may be held against.
 *
 * @public
 */
export const THRESHOLDS = Object.keys(thresholds) as readonly (keyof typeof thresholds)[];

/**
 * Name of a number that a condition of a benefit is held against.
 *
 * @public
 */
export type Threshold = keyof typeof thresholds;

/** One consequence of exchanging or not. A masked value is asked for by reports alone. */
export const benefitSchema = z.looseObject({
  id: z.string().min(1),
  kind: z.enum(BENEFIT_KINDS).optional(),
  source: z.string().min(1),
  text: textSchema,
  /** Whom it concerns; `from.` is the home school, `to.` the school worked at under the plan. */
  who: moveCondition.default(EVERYTHING),
  /** Only people of the backbone set. */
  backbone: z.boolean().default(false),
  /** Of money and preference: only people who move with the plan. */
  movers: z.boolean().default(true),
  /** Of preference: instead, only people whose exchange runs or has just ended, in one of the forms where some are named. */
  served: z.boolean().default(false),
  ...thresholds,
  require: z.enum(["any", "all"]).default("any"),
  /**
   * Of conditions: only for those whose next title is one of these; where nobody says which is wanted, the one after the
   * present. Of pass rates: the titles whose reviews are compared.
   */
  titles: z.array(z.enum(TITLES)).optional(),
  /** Grades of professional posts that the condition guards. */
  postGrades: z.array(z.int().min(1).max(13)).optional(),
  /** Only exchanges that ended within so many years before the cut-off count. */
  withinYears: years,
  /** Only service since the present title was obtained counts (HL-22). */
  inTitleTerm: z.boolean().default(false),
  /** Only exchanges that began on this day or later count. */
  since: isoDateSchema.optional(),
  /** Forms of exchange that count; all by default. */
  forms: z.array(formCodeSchema).optional(),
  /** Meeting the condition is no precondition, only a preference. */
  preferred: z.boolean().default(false),
  /** Grades by which the professional post rises. */
  grades: z.int().min(1).max(12).optional(),
  level2Years: years,
  level1Years: years,
  /** Times the ordinary rate. */
  factor: z.number().min(0).optional(),
  monthlyYuan: z.number().min(0).optional(),
  onceYuan: z.number().min(0).optional(),
  /** Points that reviews of titles add. */
  points: z.number().min(0).optional(),
  /** Rural years from which a person counts as long-serving. */
  longServiceYears: years,
  payRule: z.enum(["host", "home", "post"]).optional(),
  on: z.array(z.enum(PENALTY_TRIGGERS)).optional(),
  flags: z.array(z.enum(PENALTY_FLAGS)).optional(),
  /** Years for which a penalty lasts. */
  years,
  /** Share of basic performance pay that is deducted. */
  deductShare: shareText.optional(),
  /** Largest share of the next year's basic performance pay. */
  capShare: shareText.optional(),
});

export const benefitsSchema = z.array(benefitSchema);

/**
 * What a policy gives or takes for service in rotation: an entry of its section `benefits`.
 *
 * @public
 */
export type BenefitEntry = z.infer<typeof benefitSchema>;

/**
 * Returns the kind of an entry: as written, else its id where that is a kind, else a condition.
 *
 * @public
 */
export function benefitKind({ kind, id }: Pick<BenefitEntry, "kind" | "id">): BenefitKind {
  return kind ?? BENEFIT_KINDS.find((name) => name === id) ?? "condition";
}

const KNOWN = new Set(Object.keys(benefitSchema.shape));

/** Returns warnings about values that no kind reads, and errors about entries that lack what their kind needs. */
export function benefitIssues(entries: readonly BenefitEntry[]): readonly Issue[] {
  return entries.flatMap((entry, index): Issue[] => [
    ...Object.keys(entry)
      .filter((key) => !KNOWN.has(key))
      .map((key) => unknownKey(entry, index, key)),
    ...missingValue(entry, index),
  ]);
}

function unknownKey({ id, source }: BenefitEntry, index: number, key: string): Issue {
  return {
    code: "unknown-key",
    severity: "warning",
    path: ["benefits", index, key],
    source,
    message: {
      zh: `待遇条目“${id}”的“${key}”没有用处`,
      en: `Nothing reads "${key}" of benefit "${id}"`,
    },
  };
}

const NEEDS: Readonly<Partial<Record<BenefitKind, readonly (keyof BenefitEntry)[]>>> = {
  condition: THRESHOLDS,
  higherPost: ["grades"],
  earlyPost: ["level2Years", "level1Years"],
  allowance: ["factor", "monthlyYuan", "onceYuan"],
  pay: ["payRule"],
  passRate: ["titles"],
  penalty: ["on"],
};

function missingValue(entry: BenefitEntry, index: number): readonly Issue[] {
  const needed = NEEDS[benefitKind(entry)];
  if (needed === undefined || needed.some((key) => entry[key] !== undefined)) return [];
  const expected = needed.join(", ");
  return [
    {
      code: "invalid-policy",
      severity: "error",
      path: ["benefits", index],
      source: entry.source,
      expected,
      message: {
        zh: `待遇条目“${entry.id}”缺少必要的数值`,
        en: `Benefit "${entry.id}" needs at least one of: ${expected}`,
      },
    },
  ];
}
