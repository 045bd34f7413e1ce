import type { PersonInput, Stage } from "@lungang/core";
import { personName } from "../names.ts";
import type { Demand } from "../posts/demand.ts";
import type { SchoolPlan } from "../posts/plan.ts";
import { areaOf } from "../posts/plan.ts";
import { PERIODS, RELATED } from "../posts/subjects.ts";
import { Random } from "../random.ts";
import type { Career } from "./career.ts";
import { drawCareer } from "./career.ts";
import type { Draft, Setting } from "./draft.ts";
import { drawResidence } from "./home.ts";
import { drawStanding } from "./standing.ts";

/** Share of women by stage; 65 % over a county. */
const WOMEN: Readonly<Record<Stage, number>> = {
  kindergarten: 0.96,
  primary: 0.74,
  junior: 0.62,
  senior: 0.55,
  vocational: 0.5,
  special: 0.75,
};
const WOMEN_BY_SUBJECT: Readonly<Record<string, number>> = {
  体育: 0.3,
  物理: 0.42,
  信息科技: 0.5,
  音乐: 0.8,
  英语: 0.85,
};
const WOMEN_BY_OFFICE = { principal: 0.3, vicePrincipal: 0.4, midLevel: 0.52 } as const;
const TEMPORARY = 0.03;
const BOTH_STAGES = 0.06;
const RESERVE_CADRE = 0.012;
const CLASS_CYCLE = 0.07;

/** Makes the people of all schools, school by school and post by post. */
export function makePeople(setting: Setting): Draft[] {
  const random = new Random(`${setting.seed}/people`);
  return setting.plans.flatMap((plan) =>
    plan.demands.flatMap((demand, index) =>
      Array.from({ length: plan.supply[index] ?? 0 }, () => ({
        person: makePerson({ plan, demand }, { setting, random }),
        plan,
        demand,
      })),
    ),
  );
}

interface Stream {
  readonly setting: Setting;
  readonly random: Random;
}

function makePerson(at: Pick<Draft, "plan" | "demand">, stream: Stream): PersonInput {
  const { setting, random } = stream;
  const { plan, demand } = at;
  const stage = demand.stage ?? mainStage(plan);
  const sex = random.chance(womenShare(demand, stage)) ? "female" : "male";
  const career = drawCareer(at, sex, stream);
  const service = setting.planYear - career.hireYear;
  const residence = drawResidence(plan, random);
  return {
    id: "",
    name: personName(sex === "female", random),
    sex,
    birthDate: career.birthDate,
    homeSchool: plan.school.id,
    establishment: plan.school.ownership === "private" || random.chance(TEMPORARY) ? "temporary" : "established",
    personType: personType(demand, random),
    ...career.facts,
    ...drawStanding(service, { plan, random, backboneRate: setting.rates.backboneRate }),
    ...teaching(at, stage, stream),
    ...past(career, plan, stream),
    ...(residence === undefined ? {} : { residence }),
    ...duties(at, service, stream),
  };
}

/** The stage of people without a stage of their own, such as leaders: the first one the school has posts in. */
function mainStage(plan: SchoolPlan): Stage {
  return plan.demands.find((demand) => demand.stage !== undefined)?.stage ?? "primary";
}

function womenShare({ office, subject = "" }: Demand, stage: Stage): number {
  if (office !== undefined) return WOMEN_BY_OFFICE[office];
  return WOMEN_BY_SUBJECT[subject] ?? WOMEN[stage];
}

function personType({ kind, office }: Demand, random: Random): PersonInput["personType"] {
  if (office !== undefined) return office;
  if (kind === "support" || kind === "logistics") return kind;
  return random.chance(RESERVE_CADRE) ? "reserveCadre" : "teacher";
}

type Teaching = Pick<PersonInput, "stageCertified" | "subjects" | "multiSubject" | "weeklyLoad">;

