import type { PersonInput, StatusCode } from "@lungang/core";
import { addMonths, ageOn } from "@lungang/core";
import { Random } from "../random.ts";
import type { Draft, Setting } from "./draft.ts";
import { planStart } from "./draft.ts";

type StatusInput = NonNullable<PersonInput["statuses"]>[number];

/** How often a status occurs among the people who can have it; months before and after the start of the plan. */
interface Kind {
  readonly code: StatusCode;
  readonly weight: number;
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
  readonly fits?: (draft: Draft, age: number, start: string) => boolean;
}

const motherAge = ({ person }: Draft, age: number) => person.sex === "female" && age >= 23 && age <= 43;
const teaches = ({ demand }: Draft) => demand.kind === "teaching";
const newInOffice = ({ person, demand }: Draft, _age: number, start: string) =>
  demand.office === "midLevel" && (person.offices?.at(-1)?.start ?? "") >= addMonths(start, -12);
const young = (_: Draft, age: number) => age <= 30;

const KINDS: readonly Kind[] = [
  { code: "pregnancy", weight: 110, before: [1, 6], after: [1, 7], fits: motherAge },
  { code: "maternityLeave", weight: 40, before: [0, 4], after: [1, 4], fits: motherAge },
  { code: "lactation", weight: 100, before: [1, 10], after: [1, 10], fits: motherAge },
  { code: "seriousIllness", weight: 8, before: [2, 30], after: [3, 24] },
  { code: "longSickLeave", weight: 10, before: [6, 30], after: [1, 12] },
  { code: "disabilityCertified", weight: 6, before: [24, 120], after: [240, 240] },
  { code: "punishment", weight: 5, before: [1, 10], after: [2, 16] },
  { code: "seconded", weight: 14, before: [1, 30], after: [2, 22] },
  { code: "servicePeriod", weight: 40, before: [6, 30], after: [6, 40], fits: young },
  { code: "firstYearMidLevel", weight: 1500, before: [0, 11], after: [1, 11], fits: newInOffice },
  { code: "featuredLead", weight: 8, before: [1, 24], after: [6, 30], fits: teaches },
  { code: "otherApproved", weight: 5, before: [1, 6], after: [3, 12] },
];
const ENDED = 0.08;
const REFUSED = 0.04;

/** Gives statuses to a share of the people; a few have ended before the plan starts or were not approved. */
export function addStatuses(drafts: readonly Draft[], setting: Setting): void {
  const random = new Random(`${setting.seed}/statuses`);
  const start = planStart(setting);
  for (const draft of drafts) {
    const chosen = random.chance(setting.rates.exemptionRate);
    if (!chosen) continue;
    const age = ageOn(draft.person.birthDate, start);
    const kinds = KINDS.filter((kind) => kind.fits?.(draft, age, start) ?? true);
    const kind = random.weighted(kinds.map((entry) => [entry, entry.weight] as const));
    const ended = random.chance(ENDED);
    const shift = ended ? -kind.after[1] - 1 : 0;
    const from = addMonths(start, shift - random.integer(...kind.before));
    const to = addMonths(start, shift + random.integer(...kind.after));
    draft.person.statuses = [
      { code: kind.code, from, to, approved: !random.chance(REFUSED), ...certificate(kind, random) },
    ];
    followUp(draft.person, kind.code, { to, random });
  }
}

function certificate({ code }: Kind, random: Random): Pick<StatusInput, "certificateGrade"> {
  return code === "seriousIllness"
    ? {
        certificateGrade: random.weighted([
          [3, 60],
          [2, 35],
          [1, 5],
        ]),
      }
    : {};
}

function followUp(person: PersonInput, code: StatusCode, { to, random }: { to: string; random: Random }): void {
  if (code === "featuredLead") {
    person.featuredCourseLead = true;
    person.leadDeferralYearsUsed = random.integer(0, 3);
  }
  if (code === "servicePeriod") person.serviceUntil = to;
}
