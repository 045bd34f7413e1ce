import type { GroupKind } from "../instance/codes.ts";
import type { Text } from "../instance/issue.ts";
import { words } from "../instance/vocabulary.ts";
import type { LimitName, RuleSubject } from "../subject/rule-subject.ts";

/** What of a policy names are taken from. */
export interface WordedPolicy {
  readonly rules: readonly { readonly id: string; readonly text: Text; readonly params: unknown }[];
  readonly levels: readonly { readonly name: string; readonly text: Text }[];
  /** Whether published names are full. @defaultValue they are masked */
  readonly publication?: { readonly names: "masked" | "full" } | undefined;
}

/** The names that a subject is worded with. */
export interface KnownNames {
  readonly person: (id: string) => string;
  readonly school: (id: string) => string;
  readonly post: (id: string) => Text;
  readonly county: string;
  readonly group: (kind: GroupKind, id: string) => string | undefined;
  readonly schoolOfPost: (id: string) => string | undefined;
  readonly policy: WordedPolicy | undefined;
}

type Kind = RuleSubject["kind"];
type OfKind<K extends Kind> = Extract<RuleSubject, { readonly kind: K }>;

const SUBJECT_TEXTS: { readonly [K in Kind]: (subject: OfKind<K>, known: KnownNames) => Text } = {
  county: ({ subject }, { county }) => inSubject(same(county), subject),
  school: ({ school, subject, yearsLater }, known) => inSubject(later(known.school(school), yearsLater), subject),
  group: ({ group, id }, known) => same(known.group(group, id) ?? id),
  area: ({ area }) => CLASS_WORDS.get(area) ?? same(area),
  post: ({ post }, known) => {
    const at = known.schoolOfPost(post);
    return at === undefined ? known.post(post) : together(same(known.school(at)), "·", known.post(post));
  },
  person: ({ person }, known) => same(known.person(person)),
  pair: ({ a, b, id }, known) => {
    const name = id === undefined ? undefined : (known.group("pair", id) ?? id);
    // What people typed as the id of a pair is its name; a code says less than the schools do.
    const isCode = name === undefined || (name === id && /^[\w-]*$/u.test(name));
    return same(isCode ? `${known.school(a)}—${known.school(b)}` : name);
  },
  stage: ({ stage }) => words.stage[stage],
  route: ({ from, to }, { policy }) => routeText(classText(from, policy), classText(to, policy)),
  entry: ({ entry }, { policy }) => ruleTitle(entry, policy),
  level: ({ level }, { policy }) => policy?.levels.find(({ name }) => name === level)?.text ?? same(level),
  indicator: ({ indicator }) => same(indicator),
  manifest: ({ part }) => MANIFEST_PARTS[part],
};

/** Returns the words of a subject, with the limit that is meant where there are several. */
export function subjectText(subject: RuleSubject, known: KnownNames): Text {
  const bare = (SUBJECT_TEXTS[subject.kind] as (subject: RuleSubject, known: KnownNames) => Text)(subject, known);
  const limit = "limit" in subject ? subject.limit : undefined;
  return limit === undefined ? bare : together(bare, " ", LIMIT_WORDS[limit]);
}

/** Returns how the policy states one of its entries; the id where the policy is not at hand. */
export function ruleTitle(entry: string, policy: WordedPolicy | undefined): Text {
  return policy?.rules.find(({ id }) => id === entry)?.text ?? same(entry);
}

const MANIFEST_PARTS = {
  county: { zh: "县（区）", en: "county" },
  planYear: { zh: "年度", en: "plan year" },
  instance: { zh: "数据", en: "data" },
  policy: { zh: "政策", en: "policy" },
  overrides: { zh: "放宽的规则", en: "rules set aside" },
  levels: { zh: "目标层级", en: "levels" },
  locks: { zh: "已定人员", en: "locks" },
  seed: { zh: "抽签种子", en: "seed" },
} as const;

/** Subjects are called in every language as the data writes them. */
function inSubject(text: Text, subject: string | undefined): Text {
  return subject === undefined ? text : together(text, "·", same(subject));
}

function later(name: string, years: number | undefined): Text {
  if (years === undefined) return same(name);
  return { zh: `${name}（${years}年后）`, en: `${name} (${years} ${years === 1 ? "year" : "years"} later)` };
}

const CLASS_WORDS: ReadonlyMap<string, Text> = new Map(
  Object.entries({ ...words.area, ...words.quality, ...words.terrain }),
);

const LIMIT_WORDS: Readonly<Record<LimitName, Text>> = {
  minOut: { zh: "最少交流出", en: "least out" },
  maxOut: { zh: "最多交流出", en: "most out" },
  minIn: { zh: "最少交流入", en: "least in" },
  maxIn: { zh: "最多交流入", en: "most in" },
  longTerm: { zh: "一学年以上", en: "a year or longer" },
  meanDeviation: { zh: "平均偏差", en: "mean deviation" },
  variation: { zh: "差异系数", en: "coefficient of variation" },
  min: { zh: "最少人次", en: "least" },
  max: { zh: "最多人次", en: "most" },
  maxLoss: { zh: "净流出上限", en: "most lost on balance" },
  minShare: { zh: "最低比例", en: "least share" },
  maxShare: { zh: "最高比例", en: "largest share" },
  maxOfReverse: { zh: "不超过反方向", en: "at most the reverse" },
  working: { zh: "在岗人数", en: "people working there" },
  relation: { zh: "人事关系人数", en: "personnel relations held" },
  load: { zh: "周课时", en: "periods a week" },
  places: { zh: "兼课学校数", en: "schools taught at" },
  metres: { zh: "兼课路程", en: "way to teach elsewhere" },
  membership: { zh: "兼课人员范围", en: "who may teach elsewhere" },
  teachers: { zh: "教师", en: "teachers" },
  leaders: { zh: "领导班子", en: "leadership team" },
};

const ANY_CLASS: Text = { zh: "各类", en: "any" };

/** A class of schools: as the policy words it, else a word for schools of its kind, else its name. */
function classText(name: string, policy: WordedPolicy | undefined): Text {
  if (name === "*") return ANY_CLASS;
  for (const { params } of policy?.rules ?? []) {
    const classes = (params as { readonly classes?: readonly { readonly name: string; readonly text?: Text }[] })
      .classes;
    const text = classes?.find((entry) => entry.name === name)?.text;
    if (text !== undefined) return text;
  }
  return CLASS_WORDS.get(name) ?? same(name);
}

function routeText(from: Text, to: Text): Text {
  return { zh: `${from.zh}→${to.zh}`, en: `${from.en} to ${to.en}` };
}

function same(text: string): Text {
  return { zh: text, en: text };
}

function together(a: Text, between: string, b: Text): Text {
  return { zh: `${a.zh}${between}${b.zh}`, en: `${a.en}${between}${b.en}` };
}
