import { writeWorkbook } from "../../../tabular/src/index.ts";
import type { PolicyDocument } from "../../src/index.ts";

/**
 * A competition in which the parts of every policy that has some bind: a middle school with too many teachers, of whom
 * one becomes a leader and two go to support, with posts of other middle schools, two primary schools of the township and one
 * outside it that is nearer. Everybody and every step has what the policy asks for.
 */

type Cell = string | number | null;
type Sheets = Readonly<Record<string, readonly (readonly Cell[])[]>>;

/** What stands otherwise than in the competition as it is. */
export interface Variant {
  /** Steps that are recorded as failed, by their name. */
  readonly failed?: string;
  /** A step that the policy does not have, and of which nothing is recorded. */
  readonly without?: string;
  /** Class teachers: class, school, teacher. */
  readonly roles?: readonly (readonly [string, string, string])[];
}

const POSTS: readonly (readonly Cell[])[] = [
  ["岗位编号", "学校", "学校类别", "职务", "乡镇", "岗位类别", "学段", "学科", "岗位数"],
  ["principal", "甲中学", null, "校长", "坝区", "管理", null, null, 1],
  ["lead", "甲中学", null, "中层", "坝区", "管理", null, null, 1],
  ["head", "近小学", "中心校", "校长", "坝区", "管理", null, null, 1],
  ["village", "远小学", "村小", "校长", "坝区", "管理", null, null, 1],
  ["teach", "甲中学", null, null, "坝区", "教学", "初中", "语文", 3],
  ["support", "甲中学", null, null, "坝区", "教辅", null, null, 1],
  ["care", "甲中学", null, null, "坝区", "工勤", null, null, 1],
  ["other", "乙中学", null, null, "山区", "教学", "初中", "语文", 1],
  ["chosen", "丙中学", "面向全县选聘", null, "坝区", "教学", "初中", "数学", 1],
  ["plain", "丁中学", "坝区中学", null, "坝区", "教学", "初中", "数学", 1],
  ["mountain", "戊中学", "山区中学", null, "山区", "教学", "初中", "数学", 1],
  ["kept", "己小学", null, null, "坝区", "教学", "小学", "语文", 1],
  ["beside", "己小学", null, null, "坝区", "教辅", null, null, 1],
  ["near", "近小学", null, null, "坝区", "教学", "小学", "语文", 1],
  ["far", "远小学", null, null, "坝区", "教学", "小学", "语文", 1],
  ["outside", "外小学", null, null, "山区", "教学", "小学", "语文", 1],
];

/** Columns that points, ties and criteria of the policies read. */
const SCORES = [
  "工作表现",
  "民主测评",
  "周课时",
  "担任班主任",
  "骨干教师",
  "教学和班级管理",
  "发展能力",
  "解决问题能力",
  "落实水平",
  "实际成效",
] as const;

/** Points, ties and scores of everybody: who comes before whom at the own post depends on each of them. */
const PEOPLE: readonly (readonly [id: string, own: string | null, points: number, ...scores: Cell[]])[] = [
  ["leader", "teach", 90, 90, 90, 12, "是", "是", 5, 90, 60, 60, 60],
  ["rival", null, 89, 50, 50, 1, "否", "否", 1, 60, 90, 61, 61],
  ["deputy", null, 88, 50, 50, 1, "否", "否", 1, 70, 78, 49, 49],
  ["principal", "principal", 99, 90, 90, 1, "否", "否", 1, 50, 50, 50, 50],
  ["villageHead", "village", 98, 90, 90, 1, "否", "否", 1, 50, 50, 50, 50],
  ["holder", "kept", 15, 10, 10, 1, "否", "否", 1, 50, 50, 50, 50],
  ["better", "beside", 85, 80, 80, 1, "否", "否", 1, 50, 50, 50, 50],
  ["helper", "teach", 80, 80, 80, 12, "否", "否", 4, 50, 50, 50, 50],
  ["stays", "teach", 70, 70, 70, 12, "否", "否", 3, 50, 50, 50, 50],
  ["comes", "support", 60, 60, 60, 12, "否", "否", 2, 50, 50, 50, 50],
  ["converts", "teach", 40, 40, 40, 12, "否", "否", 2, 50, 50, 50, 50],
  ["wishes", "teach", 30, 30, 30, 12, "否", "否", 2, 50, 50, 50, 50],
  ["nears", "teach", 20, 20, 20, 12, "否", "否", 2, 50, 50, 50, 50],
  ["last", "teach", 10, 10, 10, 12, "否", "否", 2, 50, 50, 50, 50],
  ["first", null, 95, 10, 10, 1, "否", "否", 1, 50, 50, 50, 50],
  ["second", null, 94, 10, 10, 1, "否", "否", 1, 50, 50, 50, 50],
  ["tied", null, 94, 10, 10, 1, "否", "否", 2, 50, 50, 50, 50],
];

