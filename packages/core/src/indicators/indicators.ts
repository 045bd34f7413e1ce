import { usesHeadcount } from "../recount/tally.ts";
import type { Decision } from "../eligibility/decision.ts";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import { STAGES } from "../instance/codes.ts";
import type { Stage } from "../instance/codes.ts";
import { needOf } from "../instance/joined.ts";
import type { Person } from "../instance/person.ts";
import type { School } from "../instance/school.ts";
import { onlyStageOf, studentsOfStage } from "../instance/school.ts";
import type { PlanFacts } from "../recount/facts.ts";
import { cellCounts } from "../rules/postBalance/check.ts";
import { schoolsInScope } from "../recount/tally.ts";
import type { SchoolResource } from "./balance.ts";
import { balanceOf } from "./balance.ts";

/** Numbers about a plan by key. */
export type Indicators = Readonly<Record<string, number | null>>;

const SENIOR: ReadonlySet<string> = new Set(["senior", "chiefSenior"]);

const TIMES = ["before", "after"] as const;

type Time = (typeof TIMES)[number];

/**
 * Returns indicators of a plan, over the schools in scope; `null` where a number is undefined.
 *
 * Keys, with `T` for `before` and `after` and `G` for a stage that some school teaches:
 * - `backbonePer100.G.T`, `seniorPer100.G.T`: people of the backbone set, with a senior title, per 100 students;
 * - `backboneCv.G.T`, `seniorCv.G.T`: coefficient of variation between schools, students as weights;
 * - `backboneMad.G.T`, `seniorMad.G.T`: mean absolute deviation, per 100 students;
 * - `subjectShortfall.T`, `postShortfall.T`: heads that teaching posts, all posts lack;
 * - `overEstablishment.T`, `underEstablishment.T`: heads above and below establishment on the working ledger;
 * - `moves`, `countedMoves`, `backboneMoves`, `recruits`, `returns`, `settles`: people;
 * - `moves.A-B`: moves from schools of area A to schools of area B; `none` where no area is given;
 * - `meanMetres`: mean distance from the residence over moves whose distance is known.
 *
 * People who use no headcount are not counted. A school of several stages enters a stage by `studentsByStage`; its
 * leaders, who belong to no stage, are left out.
 *
 * @public
 */
export function indicatorsOf(facts: PlanFacts): Indicators {
  return { ...balances(facts), ...headcounts(facts), ...movement(facts) };
}

/** Returns the cell of every person at a time; -1 for none. */
function cellsAt({ eligibility, moves, returns }: PlanFacts, time: Time): Int32Array {
  const cells = eligibility.county.cellOf.slice();
  if (time === "before") return cells;
  for (const { person, cell } of [...moves, ...returns]) cells[person] = cell;
  return cells;
}

function balances(facts: PlanFacts): Indicators {
  const { eligibility } = facts;
  const sets: readonly (readonly [string, (person: number) => boolean])[] = [
    ...(eligibility.policy.eligibility.backbone === undefined
      ? []
      : [["backbone", (person: number) => decisionOf(eligibility, person).backbone] as const]),
    ["senior", (person) => SENIOR.has((eligibility.county.persons[person] as Person).professionalTitle)],
  ];
  const found: Record<string, number | null> = {};
  for (const time of TIMES) {
    const cells = cellsAt(facts, time);
    for (const [set, has] of sets)
      for (const [stage, resources] of resourcesByStage(facts, amountsByStage(eligibility, cells, has))) {
        const { per100, cv, mad } = balanceOf(resources);
        found[`${set}Per100.${stage}.${time}`] = per100;
        found[`${set}Cv.${stage}.${time}`] = cv;
        found[`${set}Mad.${stage}.${time}`] = mad;
      }
  }
  return found;
}

/** Returns amounts and students of the schools in scope for every stage with students. */
function resourcesByStage(
  facts: PlanFacts,
  amounts: ReadonlyMap<Stage, Int32Array>,
): readonly (readonly [Stage, readonly SchoolResource[]])[] {
  const { schools } = facts.eligibility.county;
  const inScope = schoolsInScope(facts);
  return STAGES.map((stage) => {
    const resources = inScope.map((school) => ({
      amount: amounts.get(stage)?.[school] ?? 0,
      students: studentsOfStage(schools[school] as School, stage) ?? 0,
    }));
    return [stage, resources] as const;
  }).filter(([, resources]) => resources.some(({ students }) => students > 0));
}

function decisionOf({ decisions }: DecidedCounty, person: number): Decision {
  return decisions[person] as Decision;
}

/** Counts the people of a set by stage and school. */
function amountsByStage(
  eligibility: DecidedCounty,
  cells: Int32Array,
  has: (person: number) => boolean,
): ReadonlyMap<Stage, Int32Array> {
  const { county } = eligibility;
  const amounts = new Map<Stage, Int32Array>();
  cells.forEach((at, person) => {
    const cell = county.cells[at];
    if (cell === undefined || !has(person) || !usesHeadcount(eligibility, person)) return;
    const stage = cell.stage ?? onlyStageOf(county.schools[cell.school] as School);
    if (stage === undefined) return;
    const bySchool = amounts.get(stage) ?? new Int32Array(county.schools.length);
    amounts.set(stage, bySchool);
    bySchool[cell.school] = (bySchool[cell.school] as number) + 1;
  });
  return amounts;
}

function headcounts(facts: PlanFacts): Indicators {
  const found: Record<string, number> = {};
  for (const time of TIMES) {
    const heads = time === "before" ? facts.cellBefore : facts.cellAfter;
    const missing = cellCounts(facts).map(({ cell, index }) => ({
      teaching: cell.kind === "teaching",
      heads: Math.max(0, needOf(facts.eligibility.county, heads, index) - (heads[index] as number)),
    }));
    found[`subjectShortfall.${time}`] = sum(missing.filter(({ teaching }) => teaching).map(({ heads }) => heads));
    found[`postShortfall.${time}`] = sum(missing.map(({ heads }) => heads));
    const working = time === "before" ? facts.workingBefore : facts.workingAfter;
    const surplus = schoolsInScope(facts).flatMap((school) => {
      const { establishment } = facts.eligibility.county.schools[school] as School;
      return establishment === undefined ? [] : [(working[school] as number) - establishment];
    });
    found[`overEstablishment.${time}`] = sum(surplus.map((heads) => Math.max(0, heads)));
    found[`underEstablishment.${time}`] = sum(surplus.map((heads) => Math.max(0, -heads)));
  }
  return found;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function movement({ eligibility, moves, returns }: PlanFacts): Indicators {
  const { county } = eligibility;
  const area = (school: number) => county.schools[school]?.area ?? "none";
  const directions: Record<string, number> = {};
  for (const { from, to } of moves) {
    if (from < 0 || from === to) continue;
    const key = `moves.${area(from)}-${area(to)}`;
    directions[key] = (directions[key] ?? 0) + 1;
  }
  const known = moves.filter(({ metres }) => metres >= 0);
  return {
    moves: moves.length,
    countedMoves: moves.filter(({ counted }) => counted).length,
    backboneMoves: moves.filter(({ person }) => decisionOf(eligibility, person).backbone).length,
    recruits: moves.filter(({ from }) => from < 0).length,
    returns: returns.filter(({ settles }) => !settles).length,
    settles: returns.filter(({ settles }) => settles).length,
    meanMetres: known.length === 0 ? null : sum(known.map(({ metres }) => metres)) / known.length,
    ...directions,
  };
}
