import { addMonths, words } from "@lungang/core";
import type { AssessmentRecord, Assessor } from "@lungang/procedure";
import { assessmentsOf } from "@lungang/procedure";
import { FORM, FROM, ID, NAME, TO } from "../columns.ts";
import type { Source } from "../source.ts";
import { formWord } from "../source.ts";
import type { ReportDefinition, RowSpec, TableSpec } from "../spec.ts";
import { column, count, sortedBy, tableOf } from "../spec.ts";
import { text } from "../text.ts";

const MONTHS = 12;

/** Yearly and end assessment of exchanged people and the chain that signs it. */
export const r16: ReportDefinition = {
  id: "R16",
  title: text("交流人员年度和期满考核", "Yearly and end assessment"),
  sources: ["YL-20", "BQ-14", "BQ-15", "HL-23", "SC-08", "SE-01"],
  build: (source) => {
    const rows = assessed(source);
    return {
      tables: [assessments(rows, source), grades(rows), ...termAssessments(source)],
      missing: rows.some(({ grade, score }) => grade === null && score === null)
        ? [text("部分交流人员的年度考核", "yearly evaluations of some exchanged people (evaluations)")]
        : [],
    };
  },
};

/** Who signs: the host leads unless the policy says that the home school does (BQ-13, BN-15). */
function chain({ policy }: Source) {
  const home = policy.reports?.lead === "home";
  return [
    column("hostReview", ["接收学校评议", "Host reviews"]),
    home ? column("zoneSign", ["学区长签署", "Zone head signs"]) : column("homeSign", ["派出学校意见", "Home school"]),
    column("countyAudit", ["县教育局审核", "County audits"]),
    column("file", ["归档", "Filed"]),
  ];
}

function assessed(source: Source): readonly RowSpec[] {
  const { county, schoolName, eligibility } = source;
  const { start, cutoff } = eligibility.context;
  return county.persons.flatMap((person) =>
    person.exchanges
      .filter(({ start: first, end }) => first < start && end > addMonths(cutoff, -MONTHS))
      .map((record): RowSpec => {
        const last = [...person.evaluations].sort((a, b) => b.year - a.year)[0];
        return {
          person: person.id,
          name: person.name,
          from: schoolName(record.from),
          to: schoolName(record.to),
          form: formWord(record.form, source),
          end: record.end,
          year: last?.year,
          score: last?.score,
          grade: last?.grade === undefined ? null : words.grade[last.grade],
          goal: goalWord(record.goalMet),
          result: record.end > cutoff ? text("未期满", "running") : passWord(record.pass),
        };
      }),
  );
}

const ASSESSOR_WORDS: Readonly<Record<Assessor, ReturnType<typeof text>>> = {
  leaders: text("领导", "leaders"),
  students: text("学生", "students"),
  peers: text("同事", "peers"),
  parents: text("家长", "parents"),
};

const POINTS = [
  column("ethics", ["师德", "Ethics"], { type: "number" }),
  column("teaching", ["教学", "Teaching"], { type: "number" }),
  column("attendance", ["考勤", "Attendance"], { type: "number" }),
];

/** What the assessors gave at the end of the term, one row a person and assessor, and the means; only for the bureau. */
function termAssessments({ records, county }: Source): readonly TableSpec[] {
  const given = records.procedure?.assessments ?? [];
  if (given.length === 0) return [];
  const name = (person: string) => county.persons[county.personIndex.get(person) ?? -1]?.name ?? "";
  return [pointsGiven(given, name), meansOf(given, name)];
}

type Given = readonly AssessmentRecord[];

function pointsGiven(given: Given, name: (person: string) => string): TableSpec {
  const columns = [ID, NAME, column("assessor", ["评价主体", "Assessor"]), ...POINTS];
  const title = ["学期考核打分（内部）", "Points of the term (internal)"] as const;
  const rows = given.map(({ person, assessor, ethics, teaching, attendance }): RowSpec => ({
    person,
    name: name(person),
    assessor: ASSESSOR_WORDS[assessor],
    ethics,
    teaching,
    attendance,
  }));
  return tableOf({ id: "assessors", title, columns, internal: true }, sortedBy(["person"], rows));
}

function meansOf(given: Given, name: (person: string) => string): TableSpec {
  const columns = [
    ID,
    NAME,
    ...POINTS,
    column("overall", ["平均", "Mean"], { type: "number" }),
    column("missing", ["尚缺评价", "Missing"]),
  ];
  const title = ["学期考核汇总（内部）", "Assessment of the term (internal)"] as const;
  const people = [...new Set(given.map(({ person }) => person))].sort();
  const rows = assessmentsOf(given, people).map(({ person, means, overall, missing }): RowSpec => ({
    person,
    name: name(person),
    ...means,
    overall,
    missing: missing.length === 0 ? null : assessorList(missing),
  }));
  return tableOf({ id: "term", title, columns, internal: true }, rows);
}

function assessorList(assessors: readonly Assessor[]) {
  const words = assessors.map((one) => ASSESSOR_WORDS[one]);
  return text(words.map(({ zh }) => zh).join("、"), words.map(({ en }) => en).join(", "));
}

function goalWord(met: boolean | undefined) {
  if (met === undefined) return null;
  return met ? text("完成", "met") : text("未完成", "missed");
}

function passWord(pass: boolean | undefined) {
  if (pass === undefined) return null;
  return pass ? text("合格", "passed") : text("不合格", "failed");
}

function assessments(rows: readonly RowSpec[], source: Source): TableSpec {
  const columns = [
    ID,
    NAME,
    FROM,
    TO,
    FORM,
    column("end", ["期满日期", "End"], { type: "date" }),
    count("year", ["考核年度", "Year"]),
    column("score", ["得分", "Score"], { type: "number" }),
    column("grade", ["等次", "Grade"]),
    column("goal", ["目标", "Goal"]),
    column("result", ["期满考核", "End assessment"]),
    ...chain(source),
  ];
  return tableOf(
    { id: "people", title: ["考核（内部）", "Assessment (internal)"], columns, internal: true },
    sortedBy(["person"], rows),
  );
}

function grades(rows: readonly RowSpec[]): TableSpec {
  const names = Object.values(words.grade);
  const counts = [
    ...names.map((grade): RowSpec => ({ grade, people: rows.filter((row) => row["grade"] === grade).length })),
    { grade: text("无数据", "no data"), people: rows.filter((row) => row["grade"] === null).length },
  ];
  const columns = [column("grade", ["等次", "Grade"]), count("people", ["人数", "People"], "count")];
  const title = ["考核等次人数", "People by grade"] as const;
  return tableOf({ id: "grades", title, columns, totalled: true }, [
    ...counts,
    { grade: text("合计", "Total"), people: rows.length },
  ]);
}