const WISHES: readonly (readonly Cell[])[] = [
  ["leader", "lead", null],
  ["rival", "lead", "head"],
  ["deputy", "head", null],
  ["better", "kept", null],
  ["helper", "support", null],
  ["stays", "other", null],
  ["comes", "teach", null],
  ["converts", "care", null],
  ["wishes", "far", null],
  ["first", "chosen", null],
  ["second", "chosen", "plain"],
  ["tied", "chosen", "mountain"],
];

/** Types and levels of records. */
const RECORDS = ["获奖", "课题", "论文"].flatMap((type) =>
  ["省级", "市级", "县级", "校级"].map((level) => [type, level] as const),
);

/**
 * Scores of one of two people at a post for one, each better in one thing; the other comes first where that does not count:
 * by what decides between equal points, and the last by the draw.
 */
const BETTER: readonly (readonly [id: string, ...scores: Cell[]])[] = [
  ["p1", 11, 10, 5, "否", "否", 1],
  ["p2", 10, 11, 5, "否", "否", 1],
  ["p3", 10, 10, 6, "否", "否", 1],
  ["p4", 10, 10, 5, "是", "否", 1],
  ["p5", 10, 10, 5, "否", "是", 1],
  ...RECORDS.map((_, at) => [`r${at + 1}`, 10, 10, 5, "否", "否", 1] as const),
  ["t", 10, 10, 5, "否", "否", 3],
];

const PAIRS: Pick<CountedRows, "posts" | "people" | "records"> = {
  posts: BETTER.map(([id]) => [id, `${id}小学`, null, null, "坝区", "教学", "小学", "语文", 1]),
  people: BETTER.flatMap(([id, ...scores]) => [
    [`${id}-better`, id, ...scores, 50, 50, 50, 50],
    [`${id}-other`, id, 10, 10, 5, "否", "否", 2, 50, 50, 50, 50],
  ]),
  records: RECORDS.map(([type, level], at) => [`r${at + 1}-better`, type, level, "主持"]),
};

interface CountedRows {
  readonly posts: readonly (readonly Cell[])[];
  readonly people: readonly (readonly Cell[])[];
  readonly records: readonly (readonly Cell[])[];
}

/** What a policy says of an appointment, as far as the competition depends on it. */
interface Section {
  readonly rule?: string;
  readonly items?: unknown;
  readonly steps?: readonly Step[];
  readonly unplaced?: readonly (Step & { readonly gate?: boolean })[];
  readonly selection?: { readonly steps?: readonly Step[] };
}

interface Step {
  readonly text: { readonly zh: string };
  readonly recorded?: "once" | "byApplication" | "each";
}

/** Returns the bytes of the workbook of the competition that a policy is tried with. */
export function competition(policy: PolicyDocument, variant: Variant = {}): Promise<Uint8Array> {
  const sheets = sheetsFor((policy as unknown as { readonly appointment: Section }).appointment, variant);
  return writeWorkbook(
    Object.entries(sheets).map(([name, [header = [], ...rows]]) => ({
      name,
      columns: header.map((cell, at) => ({
        header: String(cell),
        type: rows.some((row) => typeof row[at] === "number") ? ("number" as const) : ("text" as const),
      })),
      rows,
    })),
  );
}

