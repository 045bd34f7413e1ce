import type { SchemaField } from "@lungang/core/policy";
import { CONDITION_SUBJECTS, conditionText, policySchema, schemaFields } from "@lungang/core/policy";
import type { Text } from "@lungang/core";
import { FIELD_WORDS } from "../src/language/field-words.ts";
import { policyAttributes, policyForms, policyRules } from "../src/language/language.ts";
import { SECTIONS } from "../src/language/sections.ts";

/** The page `docs/policy-language.md`, made from the schemas and the words of the policy language. */

const both = ({ zh, en }: Text) => (zh === en ? zh : `${zh}<br>${en}`);
const cell = (text: string) => text.replaceAll("|", "/").replaceAll("\n", " ");
const code = (text: string) => `\`${text}\``;

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(titles), line(titles.map(() => "---")), ...rows.map(line)].join("\n");
}

const usualOf = ({ required, usual }: SchemaField) =>
  required ? "必填 required" : usual === undefined ? "" : code(JSON.stringify(usual));

/** Roots that a condition may ask for, as `person.` and so on. */
const aboutOf = ({ about }: SchemaField) =>
  about === undefined ? "" : ` ${about.map((root) => code(`${root}.`)).join(" ")}`;

function fieldRows(fields: readonly SchemaField[], textOf: (field: SchemaField) => Text | undefined) {
  return fields.map((field) => {
    const text = textOf(field);
    return [
      code(field.path.join(".")),
      `${both(field.type)}${aboutOf(field)}`,
      usualOf(field),
      text === undefined ? "" : both(text),
    ];
  });
}

const FIELD_TITLES = ["键 key", "写什么 what to write", "不写时 default", "含义 meaning"];

const fields = schemaFields(policySchema);
const REPORTS = ["benefits", "reports"];

function sectionPart([name, words]: readonly [string, Text]): string {
  const own = fields.filter(({ path }) => path[0] === name && path.length > 1);
  const field = fields.find(({ path }) => path.join(".") === name);
  const lines = [`### ${code(name)}`, "", `${words.zh}`, "", `${words.en}`, ""];
  if (REPORTS.includes(name) || own.length === 0) {
    return [...lines, field === undefined ? "" : `${both(field.type)} ${usualOf(field)}`.trim(), ""].join("\n");
  }
  const rows = fieldRows(
    own.map((each) => ({ ...each, path: each.path.slice(1) })),
    ({ path }) => FIELD_WORDS[[name, ...path].join(".")],
  );
  return [...lines, table(FIELD_TITLES, rows), ""].join("\n");
}

function rulePart(rule: ReturnType<typeof policyRules>[number]): string {
  const rows = fieldRows(
    rule.params,
    ({ path }) => rule.params.find((field) => field.path.join() === path.join())?.text,
  );
  return [
    `### ${code(rule.name)} ${rule.title.zh} ${rule.title.en}`,
    "",
    `${rule.does.zh}。${rule.does.en}.`,
    "",
    ...(rows.length === 0 ? [] : [table(FIELD_TITLES, rows), ""]),
    "```yaml",
    rule.example,
    "```",
    "",
  ].join("\n");
}

function attributeRows(): readonly (readonly string[])[] {
  return policyAttributes().map(({ attr, text, type, words = [] }) => [
    code(attr),
    both(text),
    type,
    words.map((word) => `${code(word.code)} ${word.text.zh}`).join("、"),
  ]);
}

function formRows(): readonly (readonly string[])[] {
  return policyForms().map((form) => [
    code(form.code),
    both(form.text),
    form.source,
    form.scope,
    `${form.termMonths.min}–${form.termMonths.max}`,
    form.relationMoves ? "✓" : "",
    form.countsInQuota === false ? "" : "✓",
    form.fullTimeShare ?? "1",
    (form.kinds ?? ["teaching"]).join(" "),
    [form.who, form.where]
      .flatMap((condition) => (condition === undefined ? [] : [both(conditionText(condition))]))
      .join("<br>"),
  ]);
}

