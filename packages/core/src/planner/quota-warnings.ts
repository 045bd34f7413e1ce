import type { Standing } from "../eligibility/decision.ts";
import { countedMoves } from "../formulation/counted-moves.ts";
import type { Issue, Text } from "../instance/issue.ts";
import type { Person } from "../instance/person.ts";
import type { CandidateMoves } from "../moves/candidate-moves.ts";
import type { Names } from "../plan/names.ts";
import { namesOf } from "../plan/names.ts";
import type { PolicyRule } from "../policy/policy-rule.ts";
import { rulesOf } from "../policy/policy-rule.ts";
import type { QuotaGroup } from "../rules/quota/groups.ts";
import { quotaGroups } from "../rules/quota/groups.ts";
import { quotaTerms } from "../rules/quota/rows.ts";
import type { QuotaParams } from "../rules/quota/schema.ts";
import { quotaMeaning } from "../rules/quota/schema.ts";
import { groupSubject } from "../subject/rule-subject.ts";
import type { Prepared } from "./prepare.ts";

/**
 * Returns a warning for every quota that asks for more people than can move and count in it, with the names of those in its base
 * who cannot, and why: nobody leaves the base without a word, and no target is out of reach without one.
 */
export function quotaWarnings(
  { eligibility, rules }: Pick<Prepared, "eligibility" | "rules">,
  moves: CandidateMoves,
): readonly Issue[] {
  const counted = countedMoves(eligibility, moves);
  return rulesOf(rules, quotaMeaning).flatMap((rule) => {
    if (rule.params.bound !== "atLeast") return [];
    const counts = quotaTerms(rule.params, { eligibility, moves, counted });
    const able = new Set(Array.from(moves.person).filter((_person, move) => counts(move) === 1));
    return quotaGroups(eligibility, rule.params).flatMap((group) => {
      const count = [...able].filter((person) => group.members[person] === 1).length;
      const unable = group.base.filter((person) => !able.has(person));
      return count >= group.required ? [] : [outOfReach(rule, group, { eligibility, able: count, unable })];
    });
  });
}

function outOfReach(
  { id, source, params }: PolicyRule<QuotaParams>,
  { name, baseCount, required }: QuotaGroup,
  found: Pick<Prepared, "eligibility"> & { readonly able: number; readonly unable: readonly number[] },
): Issue {
  const names = namesOf(found.eligibility.county.instance);
  const where = names.subject(groupSubject(params.by, name));
  const why = whyUnable(found, names);
  return {
    code: "quota-out-of-reach",
    severity: "warning",
    path: ["rules", id],
    source,
    received: String(found.able),
    expected: String(required),
    message: {
      zh: `${where.zh}：基数${baseCount}人，应交流${required}人，但只有${found.able}人可以交流；${why.zh}`,
      en: `${where.en}: of ${baseCount} people ${required} have to move, but only ${found.able} can; ${why.en}`,
    },
    advice: {
      zh: "请核对岗位需求、学科与交流范围，或调整比例",
      en: "Check the demand of posts, subjects and the reach of forms, or change the share",
    },
  };
}

/** Why somebody in a base cannot move; whoever could by standing has no post to go to. */
const WHY: Partial<Readonly<Record<Standing, Text>>> = {
  notDue: { zh: "不符合交流条件的", en: "not due" },
  inTerm: { zh: "任教期限未满的", en: "within a term" },
  running: { zh: "交流期未满的", en: "on an exchange that goes on" },
  returning: { zh: "交流期满返回的", en: "coming back from an exchange" },
  held: { zh: "已定不动的", en: "held by a decision" },
};

const NO_POST: Text = { zh: "没有可去岗位的", en: "without a post to go to" };

/** Names that a warning lists of each kind before it only counts. */
const MOST_NAMES = 8;

function whyUnable(
  { eligibility, unable }: Pick<Prepared, "eligibility"> & { readonly unable: readonly number[] },
  names: Names,
): Text {
  const { county, decisions } = eligibility;
  // Of people who are exempt the number alone is told.
  const isExempt = (person: number) => decisions[person]?.standing === "exempt";
  const exempt = unable.filter(isExempt).length;
  const groups = [NO_POST, ...Object.values(WHY)].flatMap((kind) => {
    const people = unable.filter(
      (person) => !isExempt(person) && (WHY[decisions[person]?.standing as Standing] ?? NO_POST) === kind,
    );
    const listed = people.slice(0, MOST_NAMES).map((person) => names.person((county.persons[person] as Person).id));
    return people.length === 0 ? [] : [namedText(kind, listed, people.length)];
  });
  const all = exempt === 0 ? groups : [...groups, { zh: `免交流的${exempt}人`, en: `exempt: ${exempt}` }];
  return { zh: all.map(({ zh }) => zh).join("；"), en: all.map(({ en }) => en).join("; ") };
}

function namedText(kind: Text, listed: readonly string[], count: number): Text {
  const more = count > listed.length;
  return {
    zh: `${kind.zh}：${listed.join("、")}${more ? `等${count}人` : ""}`,
    en: `${kind.en}: ${listed.join(", ")}${more ? ` and others, ${count} in all` : ""}`,
  };
}
