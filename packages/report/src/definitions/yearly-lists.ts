import { words } from "@lungang/core";
import { compareIds } from "@lungang/core/plan";
import { BACKBONE, FROM, MOVE_COLUMNS, OVER, SCHOOL, moveRow, overEstablishment } from "../columns.ts";
import type { ListedMove, Source } from "../source.ts";
import { mainSubject } from "../source.ts";
import type { ReportDefinition, RowSpec, TableSpec } from "../spec.ts";
import { column, count, tableOf, yesNo } from "../spec.ts";
import { text } from "../text.ts";
import { dueNotes, duties } from "./duties.ts";

const personnelColumns = [
  ...MOVE_COLUMNS,
  column("title", ["职称", "Professional title"]),
  BACKBONE,
  column("relationMoves", ["人事关系是否转移", "Relation moves"]),
];

function personnelRow(move: ListedMove, source: Source): RowSpec {
  return {
    ...moveRow(move, source),
    title: words.title[move.person.professionalTitle],
    backbone: yesNo(move.decision.backbone),
    relationMoves: yesNo(move.line.relationMoves),
  };
}

/** Annex 1 and 2 of the notice: what is sent to the city. */
export const r1: ReportDefinition = {
  id: "R1",
  title: text("年度交流安排表和人员名册（附件1、附件2）", "Yearly exchange arrangement and personnel list"),
  sources: ["YL-10"],
  build: (source) => ({
    tables: [
      arrangement(source),
      tableOf(
        {
          id: "personnel",
          title: ["人员名册（附件2）", "Personnel (annex 2)"],
          columns: personnelColumns,
          people: true,
        },
        source.moves.map((move) => personnelRow(move, source)),
      ),
      ...duties(source),
    ],
    notes: dueNotes(source, "YL-10"),
  }),
};

const ARRANGEMENT = [
  SCHOOL,
  column("area", ["区域", "Area"]),
  count("due", ["符合交流条件人数", "Due"], "hidden"),
  count("out", ["派出人数", "Sent"]),
  count("outBackbone", ["其中骨干", "Backbone among them"]),
  count("outLeaders", ["其中校长副校长", "Leaders among them"]),
  count("into", ["接收人数", "Received"]),
  count("back", ["期满返回", "Returned"]),
];

function arrangement({ schools, moves, plan, eligibility }: Source): TableSpec {
  const { county, decisions } = eligibility;
  const rows = schools.map(({ school, index }) => {
    const sent = moves.filter(({ line }) => line.from === school.id);
    return {
      school: school.name === "" ? school.id : school.name,
      area: school.area === undefined ? "" : words.area[school.area],
      due: decisions.filter(({ meetsDue }, person) => meetsDue && county.works[person] === index).length,
      out: sent.length,
      outBackbone: sent.filter(({ decision }) => decision.backbone).length,
      outLeaders: sent.filter(({ person }) => isLeader(person.personType)).length,
      into: moves.filter(({ line }) => line.to === school.id).length,
      back: plan.returns.filter(({ to, settles }) => to === school.id && !settles).length,
    };
  });
  const title = ["交流安排表（附件1）", "Arrangement by school (annex 1)"] as const;
  return tableOf({ id: "arrangement", title, columns: ARRANGEMENT }, [...rows, totalRow(rows)]);
}

function totalRow(rows: readonly Readonly<Record<string, unknown>>[]): RowSpec {
  const total: Record<string, RowSpec[string]> = { school: text("合计", "Total"), area: "" };
  for (const key of ["due", "out", "outBackbone", "outLeaders", "into", "back"])
    total[key] = rows.reduce((sum, row) => sum + (row[key] as number), 0);
  return total;
}

function isLeader(type: string): boolean {
  return type === "principal" || type === "vicePrincipal";
}

/** Everybody at every school, and what the plan changes; in public those who stay are a number and not a list. */
export const r10: ReportDefinition = {
  id: "R10",
  title: text("方案细化到学校和教师", "Plan broken down to each school and teacher"),
  sources: ["YL-29", "XC-25"],
  build: (source) => {
    const rows = assignmentRows(source);
    const all = { id: "assignment", title: ["人员安排（内部）", "Assignment (internal)"], internal: true } as const;
    const changed = { id: "changes", title: ["变动人员", "People who change"], people: true } as const;
    return {
      tables: [
        { ...perSchool(rows), notes: unplacedNotes(rows) },
        tableOf({ ...all, columns: ASSIGNMENT }, rows),
        tableOf(
          { ...changed, columns: ASSIGNMENT },
          rows.filter(({ change }) => change !== STAYS && change !== UNPLACED),
        ),
      ],
    };
  },
};

