import type { ReportCard } from "@lungang/appointment/card";
import { reportCard } from "@lungang/appointment/card";
import { readAppointment } from "@lungang/appointment";
import type { Checked, Instance, Issue, Text } from "@lungang/core";
import { checked, hasError, planOfRoster } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { namesOf, placesInList } from "@lungang/core/plan";
import type { AppointmentList, Roster } from "@lungang/tabular";
import type { Applications } from "../appointment/open-applications.ts";
import { namesOfMarket, withPostIds } from "../appointment/post-names.ts";
import { verifyAppointmentList } from "../appointment/verify-appointment.ts";
import type { PlanningCase } from "../case/planning-case.ts";
import type { VerifyOutcome } from "../outcome/verify-outcome.ts";
import { verifyPlan, verifyStated } from "../outcome/verify-outcome.ts";
import { completeRoster } from "../roster/complete-roster.ts";
import type { ReportCardDocument } from "./card-document.ts";
import { factsOfAppointment } from "./facts-of-appointment.ts";
import { factsOfPlan } from "./facts-of-plan.ts";
import { tellCard } from "./tell-card.ts";

/**
 * Makes the report card of a rotation plan, also of one that breaks rules: what it does to whom, with every case.
 *
 * @public
 */
export async function auditPlan(planningCase: PlanningCase, plan: Plan): Promise<Checked<ReportCardDocument>> {
  const verified = await verifyPlan(planningCase, plan);
  return cardOfPlan(planningCase, plan, verified);
}

/**
 * Makes the report card of a roster, for example one that was made in a spreadsheet: what its lines leave out is filled in as
 * a plan would.
 *
 * @param before - the plan that the roster was made from, where it is known
 * @returns the card, or which lines cannot be read, each at its cell
 * @public
 */
export async function auditRoster(
  planningCase: PlanningCase,
  roster: Roster,
  before?: Plan,
): Promise<Checked<ReportCardDocument>> {
  const completed = completeRoster(planningCase, roster, before?.moves);
  if (!completed.ok) return completed;
  const verified = verifyStated(planningCase, completed.value);
  if (hasError(verified.issues)) return { ok: false, issues: verified.issues };
  const plan = await planOfRoster({ ...planningCase, ...completed.value }, before?.manifest.seed ?? NO_SEED);
  return cardOfPlan(planningCase, plan, { ...verified, issues: [...completed.warnings, ...verified.issues] });
}

/** Stands in a plan by hand for the seed of a lottery that nobody held. */
const NO_SEED = "1";

function cardOfPlan(planningCase: PlanningCase, plan: Plan, verified: VerifyOutcome): Checked<ReportCardDocument> {
  if (hasError(verified.issues)) return { ok: false, issues: verified.issues };
  const { instance, policy } = planningCase;
  const names = namesOf(instance, { policy });
  const schools = new Map(instance.posts.map(({ id, school }) => [id, school]));
  const post = (id: string) => `${names.school(schools.get(id) ?? schoolInKey(id))} ${names.post(id).zh}`;
  const card = reportCard(factsOfPlan(planningCase, plan), { person: names.person, school: names.school, post });
  return checked(
    tellCard(card, {
      title: `${instance.county.name}${instance.planYear}年教师交流轮岗方案`,
      kind: "rotation",
      verified: { ok: verified.ok, text: verified.message },
      issues: verified.issues,
      personName: names.person,
      schoolName: names.school,
      placeOf: placesInList(instance),
      unranked: NO_POINTS,
    }),
    verified.issues,
  );
}

/** The key of a cell without a listed post begins with its school. */
function schoolInKey(key: string): string {
  return key.split("/").slice(0, -3).join("/");
}

const NO_POINTS: Text = {
  zh: "政策没有以积分排定先后的规则，无从判断越位",
  en: "the policy has no rule that puts points first, so that nothing says who comes before whom",
};

/**
 * Makes the report card of an appointment, by whomever it was made.
 *
 * @param instance - the county, for sex, age, title, couples, distances and the standing of schools; without it they are
 *   unknown
 * @returns the card, or what is wrong with the lines, each at its cell where the list was read from a workbook
 * @public
 */
export function auditAppointment(
  applications: Applications,
  list: AppointmentList,
  instance?: Instance,
): Checked<ReportCardDocument> {
  const { market, names, title } = applications;
  const verified = verifyAppointmentList(applications, list);
  const { lines } = withPostIds(market, list);
  const read = readAppointment(market, { format: "lungang-appointment-1", lines });
  if (!read.ok) return { ok: false, issues: read.issues.map((issue) => list.locate(issue)) };
  // Steps of rounds that do not fit the list are for verification; where everybody ends is said by the list.
  const report = verified.ok ? verified.value : undefined;
  const issues = [...read.warnings.map((issue: Issue) => list.locate(issue)), ...unknownPeople(applications, instance)];
  const called = namesOfMarket(market, names);
  const card: ReportCard = reportCard(factsOfAppointment(applications, read.value.placement, instance), called);
  return checked(
    tellCard(card, {
      title,
      kind: "appointment",
      verified: { ok: report?.ok ?? false, text: report?.message ?? NOT_VERIFIED },
      issues,
      personName: (id) => names.get(id) ?? id,
      schoolName: (school) => school,
      unranked: NO_POINTS,
    }),
    issues,
  );
}

const NOT_VERIFIED: Text = {
  zh: "复核未通过：各轮变动与名单不一致。",
  en: "Not verified: the changes of the rounds do not give the list.",
};

/** People whom the county does not know have no groups and no distances, which is said. */
function unknownPeople({ market }: Applications, instance: Instance | undefined): readonly Issue[] {
  if (instance === undefined) return [];
  const known = new Set(instance.persons.map(({ id }) => id));
  const missing = market.people.filter(({ id }) => !known.has(id)).length;
  if (missing === 0) return [];
  return [
    {
      code: "people-not-in-county",
      severity: "warning",
      received: String(missing),
      message: {
        zh: `县域数据中没有报名工作簿里的 ${missing} 人，分组和距离不含他们`,
        en: `The county does not have ${missing} people of the applications; groups and distances leave them out`,
      },
      advice: { zh: "请核对人员编号", en: "Compare the ids of people" },
    },
  ];
}
