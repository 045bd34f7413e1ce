import { words } from "@lungang/core";
import { MOVE_COLUMNS, SCHOOL, moveRow } from "../columns.ts";
import type { Source } from "../source.ts";
import type { ReportDefinition, RowSpec, TableSpec } from "../spec.ts";
import { column, count, tableOf } from "../spec.ts";
import { text } from "../text.ts";

/** A form for everybody who moves, and what each school has to send. */
export const r12: ReportDefinition = {
  id: "R12",
  title: text("交流人员登记表和学校指标", "Registration forms and published quotas"),
  sources: ["BQ-16", "BQ-17"],
  build: (source) => ({ tables: [registration(source), publishedQuotas(source)] }),
};

const SIGNATURES = [
  column("personSigns", ["本人签字", "Signature of the person"]),
  column("homeSigns", ["派出学校意见", "Home school"]),
  column("hostSigns", ["接收学校意见", "Host school"]),
  column("zoneSigns", ["学区长意见", "Zone head"]),
  column("bureauSigns", ["教育局意见", "Bureau"]),
];

function registration(source: Source): TableSpec {
  const columns = [
    ...MOVE_COLUMNS,
    column("sex", ["性别", "Sex"], { privacy: "hidden" }),
    column("birthDate", ["出生日期", "Date of birth"], { type: "date", privacy: "hidden" }),
    column("education", ["学历", "Education"], { privacy: "hidden" }),
    column("title", ["职称", "Professional title"]),
    column("honours", ["荣誉称号", "Honours"]),
    ...SIGNATURES,
  ];
  const rows = source.moves.map((move): RowSpec => {
    const { sex, birthDate, education, professionalTitle, honours } = move.person;
    return {
      ...moveRow(move, source),
      sex: words.sex[sex],
      birthDate,
      education: education === undefined ? null : words.education[education],
      title: words.title[professionalTitle],
      honours: text(
        honours.map((honour) => words.honour[honour].zh).join("、"),
        honours.map((honour) => words.honour[honour].en).join(", "),
      ),
    };
  });
  return tableOf({ id: "registration", title: ["登记表", "Registration"], columns, people: true }, rows);
}

function publishedQuotas({ schools, moves, schoolName }: Source): TableSpec {
  const columns = [
    SCHOOL,
    count("minOut", ["派出指标（至少）", "Sends at least"]),
    count("maxOut", ["派出指标（至多）", "Sends at most"]),
    count("out", ["派出人数", "Sent"]),
    count("minIn", ["接收指标（至少）", "Receives at least"]),
    count("maxIn", ["接收指标（至多）", "Receives at most"]),
    count("into", ["接收人数", "Received"]),
  ];
  const rows = schools.map(({ school }) => ({
    school: schoolName(school.id),
    minOut: school.quota?.minOut,
    maxOut: school.quota?.maxOut,
    out: moves.filter(({ line }) => line.from === school.id).length,
    minIn: school.quota?.minIn,
    maxIn: school.quota?.maxIn,
    into: moves.filter(({ line }) => line.to === school.id).length,
  }));
  return tableOf({ id: "quotas", title: ["学校指标", "Quotas of schools"], columns }, rows);
}