function unplacedNotes(rows: readonly RowSpec[]) {
  const people = rows.filter(({ change }) => change === UNPLACED).length;
  return people === 0
    ? []
    : [
        text(
          `尚未安排学校的有${people}人，不在各校人数内`,
          `${people} people have no school yet and stand in no school's number`,
        ),
      ];
}

const ASSIGNMENT = [
  SCHOOL,
  ...MOVE_COLUMNS.slice(0, 4),
  column("change", ["安排", "Change"]),
  column("from", ["来自", "From"]),
  column("until", ["期限至", "Until"], { type: "date" }),
];

function perSchool(rows: readonly RowSpec[]): TableSpec {
  const columns = [
    SCHOOL,
    count("stay", ["留任人数", "Stay"]),
    count("come", ["变动人数", "Come"]),
    count("total", ["合计", "Total"]),
  ];
  const placed = rows.filter(({ change }) => change !== UNPLACED);
  const names = [...new Set(placed.map(({ school }) => school))];
  const counted = names.map((school): RowSpec => {
    const here = placed.filter((row) => row["school"] === school);
    const stay = here.filter(({ change }) => change === STAYS).length;
    return { school, stay, come: here.length - stay, total: here.length };
  });
  return tableOf({ id: "schools", title: ["各校人数", "Schools"], columns }, counted);
}

function assignmentRows(source: Source): readonly RowSpec[] {
  const { county, worksAfter, isStaff, eligibility, placeOf } = source;
  const moves = new Map(source.moves.map((move) => [move.index, move]));
  const returns = new Map(source.plan.returns.map((line) => [line.person, line]));
  return county.persons
    .map((person, index) => ({ person, index, school: county.schools[worksAfter[index] as number] }))
    .filter(
      ({ index }) => (isStaff(index) || moves.has(index)) && eligibility.decisions[index]?.standing !== "outOfScope",
    )
    .sort((a, b) => placeOf(a.school?.id) - placeOf(b.school?.id) || compareIds(a.person.id, b.person.id))
    .map(({ person, index, school }): RowSpec => {
      const move = moves.get(index);
      const back = returns.get(person.id);
      return {
        school: source.schoolName(school?.id),
        person: person.id,
        name: person.name,
        type: words.personType[person.personType],
        subject: mainSubject(person),
        change: school === undefined ? UNPLACED : changeWord(move !== undefined, back?.settles),
        from: source.schoolName(move?.line.from ?? back?.from),
        until: move?.line.end,
      };
    });
}

const STAYS = text("留任", "stays");
/** A recruit for whom no post was left. */
const UNPLACED = text("尚未安排学校", "no school yet");
const ARRIVES = text("调入", "arrives");
const SETTLES = text("期满留任", "settles");
const RETURNS = text("期满返回", "returns");

function changeWord(moves: boolean, settles: boolean | undefined) {
  if (moves) return ARRIVES;
  if (settles === undefined) return STAYS;
  return settles ? SETTLES : RETURNS;
}

const SENIOR = new Set(["senior", "completeMiddle"]);

/** What senior and complete schools send and receive, and what every sender sends. */
export const r20: ReportDefinition = {
  id: "R20",
  title: text("高中、完全中学交流名单和派出计划", "List of senior schools and sender plan"),
  sources: ["HL-09", "HL-19"],
  build: (source) => {
    const touches = ({ from, to }: ListedMove) => SENIOR.has(from?.type ?? "") || SENIOR.has(to?.type ?? "");
    const listed = source.moves.filter(touches);
    return {
      tables: [
        tableOf(
          {
            id: "list",
            title: ["高中、完全中学名单", "Senior and complete schools"],
            columns: personnelColumns,
            people: true,
          },
          listed.map((move) => personnelRow(move, source)),
        ),
        senderPlan(source),
      ],
      notes: dueNotes(source, "HL-09"),
    };
  },
};

function senderPlan({ schools, moves, plan, schoolName }: Source): TableSpec {
  const rows = schools.flatMap(({ school }) => {
    const sent = moves.filter(({ line }) => line.from === school.id);
    if (sent.length === 0) return [];
    const balance = plan.schools.find((entry) => entry.school === school.id);
    return [
      {
        from: schoolName(school.id),
        out: sent.length,
        up: moves.filter(({ line }) => line.to === school.id && line.form === "up").length,
        over: overEstablishment(balance?.workingBefore, school.establishment),
        file: text("学年前报县批准", "filed before the year"),
      },
    ];
  });
  const columns = [
    FROM,
    count("out", ["派出人数", "Sent"]),
    count("up", ["上挂补充人数", "Backfilled from below (up)"]),
    OVER,
    column("file", ["报批", "Filing"]),
  ];
  return tableOf({ id: "senders", title: ["派出学校计划", "Sender plan"], columns }, rows);
}
