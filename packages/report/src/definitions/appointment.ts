import { chinaCalendar, publicitySchedule } from "@lungang/procedure";
import { isWorkingDay } from "@lungang/core";
import type { PublicitySchedule } from "@lungang/procedure";
import type { Text } from "@lungang/core";
import { ID, MOVE_COLUMNS, NAME, SCHOOL, moveRow } from "../columns.ts";
import type { UnplacedRecord } from "../records.ts";
import type { Source } from "../source.ts";
import type { ReportDefinition, RowSpec, TableSpec } from "../spec.ts";
import { procedureTables } from "./procedure.ts";
import { column, count, sortedBy, tableOf, yesNo } from "../spec.ts";
import { text } from "../text.ts";

/** Who is appointed to which post, and when the list is public. */
export const r13: ReportDefinition = {
  id: "R13",
  title: text("聘任名单和公示日程", "Appointment list and publicity calendar"),
  sources: ["YY-11", "XC-25", "YY-03"],
  build: (source) => {
    const { schedule, missing } = scheduleOf(source);
    const columns = [...MOVE_COLUMNS, column("post", ["岗位", "Post"])];
    const rows = source.moves.map((move): RowSpec => ({
      ...moveRow(move, source),
      post: source.names.subject({ kind: "post", post: move.line.post }),
    }));
    return {
      tables: [
        tableOf({ id: "appointments", title: ["聘任名单", "Appointments"], columns, people: true }, rows),
        ...(schedule === undefined ? [] : [calendarTable(schedule, source)]),
        ...procedureTables(source),
      ],
      missing,
    };
  },
};

function calendarOf({ policy, records }: Source) {
  return chinaCalendar([...(policy.calendar.holidays ?? []), ...(records.holidays ?? [])]);
}

/** What the schedule needs and nobody gave; of a plan that was published it is known. */
function missingFor({ policy, records }: Source, decidedOn: string | undefined): readonly Text[] {
  if (records.procedure !== undefined) return [];
  return [
    ...(policy.calendar.publicityDays === undefined
      ? [text("公示工作日数", "working days of publicity (calendar.publicityDays)")]
      : []),
    ...(decidedOn === undefined ? [text("方案确定日期", "day of the decision (calendar.deadlines.decided)")] : []),
  ];
}

function scheduleOf(source: Source): { readonly schedule?: PublicitySchedule; readonly missing: readonly Text[] } {
  const { policy, county, records } = source;
  const { publicityDays, deadlines } = policy.calendar;
  const on = (day: string | undefined) => (day === undefined ? undefined : `${county.instance.planYear}-${day}`);
  const decidedOn = records.decidedOn ?? on(deadlines?.decided);
  const missing = missingFor(source, decidedOn);
  if (publicityDays === undefined || decidedOn === undefined) return { missing };
  const schedule = publicitySchedule({
    decidedOn,
    workingDays: publicityDays,
    calendar: calendarOf(source),
    deadlines: { start: on(deadlines?.start), end: on(deadlines?.end), final: on(deadlines?.final) },
  });
  return { schedule, missing };
}

function calendarTable(schedule: PublicitySchedule, source: Source): TableSpec {
  const calendar = calendarOf(source);
  const columns = [
    column("date", ["日期", "Date"], { type: "date" }),
    column("event", ["事项", "Event"]),
    column("working", ["是否工作日", "Working day"]),
  ];
  const row = (date: string, event: ReturnType<typeof text>): RowSpec => ({
    date,
    event,
    working: yesNo(isWorkingDay(date, calendar)),
  });
  const last = schedule.days.length;
  const notes = schedule.issues.map(({ message }) => message);
  return tableOf({ id: "calendar", title: ["公示日程", "Publicity calendar"], columns, notes }, [
    row(schedule.decidedOn, text("确定方案", "decision")),
    ...schedule.days.map((date, index) =>
      row(date, text(`公示第${index + 1}个工作日（共${last}个）`, `day ${index + 1} of ${last} of publicity`)),
    ),
    row(schedule.earliestFinal, text("最早定稿", "earliest final day")),
    ...(schedule.latestStart === undefined
      ? []
      : [row(schedule.latestStart, text("最迟开始公示", "latest start of publicity"))]),
  ]);
}

