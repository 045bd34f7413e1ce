import { settingsSheet } from "../sheets/appointment-settings.ts";
import { TEMPLATE_WISHES, applicationSheet } from "../sheets/appointment-main-sheets.ts";
import { APPOINTMENT_SHEETS } from "../sheets/appointment-sheets.ts";
import type { AppointmentSheetKey, SheetKey, SheetSpec } from "../sheets/spec.ts";
import { exampleRows, exampleSheet } from "../writing/template.ts";
import type { OutSheet, OutValue } from "../workbook/out-sheet.ts";
import { writeWorkbook } from "../workbook/write-xlsx.ts";
import type { AppointmentRows, PersonRow, PlacedRow, PostRow } from "./appointment-rows.ts";

/**
 * What is known before people apply: the rest of the workbook is for them.
 *
 * @public
 */
export interface KnownRows {
  readonly title?: string;
  readonly posts: readonly PostRow[];
  readonly people: readonly PersonRow[];
  readonly placed: readonly PlacedRow[];
  /** Kilometres between schools, for rounds that look for the nearest post. */
  readonly distances: AppointmentRows["distances"];
  readonly titlePosts: AppointmentRows["titlePosts"];
}

/** What a policy says of a template of applications. */
interface AppointmentTemplateOptions {
  /** Name or path of the policy. */
  readonly policy?: string;
  /** Who signs and seals. */
  readonly authority?: string | undefined;
  /** Kinds of schools that rounds of the policy ask for and no data tell. @defaultValue none */
  readonly kinds?: readonly string[];
}

const INSTRUCTIONS: readonly string[] = [
  "一、必填的表：参数、岗位、人员、报名志愿。其余各表按需填写，不用的可以留空或删除。",
  "二、表头为橙色的列必填，蓝色的列可不填；第 2 行（以“※”开头）是说明，以“示例”开头的行是示例，读入时自动跳过。",
  "三、岗位数含现有人员所占的岗位。空岗 = 岗位数 - 现有人数；不公布的空岗须有原因：交流保留、停招、公布比例、县级预留。",
  "四、报名志愿一人一行，第一志愿最先。可保留原岗者志愿未实现时留在原岗；报的岗位必须是公布的岗位。",
  "五、积分直接填在“人员”表，或由“计分项”和“材料”逐项计算，不要两处都填。计分用到的列（教龄、笔试成绩等）加在“人员”表右侧，列名与“计分项”一致。",
  "六、同分时依次比较“同分比较项”，仍相同的按公开抽签：种子、换行、人员编号合在一起的 SHA-256 小者在前，任何人可以复算。",
  "七、“学校排序”只用于学校给报名者排名次的岗位；没有列入排序的人不能到该岗位。",
  "八、“夫妻”“人数限制”填写后按整数规划求最少的越过，剩下的逐一列出原因。",
  "九、“轮次”不填为一轮办完；填写后按次序逐轮进行，剩余和腾出的空岗进入下一轮，已定岗的人不再参加。",
  "",
  "填好后运行：lungang appoint 本文件.xlsx --out 结果文件夹，有问题会一次列出全部单元格。",
];

const PURPOSES: Readonly<Partial<Record<SheetKey, string>>> = {
  settings: "聘任规则、抽签种子、空岗公布办法",
  posts: "每个岗位一行：学校、学科、岗位数、不公布的空岗及原因",
  people: "每个参加的人一行：原岗位、积分、优先类别，以及计分用的列",
  applications: "每人一行：第一志愿、第二志愿……",
  rankings: "双向选择时学校对报名者的名次",
  classes: "先于他人的类别及其先后",
  placed: "直接聘任、期满返回、新招聘等已有岗位、不参加竞聘的人",
  floors: "某些岗位合计至少留几人",
  swaps: "指名对调：谁愿与谁对调，学校是否同意；聘任规则填“指名对调”",
  rounds: "分轮竞聘和落聘人员分步安置：每轮的范围、人员、岗位；前一轮定岗后再进行下一轮",
  distances: "就近安排用的学校间距离",
  withdrawn: "异议成立后撤回的决定，从该轮起重新进行",
  procedure: "政策规定的步骤办到哪一步：教代会、校长选聘各步、落聘人员培训等",
  classTeachers: "各班班主任：兼任，不另占岗位",
  items: "积分怎么算，一项一行",
  evidence: "获奖、论文等材料，一件一行",
  couples: "夫妻同进同退或不分开",
  limits: "某些岗位合计至少、至多几人",
  titlePosts: "各校高级、中级等职称岗位：按结构比例或核定数，满额的职称不再调入",
  schoolSizes: "按学生数、班级数核定各校编制，与设岗数核对",
};

