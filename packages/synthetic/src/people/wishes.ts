import type { SchoolPlan } from "../posts/plan.ts";
import { Random } from "../random.ts";
import type { Draft, Setting } from "./draft.ts";
import { alliesByStage, rotates } from "./draft.ts";

const MOST_WISHES = 3;
const HOME_CONSENT = 0.8;
/** Others who only name schools they would like, should they have to go. */
const WISHES_ONLY = 0.08;
const STATES_REGIONS = 0.25;

/** Lets a share of the teachers apply, with wishes for schools of their alliances and, at times, townships. */
export function addApplications(drafts: readonly Draft[], setting: Setting): void {
  const random = new Random(`${setting.seed}/applications`);
  const allies = { primary: alliesByStage(setting.plans, "primary"), junior: alliesByStage(setting.plans, "junior") };
  const free = drafts.filter((draft) => rotates(draft) && draft.person.currentSchool === undefined);
  const wanted = Math.min(free.length, Math.round(setting.rates.volunteerRate * drafts.length));
  const volunteers = new Set(random.shuffled(free).slice(0, wanted));
  for (const draft of free) {
    const volunteer = volunteers.has(draft);
    if (!volunteer && !random.chance(WISHES_ONLY)) continue;
    const { stage } = draft.demand;
    const own = draft.plan.school.alliances ?? [];
    const list = stage === "primary" || stage === "junior" ? own.flatMap((id) => allies[stage].get(id) ?? []) : [];
    const others = drawOthers(draft.plan, list, random);
    draft.person.application = {
      volunteer,
      homeConsent: volunteer && random.chance(HOME_CONSENT),
      wishes: others.map(({ school }) => school.id),
      consentRegions: random.chance(STATES_REGIONS) ? regions(others) : [],
    };
  }
}

function drawOthers(plan: SchoolPlan, list: readonly SchoolPlan[], random: Random): SchoolPlan[] {
  if (list.length === 0) return [];
  const drawn = Array.from({ length: random.integer(1, MOST_WISHES) }, () => random.pick(list));
  return [...new Set(drawn)].filter((other) => other !== plan);
}

function regions(others: readonly SchoolPlan[]): string[] {
  return [...new Set(others.flatMap(({ school }) => (school.township === undefined ? [] : [school.township])))];
}
