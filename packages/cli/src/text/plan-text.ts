import type { Instance, Outcome, Plan, PlanningCase, Policy } from "lungang";
import { amountText, kilometres, namesOf, placesInList, words } from "lungang";
import { say, tell } from "../session.ts";
import type { Session } from "../session.ts";
import { measuresTable, violationLines } from "./rule-text.ts";
import { lightTable, swapLines } from "./exchange-text.ts";
import { tableText } from "./table.ts";

/** Moves shown on a terminal; the files hold all of them. */
const SHOWN_MOVES = 15;

/** What a plan is shown with. */
export interface PlanView {
  readonly outcome: Extract<Outcome, { status: "planned" }>;
  readonly planningCase: PlanningCase;
}

/** The plan itself, and by what it is named. */
interface LinesView {
  readonly plan: Plan;
  readonly instance: Instance;
  readonly policy: Policy;
}

/** Writes a plan for readers: outcome, rules, levels, gaps and the first moves. */
export function tellPlan(session: Session, { outcome, planningCase }: PlanView): void {
  const { plan, violations } = outcome;
  const view = { ...planningCase, plan };
  tell(session, say(session, outcome.message));
  if (outcome.candidates !== undefined) tell(session, say(session, outcome.candidates.message));
  tell(session, measuresTable(session, { ...view, measures: plan.measures }));
  if (violations.length > 0) tell(session, violationLines(session, violations));
  tell(session, levelsTable(session, view));
  tell(session, gapLine(session, outcome));
  tell(session, movesTable(session, view));
  for (const part of [swapLines(session, view), lightTable(session, view)]) if (part !== "") tell(session, part);
}

function levelsTable(session: Session, { plan, policy }: LinesView): string {
  const titles = new Map(policy.levels.map((level) => [level.name, say(session, level.text)]));
  const columns = [
    { title: say(session, { zh: "目标（按先后）", en: "level, in order" }) },
    { title: say(session, { zh: "本方案", en: "value" }), right: true },
    { title: say(session, { zh: "理论最好值", en: "bound" }), right: true },
    { title: "" },
  ];
  const proven = say(session, { zh: "最好结果", en: "optimal" });
  const found = say(session, { zh: "尚未证明", en: "feasible" });
  // Who was drawn is public; a sum of ranks says nothing to anybody.
  const shown = (value: number, unit: string) => (unit === "ranks" ? "-" : say(session, amountText(value, unit)));
  const rows = plan.levels.map((level) => [
    titles.get(level.name) ?? level.name,
    shown(level.value, level.unit),
    level.dualBound === null ? "-" : shown(level.dualBound, level.unit),
    level.reason === "optimal" ? proven : found,
  ]);
  return tableText(columns, rows);
}

function gapLine(session: Session, { plan, summary }: PlanView["outcome"]): string {
  const { missingBefore: before, missingAfter: after } = summary;
  return say(session, {
    zh: `岗位缺员：调配前 ${before} 人，调配后 ${after} 人（${plan.shortfalls.length} 个岗位）。`,
    en: `Heads that posts lack: ${before} before, ${after} after (${plan.shortfalls.length} posts).`,
  });
}

function movesTable(session: Session, { plan, instance }: LinesView): string {
  const names = namesOf(instance);
  const titles = [
    { zh: "姓名", en: "person" },
    { zh: "原学校", en: "from" },
    { zh: "交流到", en: "to" },
    { zh: "岗位", en: "post" },
    { zh: "形式", en: "form" },
  ];
  const columns = [
    ...titles.map((title) => ({ title: say(session, title) })),
    { title: say(session, { zh: "距家（公里）", en: "km" }), right: true },
  ];
  const placeOf = placesInList(instance);
  const rows = plan.moves
    .toSorted((a, b) => placeOf(a.from) - placeOf(b.from) || placeOf(a.to) - placeOf(b.to))
    .slice(0, SHOWN_MOVES)
    .map((move) => [
      names.person(move.person),
      names.school(move.from),
      names.school(move.to),
      say(session, names.post(move.post)),
      say(session, words.form[move.form]),
      kilometres(move.distanceMetres),
    ]);
  const rest = plan.moves.length - rows.length;
  const more = say(session, {
    zh: `……另有 ${rest} 人，完整名单见 --out 或 --json`,
    en: `... and ${rest} more; --out or --json give all of them`,
  });
  return `${tableText(columns, rows)}${rest > 0 ? `\n${more}` : ""}`;
}
