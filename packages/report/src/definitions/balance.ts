import { codes, words } from "@lungang/core";
import { swapsOf } from "@lungang/core/plan";
import { SUBJECT } from "../columns.ts";
import type { ListedMove, Source } from "../source.ts";
import { byText, subjectOf } from "../source.ts";
import type { ReportDefinition, RowSpec, TableSpec } from "../spec.ts";
import { column, count, tableOf, yesNo } from "../spec.ts";
import { text } from "../text.ts";

/** Who goes from A to B and from B to A, by subject. */
export const r18: ReportDefinition = {
  id: "R18",
  title: text("结对和互派平衡表", "Pair and swap balance sheet"),
  sources: ["ZW-02", "BN-05b", "HL-19"],
  build: (source) => {
    const rows = swapRows(source);
    const columns = [
      column("a", ["甲校", "School A"]),
      column("b", ["乙校", "School B"]),
      SUBJECT,
      count("there", ["甲校到乙校", "A to B"]),
      count("back", ["乙校到甲校", "B to A"]),
      count("difference", ["差额", "Difference"]),
      column("equal", ["是否对等", "Equal"]),
    ];
    return {
      tables: [
        tableOf({ id: "pairs", title: ["互派", "Swaps"], columns }, rows),
        ...backfill(source),
        ...replacements(source),
      ],
      missing: rows.length === 0 ? [text("结对学校和互派人员", "paired schools and swaps")] : [],
    };
  },
};

interface Pair {
  readonly a: string;
  readonly b: string;
}

/** Schools of the same pair, and schools between which a form with equal legs moves somebody. */
function pairsOf({ schools, moves, policy, placeOf }: Source): readonly Pair[] {
  const equal = new Set(policy.forms.filter(({ equalSwap }) => equalSwap).map(({ code }) => code));
  const pairs = new Map<string, Pair>();
  const add = (x: string, y: string) => {
    const [a, b] = placeOf(x) < placeOf(y) ? [x, y] : [y, x];
    pairs.set(`${a}\n${b}`, { a, b });
  };
  for (const { school } of schools)
    for (const { school: other } of schools)
      if (school.id < other.id && school.pairs.some((pair) => other.pairs.includes(pair))) add(school.id, other.id);
  for (const { line } of moves) if (line.from !== null && equal.has(line.form)) add(line.from, line.to);
  return [...pairs.values()].sort((x, y) => placeOf(x.a) - placeOf(y.a) || placeOf(x.b) - placeOf(y.b));
}

function swapRows(source: Source): readonly RowSpec[] {
  return pairsOf(source).flatMap(({ a, b }) => {
    const there = source.moves.filter(({ line }) => line.from === a && line.to === b);
    const back = source.moves.filter(({ line }) => line.from === b && line.to === a);
    const subject = (move: ListedMove) => subjectOf(move, source);
    const subjects = [...new Set([...there, ...back].map(subject))].sort(byText);
    const row = (name: RowSpec[string], fits: (move: ListedMove) => boolean): RowSpec => {
      const [to, from] = [there.filter(fits).length, back.filter(fits).length];
      const names = { a: source.schoolName(a), b: source.schoolName(b) };
      return { ...names, subject: name, there: to, back: from, difference: to - from, equal: yesNo(to === from) };
    };
    return [
      ...subjects.map((name) => row(name, (move) => subject(move) === name)),
      row(text("合计", "Total"), () => true),
    ];
  });
}

/** What is filled up again: supporters and those sent up. */
const FILLED: ReadonlySet<string> = new Set(["support", "up"]);

/** Senders may send more than comes up to them only as far as they have people to spare (HL-19). */
function backfill({ schools, moves, plan, policy, schoolName }: Source): readonly TableSpec[] {
  if (!policy.forms.some(({ code }) => code === "up")) return [];
  const columns = [
    column("school", ["派出学校", "Sender"]),
    count("out", ["派出", "Sent"]),
    count("up", ["上挂补充", "Backfilled (up)"]),
    count("spare", ["可派出余额", "People to spare"]),
    column("kept", ["是否符合", "Kept"]),
  ];
  const rows = schools.flatMap(({ school }): RowSpec[] => {
    const out = moves.filter(({ line }) => line.from === school.id && FILLED.has(line.form)).length;
    const up = moves.filter(({ line }) => line.to === school.id && line.form === "up").length;
    if (out + up === 0) return [];
    const before = plan.schools.find((entry) => entry.school === school.id)?.workingBefore;
    const known = before !== undefined && school.establishment !== undefined;
    const spare = known ? Math.max(0, before - (school.establishment as number)) : null;
    return [{ school: schoolName(school.id), out, up, spare, kept: yesNo(spare === null ? null : out - up <= spare) }];
  });
  return rows.length === 0 ? [] : [tableOf({ id: "backfill", title: ["上挂补充", "Backfill"], columns }, rows)];
}

