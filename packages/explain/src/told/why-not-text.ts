import type { Text } from "@lungang/core";
import type { Question } from "@lungang/core/plan";
import { STANDING_WORDS, amountText, differenceText, fromToText } from "@lungang/core/plan";
import { words } from "@lungang/core";
import type { LevelDifference } from "../level-differences.ts";
import type { WhyNot } from "../why-not.ts";
import type { Wording } from "./wording.ts";
import { changedText, joined, placementText, quoted, same } from "./wording.ts";

/**
 * Returns the answer to "why not?" in sentences, in the order in which they are read.
 *
 * @public
 */
export function whyNotText(answer: WhyNot, wording: Wording): readonly Text[] {
  const question = questionText(answer.question, wording);
  switch (answer.answer) {
    case "asPlanned":
      return [{ zh: `方案已如此安排：${question.zh}。`, en: `The plan already does this: ${question.en}.` }];
    case "notAdmitted":
      return [notAdmittedText(answer, question)];
    case "tie":
      return againText(ofOthers(answer), quoted(question), wording);
    case "price":
      return againText(ofOthers(answer), placedText(answer, question, wording), wording);
    case "impossible":
      return leastText(answer.leastViolations, quoted(question), wording);
    case "open":
      return [
        {
          zh: `问题${quoted(question).zh}在规定的限度内没有算完，不能下结论。`,
          en: `The question ${quoted(question).en} was not answered within the limits.`,
        },
      ];
  }
}

function questionText(question: Question, { names }: Wording): Text {
  const person = names.person(question.person);
  if ("stay" in question) return { zh: `${person}留任`, en: `${person} stays` };
  if ("leave" in question) return { zh: `${person}参加交流`, en: `${person} goes` };
  if ("school" in question) return toText(person, same(names.school(question.school)));
  if ("post" in question) return toText(person, names.post(question.post));
  if ("form" in question) {
    const form = words.form[question.form];
    return { zh: `${person}以${quoted(form).zh}交流`, en: `${person} goes by ${quoted(form).en}` };
  }
  if ("notSchool" in question) {
    const school = names.school(question.notSchool);
    return { zh: `${person}不到${school}`, en: `${person} does not go to ${school}` };
  }
  return { zh: `${person}另作安排`, en: `${person} is placed differently` };
}

function toText(person: string, place: Text): Text {
  return { zh: `${person}到${place.zh}`, en: `${person} goes to ${place.en}` };
}

function tieText(question: Text): Text {
  return {
    zh: `${question.zh}与现方案在各项目标上完全相同，由公开抽签决定。`,
    en: `${question.en} is as good as the plan in every level; the public lot decided.`,
  };
}

type Answer<K extends WhyNot["answer"]> = Extract<WhyNot, { answer: K }>;

/** A plan made again, against the plan in hand. */
type Again = Omit<Answer<"tie">, "question"> | Omit<Answer<"price">, "question" | "placement">;

/** Returns what a plan made again costs, and whose place changes with it. */
export function againText(answer: Again, asked: Text, wording: Wording): readonly Text[] {
  if (answer.answer === "tie") return [tieText(asked), ...withChanged(answer.changed, wording)];
  const { lead, along } = answer.price;
  const first = levelDifferenceText(lead, wording);
  const best = lead.proven
    ? same("")
    : { zh: "（在规定的限度内求得，尚未证明为最小）", en: " (found within the limits; not proven to be the least)" };
  const rest = joined(
    along.map((difference) => levelDifferenceText(difference, wording)),
    "；",
    "; ",
  );
  const others = along.length === 0 ? [] : [{ zh: `同时：${rest.zh}。`, en: `Along with it: ${rest.en}.` }];
  return [
    {
      zh: `如果${asked.zh}，排在前面的各项目标不变，${first.zh}${best.zh}。`,
      en: `If ${asked.en}, all levels before are kept, and ${first.en}${best.en}.`,
    },
    ...others,
    ...withChanged(answer.changed, wording),
  ];
}

function placedText({ question, placement }: Answer<"price">, asked: Text, wording: Wording): Text {
  if ("stay" in question) return quoted(asked);
  const placed = placementText(question.person, placement, wording);
  return { zh: `${quoted(asked).zh}（${placed.zh}）`, en: `${quoted(asked).en} (${placed.en})` };
}

/**
 * Returns how a level differs, in words.
 *
 * @public
 */
export function levelDifferenceText(
  { level, unit, before, after }: Omit<LevelDifference, "proven">,
  wording: Wording,
): Text {
  const title = wording.level(level);
  const clause = fromToText(before, after, unit);
  const by = differenceText(before, after, unit);
  const [zh, en] = after > before ? ["增加", "up by"] : ["减少", "down by"];
  if (clause === undefined)
    return { zh: `${quoted(title).zh}${zh} ${by.zh}`, en: `${quoted(title).en} is ${en} ${by.en}` };
  return {
    zh: `${quoted(title).zh}${clause.zh}，${zh} ${by.zh}`,
    en: `${quoted(title).en} ${clause.en}, ${en} ${by.en}`,
  };
}

/** Returns an answer without the person whom it is about among those who change along. */
function ofOthers<T extends Answer<"tie"> | Answer<"price">>(answer: T): T {
  return { ...answer, changed: answer.changed.filter(({ person }) => person !== answer.question.person) };
}

