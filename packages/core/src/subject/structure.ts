import type { Text } from "../instance/issue.ts";
import { findingsOf } from "./finding.ts";
import type { RuleSubject } from "./rule-subject.ts";
import type { Sentence } from "./finding.ts";

/** What can be wrong with the lines of a plan before any rule is asked; `{}` is what the line is about. */
const TEXTS = {
  "unknown-person": { zh: "人员“{}”不存在", en: 'Person "{}" does not exist' },
  "unknown-school": { zh: "人员“{}”的去向学校不存在", en: 'Person "{}": the school does not exist' },
  "unknown-post": { zh: "人员“{}”的岗位不存在", en: 'Person "{}": the post does not exist' },
  "unknown-form": { zh: "人员“{}”的交流形式不在政策内", en: 'Person "{}": the policy has no such form' },
  "repeated-person": { zh: "人员“{}”出现了不止一次", en: 'Person "{}" appears more than once' },
  "must-not-move": { zh: "“{}”按规定不得安排交流{why}", en: 'Person "{}" must not move{why}' },
  "wrong-origin": { zh: "人员“{}”的原学校不是其任教学校", en: 'Person "{}" does not work at the school left' },
  "same-school": { zh: "人员“{}”没有更换学校", en: 'Person "{}" does not change the school' },
  "post-elsewhere": { zh: "人员“{}”的岗位不在去向学校", en: 'Person "{}": the post is at another school' },
  "lock-broken": { zh: "人员“{}”的安排与已定事项不符", en: 'Person "{}": the plan breaks a lock' },
  "out-of-reach": {
    zh: "人员“{}”的去向学校超出该形式的范围",
    en: 'Person "{}": the school is outside the reach of the form',
  },
  "not-qualified": {
    zh: "人员“{}”不具备岗位所需的学段、学科或职务条件",
    en: 'Person "{}" is not qualified for stage, subject or office of the post',
  },
  "not-admitted": { zh: "政策的条件不允许人员“{}”这样交流", en: 'Person "{}": the policy does not admit this move' },
  "wrong-form": { zh: "“{}”的交流形式应为{expected}", en: 'Person "{}" would move in another form: {expected}' },
  "wrong-relation": {
    zh: "“{}”按该交流形式{expected}人事关系",
    en: 'Person "{}": under this form the relation {expected}',
  },
  "wrong-start": { zh: "“{}”的开始日期应为{expected}", en: 'Person "{}" has to start on {expected}' },
  "wrong-term": { zh: "“{}”的交流期限应为{expected}", en: 'Person "{}": the term has to be {expected}' },
  "wrong-distance": {
    zh: "“{}”的距离按数据应为{expected}",
    en: 'Person "{}": by the data the distance is {expected}',
  },
  "not-returning": { zh: "人员“{}”没有期满的交流", en: 'Person "{}" has no exchange that has ended' },
  "wrong-return": {
    zh: "人员“{}”没有回到原学校原岗位",
    en: 'Person "{}" does not go back to the home school and post',
  },
  "settle-not-approved": {
    zh: "人员“{}”留任未经申请、批准或政策不允许",
    en: 'Person "{}" stays at the host without application, approval or leave of the policy',
  },
  "must-not-take-part": { zh: "人员“{}”不得参加其他形式的交流", en: 'Person "{}" must not take part in light forms' },
  "not-light": { zh: "人员“{}”的形式不是兼职或柔性形式", en: 'Person "{}": the form takes a whole post' },
  "light-not-admitted": {
    zh: "政策的条件不允许人员“{}”以该形式到该校",
    en: 'Person "{}": the policy does not admit this form at that school',
  },
  "no-periods": {
    zh: "人员“{}”兼课的岗位没有课时数据或学科不符",
    en: 'Person "{}": the post has no periods, or the subject does not fit',
  },
  "own-post": {
    zh: "人员“{}”兼的是本岗位的课时",
    en: 'Person "{}": the periods are those of the own post',
  },
  "misreported-stay": { zh: "方案关于人员“{}”留任的记录不实", en: 'The plan misstates that person "{}" stays' },
  "misreported-measure": { zh: "方案所列指标“{}”与复算不符", en: 'Measure "{}" is not what the plan reaches' },
  "misreported-violation": { zh: "方案所列违反项“{}”与复算不符", en: 'Violation "{}" is not what was recomputed' },
  "misreported-shortfall": { zh: "方案所列岗位“{}”的缺岗数不实", en: 'The shortfall of post "{}" is misstated' },
  "misreported-balance": { zh: "方案所列学校“{}”的人数不实", en: 'The headcounts of school "{}" are misstated' },
  "misreported-level": { zh: "方案所列目标“{}”的值与复算不符", en: 'Level "{}" does not have the value stated' },
  "misreported-indicator": { zh: "方案所列指示值“{}”与复算不符", en: 'Indicator "{}" does not have the value stated' },
  "misreported-manifest": {
    zh: "方案不是由这份数据和政策得出（{}）",
    en: "The plan was made from something else ({})",
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Why a line of a plan is wrong, whatever the rules say. */
export type StructureCode = keyof typeof TEXTS;

/** What stands in a sentence beside what it is about. */
export interface StructureFound {
  /** The entry of the policy that a statement belongs to. */
  readonly entry?: RuleSubject;
  /** What is right, in both languages; given where the sentence asks for it. */
  readonly expectedZh?: string;
  readonly expectedEn?: string;
  /** Why, in both languages; never what is sensitive. */
  readonly whyZh?: string;
  readonly whyEn?: string;
}

/** What stands in place of a right value that an older document does not have. */
const ANOTHER: Text = { zh: "另一种", en: "another one" };

function sentence(text: Text): Sentence<StructureFound> {
  return ({ entry, ...found }, { about, subject }) => {
    const of = entry === undefined ? undefined : subject(entry);
    const what = of === undefined ? about : { zh: `${of.zh}（${about.zh}）`, en: `${of.en} (${about.en})` };
    const fill = (language: keyof Text, expected: string | undefined, why: string | undefined) =>
      text[language]
        .replace("{}", () => what[language])
        .replace("{expected}", () => expected ?? ANOTHER[language])
        .replace("{why}", () => why ?? "");
    return {
      zh: fill("zh", found.expectedZh, found.whyZh === undefined ? undefined : `（${found.whyZh}）`),
      en: fill("en", found.expectedEn, found.whyEn === undefined ? undefined : `: ${found.whyEn}`),
    };
  };
}

/** What can be wrong with the lines of a plan and with what it says about itself. */
export const structureFindings = findingsOf(
  "plan",
  Object.fromEntries(Object.entries(TEXTS).map(([code, text]) => [code, sentence(text)])) as Readonly<
    Record<StructureCode, Sentence<StructureFound>>
  >,
);
