import type { Person, Text } from "@lungang/core";
import { addMonths, fullYears } from "@lungang/core";
import { fullMonths } from "@lungang/core/plan";
import { ID, NAME, SCHOOL, TO } from "../columns.ts";
import type { Source } from "../source.ts";
import { areaOf } from "../source.ts";
import type { ReportDefinition, RowSpec, TableSpec } from "../spec.ts";
import { column, count, sortedBy, tableOf } from "../spec.ts";
import { text } from "../text.ts";

const MONTHS = 12;

/** Years after recruiting for which people are listed where the policy names no service. */
const LISTED_YEARS = 6;

/** What recruits have to serve in the country, and what they have. */
export const r9: ReportDefinition = {
  id: "R9",
  title: text("新招聘教师农村任教情况", "Rural service of recruits: due and done"),
  sources: ["BN-08", "DM-07", "YL-26"],
  build: (source) => {
    const rule = serviceRule(source);
    const { county } = source;
    const oldest = county.instance.planYear - Math.max(LISTED_YEARS, (rule?.afterYears ?? 0) + (rule?.years ?? 0));
    const rows = county.persons
      .map((person, index) => ({ person, index }))
      .filter(({ person }) => (person.recruitYear ?? 0) >= oldest)
      .map(({ person, index }) => recruitRow(person, index, { source, rule }));
    const columns = [
      ID,
      NAME,
      count("recruitYear", ["招聘年度", "Recruited"]),
      SCHOOL,
      count("needed", ["应在农村任教年数", "Years due"]),
      count("done", ["已任教年数", "Years done"]),
      count("dueFrom", ["应开始年度", "Due from"]),
      column("status", ["情况", "Status"]),
    ];
    return {
      tables: [
        tableOf(
          { id: "recruits", title: ["新招聘教师", "Recruits"], columns, people: true },
          sortedBy(["person"], rows),
        ),
      ],
      missing: [
        ...(rule === undefined ? [text("政策中新教师服务年限", "years of service of recruits in the policy")] : []),
        ...(rows.some(({ done }) => done === null)
          ? [text("部分人员农村任教年数", "rural years of some people (ruralYears)")]
          : []),
      ],
    };
  },
};

interface ServiceRule {
  readonly afterYears: number;
  readonly years: number;
}

/** The rule of the reports section, else the least term of the form for recruits. */
function serviceRule({ policy }: Source): ServiceRule | undefined {
  const form = policy.forms.find(({ code }) => code === "recruit");
  const years = form === undefined ? undefined : Math.floor(form.termMonths.min / MONTHS);
  return policy.reports?.recruitService ?? (years === undefined ? undefined : { afterYears: 0, years });
}

function recruitRow(
  person: Person,
  index: number,
  { source, rule }: { readonly source: Source; readonly rule: ServiceRule | undefined },
): RowSpec {
  const { county, worksAfter, schoolName } = source;
  const { planYear } = county.instance;
  const school = county.schools[worksAfter[index] as number];
  const recruited = person.recruitYear as number;
  const done = person.ruralYears ?? (recruited === planYear ? 0 : null);
  const dueFrom = rule && recruited + rule.afterYears;
  const serves = areaOf(school) === "country" || school?.quality === "weak";
  return {
    person: person.id,
    name: person.name,
    recruitYear: recruited,
    school: schoolName(school?.id),
    needed: rule?.years,
    done,
    dueFrom,
    status: statusWord({
      done,
      needed: rule?.years,
      serves,
      due: dueFrom !== undefined && dueFrom <= planYear,
    }),
  };
}

function statusWord(facts: {
  readonly done: number | null;
  readonly needed: number | undefined;
  readonly serves: boolean;
  readonly due: boolean;
}) {
  const { done, needed, serves, due } = facts;
  if (needed !== undefined && done !== null && done >= needed) return text("已完成", "done");
  if (serves) return text("正在服务", "serving");
  if (done === null || needed === undefined) return text("无数据", "no data");
  return due ? text("应安排", "due") : text("尚未到期", "not yet due");
}

/** Lessons, papers and summaries that exchanged people owe. */
export const r22: ReportDefinition = {
  id: "R22",
  title: text("交流人员任务完成情况", "Deliverables"),
  sources: ["SC-05", "ZW-06", "HL-23"],
  build: (source) => {
    const asked = source.policy.reports?.deliverables ?? [];
    const given = source.records.deliverables;
    const rows = sortedBy(["person", "source"], owedRows(source));
    const title = ["任务（内部）", "Deliverables (internal)"] as const;
    return {
      tables: [
        tableOf({ id: "people", title, columns: DELIVERABLES, internal: true }, rows),
        totals(
          asked.map((one) => one.text),
          rows,
        ),
      ],
      missing: [
        ...(asked.length === 0 ? [text("政策中的任务要求", "deliverables of the policy (reports.deliverables)")] : []),
        ...(given === undefined ? [text("任务完成记录", "records of deliverables (records.deliverables)")] : []),
      ],
    };
  },
};

/** Counts by deliverable: who did not bring what is nobody's business. */
function totals(tasks: readonly Text[], rows: readonly RowSpec[]): TableSpec {
  const columns = [
    column("task", ["任务", "Deliverable"]),
    count("people", ["应完成人数", "People who owe it"], "count"),
    count("complete", ["已完成人数", "People who brought it"], "count"),
  ];
  const counted = tasks.map((task): RowSpec => {
    const found = rows.filter((row) => row["task"] === task);
    const known = found.every(({ done }) => typeof done === "number");
    const complete = found.filter(({ done, needed }) => Number(done) >= Number(needed)).length;
    return { task, people: found.length, complete: known ? complete : null };
  });
  return tableOf({ id: "totals", title: ["完成情况", "Totals"], columns }, counted);
}

const DELIVERABLES = [
  ID,
  NAME,
  TO,
  column("task", ["任务", "Deliverable"]),
  column("source", ["依据", "Source"]),
  count("needed", ["应完成", "Due"]),
  count("done", ["已完成", "Done"]),
];

/** People on an exchange at the cut-off owe by the semesters and years served so far, at least one of each. */
function owedRows({ county, eligibility, policy, records, schoolName }: Source): readonly RowSpec[] {
  const { cutoff } = eligibility.context;
  const asked = policy.reports?.deliverables ?? [];
  const ended = (end: string) => end > addMonths(cutoff, -MONTHS);
  const found = county.persons.flatMap((person) =>
    person.exchanges
      .filter(({ start, end }) => start <= cutoff && ended(end))
      .flatMap(({ start, end, to }) => asked.map((deliverable) => ({ person, start, end, to, deliverable }))),
  );
  return found.map(({ person, start, end, to, deliverable }): RowSpec => {
    const last = end < cutoff ? end : cutoff;
    const spans = {
      year: Math.max(1, fullYears(start, last)),
      semester: Math.max(1, Math.floor(fullMonths(start, last) / SEMESTER_MONTHS)),
      exchange: end <= cutoff ? 1 : 0,
    };
    const done = records.deliverables?.find((one) => one.person === person.id && one.deliverable === deliverable.id);
    return {
      person: person.id,
      name: person.name,
      to: schoolName(to),
      task: deliverable.text,
      source: deliverable.source,
      needed: deliverable.count * spans[deliverable.per],
      done: records.deliverables === undefined ? null : (done?.count ?? 0),
    };
  });
}

const SEMESTER_MONTHS = 6;
