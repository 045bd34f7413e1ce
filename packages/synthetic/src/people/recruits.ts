import type { PersonInput, Stage } from "@lungang/core";
import { stagesOfType } from "@lungang/core";
import { personName } from "../names.ts";
import type { SchoolPlan } from "../posts/plan.ts";
import { PERIODS } from "../posts/subjects.ts";
import { Random } from "../random.ts";
import type { Setting } from "./draft.ts";
import { drawResidence, inTown } from "./home.ts";

/**
 * Makes the recruits of the year: without a school, hired for posts that stand empty at rural or weak schools, and where these
 * are fewer for those of all others.
 */
export function makeRecruits(count: number, setting: Setting): PersonInput[] {
  const random = new Random(`${setting.seed}/recruits`);
  const { planYear } = setting;
  const open = setting.plans.filter(({ school }) => school.ownership !== "private" && !school.countyAffiliated);
  const plans = open.length > 0 ? open : setting.plans;
  if (plans.length === 0) return [];
  const openings = [
    ...random.shuffled(vacanciesOf(plans.filter(isRuralOrWeak))),
    // A stream of its own: how many there are changes nothing for the first ones.
    ...new Random(`${setting.seed}/recruits/elsewhere`).shuffled(
      vacanciesOf(plans.filter((plan) => !isRuralOrWeak(plan))),
    ),
  ];
  return Array.from({ length: count }, (_, index): PersonInput => {
    const { plan, stage, subject } = openings[index] ?? anyPost(plans, random);
    const female = random.chance(0.72);
    const residence = random.chance(0.5) ? inTown(plan.hub, random) : drawResidence(plan, random);
    const month = random.integer(1, 12);
    return {
      id: "",
      name: personName(female, random),
      sex: female ? "female" : "male",
      birthDate: `${planYear - random.integer(22, 26)}-${String(month).padStart(2, "0")}-15`,
      personType: "teacher",
      retireCategory: female ? "femaleCadre55" : "male60",
      stageCertified: [stage],
      subjects: [{ subject, main: true }],
      education: "aboveStandard",
      hiredOn: `${planYear}-08-20`,
      recruitYear: planYear,
      probationUntil: `${planYear + 1}-08-19`,
      ...(residence === undefined ? {} : { residence }),
    };
  });
}

/** What a recruit is hired for. */
interface Opening {
  readonly plan: SchoolPlan;
  readonly stage: Stage;
  readonly subject: string;
}

/**
 * Returns one opening for every head that a teaching post of compulsory education lacks, as long as the school has room in
 * its establishment.
 */
function vacanciesOf(plans: readonly SchoolPlan[]): Opening[] {
  return plans.flatMap((plan) => {
    const staff = plan.supply.reduce((sum, heads) => sum + heads, 0);
    const room = Math.max(0, (plan.school.establishment ?? 0) - staff);
    const openings = plan.demands.flatMap(({ kind, stage, subject, heads }, index) => {
      const compulsory = stage === "primary" || stage === "junior";
      if (kind !== "teaching" || !compulsory || subject === undefined) return [];
      const missing = Math.max(0, heads - (plan.supply[index] ?? 0));
      return Array.from({ length: missing }, () => ({ plan, stage, subject }));
    });
    return openings.slice(0, room);
  });
}

function isRuralOrWeak({ school }: SchoolPlan): boolean {
  return school.area === "rural" || school.area === "remote" || school.quality === "weak";
}

/** More recruits than openings: the rest are hired for any subject. */
function anyPost(plans: readonly SchoolPlan[], random: Random): Opening {
  const plan = random.pick(plans);
  const stage = random.pick(stagesOfType(plan.school.type));
  return { plan, stage, subject: random.pick(Object.keys(PERIODS[stage])) };
}