function withChanged(others: Answer<"tie">["changed"], wording: Wording): readonly Text[] {
  if (others.length === 0) return [];
  if (wording.to !== undefined)
    return [{ zh: `随之变动 ${others.length} 人。`, en: `Others whose place changes with it: ${others.length}.` }];
  const text = changedText(others, wording);
  return [
    {
      zh: `随之变动 ${others.length} 人：${text.zh}。`,
      en: `Others whose place changes with it: ${others.length} (${text.en}).`,
    },
  ];
}

/** Returns that no plan can do something, and what would have to give at the least. */
export function leastText(
  leastViolations: Answer<"impossible">["leastViolations"],
  asked: Text,
  { names }: Wording,
): readonly Text[] {
  const each = leastViolations.map(({ rule, about, amount, unit }): Text => {
    const [title, where] = [names.rule(rule), names.subject(about)];
    const much = amountText(amount, unit);
    return {
      zh: `${quoted(title).zh}（${where.zh}）至少须放宽 ${much.zh}`,
      en: `${quoted(title).en} (${where.en}) has to give by at least ${much.en}`,
    };
  });
  const list = joined(each, "；", "; ");
  const what: readonly Text[] = each.length === 0 ? [] : [{ zh: `否则：${list.zh}。`, en: `Else: ${list.en}.` }];
  const none = {
    zh: `没有任何方案能既${asked.zh}，又满足全部硬性规定。`,
    en: `No plan in which ${asked.en} can satisfy all hard rules.`,
  };
  return [none, ...what];
}

/** Reasons shown; the others concern fewer posts. */
const SHOWN = 3;

function notAdmittedText(answer: Answer<"notAdmitted">, question: Text): Text {
  const { standing, dates, refusals, question: asked } = answer;
  const isPlace = "school" in asked || "post" in asked;
  const known = STANDING_WORDS[standing as keyof typeof STANDING_WORDS];
  const told = refusals.filter(({ reason }) => reason !== "standing");
  const near = told.filter(({ reason }) => !BESIDE_THE_POINT.has(reason));
  const reasons = near.slice(0, SHOWN).map(refusalText);
  if (near.length === 0 && told.length > 0) reasons.push(NO_SUCH_POST);
  const when = dates === undefined ? same("") : { zh: `（${dates.zh}）`, en: ` (${dates.en})` };
  const is = { zh: `其身份为${quoted(known).zh}${when.zh}`, en: `the person is ${quoted(known).en}${when.en}` };
  const why = [is, ...unique(reasons)];
  const list = joined(why, "；", "; ");
  const nowhere =
    isPlace && refusals.length === 0 ? { zh: "，该处没有可任的岗位", en: ", and no post is there" } : same("");
  return {
    zh: `按政策规定不能${quoted(question).zh}：${list.zh}${nowhere.zh}。`,
    en: `The policy does not admit that ${quoted(question).en}: ${list.en}${nowhere.en}.`,
  };
}

/** A form for other posts or other people says little where another form is for this person. */
const BESIDE_THE_POINT: ReadonlySet<string> = new Set(["kind", "who"]);

const NO_SUCH_POST: Text = {
  zh: "该处没有政策允许本人交流去的岗位",
  en: "no post there is one to which the policy admits the person",
};

function unique(texts: readonly Text[]): readonly Text[] {
  return texts.filter(({ en }, at) => texts.findIndex((text) => text.en === en) === at);
}

function refusalText({ reason, form, asks }: Answer<"notAdmitted">["refusals"][number]): Text {
  const plain = REFUSALS[reason] ?? same(reason);
  const text =
    asks === undefined ? plain : { zh: `${plain.zh}（要求：${asks.zh}）`, en: `${plain.en} (it asks: ${asks.en})` };
  const word = form === undefined ? undefined : words.form[form as keyof typeof words.form];
  if (word === undefined) return text;
  return { zh: `${quoted(word).zh}${text.zh}`, en: `${quoted(word).en} ${text.en}` };
}

const REFUSALS: Readonly<Record<string, Text>> = {
  schoolOutOfScope: { zh: "该校不在政策适用范围", en: "the school is outside the scope of the policy" },
  schoolClosed: { zh: "该校已撤并", en: "the school is closed" },
  samePost: { zh: "已在该岗位", en: "the person fills this post already" },
  locked: { zh: "与已定人员的决定不符", en: "a decision taken before says otherwise" },
  noVacancy: { zh: "自愿交流只到缺员的岗位", en: "a volunteer goes only where a post is short" },
  notWished: { zh: "自愿交流只到本人填报的学校", en: "a volunteer goes only to schools wished for" },
  noConsent: { zh: "不在本人同意的范围", en: "the person did not agree to the region" },
  kind: { zh: "不用于该类岗位", en: "is not for such posts" },
  who: { zh: "不适用于本人", en: "is not for this person" },
  notQualified: { zh: "学段、学科或职务资格不符", en: "asks for another stage, subject or office" },
  outOfReach: { zh: "不能到该校（超出交流范围）", en: "does not reach that school" },
  where: { zh: "的去向条件不符", en: "does not lead there" },
};
