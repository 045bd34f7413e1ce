import type { Checked, Issue } from "@lungang/core";
import { checked, compareText, hasError } from "@lungang/core";
import { z } from "zod";
import { errorIssue, repeatedIds, text } from "../market/issues.ts";
import { shapeIssues } from "@lungang/core";
import { UNITS_PER_POINT, parsePoints } from "@lungang/core/policy";
import { divideHeads } from "./divide.ts";
import type { Fraction } from "./fraction.ts";
import { ZERO, ceilOf, compareFractions, fraction, plus, times } from "./fraction.ts";

const id = z.string().trim().min(1);
const count = z.int().min(0);
const ratio = z
  .union([z.string(), z.number()])
  .refine((value) => (parsePoints(value) ?? 0) > 0)
  .transform((value) => parsePoints(value) as number);

/** Pupils and classes of the schools or zones of a county, and the standard; the format `lungang-establishment-1`. */
export const establishmentSchema = z.strictObject({
  format: z.literal("lungang-establishment-1"),
  standard: z.strictObject({
    /** Pupils for one member of staff by stage: 19, 13.5 and 12.5 in 中央编办发〔2014〕72号. */
    pupilsPerStaff: z.record(z.string(), ratio),
    /** Small schools by classes as well (乡村教师支持计划 2015); how both are combined is the county's choice. */
    smallSchools: z
      .strictObject({ pupilsBelow: count, staffPerClass: ratio, method: z.enum(["mean", "larger"]) })
      .optional(),
  }),
  /** Heads of the whole county, fixed (YL-18). */
  countyTotal: count,
  /** Heads that the county keeps back for changes of the year. */
  reserve: count.default(0),
  units: z.array(
    z.strictObject({
      id,
      kind: z.enum(["school", "zone"]).default("school"),
      pupils: z.record(z.string(), count),
      classes: count.optional(),
      /** Never less than this, for example at a teaching point. */
      least: count.default(0),
    }),
  ),
});

type EstablishmentDocument = z.output<typeof establishmentSchema>;
type Unit = EstablishmentDocument["units"][number];

/** Heads of one school or zone. */
export interface UnitEstablishment {
  readonly unit: string;
  /** By the standard alone, rounded up. */
  readonly byStandard: number;
  /** Heads added to the ratio of pupils because the school is small, before rounding up, in hundredths. */
  readonly smallSchoolHundredths: number;
  readonly heads: number;
}

/** Heads of the county as they are divided. */
export interface EstablishmentDivision {
  readonly units: readonly UnitEstablishment[];
  readonly countyTotal: number;
  readonly divided: number;
  /** Heads that the county holds: the reserve and what nobody needs. */
  readonly held: number;
  /** Whether the standard asks for more than there is, so that it was divided in proportion. */
  readonly isScarce: boolean;
}

/**
 * Divides the establishment of a county by the standard (YL-18): pupils by stage, small schools by classes as well.
 *
 * Where the total suffices every unit gets its heads by the standard, rounded up, and the county holds the rest; where it
 * does not, the total is divided in proportion to the exact sizes by the largest remainders.
 */
export function divideEstablishment(data: unknown): Checked<EstablishmentDivision> {
  const parsed = establishmentSchema.safeParse(data);
  if (!parsed.success) return { ok: false, issues: shapeIssues(parsed.error, { data }) };
  const issues = establishmentIssues(parsed.data);
  return hasError(issues) ? { ok: false, issues } : checked(divide(parsed.data), issues);
}

function divide(document: EstablishmentDocument): EstablishmentDivision {
  const { countyTotal, reserve } = document;
  const sized = [...document.units]
    .sort((a, b) => compareText(a.id, b.id))
    .map((unit) => ({ unit, ...sizeOf(unit, document.standard) }));
  const wanted = sized.map(({ unit, size }) => Math.max(ceilOf(size), unit.least));
  const total = countyTotal - reserve;
  const isScarce = wanted.reduce((sum, heads) => sum + heads, 0) > total;
  const parts = divideHeads(
    total,
    sized.map(({ unit, size }) => ({ id: unit.id, size, least: unit.least })),
  );
  const units = sized.map(({ unit, size, addition }, at) => ({
    unit: unit.id,
    byStandard: ceilOf(size),
    smallSchoolHundredths: Number((addition.numerator * 100n) / addition.denominator),
    heads: isScarce ? (parts.get(unit.id) as number) : (wanted[at] as number),
  }));
  const divided = units.reduce((sum, unit) => sum + unit.heads, 0);
  return { units, countyTotal, divided, held: countyTotal - divided, isScarce };
}

