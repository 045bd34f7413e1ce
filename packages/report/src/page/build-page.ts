import type { Text } from "@lungang/core";
import { dateText, objectionText } from "@lungang/core/plan";
import { text } from "../text.ts";
import { badText, decisionsOf, figuresOf, goodText } from "./first-screen.ts";
import { comparisonPart, sweepPart } from "./given.ts";
import type { Ground, PageRequest } from "./ground.ts";
import { groundOf } from "./ground.ts";
import type { Edition, Page } from "./page.ts";
import { ownRow, peopleOf } from "./people.ts";
import { matrixOf, postLines, routesOf, schoolMarks } from "./places.ts";
import { proofOf } from "./proof.ts";
import { changeLines, ruleLines } from "./rule-lines.ts";
import { swapLines } from "./swap-lines.ts";

/**
 * Returns everything that the page of a plan shows, as the edition may show it.
 *
 * Outside the internal edition names are masked, nobody who stays is listed, and there are no ids, distances, reasons,
 * decisions, lots or programs; the own edition adds one person in full.
 *
 * @throws {RangeError} if the person of an own edition is not in scope
 * @public
 */
export function buildPage(request: PageRequest): Page {
  const ground = groundOf(request);
  const rules = ruleLines(ground);
  const listed = peopleOf(ground);
  const own = ground.edition === "own" ? ownRow(ground, listed) : undefined;
  return {
    edition: ground.edition,
    ...headOf(ground),
    good: goodText(ground, rules),
    bad: badText(ground, rules),
    figures: figuresOf(ground, rules),
    rules,
    changes: changeLines(ground),
    decisions: decisionsOf(ground, rules),
    schools: schoolMarks(ground),
    routes: routesOf(ground),
    matrix: matrixOf(ground),
    posts: postLines(ground),
    people: own === undefined ? listed : { ...listed, texts: own.texts },
    swaps: swapLines(ground),
    comparison: comparisonPart(ground),
    sweep: sweepPart(ground),
    conflict: ground.isPublic ? null : (ground.conflict ?? null),
    proof: proofOf(ground),
    statement: statementOf(ground),
    own: own?.row ?? null,
  };
}

const LABELS: Readonly<Record<Edition, Text>> = {
  internal: text("内部版　含姓名，不得公示", "Internal edition: holds names, not for publication"),
  own: text("本人版　仅供本人查阅", "Personal edition: for the person alone"),
  public: text("公示版　姓名已隐去", "Public edition: names are masked"),
};

const FULL_NAMES = text("公示版　姓名按政策规定全名公布", "Public edition: names in full, as the policy says");

function headOf({ instance, policy, overview, plan, edition, isPublic }: Ground) {
  const { name } = instance.county;
  const year = instance.planYear;
  const start = plan.moves[0]?.start;
  const cutoff = dateText(`${year}-${policy.calendar.cutoff}`);
  const begins = start === undefined ? [] : [text(`${dateText(start).zh}起执行`, `from ${start}`)];
  return {
    title: text(`${name} ${year} 年校长教师交流轮岗方案`, `Rotation plan of ${name} for ${year}`),
    label: edition === "public" && policy.publication?.names === "full" ? FULL_NAMES : LABELS[edition],
    basis: text(`依据：《${policy.name.zh}》`, `Under "${policy.name.en}"`),
    facts: [
      scopeText(overview, isPublic),
      ...begins,
      text(`年龄、年限截至${cutoff.zh}`, `age and years counted to ${cutoff.en}`),
    ],
  };
}

/** In public without people: beside the ledgers of schools their number would tell how many use no headcount. */
function scopeText({ schools, people }: Ground["overview"], isPublic: boolean): Text {
  return isPublic
    ? text(`适用学校 ${schools} 所`, `${schools} schools in scope`)
    : text(`适用学校 ${schools} 所，人员 ${people} 人`, `${schools} schools and ${people} people in scope`);
}

function statementOf({ instance, policy }: Ground): Page["statement"] {
  const objections = objectionText(policy, instance);
  return {
    lead: text(
      `根据《${policy.name.zh}》，现将 ${instance.planYear} 年对您的安排及依据说明如下。`,
      `Under "${policy.name.en}", this is what the plan of ${instance.planYear} arranges for you, and why.`,
    ),
    other: text(
      "您希望另作安排的，可以书面提出。我们将按同样的规定重新计算，并书面答复：另一种安排对各项规定有什么影响，会改变哪些岗位。",
      "If you wish for another place, ask for it in writing. It will be computed under the same rules, and you will be told what it changes for the rules and for which posts.",
    ),
    objection: text(
      `您对以上事实、依据或安排有异议的，${objections.zh}。我们将逐条复核，并书面答复。`,
      `If a fact, a ground or the arrangement is wrong, object ${objections.en}. Every point will be checked and answered in writing.`,
    ),
    sign: text("（单位盖章）　　　　年　　月　　日", "(seal)                date"),
  };
}
