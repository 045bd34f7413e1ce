import type { OutColumnType, OutSheet, OutValue } from "@lungang/tabular";
import type { Text } from "@lungang/core";
import type { Language } from "../files/out-file.ts";
import type { ReportCardDocument } from "./card-document.ts";

type Column = readonly [zh: string, en: string, width: number, type?: OutColumnType];

interface Sheet {
  readonly name: readonly [zh: string, en: string];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (OutValue | Text)[])[];
  readonly title?: readonly Text[];
}

/** Returns the sheets of a report card: overview, every case, burden, distances, flow, shortfalls, and the people. */
export function cardSheets(card: ReportCardDocument, language: Language): readonly OutSheet[] {
  const sheets = [
    overview(card),
    ...(card.edition === "internal" ? [casesSheet(card)] : []),
    burdenSheet(card),
    distanceSheet(card),
    flowSheet(card),
    shortfallSheet(card),
    lorenzSheet(card),
    ...(card.people === undefined ? [] : [peopleSheet(card.people)]),
  ];
  return sheets.map((sheet) => inLanguage(sheet, language));
}

function inLanguage({ name, columns, rows, title }: Sheet, language: Language): OutSheet {
  const at = language === "zh" ? 0 : 1;
  const say = (value: OutValue | Text): OutValue =>
    value !== null && typeof value === "object" && "zh" in value ? value[language] : value;
  return {
    name: name[at],
    columns: columns.map(([zh, en, width, type = "text"]) => ({ header: language === "zh" ? zh : en, width, type })),
    rows: rows.map((row) => row.map(say)),
    ...(title === undefined ? {} : { title: title.map((line) => line[language]) }),
  };
}

const UNITS = {
  people: { zh: "人", en: "people" },
  pairs: { zh: "对", en: "pairs" },
  posts: { zh: "个岗位", en: "posts" },
  heads: { zh: "个", en: "heads" },
} as const;

function overview({ title, message, verified, findings }: ReportCardDocument): Sheet {
  return {
    name: ["方案评估", "Report card"],
    title: [{ zh: title, en: title }, message, verified.text],
    columns: [
      ["评估项目", "Looked for", 44],
      ["结果", "Found", 10, "number"],
      ["单位", "Unit", 10],
      ["说明", "Note", 60],
    ],
    rows: findings.map(({ text, value, unit, because }) => [text, value, UNITS[unit], because]),
  };
}

function casesSheet({ findings, people = [] }: ReportCardDocument): Sheet {
  const names = new Map(people.map(({ person, name }) => [person, name]));
  return {
    name: ["逐项个案", "Cases"],
    columns: [
      ["评估项目", "Looked for", 44],
      ["人员编号", "Person id", 13],
      ["姓名", "Name", 11],
      ["岗位编号", "Post id", 22],
      ["个案", "Case", 80],
    ],
    rows: findings.flatMap(({ text, cases = [] }) =>
      cases.map(({ people: [person], posts, text: said }) => [
        text,
        person ?? null,
        person === undefined ? null : (names.get(person) ?? null),
        posts.join(" "),
        said,
      ]),
    ),
  };
}

const METRES_PER_KM = 1000;
const KM_DIGITS = 1;

/** Kilometres to one digit; what is unknown or held back stands as it is. */
function km(metres: number | string | null): OutValue {
  return typeof metres === "number" ? Number((metres / METRES_PER_KM).toFixed(KM_DIGITS)) : metres;
}

function burdenSheet({ burden }: ReportCardDocument): Sheet {
  return {
    name: ["分组负担", "Burden by group"],
    columns: [
      ["分组", "Grouping", 16],
      ["组别", "Group", 24],
      ["人数", "People", 10, "number"],
      ["调动", "Move", 10, "number"],
      ["不如留任", "Worse than staying", 12, "number"],
      ["调动人员离家平均公里", "Mean km from home of those who move", 20, "number"],
    ],
    rows: burden.flatMap(({ text, groups, unknown }) => [
      ...groups.map((group) => [text, group.text, group.people, group.moved, group.worse, km(group.meanMetres)]),
      ...(unknown === 0 ? [] : [[text, UNKNOWN, unknown, null, null, null]]),
    ]),
  };
}

const UNKNOWN: Text = { zh: "无数据", en: "unknown" };

