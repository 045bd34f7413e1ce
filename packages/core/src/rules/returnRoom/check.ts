import { returnDays } from "../../eligibility/return-days.ts";
import type { IsoDate } from "../../instance/calendar.ts";
import { addDays } from "../../instance/calendar.ts";
import type { Cell } from "../../instance/cells.ts";
import { postName } from "../../instance/cells.ts";
import { NONE } from "../../instance/county.ts";
import { mostNeeded, needOf, neededTogether } from "../../instance/joined.ts";
import type { School } from "../../instance/school.ts";
import type { Measure, Violation } from "../../plan/plan.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import type { PlanFacts, RuleCheck } from "../../recount/facts.ts";
import type { LaterHeads } from "../../recount/later-heads.ts";
import { headsLater, withoutMoves } from "../../recount/later-heads.ts";
import { measureOf, violationOf } from "../../recount/rule-check.ts";
import { schoolId, schoolsInScope, usesHeadcount } from "../../recount/tally.ts";
import type { ReturnRoomParams } from "./schema.ts";
import { returnRoomFindings } from "./text.ts";

/** Recounts posts and schools on the days on which people are back, with the plan and as if nobody moved. */
export const returnRoomCheck: RuleCheck<ReturnRoomParams> = {
  check: (params, entry, facts) => {
    const still = withoutMoves(facts);
    const violations = daysOf(params, facts).flatMap((day) => {
      const heads = { planned: headsLater(facts, day), still: headsLater(still, day), day };
      return [
        ...(params.posts ? [...postsTaken(entry, facts, heads), ...joinedTaken(entry, facts, heads)] : []),
        ...(params.schools ? schoolsOver(entry, facts, heads) : []),
      ];
    });
    return {
      measures: [...(params.posts ? standIns(entry, facts) : []), ...violations.map(measureOfBreach)],
      violations,
    };
  },
};

/** A place that is taken is told with its number, as it is among what is broken. */
function measureOfBreach({ rule: id, source, about, finding: { values } }: Violation): Measure {
  const [value, target] = [values["after"] as number, values["most"] as number];
  return { rule: id, source, about, unit: "heads", value, target, sense: "atMost", met: false };
}

/** The days of the data and those on which the lines of the plan end; undefined for the end of all. */
function daysOf({ when }: ReturnRoomParams, { eligibility, moves }: PlanFacts): readonly (IsoDate | undefined)[] {
  if (when === "inTheEnd") return [undefined];
  const ends = moves.flatMap(({ end, relationMoves }) => (end === null || relationMoves ? [] : addDays(end, 1)));
  return [...new Set([...returnDays(eligibility), ...ends])].sort();
}

interface OnDay {
  readonly planned: LaterHeads;
  readonly still: LaterHeads;
  readonly day: IsoDate | undefined;
}

function postsTaken(entry: RuleTerms, { eligibility }: PlanFacts, { planned, still, day }: OnDay): Violation[] {
  return eligibility.county.cells.flatMap((cell, index) => {
    const after = planned.cells[index] as number;
    const most = Math.max(mostNeeded(cell), still.cells[index] as number);
    if (eligibility.inScope[cell.school] !== 1 || after <= most) return [];
    const about = { kind: "post", post: postName(cell) } as const;
    const finding = returnRoomFindings.say.postTaken({ after, most, day });
    return [violationOf(entry, { about, amount: after - most, unit: "heads", finding })];
  });
}

/** Posts that are joined have room for what they need together; told at the one with the most periods beyond whole loads. */
function joinedTaken(entry: RuleTerms, { eligibility }: PlanFacts, { planned, still, day }: OnDay): Violation[] {
  const { county, inScope } = eligibility;
  return county.joined.flatMap(({ cells }, at) => {
    const sum = (heads: Int32Array) => cells.reduce((all, cell) => all + (heads[cell] as number), 0);
    const cell = county.cells[cells[0] ?? NONE] as Cell;
    const after = sum(planned.cells);
    const most = Math.max(neededTogether(county, at), sum(still.cells));
    if (inScope[cell.school] !== 1 || after <= most) return [];
    const about = { kind: "post", post: postName(cell) } as const;
    const finding = returnRoomFindings.say.postTaken({ after, most, day });
    return [violationOf(entry, { about, amount: after - most, unit: "heads", finding })];
  });
}

function schoolsOver(entry: RuleTerms, facts: PlanFacts, { planned, still, day }: OnDay): Violation[] {
  return schoolsInScope(facts).flatMap((school) => {
    const { establishment } = facts.eligibility.county.schools[school] as School;
    const after = planned.working[school] as number;
    const most = Math.max(establishment ?? Infinity, still.working[school] as number);
    if (after <= most) return [];
    const about = { kind: "school", school: schoolId(facts, school), limit: "working" } as const;
    const finding = returnRoomFindings.say.schoolFull({ after, most, day });
    return [violationOf(entry, { about, amount: after - most, unit: "heads", finding })];
  });
}

/** Who comes to a post that is kept for somebody fills in until he is back: as many as are away, at most. */
function standIns(entry: RuleTerms, facts: PlanFacts): Measure[] {
  const { county, decisions } = facts.eligibility;
  const kept = new Map<number, number>();
  decisions.forEach(({ standing }, person) => {
    const cell = county.reservedCellOf[person] as number;
    if (standing !== "running" || cell === NONE || !usesHeadcount(facts.eligibility, person)) return;
    kept.set(cell, (kept.get(cell) ?? 0) + 1);
  });
  return [...kept].flatMap(([index, away]): Measure[] => {
    const cell = county.cells[index] as Cell;
    const open = Math.max(0, needOf(county, facts.cellAfter, index) - (facts.cellAfter[index] as number));
    const coming = facts.moves.filter((move) => move.cell === index && !move.relationMoves && move.from >= 0).length;
    const value = Math.min(coming, Math.max(0, away - open));
    if (value === 0) return [];
    const about = { kind: "post", post: postName(cell) } as const;
    return [measureOf(entry, { about, unit: "people", value, target: away, sense: "atMost" })];
  });
}