/** Subjects and certificates; whoever is certified for both stages says in which one the main subject is taught. */
function teaching(
  { plan, demand }: Pick<Draft, "plan" | "demand">,
  stage: Stage,
  { setting, random }: Stream,
): Teaching {
  if (demand.kind === "support" || demand.kind === "logistics") return {};
  const offered = Object.keys(PERIODS[stage]);
  const subject = demand.subject ?? random.pick(offered.slice(0, 4));
  const rate = plan.school.level === "teachingPoint" ? 1 : setting.rates.twoSubjectRate;
  const second = secondSubjects({ subject, offered, rate }, random);
  const both = random.chance(BOTH_STAGES) && (stage === "primary" || stage === "junior");
  return {
    stageCertified: both ? ["primary", "junior"] : [stage],
    subjects: [{ subject, main: true, ...(both ? { stages: [stage] } : {}) }, ...second],
    multiSubject: second.length > 0,
    weeklyLoad: random.integer(8, 18),
  };
}

interface SecondSubject {
  readonly subject: string;
  readonly offered: readonly string[];
  readonly rate: number;
}

function secondSubjects(
  { subject, offered, rate }: SecondSubject,
  random: Random,
): NonNullable<PersonInput["subjects"]> {
  const related = (RELATED[subject] ?? []).filter((other) => offered.includes(other));
  if (related.length === 0 || !random.chance(rate)) return [];
  return [{ subject: random.pick(related), certified: random.chance(0.6) }];
}

type Past = Pick<PersonInput, "schoolsWorked" | "ruralYears" | "weakYears" | "remoteYears">;

/** Years here, and what may lie behind people who came from another school. */
function past(career: Career, { school }: SchoolPlan, { setting, random }: Stream): Past {
  const here = setting.planYear - career.tenureYear;
  const before = career.tenureYear - career.hireYear;
  const earlier = before === 0 ? 0 : random.integer(1, Math.min(3, Math.ceil(before / 4)));
  const rural = before === 0 || !random.chance(0.6) ? 0 : random.integer(0, before);
  const area = areaOf(school);
  return {
    schoolsWorked: 1 + earlier,
    ruralYears: rural + (area === "rural" || area === "remote" ? here : 0),
    weakYears: Math.floor(rural / 2) + (school.quality === "weak" ? here : 0),
    remoteYears: area === "remote" ? here : 0,
  };
}

type Duties = Pick<
  PersonInput,
  "classCycleUntil" | "leadershipTeam" | "evaluations" | "childrenSchooling" | "housingNeed" | "nextTitleWanted"
>;

function duties(
  { plan, demand }: Pick<Draft, "plan" | "demand">,
  service: number,
  { setting, random }: Stream,
): Duties {
  const { planYear } = setting;
  const cycle = random.chance(CLASS_CYCLE) && demand.kind === "teaching";
  const alsoLeads = random.chance(0.1) && demand.office === "midLevel";
  const promotion = random.chance(0.15) && service >= 15;
  return {
    evaluations: [{ year: planYear - 1, ...drawScore(random) }],
    childrenSchooling: random.chance(service > 4 && service < 25 ? 0.3 : 0.03),
    housingNeed: random.chance(0.12) && areaOf(plan.school) !== "urban",
    ...(cycle ? { classCycleUntil: `${planYear + random.integer(1, 2)}-07-10` } : {}),
    ...(alsoLeads ? { leadershipTeam: true } : {}),
    ...(promotion ? { nextTitleWanted: "senior" as const } : {}),
  };
}

function drawScore(random: Random): Pick<NonNullable<PersonInput["evaluations"]>[number], "score" | "grade"> {
  const score = Math.round(780 + 160 * random.bell()) / 10;
  if (score >= 86) return { score, grade: "excellent" };
  if (score >= 68) return { score, grade: "qualified" };
  return { score, grade: score >= 64 ? "basic" : "failed" };
}
