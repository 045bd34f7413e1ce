import type { Stage } from "../../instance/codes.ts";
import { STAGES, stagesOfType } from "../../instance/codes.ts";
import type { School } from "../../instance/school.ts";
import { onlyStageOf, studentsOfStage } from "../../instance/school.ts";
import { balanceOf } from "../../indicators/balance.ts";
import type { PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { measureOf } from "../../recount/rule-check.ts";
import { personTest, schoolsInScope, usesHeadcount } from "../../recount/tally.ts";
import type { BalanceParams } from "./schema.ts";

/** Heads of one school and its pupils in one stage. */
interface Provision {
  readonly students: number;
  readonly before: number;
  readonly after: number;
}

interface StageProvision {
  readonly stage: Stage;
  readonly schools: readonly Provision[];
  readonly students: number;
}

const HUNDRED = 100;

/**
 * Counts the people of the set at every school in scope by the stage of their post, before and after the plan; a stage of
 * which a school does not state its pupils has no fair numbers.
 */
function provisions(params: BalanceParams, facts: PlanFacts): readonly StageProvision[] {
  const { county, decisions } = facts.eligibility;
  const inSet = personTest(params.set, facts);
  const counts = (person: number) => {
    const inScope = decisions[person]?.standing !== "outOfScope";
    return inScope && usesHeadcount(facts.eligibility, person) && inSet(person);
  };
  const ends = new Map([...facts.moves, ...facts.returns].map(({ person, cell }) => [person, cell]));
  const heads = new Map<string, { before: number; after: number }>();
  const note = (index: number, time: "before" | "after") => {
    const cell = county.cells[index];
    if (cell === undefined) return;
    const stage = cell.stage ?? onlyStageOf(county.schools[cell.school] as School);
    const key = `${cell.school}/${stage}`;
    const found = heads.get(key) ?? { before: 0, after: 0 };
    heads.set(key, { ...found, [time]: found[time] + 1 });
  };
  county.cellOf.forEach((cell, person) => {
    if (!counts(person)) return;
    note(cell, "before");
    note(ends.get(person) ?? cell, "after");
  });
  const isStated = (stage: Stage) =>
    schoolsInScope(facts).every((index) => {
      const school = county.schools[index] as School;
      return !stagesOfType(school.type).includes(stage) || studentsOfStage(school, stage) !== undefined;
    });
  return STAGES.filter((stage) => (params.stages ?? STAGES).includes(stage) && isStated(stage))
    .map((stage) => {
      const schools = schoolsInScope(facts).map((school) => ({
        students: studentsOfStage(county.schools[school] as School, stage) ?? 0,
        ...(heads.get(`${school}/${stage}`) ?? { before: 0, after: 0 }),
      }));
      return { stage, schools, students: schools.reduce((sum, { students }) => sum + students, 0) };
    })
    .filter(({ students }) => students > 0);
}

/** Largest common divisor of the pupils of all schools of a stage. */
function divisorOf({ schools }: StageProvision): number {
  let divisor = 0;
  for (const { students } of schools) for (let b = students; b > 0;) [divisor, b] = [b, divisor % b];
  return divisor;
}

/** Returns Σ |all pupils * heads - pupils * all heads on plan start| over the divisor of the pupils: an integer. */
function deviation(found: StageProvision): number {
  const total = found.schools.reduce((sum, { before }) => sum + before, 0);
  const apart = found.schools.reduce(
    (sum, { students, after }) => sum + Math.abs(found.students * after - students * total),
    0,
  );
  return apart / divisorOf(found);
}

/** Weights of stages: deviations per 100 pupils in small whole numbers, those that rounding changes least. */
function weightsOf(found: readonly StageProvision[]): readonly number[] {
  const units = found.map((stage) => stage.students * (stage.students / divisorOf(stage)));
  const largest = Math.max(1, ...units);
  const ratios = units.map((unit) => largest / unit);
  const worst = found.reduce((sum, stage, k) => {
    const heads = stage.schools.reduce((all, { before }) => all + before, 0);
    return sum + (ratios[k] as number) * 2 * (stage.students / divisorOf(stage)) * heads;
  }, 0);
  const steepest = Math.max(1, ...found.map((stage, k) => (stage.students / divisorOf(stage)) * (ratios[k] as number)));
  const most = Math.max(1, Math.floor(Math.min(64, 2 ** 31 / Math.max(1, worst), 2 ** 20 / steepest)));
  const tried = Array.from({ length: most }, (_, k) => {
    const rounded = ratios.map((ratio) => Math.max(1, Math.round((k + 1) * ratio)));
    const off = ratios.map((ratio, stage) => Math.abs((rounded[stage] as number) / ((k + 1) * ratio) - 1));
    return { rounded, off: Math.max(0, ...off) };
  });
  const least = Math.min(...tried.map(({ off }) => off));
  const weights = tried.find(({ off }) => off === least)?.rounded ?? [];
  let divisor = 0;
  for (const weight of weights) for (let b = weight; b > 0;) [divisor, b] = [b, divisor % b];
  return weights.map((weight) => weight / divisor);
}

function points(params: BalanceParams, facts: PlanFacts): number {
  const found = provisions(params, facts);
  const weights = weightsOf(found);
  return params.weight * found.reduce((sum, stage, k) => sum + (weights[k] as number) * deviation(stage), 0);
}

/** Recomputes the mean absolute deviation of every stage in whole numbers, and tells it per 100 pupils. */
export const balanceCheck: RuleCheck<BalanceParams> = {
  check: (params, entry, facts) => ({
    measures: provisions(params, facts).flatMap((found) => {
      const { stage, students } = found;
      const value = (HUNDRED * deviation(found)) / (students * (students / divisorOf(found)));
      const mad = measureOf(entry, {
        about: { kind: "stage", stage, limit: "meanDeviation" },
        unit: "heads per 100 pupils",
        value,
        target: value,
        sense: "atMost",
      });
      const target = params.cvAtMost[stage];
      const { cv } = balanceOf(found.schools.map((school) => ({ amount: school.after, students: school.students })));
      if (target === undefined || cv === null) return [mad];
      return [
        mad,
        measureOf(entry, {
          about: { kind: "stage", stage, limit: "variation" },
          unit: "cv",
          value: cv,
          target,
          sense: "atMost",
        }),
      ];
    }),
    violations: [],
  }),
  levelValue: points,
};
