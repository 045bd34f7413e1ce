import type { PersonInput } from "@lungang/core";
import type { SchoolPlan } from "../posts/plan.ts";
import { areaOf } from "../posts/plan.ts";
import type { Random } from "../random.ts";

type Standing = Pick<PersonInput, "professionalTitle" | "postGrade" | "honours" | "education">;
type Title = NonNullable<PersonInput["professionalTitle"]>;
type Honour = NonNullable<PersonInput["honours"]>[number];

/** Grades of professional posts (岗位等级) by title, best first. */
const GRADES: Readonly<Partial<Record<Title, readonly number[]>>> = {
  chiefSenior: [2, 3, 4],
  senior: [5, 6, 7],
  primarySenior: [8, 9, 10],
  level1: [8, 9, 10],
  level2: [11, 12],
  level3: [13],
  assistant: [13],
};
const LEVEL_1_SERVICE = 12;
const SENIOR_SERVICE = 15;
const CHIEF_SERVICE = 24;
/** Honours concentrate in good schools. */
const QUALITY_FACTOR = { good: 1.75, ordinary: 0.9, weak: 0.5 } as const;
const BACKBONE_SERVICE = { from: 5, to: 33 } as const;
/** Brings the rate back to that of all people: not all have these years of service, and not all schools are ordinary. */
const IN_SERVICE_RANGE = 0.87;
const BACKBONES: readonly (readonly [Honour, number])[] = [
  ["backboneCounty", 66],
  ["backboneCity", 24],
  ["backboneProvince", 8],
  ["backboneNational", 2],
];
const HIGHER: readonly (readonly [Honour, number])[] = [
  ["subjectLeader", 45],
  ["teachingExpert", 40],
  ["famousTeacher", 12],
  ["specialGrade", 3],
];

/** Draws title, grade of post, honours and education from years of service and the school. */
export function drawStanding(service: number, at: StandingStream): Standing {
  const { plan, random } = at;
  const title = drawTitle(service, plan, random);
  const grades = GRADES[title];
  const qualified = random.weighted([
    ["aboveStandard", 70],
    ["standard", service > 28 ? 40 : 28],
    ["below", service > 28 ? 6 : 1],
  ]);
  return {
    professionalTitle: title,
    ...(grades === undefined ? {} : { postGrade: random.pick(grades) }),
    honours: drawHonours(service, at),
    education: qualified as NonNullable<PersonInput["education"]>,
  };
}

export interface StandingStream {
  readonly plan: SchoolPlan;
  readonly backboneRate: number;
  readonly random: Random;
}

function drawTitle(service: number, plan: SchoolPlan, random: Random): Title {
  const quality = QUALITY_FACTOR[plan.school.quality ?? "ordinary"];
  const luck = random.unit();
  if (service < LEVEL_1_SERVICE) return juniorTitle(service, luck, quality);
  if (service >= CHIEF_SERVICE && luck < 0.004 * quality) return "chiefSenior";
  if (service >= SENIOR_SERVICE && luck < 0.3 * quality) return "senior";
  return luck > 0.9 ? "level2" : ordinaryTitle(service, luck, plan);
}

/** Before 2015 primary schools had a senior title of their own; older people in the countryside still hold it. */
function ordinaryTitle(service: number, luck: number, plan: SchoolPlan): Title {
  return luck > 0.75 && service > 30 && areaOf(plan.school) !== "urban" ? "primarySenior" : "level1";
}

function juniorTitle(service: number, luck: number, quality: number): Title {
  if (service < 1) return luck < 0.5 ? "none" : "level3";
  if (service >= 5) return luck < 0.25 * quality ? "level1" : "level2";
  if (luck < 0.2) return "assistant";
  return luck < 0.45 ? "level3" : "level2";
}

function drawHonours(service: number, { plan, backboneRate, random }: StandingStream): Honour[] {
  const factor = QUALITY_FACTOR[plan.school.quality ?? "ordinary"];
  const inRange = service >= BACKBONE_SERVICE.from && service <= BACKBONE_SERVICE.to;
  const rate = inRange ? (backboneRate * factor) / IN_SERVICE_RANGE : 0;
  const backbone = random.chance(backboneRate === 1 ? 1 : rate);
  const chances: readonly (readonly [Honour, number])[] = [
    [random.weighted(BACKBONES), backbone ? 1 : 0],
    [random.weighted(HIGHER), backbone ? 0.2 : 0.005],
    ["excellent", service > 2 ? 0.06 : 0],
    ["model", service > 10 ? 0.01 : 0],
  ];
  return chances.filter(([, chance]) => random.chance(chance)).map(([honour]) => honour);
}
