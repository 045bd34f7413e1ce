import { loadInstance } from "@lungang/core";
import { resolvePolicy } from "@lungang/core/policy";
import type { Instance, PersonInput, PostInput, SchoolInput } from "@lungang/core";
import type { Plan, PlanMove } from "@lungang/core/plan";
import type { Policy } from "@lungang/core/policy";
import { handPlan } from "../../core/test/hand-plan.ts";
import type { ReportRecords } from "../src/index.ts";

/**
 * A county of five schools in which every report has something to say.
 *
 * 金丝雀 appears wherever the public must not find her: exempt, unplaced, failed, with penalties.
 */
const SCHOOLS: readonly SchoolInput[] = [
  {
    id: "CG",
    name: "城关小学",
    type: "primary",
    area: "urban",
    quality: "good",
    township: "T0",
    pairs: ["P1"],
    zones: ["Z1"],
    students: 1000,
    classes: 24,
    establishment: 9,
    quota: { minOut: 2, maxOut: 4 },
  },
  {
    id: "HD",
    name: "河东小学",
    type: "primary",
    area: "rural",
    quality: "weak",
    terrain: "plain",
    township: "T1",
    pairs: ["P1"],
    zones: ["Z1"],
    students: 300,
    classes: 12,
    establishment: 4,
    roomsAvailable: 1,
    quota: { minIn: 1 },
  },
  {
    id: "SK",
    name: "山口小学",
    type: "primary",
    area: "remote",
    quality: "weak",
    terrain: "mountain",
    township: "T1",
    zones: ["Z1"],
    students: 60,
    classes: 6,
    establishment: 4,
    middlePosts: 1,
  },
  { id: "YZ", name: "县第一中学", type: "completeMiddle", area: "urban", students: 900, classes: 18, establishment: 4 },
  { id: "MB", name: "民办小学", type: "primary", ownership: "private", area: "town" },
];

const post = (school: string, subject: string, capacity: number): PostInput => ({
  id: `${school}-${subject}`,
  school,
  subject,
  stage: school === "YZ" ? "junior" : "primary",
  capacity,
});

const head = (school: string, office: "principal" | "vicePrincipal"): PostInput => ({
  id: `${school}-${office}`,
  school,
  kind: "management",
  office,
  capacity: 1,
});

const POSTS: readonly PostInput[] = [
  post("CG", "语文", 5),
  post("CG", "数学", 1),
  head("CG", "principal"),
  head("CG", "vicePrincipal"),
  post("HD", "语文", 3),
  post("HD", "数学", 2),
  head("HD", "principal"),
  post("SK", "语文", 3),
  post("YZ", "语文", 3),
];

function teacher(id: string, name: string, given: Partial<PersonInput>): PersonInput {
  return {
    id,
    name,
    sex: "female",
    birthDate: "1985-03-03",
    personType: "teacher",
    stageCertified: [given.homeSchool === "YZ" ? "junior" : "primary"],
    subjects: [{ subject: "语文", main: true }],
    tenureStart: "2014-09-01",
    professionalTitle: "level2",
    schoolsWorked: 1,
    ruralYears: 0,
    weakYears: 0,
    ...given,
  };
}

const principal = (id: string, name: string, homeSchool: string): PersonInput =>
  teacher(id, name, { homeSchool, personType: "principal", offices: [{ office: "principal", start: "2019-09-01" }] });

export const CANARY = { id: "CANARY-7", name: "金丝雀", birthDate: "1987-11-23" } as const;
const FAILED = { id: "CANARY-8", name: "鸾凤鸣", birthDate: "1981-12-21" } as const;
const REFUSES = { id: "CANARY-9", name: "鹍鹏举", birthDate: "1979-10-19" } as const;
export const CANARIES = [CANARY, FAILED, REFUSES] as const;

const exchange = { form: "rotation" as const, start: "2022-09-01" };

