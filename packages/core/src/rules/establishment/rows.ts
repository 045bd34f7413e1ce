import { establishmentMeaning } from "./schema.ts";
import { NONE } from "../../instance/county.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import { FORM_SETTLE } from "../../moves/candidate-moves.ts";
import { headsOfReturns, isCounted } from "../../formulation/headcounts.ts";
import { endsOf } from "../../formulation/move-tests.ts";
import { ABSENT } from "../../formulation/network.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { COMPLIANCE, addRuleRow, ruleLabel } from "../../formulation/rule-rows.ts";
import { rulesOf } from "../../policy/policy-rule.ts";
import { isHard } from "../../policy/strength.ts";
import type { EstablishmentParams } from "./schema.ts";

/**
 * Bounds and prices the arc of every school with an establishment (model N4), and adds a row a school for the relation
 * ledger where moves with relation could break it (model S4).
 */
export function addEstablishmentRows(params: EstablishmentParams, entry: RuleTerms, context: RowsContext): void {
  if (params.level !== undefined) addHeadcountCosts(params, context.levels.get(params.level), context);
  if (params.working === "never") boundWorking(params, entry, context);
  if (params.relation === "never") addRelationRows(entry, context);
}

function addHeadcountCosts(params: EstablishmentParams, level: number | undefined, context: RowsContext): void {
  const { eligibility, network, start, builder } = context;
  if (level === undefined) return;
  eligibility.county.schools.forEach(({ establishment }, index) => {
    if (establishment === undefined || eligibility.inScope[index] !== 1) return;
    const under = network.under[index] as number;
    if (under === ABSENT) {
      const over = (start.working[index] as number) - establishment;
      builder.addOffset(level, over > 0 ? over * params.overWeight : -over * params.underWeight);
      return;
    }
    builder.addCost(level, under, params.underWeight);
    builder.addCost(level, network.over[index] as number, params.overWeight);
  });
}

function boundWorking(params: EstablishmentParams, entry: RuleTerms, context: RowsContext): void {
  const { eligibility, network, start, builder, levels } = context;
  const level = params.level === undefined ? undefined : levels.get(params.level);
  const { home, works, schools } = eligibility.county;
  const returning = headsOfReturns(eligibility, { here: works, home, count: schools.length });
  // An arc is split for one entry only; what a second one prices is a row.
  const alone = rulesOf(context.rules, establishmentMeaning).length === 1;
  const compliance = levels.get(COMPLIANCE);
  eligibility.county.schools.forEach(({ establishment }, index) => {
    const over = network.over[index] as number;
    if (establishment === undefined || over === ABSENT || eligibility.inScope[index] !== 1) return;
    const surplus = Math.max(0, (start.working[index] as number) + (returning[index] as number) - establishment);
    const subject = { kind: "school", index, limit: "working" } as const;
    const label = ruleLabel(context, entry, subject);
    if (isHard(entry)) builder.relabel(over, label);
    else if (!alone) {
      builder.addEntry(addRuleRow(context, entry, { lower: -Infinity, upper: surplus, subject }), over, 1);
      return;
    } else if (compliance !== undefined) {
      const beyond = builder.addParallelArc(over, label);
      builder.addCost(compliance, beyond, entry.price);
      if (level !== undefined) builder.addCost(level, beyond, params.overWeight);
    }
    builder.tighten(over, 0, surplus);
  });
}

function addRelationRows(entry: RuleTerms, context: RowsContext): void {
  const { eligibility, start } = context;
  const transfers = transfersBySchool(context);
  eligibility.county.schools.forEach(({ establishment }, index) => {
    const changes = transfers.get(index);
    if (establishment === undefined || changes === undefined || eligibility.inScope[index] !== 1) return;
    const now = start.relation[index] as number;
    const arrivals = changes.filter(({ sign }) => sign > 0).length;
    const capacity = Math.max(establishment, now) - now;
    if (arrivals <= capacity) return;
    const row = addRuleRow(context, entry, {
      lower: -Infinity,
      upper: capacity,
      subject: { kind: "school", index, limit: "relation" },
    });
    for (const { move, sign } of changes) context.builder.addEntry(row, context.network.move[move] as number, sign);
  });
}

/** Returns by school the candidate moves that change its relation ledger. */
function transfersBySchool(context: RowsContext): ReadonlyMap<number, readonly { move: number; sign: number }[]> {
  const { eligibility, moves } = context;
  const changes = new Map<number, { move: number; sign: number }[]>();
  const add = (school: number, move: number, sign: number) => {
    if (school === NONE) return;
    const list = changes.get(school) ?? [];
    changes.set(school, list);
    list.push({ move, sign });
  };
  for (let move = 0; move < moves.count; move++) {
    const form = moves.form[move] as number;
    const relationMoves = form === FORM_SETTLE || eligibility.policy.forms[form]?.relationMoves === true;
    const person = moves.person[move] as number;
    if (!relationMoves || !isCounted(eligibility, person)) continue;
    add(endsOf(context, move).to, move, 1);
    add(eligibility.county.home[person] as number, move, -1);
  }
  return changes;
}
