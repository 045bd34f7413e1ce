/** A mistake in the policy: what it changes, and what has to be said at the line of the change. */
export interface Mistake {
  readonly name: string;
  /** Text of the right policy that is replaced once, from the start of a line or within it. */
  readonly right: string;
  readonly wrong: string;
  readonly code: string;
  /** What message or advice say in Chinese and in English. */
  readonly zh: string;
  readonly en: string;
  /** Text of the line that the mistake is told at. @defaultValue the first line of `wrong` */
  readonly at?: string;
}

type Row = readonly [name: string, right: string, wrong: string, code: string, zh: string, en: string, at?: string];

const SECTION_ROWS: readonly Row[] = [
  ["a misspelt section", "eligibility:\n  exch", "eligibilty:\n  exch", "unknown-key", "eligibility", "eligibility"],
  ["a misspelt key", "exemptions:", "exmptions:", "unknown-key", "exemptions", "exemptions"],
  ["a Chinese key", "scope:\n  source", "范围:\n  source", "unknown-key", "范围", "范围"],
  ["another format", "lungang-policy-1", "lungang-policy-2", "invalid-policy", "lungang-policy-1", "lungang-policy-1"],
  ["no name", "name: 示例县教师交流轮岗办法\n", "", "invalid-policy", "缺少", "missing", "format"],
  ["a number for a text", "    text: 定期轮岗", "    text: 5", "invalid-policy", "文字", "text"],
  ["no text in any language", "    text: 定期轮岗", "    text: {}", "invalid-policy", "缺少", "missing"],
  ["a text in a third language", "    text: 定期轮岗", "    text: {de: Tausch}", "unknown-key", "de", "de"],
];

const WORD_ROWS: readonly Row[] = [
  [
    "an English word for another",
    "[孕期, 哺乳期]",
    "[pregnant, 哺乳期]",
    "invalid-parameter",
    "pregnancy",
    "pregnancy",
  ],
  ["a Chinese word for another", "[孕期, 哺乳期]", "[孕妇, 哺乳期]", "invalid-parameter", "pregnancy", "pregnancy"],
  [
    "a word in a condition",
    "[县级骨干教师, backboneCity]",
    "[县骨杆教师]",
    "invalid-predicate",
    "backboneCounty",
    "backboneCounty",
  ],
  ["a code but for a letter", "backboneCity]", "backbonCity]", "invalid-predicate", "backboneCity", "backboneCity"],
  [
    "a code in capitals of another language",
    "value: 公办",
    "value: государственный",
    "invalid-predicate",
    "public（公办）",
    "words expected",
  ],
  ["an area", "[城区, 镇区]", "[城镇区, 镇区]", "invalid-predicate", "urban", "urban"],
  ["a kind of staff", "value: 专任教师", "value: 老师", "invalid-predicate", "teacher", "teacher"],
  [
    "a word of another attribute",
    "value: 专任教师",
    "value: 薄弱学校",
    "invalid-predicate",
    "下列词",
    "words expected",
  ],
  ["a form", "code: rotation", "code: rotatoin", "invalid-policy", "rotation", "rotation"],
  ["a Chinese form", "code: rotation", "code: 轮换", "invalid-policy", "可选", "offered"],
  ["a strength", "strength: override", "strength: overide", "invalid-policy", "override", "override"],
  ["a scope", "scope: county", "scope: contry", "invalid-policy", "county", "county"],
  ["a measure of years", "measure: school", "measure: schol", "invalid-policy", "school", "school"],
];

const REFERENCE_ROWS: readonly Row[] = [
  [
    "an attribute",
    "attr: person.honours",
    "attr: person.honors",
    "invalid-predicate",
    "person.honours",
    "person.honours",
  ],
  [
    "an attribute without its subject",
    "attr: person.honours",
    "attr: honours",
    "invalid-predicate",
    "person.honours",
    "person.honours",
  ],
  ["a Chinese attribute", "attr: person.honours", "attr: 荣誉称号", "invalid-predicate", "荣誉称号", "荣誉称号"],
  [
    "a person asked for in the scope",
    "attr: school.ownership",
    "attr: person.age",
    "invalid-predicate",
    "学校（school.）",
    "the school",
  ],
  [
    "a school entered asked for in the scope",
    "attr: school.stages",
    "attr: to.stages",
    "invalid-predicate",
    "school.stages",
    "school.stages",
  ],
  [
    "a school entered asked for of who is due",
    "attr: person.personType\n        op: eq\n        value: 专任教师",
    "attr: to.area\n        op: eq\n        value: 乡村",
    "invalid-predicate",
    "from.area",
    "from.area",
  ],
  [
    "a set that does not exist",
    "set: {set: backbone}",
    "set: {set: backbones}",
    "invalid-predicate",
    "backbone",
    "backbone",
  ],
  [
    "a set for backbone that does not exist",
    "  backbone: backbone\n",
    "  backbone: 骨干\n",
    "invalid-predicate",
    "骨干",
    "骨干",
  ],
  [
    "a set of schools asked for of people",
    "set: {set: backbone}",
    "set: {set: townSchools}",
    "invalid-predicate",
    "school.area",
    "school.area",
  ],
  [
    "a set of itself",
    "  townSchools:\n    attr: school.area\n    op: in\n    value: [城区, 镇区]",
    "  townSchools: {not: {set: townSchools}}",
    "circular-set",
    "自己",
    "itself",
  ],
  ["a rule", "rule: nearness", "rule: nearnes", "unknown-rule", "nearness", "nearness"],
  ["a Chinese rule", "rule: nearness", "rule: 就近", "unknown-rule", "就近", "就近"],
  ["a level", "level: nearness", "level: nearnes", "unknown-level", "nearness", "nearness"],
  ["a parameter", "{$param: quotaShare}", "{$param: quotaShre}", "unknown-parameter", "quotaShare", "quotaShare"],
  ["a parameter of a rule", "      share: 20%", "      shares: 20%\n      share: 20%", "unknown-key", "share", "share"],
  ["a key of a form", "relationMoves: false", "relationMove: false", "unknown-key", "relationMoves", "relationMoves"],
  [
    "an id that is there",
    "id: near\n",
    "id: posts\n",
    "duplicate-id",
    "posts",
    "posts",
    "id: posts\n    rule: nearness",
  ],
  ["an id with spaces", "id: near\n", "id: 就近\n", "invalid-policy", "英文字母", "letters"],
];