const PERSONS: readonly PersonInput[] = [
  principal("p1", "赵一鸣", "CG"),
  principal("p2", "钱二丫", "HD"),
  teacher("v1", "孙三省", {
    homeSchool: "CG",
    personType: "vicePrincipal",
    offices: [{ office: "vicePrincipal", start: "2012-09-01" }],
  }),
  teacher("a1", "李四光", {
    homeSchool: "CG",
    honours: ["backboneCounty"],
    professionalTitle: "level1",
    postGrade: 8,
    housingNeed: true,
  }),
  teacher("a2", "周五常", { homeSchool: "CG", postGrade: 11 }),
  teacher("a3", "吴六奇", { homeSchool: "CG", subjects: [{ subject: "数学", main: true }] }),
  teacher(CANARY.id, CANARY.name, {
    homeSchool: "CG",
    birthDate: CANARY.birthDate,
    statuses: [{ code: "pregnancy", from: "2024-03-01", to: "2024-12-31" }],
  }),
  teacher("a5", "郑七杰", {
    homeSchool: "CG",
    tenureStart: "2022-09-01",
    statuses: [{ code: "seconded", occupiesHeadcount: false }],
  }),
  teacher("b1", "王八斗", { homeSchool: "HD", ruralYears: 10, weakYears: 10, housingNeed: true }),
  teacher("b2", "冯九成", { homeSchool: "HD", ruralYears: 4, weakYears: 4 }),
  teacher("g1", "陈十里", {
    homeSchool: "CG",
    currentSchool: "HD",
    exchanges: [{ from: "CG", to: "HD", ...exchange, end: "2025-08-31", goalMet: true }],
    evaluations: [{ year: 2024, score: 92, grade: "excellent" }],
  }),
  teacher(FAILED.id, FAILED.name, {
    homeSchool: "HD",
    birthDate: FAILED.birthDate,
    exchanges: [{ from: "HD", to: "CG", ...exchange, end: "2024-07-31", goalMet: false, pass: false }],
    evaluations: [{ year: 2024, grade: "failed" }],
  }),
  teacher("c1", "褚百川", { homeSchool: "SK", remoteYears: 8, ruralYears: 8, weakYears: 8 }),
  teacher("c2", "卫千里", {
    homeSchool: "SK",
    remoteYears: 2,
    tenureStart: "2021-09-01",
    recruitYear: 2021,
    ruralYears: 3,
    weakYears: 3,
  }),
  teacher(REFUSES.id, REFUSES.name, { homeSchool: "YZ", birthDate: REFUSES.birthDate, schoolsWorked: undefined }),
  teacher("y1", "蒋万里", { homeSchool: "YZ", stageCertified: ["junior", "primary"] }),
  teacher("new", "沈新苗", { homeSchool: undefined, recruitYear: 2024, schoolsWorked: 0, tenureStart: "2024-09-01" }),
  teacher("ext", "韩外援", { homeSchool: "SK", establishment: "external" }),
  teacher("tmp", "杨临时", { homeSchool: "HD", establishment: "temporary" }),
];

const words = (zh: string, en = zh) => ({ zh, en });

const loaded = loadInstance({
  format: "lungang-instance-1",
  county: { id: "county", name: "青川县", establishment: 20 },
  planYear: 2024,
  schools: SCHOOLS,
  posts: POSTS,
  persons: PERSONS,
  groups: [
    { id: "T1", kind: "township", name: "河东镇" },
    { id: "Z1", kind: "zone", name: "第一片区" },
    { id: "P1", kind: "pair", name: "城关—河东" },
  ],
});
if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues, null, 2));
export const instance: Instance = loaded.value;

const rule = (name: string, source: string, params: object = {}) => ({
  id: name,
  rule: name,
  source,
  text: words(name),
  params,
});

const benefit = (id: string, source: string, rest: object) => ({ id, source, text: words(`${source} ${id}`), ...rest });

