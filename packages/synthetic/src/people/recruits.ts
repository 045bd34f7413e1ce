import type { PersonInput } from "@lungang/core";
import { stagesOfType } from "@lungang/core";
import { personName } from "../names.ts";
import { PERIODS, SCARCE } from "../posts/subjects.ts";
import { Random } from "../random.ts";
import type { Setting } from "./draft.ts";
import { drawResidence, inTown } from "./home.ts";

const FOR_SCARCE = 0.75;

/** Makes the recruits of the year: without a school, mostly for subjects that are scarce. */
export function makeRecruits(count: number, setting: Setting): PersonInput[] {
  const random = new Random(`${setting.seed}/recruits`);
  const { planYear } = setting;
  const open = setting.plans.filter(({ school }) => school.ownership !== "private" && !school.countyAffiliated);
  const plans = open.length > 0 ? open : setting.plans;
  if (plans.length === 0) return [];
  return Array.from({ length: count }, (): PersonInput => {
    const plan = random.pick(plans);
    const stage = random.pick(stagesOfType(plan.school.type));
    const subjects = Object.keys(PERIODS[stage]);
    const scarce = subjects.filter((subject) => SCARCE.has(subject));
    const subject = random.pick(random.chance(FOR_SCARCE) && scarce.length > 0 ? scarce : subjects);
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