function distanceSheet({ distances }: ReportCardDocument): Sheet {
  const { moved, knownBefore, knownAfter, decilesBefore, decilesAfter } = distances;
  return {
    name: ["离家距离", "Distances"],
    title: [
      {
        zh: `调动 ${moved} 人，其中原校距离已知 ${knownBefore} 人，新校距离已知 ${knownAfter} 人`,
        en: `${moved} people move; the distance to the school left is known of ${knownBefore}, to the school entered of ${knownAfter}`,
      },
    ],
    columns: [
      ["十分位", "Tenths", 10, "integer"],
      ["原校离家公里不超过", "Km to the school left, at most", 22, "number"],
      ["新校离家公里不超过", "Km to the school entered, at most", 22, "number"],
    ],
    rows: decilesAfter.map((metres, at) => [at + 1, km(decilesBefore[at] ?? null), km(metres)]),
  };
}

const STRENGTH_WORDS = {
  strong: { zh: "优质学校", en: "strong schools" },
  ordinary: { zh: "一般学校", en: "ordinary schools" },
  weak: { zh: "薄弱学校", en: "weak schools" },
} as const;

function flowSheet({ flow: { lines, unknown } }: ReportCardDocument): Sheet {
  return {
    name: ["强弱校流动", "Flow"],
    columns: [
      ["由", "From", 16],
      ["到", "To", 16],
      ["人数", "People", 10, "number"],
    ],
    rows: [
      ...lines.map(({ from, to, people }) => [STRENGTH_WORDS[from], STRENGTH_WORDS[to], people]),
      ...(unknown === 0 ? [] : [[UNKNOWN, UNKNOWN, unknown]]),
    ],
  };
}

function shortfallSheet({ shortfalls }: ReportCardDocument): Sheet {
  return {
    name: ["学校缺岗", "Shortfalls"],
    columns: [
      ["学校", "School", 26],
      ["岗位", "Heads", 10, "integer"],
      ["原缺岗", "Lacks before", 12, "integer"],
      ["现缺岗", "Lacks after", 12, "integer"],
    ],
    rows: shortfalls.schools.map(({ name, heads, before, after }) => [name, heads, before, after]),
  };
}

function lorenzSheet({ shortfalls: { before, after, dominates } }: ReportCardDocument): Sheet {
  const gini = (value: number | null) => (value === null ? "-" : value.toFixed(3));
  const share = ({ curve, total }: typeof before, at: number) => (total === 0 ? null : (curve[at] as number) / total);
  return {
    name: ["缺岗洛伦兹曲线", "Lorenz curve"],
    title: [
      {
        zh: `基尼系数：原 ${gini(before.gini)}，现 ${gini(after.gini)}；${dominates ? "缺岗最多的若干校合计，无论取几所，均不多于原来" : "缺岗最多的若干校合计，有的多于原来"}`,
        en: `Gini coefficient: ${gini(before.gini)} before, ${gini(after.gini)} after; ${dominates ? "the schools that lack most together lack no more than before, however many are taken" : "some number of the schools that lack most together lack more than before"}`,
      },
    ],
    columns: [
      ["缺岗最少的学校数", "Schools that lack least", 18, "integer"],
      ["原缺岗累计", "Heads before", 14, "integer"],
      ["占比", "Share before", 12, "percent"],
      ["现缺岗累计", "Heads after", 14, "integer"],
      ["占比（现）", "Share after", 12, "percent"],
    ],
    rows: after.curve.map((heads, at) => [at, before.curve[at] ?? null, share(before, at), heads, share(after, at)]),
  };
}

function peopleSheet(people: NonNullable<ReportCardDocument["people"]>): Sheet {
  const yes: Text = { zh: "是", en: "yes" };
  return {
    name: ["变动人员", "People"],
    columns: [
      ["人员编号", "Person id", 13],
      ["姓名", "Name", 11],
      ["原学校", "From", 24],
      ["现学校", "To", 24],
      ["调动", "Moves", 8],
      ["不如留任", "Worse than staying", 12],
      ["原校离家公里", "Km before", 12, "number"],
      ["现校离家公里", "Km after", 12, "number"],
    ],
    rows: people.map(({ person, name, from, to, moved, worse, metresBefore, metresAfter }) => [
      person,
      name,
      from,
      to,
      moved ? yes : null,
      worse ? yes : null,
      km(metresBefore),
      km(metresAfter),
    ]),
  };
}