const resolved = resolvePolicy(
  {
    format: "lungang-policy-1",
    id: "golden",
    version: "1",
    name: words("示例方案"),
    calendar: {
      source: "DM-03",
      cutoff: "08-31",
      start: "09-01",
      publicityDays: 5,
      deadlines: { decided: "08-22", end: "08-23", final: "08-30" },
    },
    sets: { backbone: { attr: "person.honours", op: "has", value: ["backboneCounty"] } },
    scope: {
      source: "YL-01",
      schools: { attr: "school.ownership", op: "eq", value: "public" },
      text: words("公办学校"),
    },
    eligibility: {
      backbone: "backbone",
      due: [
        {
          id: "teachers",
          source: "YL-02",
          who: { attr: "person.personType", op: "in", value: ["teacher", "vicePrincipal"] },
          age: { male: 50, female: 45 },
          years: { measure: "school", min: 6 },
          text: words("应交流"),
        },
      ],
      exemptions: [
        {
          id: "health",
          source: "DM-09",
          when: { attr: "person.statuses", op: "has", value: ["pregnancy"] },
          text: words("孕期哺乳期", "pregnancy"),
          sensitive: true,
        },
        {
          id: "seconded",
          source: "XC-14",
          when: { attr: "person.statuses", op: "has", value: ["seconded"] },
          text: words("借调", "seconded"),
          occupiesHeadcount: false,
        },
      ],
      returns: { source: "YL-17", stayAllowed: true },
    },
    forms: [
      {
        code: "leaderRotation",
        who: { attr: "person.personType", op: "eq", value: "vicePrincipal" },
        kinds: ["management", "teaching"],
        relationMoves: true,
        months: 48,
      },
      { code: "recruit", relationMoves: true, countsInQuota: false, months: 24 },
      { code: "lastPlace", who: { attr: "person.id", op: "eq", value: "b2" }, relationMoves: false, months: 12 },
      { code: "mutual", equalSwap: true, relationMoves: false, months: 36 },
    ].map(({ months, ...form }) => ({
      source: "YL-14a",
      text: words(form.code),
      scope: "county",
      crossStage: true,
      termMonths: { min: months, max: 60 },
      ...form,
    })),
    rules: [
      rule("quota", "YL-06", { share: "45%" }),
      rule("share", "YL-07", { share: "20%", set: { set: "backbone" } }),
    ],
    levels: [{ name: "compliance", unit: "points", text: words("合规") }],
    benefits: [
      benefit("newPrincipal", "YL-21", { schools: 2, ruralOrWeakYears: 6 }),
      benefit("nextTitle", "YL-23", { exchanges: 1, ruralYears: 3 }),
      benefit("higherPost", "YL-24", { grades: 1 }),
      benefit("earlyPost", "YL-25", { level2Years: 5, level1Years: 10 }),
      benefit("allowance", "YL-27", { backbone: true, factor: 2, monthlyYuan: 300 }),
      benefit("travel", "BN-10", { kind: "allowance", factor: 1 }),
      benefit("housing", "YL-28", {}),
      benefit("pay", "HL-21", { payRule: "home" }),
      benefit("preference", "YL-31", {}),
      benefit("failed", "BQ-11", { kind: "penalty", on: ["assessmentFailed"], capShare: "50%" }),
      benefit("refusal", "BQ-12", { kind: "penalty", on: ["refused"], years: 3, flags: ["noTitle", "noAwards"] }),
    ],
    reports: {
      due: [{ id: "city", source: "YL-10", text: words("每年向市教育局报送", "To the city every year"), by: "09-30" }],
      deliverables: [
        { id: "lesson", source: "SC-05", text: words("公开课", "open lesson"), per: "year", count: 1 },
        { id: "paper", source: "SC-05", text: words("论文", "paper"), per: "semester", count: 1 },
      ],
    },
  },
  { withReports: true },
);
if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues, null, 2));
export const policy: Policy = resolved.value;

const MOVES: readonly (Pick<PlanMove, "person" | "to" | "post"> & Partial<PlanMove>)[] = [
  { person: "a1", to: "HD", post: "HD-语文" },
  { person: "a3", to: "HD", post: "HD-数学" },
  { person: "b1", to: "CG", post: "CG-语文" },
  { person: "b2", to: "SK", post: "SK-语文" },
  { person: "y1", to: "SK", post: "SK-语文" },
  { person: "new", to: "SK", post: "SK-语文" },
];

export const plan: Plan = handPlan({ instance, policy, moves: MOVES }).plan;

export const records: ReportRecords = {
  conduct: [{ person: REFUSES.id, trigger: "refused", on: "2024-07-10" }],
  deliverables: [{ person: "g1", deliverable: "lesson", count: 2 }],
  unplaced: [
    { person: CANARY.id, wishes: ["HD", "SK"], step: "wish", school: "HD", training: "passed", conduct: "obeys" },
    { person: REFUSES.id, wishes: [], step: "open", training: "due", conduct: "refusedBoth" },
  ],
};
