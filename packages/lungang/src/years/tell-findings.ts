import type { Text } from "@lungang/core";
import { words } from "@lungang/core";
import type { Names } from "@lungang/core/plan";
import { namesOf } from "@lungang/core/plan";
import type { PlannedYear, YearsFinding } from "@lungang/years";
import type { YearsOutcome } from "./years-outcome.ts";

type ToldFinding = Extract<YearsOutcome, { status: "planned" }>["verified"]["findings"][number];

const FINDINGS: Readonly<Record<YearsFinding["code"], Text>> = {
  "relation-over": {
    zh: "人事关系人数超过编制，也多于无人交流时的人数",
    en: "more people belong there than its establishment, and than if nobody had moved",
  },
  "working-over": {
    zh: "在岗人数超过编制，也多于无人交流时的人数",
    en: "more people work there than its establishment, and than if nobody had moved",
  },
  "post-filled-twice": {
    zh: "重复占岗：有人期满返回已有人到任的岗位，人数多于所需，也多于无人交流时的人数",
    en: "filled twice: somebody comes back to a post that others have come to, and more are there than it needs, and than if nobody had moved",
  },
  "starts-while-away": { zh: "交流期未满又交流", en: "starts again before the term has ended" },
  "back-too-early": { zh: "交流期未满即返回", en: "comes back before the term has ended" },
  "ledger-differs": {
    zh: "方案所列人数与各年去向推算的人数不符",
    en: "the headcounts that the plan states are not those that the lines of all years give",
  },
  "post-heads-differ": {
    zh: "方案所列岗位人数与各年去向推算的人数不符",
    en: "the heads of the post that the plan states are not those that the lines of all years give",
  },
  "school-differs": {
    zh: "年初任教学校与上年方案不一致",
    en: "works elsewhere at the start than the plan before says",
  },
  "relation-differs": {
    zh: "年初人事关系学校与上年方案不一致",
    en: "belongs to another school at the start than the plan before says",
  },
  "post-differs": {
    zh: "年初岗位与上年方案不一致",
    en: "fills another post at the start than the plan before says",
  },
  "office-differs": {
    zh: "年初职务与上年方案不一致",
    en: "is in another office at the start than the plan before says",
  },
  "subject-differs": { zh: "年初任教学科与上年不一致", en: "has another main subject at the start than before" },
  "person-missing": {
    zh: "上年在册，本年数据中没有",
    en: "is not in the county of the year, and was in the one before",
  },
};

/** Returns what is wrong over the years, in sentences. */
export function tellFindings(findings: readonly YearsFinding[], [first]: readonly PlannedYear[]): ToldFinding[] {
  if (first === undefined) return [];
  const names = namesOf(first.instance, first);
  return findings.map((finding) => {
    const who = names.subject(finding.about);
    const what = FINDINGS[finding.code];
    const more = sidesText(finding, names);
    return {
      ...finding,
      message: {
        zh: `${finding.year} 年 ${who.zh} ${what.zh}${more.zh}`,
        en: `${finding.year} ${who.en}: ${what.en}${more.en}`,
      },
    };
  });
}

type Said = (value: string, names: Names) => Text;

const same = (text: string): Text => ({ zh: text, en: text });
const school: Said = (id, names) => same(names.school(id));

/** How the two sides of a difference are called. */
const SIDES: Partial<Readonly<Record<YearsFinding["code"], Said>>> = {
  "school-differs": school,
  "relation-differs": school,
  "post-differs": (post, names) => names.subject({ kind: "post", post }),
  "office-differs": (type) => words.personType[type as keyof typeof words.personType],
  "subject-differs": same,
};

const NOTHING: Text = { zh: "无", en: "none" };

/** What should be and what is, or who is concerned, where the finding has that; the number else. */
function sidesText({ code, expected, found, amount, came, back }: YearsFinding, names: Names): Text {
  if (came !== undefined && back !== undefined) return peopleText({ amount, came, back }, names);
  const called = SIDES[code];
  if (called === undefined) return { zh: `（${amount}）`, en: ` (${amount})` };
  const [should, is] = [expected, found].map((value) => (value === undefined ? NOTHING : called(value, names)));
  return {
    zh: `：应为“${should?.zh}”，现为“${is?.zh}”`,
    en: `: "${should?.en}" by the plans, "${is?.en}" by the data`,
  };
}

/** Who came to a post and who has come back, after the number of people who are too many. */
function peopleText(
  { amount, came, back }: Required<Pick<YearsFinding, "amount" | "came" | "back">>,
  names: Names,
): Text {
  const [arrived, returned] = [came, back].map((people) => people.map((id) => names.person(id)));
  return {
    zh: `（多 ${amount} 人；到任：${arrived?.join("、")}；期满返回：${returned?.join("、")}）`,
    en: ` (${amount} too many; came: ${arrived?.join(", ")}; came back: ${returned?.join(", ")})`,
  };
}