function sheetsFor(section: Section, variant: Variant): Sheets {
  const isCounted = section.items !== undefined;
  const points = isCounted ? [] : ["积分"];
  return {
    参数: [
      ["项目", "内容"],
      ["抽签种子", "1"],
      ["聘期起始日", "2025-09-01"],
    ],
    岗位: isCounted ? [...POSTS, ...PAIRS.posts] : POSTS,
    人员: [
      ["人员编号", "原岗位编号", ...points, ...SCORES],
      ...PEOPLE.map(([id, own, total, ...scores]) => [id, own, ...(isCounted ? [] : [total]), ...scores]),
      ...(isCounted ? PAIRS.people : []),
    ],
    报名志愿: [["人员编号", "第一志愿", "第二志愿"], ...WISHES],
    程序记录: [["步骤", "人员编号", "结论"], ...recordsOf(section, variant)],
    学校距离: [
      ["起点学校", "终点学校", "公里"],
      ["甲中学", "乙中学", 20],
      ["甲中学", "近小学", 8],
      ["甲中学", "远小学", 9],
      ["甲中学", "外小学", 3],
      ["甲中学", "己小学", 30],
      ["己小学", "近小学", 7],
      ["己小学", "远小学", 6],
      ["己小学", "外小学", 5],
    ],
    ...(isCounted ? { 材料: [["人员编号", "类型", "级别", "角色"], ...PAIRS.records] } : {}),
    ...((section.rule ?? "").startsWith("twoSided") ? { 学校排序: RANKINGS } : {}),
    ...(variant.roles === undefined ? {} : { 班主任: [["班级", "学校", "班主任"], ...variant.roles] }),
  };
}

/** Records of each list of steps; after a step that failed nothing is recorded of that list, or of that candidate. */
function recordsOf(section: Section, { failed, without }: Variant): readonly (readonly Cell[])[] {
  const each = (step: Step, people: readonly string[]) => people.map((person) => [step.text.zh, person, "通过"]);
  const once = (step: Step): readonly (readonly Cell[])[] => [[step.text.zh, null, "通过"]];
  const lists: readonly (readonly (readonly Cell[])[])[] = [
    (section.steps ?? []).flatMap(once),
    (section.selection?.steps ?? []).flatMap((step) => {
      if (step.recorded === "byApplication") return [];
      return step.recorded === "once" ? once(step) : each(step, ["leader", "rival", "deputy"]);
    }),
    (section.unplaced ?? []).flatMap((step) => (step.gate === true ? each(step, ["nears"]) : [])),
  ];
  return lists.flatMap((rows) =>
    withFailure(
      rows.filter(([step]) => step !== without),
      failed,
    ),
  );
}

function withFailure(rows: readonly (readonly Cell[])[], failed: string | undefined): readonly (readonly Cell[])[] {
  const at = rows.findIndex(([step, person]) => step === failed && (person === null || person === "leader"));
  const [step = null, person = null] = rows[at] ?? [];
  if (at < 0) return rows;
  const isAfter = (row: readonly Cell[], place: number) => place > at && (person === null || row[1] === person);
  return rows.flatMap((row, place) => {
    if (place === at) return [[step, person, "未通过"]];
    return isAfter(row, place) ? [] : [row];
  });
}

const RANKINGS: readonly (readonly Cell[])[] = [
  ["岗位编号", "人员编号", "名次"],
  ["lead", "rival", 1],
  ["lead", "leader", 2],
  ["chosen", "tied", 1],
  ["chosen", "first", 2],
  ["chosen", "second", 3],
  ["plain", "second", 1],
  ["mountain", "tied", 1],
  ["head", "rival", 1],
  ["head", "deputy", 2],
  ["kept", "better", 1],
  ["support", "helper", 1],
  ["other", "stays", 1],
  ["teach", "comes", 1],
  ["care", "converts", 1],
  ["far", "wishes", 1],
];