const VALUE_ROWS: readonly Row[] = [
  ["a share above the whole", "share: 20%", "share: 20", "invalid-policy", "20%", "20%"],
  ["a share above 100 %", "share: 20%", "share: 120%", "invalid-policy", "0至100%", "0 to 100%"],
  ["a share of people", "share: 20%", "share: 二成", "invalid-policy", "0至100%", "0 to 100%"],
  ["a share of no number", "default: 10%", "default: 10％以上", "invalid-parameter", "8%", "8%"],
  ["a default above the whole", "default: 10%", "default: 12", "invalid-parameter", "12%", "12%"],
  ["half a year", "default: 6\n", "default: 6.5\n", "invalid-parameter", "整数", "whole number"],
  ["years in words", "default: 6\n", "default: 六年\n", "invalid-parameter", "整数", "whole number"],
  ["a type of parameter", "type: integer", "type: number", "invalid-policy", "integer", "integer"],
  ["a day that does not exist", "cutoff: 08-31", "cutoff: 02-30", "invalid-policy", "08-31", "08-31"],
  ["a day in words", "cutoff: 08-31", "cutoff: 8月31日", "invalid-policy", "08-31", "08-31"],
  ["an age in quotes", "male: 50", "male: '50'", "invalid-policy", "数字", "number"],
  ["an age below nothing", "min: {$param: years}", "min: -6", "invalid-policy", "≥ 0", "≥ 0"],
  ["yes in words", "sensitive: true", "sensitive: 是的", "invalid-policy", "true 或 false", "true or false"],
  ["a term from the end to the beginning", "{min: 36, max: 72}", "{min: 0, max: 72}", "invalid-policy", "≥ 1", "≥ 1"],
  ["an operator", "op: in\n      value: [薄弱", "op: within\n      value: [薄弱", "invalid-policy", "可选", "offered"],
  [
    "an operator that does not fit",
    "op: in\n      value: [薄弱",
    "op: has\n      value: [薄弱",
    "invalid-predicate",
    "eq",
    "eq",
    "op: has\n      value: [薄弱",
  ],
  ["a condition with a misspelt key", "      attr: to.quality", "      atr: to.quality", "unknown-key", "attr", "attr"],
  [
    "a condition without a value",
    "      op: in\n      value: [薄弱学校, 一般学校]\n",
    "      op: in\n",
    "invalid-policy",
    "缺少",
    "missing",
    "where:",
  ],
  [
    "a negation of two things",
    "set: {set: backbone}",
    "set: {not: {set: backbone}, set: backbone}",
    "unknown-key",
    "set",
    "set",
  ],
  ["no level of the lottery in a list", "levels:\n", "levels: 抽签\nold:\n", "invalid-policy", "列表", "list"],
];

const TEXT_ROWS: readonly Row[] = [
  ["a Chinese colon", "id: ours", "id：ours", "invalid-syntax", "英文", "colon"],
  ["a Chinese comma in a list", "[薄弱学校, 一般学校]", "[薄弱学校，一般学校]", "invalid-predicate", "weak", "weak"],
  ["Chinese brackets", "[薄弱学校, 一般学校]", "【薄弱学校, 一般学校】", "invalid-predicate", "weak", "weak"],
  ["Chinese quotes", "value: 公办", "value: “公办”", "invalid-predicate", "public", "public"],
  ["a full-width percent sign and digits", "share: 20%", "share: ２０", "invalid-policy", "20%", "20%"],
  ["a tab", "    op: has\n    value: [县级", "\top: has\n    value: [县级", "invalid-syntax", "制表符", "tab"],
  [
    "a key twice",
    "  start: 09-01",
    "  start: 09-01\n  cutoff: 08-30",
    "duplicate-key",
    "重复",
    "twice",
    "cutoff: 08-30",
  ],
  ["an alias of nothing", "text: 定期轮岗", "text: *form", "invalid-syntax", "锚点", "anchor"],
  ["an anchor that is merged", "{min: 36, max: 72}", "{<<: {min: 36, max: 72}}", "unknown-key", "<<", "<<"],
  ["an open quote", "text: 定期轮岗", 'text: "定期轮岗', "invalid-syntax", "引号", "quote"],
  ["an open bracket", "{min: 36, max: 72}", "{min: 36, max: 72", "invalid-syntax", "括号", "bracket"],
  ["a tag", "text: 定期轮岗", "text: !form 定期轮岗", "invalid-syntax", "标签", "tag"],
];

/** Every mistake, by what is mistaken. */
export const MISTAKES: readonly Mistake[] = [
  ...SECTION_ROWS,
  ...WORD_ROWS,
  ...REFERENCE_ROWS,
  ...VALUE_ROWS,
  ...TEXT_ROWS,
].map(([name, right, wrong, code, zh, en, at]) => ({
  name,
  right,
  wrong,
  code,
  zh,
  en,
  ...(at === undefined ? {} : { at }),
}));