/** Rows that get formats and drop-down lists. */
const PREPARED_ROWS: Readonly<Partial<Record<SheetKey, number>>> = { people: 10_000, applications: 10_000 };
const PREPARED_BY_DEFAULT = 2_000;

/**
 * Returns a workbook of applications for posts to fill in: instructions, one sheet a topic, drop-down lists; with what is
 * known already where rows are given, else with examples.
 *
 * @public
 */
export async function writeAppointmentTemplate(
  known?: KnownRows,
  { policy, authority, kinds = [] }: AppointmentTemplateOptions = {},
): Promise<Uint8Array> {
  const sheets = APPOINTMENT_SHEETS.specs.map((spec) =>
    spec === settingsSheet
      ? settingsTemplate({ title: known?.title, policy, authority })
      : withAskedKinds(templateSheet(spec, known), spec, kinds),
  );
  return writeWorkbook([instructions(), ...sheets], { title: known?.title ?? "教师岗位竞聘数据模板" });
}

function instructions(): OutSheet {
  return {
    name: "说明",
    title: ["教师岗位竞聘数据模板", ...INSTRUCTIONS],
    columns: [
      { header: "工作表", width: 14 },
      { header: "是否必填", width: 12 },
      { header: "内容", width: 70 },
    ],
    rows: APPOINTMENT_SHEETS.specs.map(({ key, zh, required }) => [
      zh,
      required ? "必填" : "选填",
      PURPOSES[key] ?? "",
    ]),
  };
}

function settingsTemplate(given: Readonly<Partial<Record<string, string | undefined>>>): OutSheet {
  const { columns } = settingsSheet;
  return {
    name: settingsSheet.zh,
    columns: [
      { header: "项目", width: 26 },
      { header: "内容", width: 26 },
      { header: "说明", width: 84 },
    ],
    rows: columns.map(({ key, zh, required, note }) => [
      zh,
      given[key] ?? null,
      `${required === true ? "必填。" : ""}${note}`,
    ]),
    notes: ["※ 只填“内容”一列"],
    freezeColumns: 1,
    rowChoices: columns.flatMap(({ codec }, row) =>
      codec.choices === undefined ? [] : [{ row, column: 1, choices: codec.choices }],
    ),
  };
}

function templateSheet(spec: SheetSpec, known: KnownRows | undefined): OutSheet {
  const shown = spec === applicationSheet ? { ...spec, columns: spec.columns.slice(0, TEMPLATE_WISHES + 1) } : spec;
  const rows = knownRows(spec.key as AppointmentSheetKey | "posts", known);
  const prepared = PREPARED_ROWS[spec.key] ?? PREPARED_BY_DEFAULT;
  if (rows === undefined) return exampleSheet(shown, { rows: exampleRows(shown), examples: true, prepared });
  const cells = rows.map((row) =>
    shown.columns.map(({ key, codec }): OutValue => {
      const value = (row as Readonly<Record<string, unknown>>)[key];
      return value === undefined ? null : codec.write(value);
    }),
  );
  return exampleSheet(shown, { rows: cells, examples: false, prepared });
}

/** Where rounds of the policy are for kinds of schools that nobody can read from the data, the column is needed: who lacks it takes no part. */
function withAskedKinds(sheet: OutSheet, { key, columns }: SheetSpec, kinds: readonly string[]): OutSheet {
  const at = key === "posts" ? columns.findIndex((column) => column.key === "schoolTypes") : -1;
  if (at < 0 || kinds.length === 0) return sheet;
  const [explained = []] = sheet.explanations ?? [];
  const note = `本政策按学校类别安排聘任，请在所属学校的各行填写：${kinds.join("、")}；不属于这些类别的不填`;
  return {
    ...sheet,
    columns: sheet.columns.map((column, index) => (index === at ? { ...column, required: true } : column)),
    explanations: [explained.map((text, index) => (index === at ? note : text))],
  };
}

function knownRows(key: AppointmentSheetKey | "posts", known: KnownRows | undefined): readonly object[] | undefined {
  if (known === undefined) return undefined;
  const { posts, people, placed, distances, titlePosts } = known;
  return { posts, people, placed, distances, titlePosts }[key as string] ?? [];
}