const WHERE: Readonly<Record<keyof typeof CONDITION_SUBJECTS, Text>> = {
  person: { zh: "人员条件（who、when、set 等）", en: "conditions on people" },
  school: { zh: "学校条件（scope.schools、schools）", en: "conditions on schools" },
  entry: { zh: "去往学校的条件（newRecruits 的 schools）", en: "conditions on the school entered" },
  move: { zh: "去向条件（forms.where、moves、of、requires）", en: "conditions on moves" },
};

/** Returns the page. */
export function languagePage(): string {
  return [
    "# 政策语言 Policy language",
    "",
    "Made from the code by `packages/policies/test/language.test.ts`; do not edit.",
    "",
    "政策是一个 YAML 或 JSON 文件。键名用英文；词语用代码或工作簿中的中文词都可以。`lungang policies lint 文件` 逐行检查，`lungang policies 名称 --yaml` 给出一份可改的政策，`extends: 名称` 沿用一份内置政策，只写不同之处。",
    "",
    "A policy is a YAML or JSON file. Keys are English; words are codes or the Chinese words of the workbook. `lungang policies lint FILE` checks it line by line, `lungang policies NAME --yaml` gives one to start from, and `extends: NAME` takes one over, so that only what differs is written.",
    "",
    "- [章节 Sections](#章节-sections)",
    "- [条件 Conditions](#条件-conditions)",
    "- [规则 Rules](#规则-rules)",
    "- [形式目录 Catalogue of forms](#形式目录-catalogue-of-forms)",
    "- [属性 Attributes](#属性-attributes)",
    "",
    "## 章节 Sections",
    "",
    ...Object.entries(SECTIONS).map(sectionPart),
    "## 条件 Conditions",
    "",
    "`{attr: 属性, op: 比较, value: 值}`，或 `{all: [...]}` 都满足、`{any: [...]}` 满足之一、`{not: ...}` 不满足、`{set: 集合名}`。数据缺值时是错误，除非写明 `ifMissing: true` 或 `false`。",
    "",
    "`of: 另一属性` 代替 `value`，与另一属性比较：`{attr: to.x.片, op: notIn, of: person.x.服务过的片}`。`of` in place of `value` compares with another attribute.",
    "",
    "`{attr, op, value}`, or `{all: [...]}`, `{any: [...]}`, `{not: ...}`, `{set: name}`. A missing value is an error of the data unless `ifMissing` says what it counts as.",
    "",
    table(
      ["op", "含义 meaning", "属性类型 types"],
      [
        ["`eq` `in`", "等于、是其中之一<br>equal, one of", "text number date boolean"],
        ["`ne` `notIn`", "不等于、不在其中<br>not equal, none of", "text number date boolean"],
        ["`lt` `le` `gt` `ge`", "小于、不大于、大于、不小于<br>less, at most, more, at least", "number date"],
        ["`has`", "包括其中之一<br>holds one of", "set"],
      ],
    ),
    "",
    table(
      ["哪里的条件 where", "可问 may ask about"],
      Object.entries(CONDITION_SUBJECTS).map(([name, roots]) => [
        both(WHERE[name as keyof typeof CONDITION_SUBJECTS]),
        roots.map((root) => code(`${root}.`)).join(" "),
      ]),
    ),
    "",
    "## 规则 Rules",
    "",
    table(
      ["规则 rule", "名称 title"],
      policyRules().map(({ name, title }) => [code(name), both(title)]),
    ),
    "",
    ...policyRules().map(rulePart),
    "## 形式目录 Catalogue of forms",
    "",
    "`base: 代码` 沿用目录中的一项；写了的键替换它。The entry of `base` holds unless the policy writes the key.",
    "",
    table(
      [
        "代码 code",
        "名称 name",
        "出处 source",
        "范围 scope",
        "月 months",
        "关系随转 relation",
        "计入指标 counts",
        "全职比例 share",
        "岗位 posts",
        "隐含条件 conditions",
      ],
      formRows(),
    ),
    "",
    "## 属性 Attributes",
    "",
    table(["属性 attribute", "含义 meaning", "类型 type", "词语 words"], attributeRows()),
    "",
  ].join("\n");
}