/** Who replaces whom, person by person, in one sentence a swap. */
function replacements({ plan, county, names }: Source): readonly TableSpec[] {
  const columns = [
    column("kind", ["类型", "Kind"]),
    count("people", ["人数", "People"]),
    column("text", ["谁接替谁", "Who replaces whom"]),
  ];
  const swaps = swapsOf(plan, county.instance, names).filter(({ steps }) => steps.length > 1);
  const rows = swaps.map(({ kind, steps, text: sentence }): RowSpec => {
    const pair = kind === "cycle" && steps.length === 2;
    return { kind: SWAP_KINDS[pair ? "pair" : kind], people: steps.length, text: sentence };
  });
  const title = ["互换和轮换", "Swaps of people"] as const;
  return rows.length === 0 ? [] : [tableOf({ id: "replacements", title, columns, people: true }, rows)];
}

const SWAP_KINDS = {
  pair: text("两人对调", "pair"),
  cycle: text("多人轮换", "rotation"),
  chain: text("依次接替", "chain"),
};

/** Largest coefficient of variation between schools (教督〔2017〕6号). */
const CV_LIMITS: Readonly<Record<string, number>> = { primary: 0.5, junior: 0.45 };

const LIMITS_NOTE = text(
  "差异系数限值：小学0.50、初中0.45（教督〔2017〕6号）；按学生数加权",
  "Limits of the coefficient of variation: 0.50 primary, 0.45 junior; weighted by students",
);

const SETS = [
  { key: "backbone", name: text("骨干教师", "Backbone teachers") },
  { key: "senior", name: text("高级职称教师", "Teachers with a senior title") },
] as const;

const HEADS = [
  ["subjectShortfall", "学科缺员（人）", "Subject shortfall (heads)"],
  ["postShortfall", "岗位缺员（人）", "Post shortfall (heads)"],
  ["overEstablishment", "超编（人）", "Over establishment (heads)"],
  ["underEstablishment", "缺编（人）", "Under establishment (heads)"],
] as const;

/** What the plan does to the balance between schools. */
export const r21: ReportDefinition = {
  id: "R21",
  title: text("均衡指标前后对比", "Balance indicators before and after"),
  sources: ["YL-31"],
  build: ({ plan }) => ({
    tables: [cvTable(plan.indicators), headTable(plan.indicators)],
  }),
};

type Indicators = Source["plan"]["indicators"];

function cvTable(indicators: Indicators): TableSpec {
  const value = (key: string, header: readonly [string, string]) => column(key, header, { type: "number" });
  const columns = [
    column("stage", ["学段", "Stage"]),
    column("set", ["指标", "Indicator"]),
    value("per100Before", ["每百名学生（前）", "Per 100 before"]),
    value("per100After", ["每百名学生（后）", "Per 100 after"]),
    value("cvBefore", ["差异系数（前）", "CV before"]),
    value("cvAfter", ["差异系数（后）", "CV after"]),
    value("limit", ["限值", "Limit"]),
    column("met", ["是否达标", "Met"]),
    value("madBefore", ["平均绝对差（前）", "MAD before"]),
    value("madAfter", ["平均绝对差（后）", "MAD after"]),
  ];
  const rows = codes.STAGES.flatMap((stage) =>
    SETS.flatMap(({ key, name }): RowSpec[] => {
      const read = (figure: string, time: string) => indicators[`${key}${figure}.${stage}.${time}`];
      if (read("Cv", "before") === undefined) return [];
      const cvAfter = read("Cv", "after") ?? null;
      const limit = CV_LIMITS[stage] ?? null;
      return [
        {
          stage: words.stage[stage],
          set: name,
          per100Before: read("Per100", "before"),
          per100After: read("Per100", "after"),
          cvBefore: read("Cv", "before"),
          cvAfter,
          limit,
          met: yesNo(limit === null || cvAfter === null ? null : cvAfter <= limit),
          madBefore: read("Mad", "before"),
          madAfter: read("Mad", "after"),
        },
      ];
    }),
  );
  return tableOf({ id: "balance", title: ["校际差异", "Between schools"], columns, notes: [LIMITS_NOTE] }, rows);
}

function headTable(indicators: Indicators): TableSpec {
  const columns = [
    column("name", ["指标", "Indicator"]),
    count("before", ["交流前", "Before"]),
    count("after", ["交流后", "After"]),
  ];
  const rows = HEADS.map(([key, zh, en]): RowSpec => ({
    name: text(zh, en),
    before: indicators[`${key}.before`],
    after: indicators[`${key}.after`],
  }));
  return tableOf({ id: "heads", title: ["缺员和超编人数", "Missing and surplus heads"], columns }, rows);
}