/** Heads by pupils, and what a small school gets beyond them. */
function sizeOf(
  unit: Unit,
  { pupilsPerStaff, smallSchools }: EstablishmentDocument["standard"],
): { size: Fraction; addition: Fraction } {
  const byPupils = Object.entries(unit.pupils).reduce(
    (sum, [stage, pupils]) => plus(sum, fraction(pupils * UNITS_PER_POINT, pupilsPerStaff[stage] as number)),
    ZERO,
  );
  if (smallSchools === undefined || !isSmall(unit, { smallSchools })) return { size: byPupils, addition: ZERO };
  const byClasses = fraction((unit.classes ?? 0) * smallSchools.staffPerClass, UNITS_PER_POINT);
  const mean = times(plus(byPupils, byClasses), fraction(1, 2));
  const combined = smallSchools.method === "mean" ? mean : byClasses;
  // Being small never takes heads away.
  const size = compareFractions(combined, byPupils) > 0 ? combined : byPupils;
  return { size, addition: plus(size, times(byPupils, fraction(-1, 1))) };
}

/** Whether a school has fewer pupils than the standard calls small. */
function isSmall({ pupils }: Unit, { smallSchools }: Pick<EstablishmentDocument["standard"], "smallSchools">): boolean {
  const sum = Object.values(pupils).reduce((all, number) => all + number, 0);
  return smallSchools !== undefined && sum < smallSchools.pupilsBelow;
}

function establishmentIssues(document: EstablishmentDocument): readonly Issue[] {
  const { units, standard, countyTotal, reserve } = document;
  const least = units.reduce((sum, unit) => sum + unit.least, 0);
  return [
    ...repeatedIds({
      ids: units.map((unit) => unit.id),
      path: (index) => ["units", index, "id"],
      code: "unit-twice",
      noun: text("单位", "unit"),
    }),
    ...units.flatMap((unit, index) => [
      ...Object.keys(unit.pupils).flatMap((stage) =>
        standard.pupilsPerStaff[stage] === undefined ? [noRatio(unit, index, stage)] : [],
      ),
      ...(isSmall(unit, standard) && unit.classes === undefined ? [noClasses(unit, index)] : []),
    ]),
    ...(least + reserve > countyTotal ? [leastBeyondTotal(least + reserve, countyTotal)] : []),
  ];
}

function noRatio(unit: Unit, index: number, stage: string): Issue {
  return errorIssue({
    code: "ratio-missing",
    path: ["units", index, "pupils", stage],
    received: stage,
    message: text(
      `“${unit.id}”有“${stage}”学段学生，但编制标准没有该学段的师生比`,
      `"${unit.id}" has pupils of "${stage}" and the standard has no ratio for it`,
    ),
    advice: text("请在标准中填写该学段的师生比", "Give the ratio of the stage in the standard"),
  });
}

function noClasses(unit: Unit, index: number): Issue {
  return errorIssue({
    code: "classes-missing",
    path: ["units", index, "classes"],
    message: text(
      `“${unit.id}”没有班级数，小规模学校须按班师比核算`,
      `"${unit.id}" has no number of classes, which small schools are counted by`,
    ),
    advice: text("请填写班级数", "Give the number of classes"),
  });
}

function leastBeyondTotal(least: number, total: number): Issue {
  return errorIssue({
    code: "least-beyond-total",
    path: ["countyTotal"],
    received: String(total),
    expected: { zh: `不少于 ${least}`, en: `at least ${least}` },
    message: text(
      `各单位最低数与预留合计 ${least}，超过全县总量 ${total}`,
      `The least of all units and the reserve are ${least}, the county has ${total}`,
    ),
    advice: text("请核对最低数、预留数或总量", "Check the least numbers, the reserve or the total"),
  });
}