const STEPS: Readonly<Record<UnplacedRecord["step"], ReturnType<typeof text>>> = {
  wish: text("按意向安置", "wish granted"),
  township: text("本乡镇就近安置", "near school of the township"),
  county: text("全县缺编小学安置", "under-established primary of the county"),
  ownSchool: text("校内跟岗学习", "learning at the own school"),
  open: text("尚未安置", "open"),
};

const TRAINING: Readonly<Record<UnplacedRecord["training"], ReturnType<typeof text>>> = {
  due: text("待培训", "due"),
  passed: text("合格", "passed"),
  failed: text("不合格", "failed"),
};

const PAY: Readonly<Record<UnplacedRecord["conduct"], ReturnType<typeof text>>> = {
  obeys: text("全额发放岗位待遇", "full pay of the post"),
  refusedTrains: text("停发乡镇补贴、乡村补助和奖励性绩效", "no township allowance, rural subsidy or reward pay"),
  refusedBoth: text("按考勤和请假规定处理", "by the rules on leave and attendance"),
};

/** People without a post after the appointment. */
export const r15: ReportDefinition = {
  id: "R15",
  title: text("落聘人员安置情况", "Unplaced people"),
  sources: ["XC-18", "XC-19", "XC-20", "XC-21", "XC-22", "XC-23", "YY-12"],
  build: (source) => {
    const { unplaced } = source.records;
    if (unplaced === undefined) {
      return {
        tables: [],
        missing: [text("落聘意向、安置、培训记录", "records of intentions, placement and training (records.unplaced)")],
      };
    }
    return { tables: [intentions(unplaced, source), steps(unplaced), unplacedPeople(unplaced, source)] };
  },
};

function intentions(unplaced: readonly UnplacedRecord[], { schoolName, placeOf }: Source): TableSpec {
  const columns = [
    SCHOOL,
    count("first", ["第一意向人数", "First wishes"], "count"),
    count("any", ["全部意向人数", "Wishes in all"], "count"),
    count("placed", ["已安置人数", "Placed"], "count"),
  ];
  const schools = [
    ...new Set(unplaced.flatMap(({ wishes, school }) => [...wishes, ...(school === undefined ? [] : [school])])),
  ];
  const rows = schools
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((id): RowSpec => ({
      school: schoolName(id),
      first: unplaced.filter(({ wishes }) => wishes[0] === id).length,
      any: unplaced.filter(({ wishes }) => wishes.includes(id)).length,
      placed: unplaced.filter(({ school }) => school === id).length,
    }));
  const title = ["分流意向统计", "Intentions"] as const;
  return tableOf({ id: "intentions", title, columns }, rows);
}

function steps(unplaced: readonly UnplacedRecord[]): TableSpec {
  const columns = [column("step", ["安置环节", "Step"]), count("people", ["人数", "People"], "count")];
  const rows = (Object.keys(STEPS) as UnplacedRecord["step"][]).map((step): RowSpec => ({
    step: STEPS[step],
    people: unplaced.filter((one) => one.step === step).length,
  }));
  return tableOf({ id: "steps", title: ["安置环节统计", "Steps"], columns, totalled: true }, [
    ...rows,
    { step: text("合计", "Total"), people: unplaced.length },
  ]);
}

function unplacedPeople(unplaced: readonly UnplacedRecord[], { county, schoolName }: Source): TableSpec {
  const columns = [
    ID,
    NAME,
    column("home", ["原学校", "School"]),
    column("wishes", ["意向", "Wishes"]),
    column("step", ["安置环节", "Step"]),
    SCHOOL,
    column("training", ["培训", "Training"]),
    column("pay", ["待遇", "Pay"]),
  ];
  const rows = unplaced.map((record): RowSpec => {
    const person = county.persons[county.personIndex.get(record.person) ?? -1];
    const none = text("未填报，服从安排", "none filed: accepts assignment");
    return {
      person: record.person,
      name: person?.name ?? "",
      home: schoolName(person?.homeSchool),
      wishes: record.wishes.length === 0 ? none : record.wishes.map(schoolName).join("、"),
      step: STEPS[record.step],
      school: schoolName(record.school),
      training: TRAINING[record.training],
      pay: PAY[record.conduct],
    };
  });
  return tableOf(
    { id: "people", title: ["落聘人员（内部）", "People (internal)"], columns, internal: true },
    sortedBy(["person"], rows),
  );
}
