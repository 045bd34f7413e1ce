import type { Checked } from "@lungang/core";
import { canonicalJson } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { PlanGround, WhyPerson, WhySchool } from "@lungang/explain";
import { comparePlans, overviewOf, whyEverybody, whySchools, wordingOf } from "@lungang/explain";
import type { Edition } from "@lungang/report";
import { buildPage, pageHtml } from "@lungang/report";
import type { PlanningCase } from "../case/planning-case.ts";
import { refused, sound, together } from "../case/together.ts";
import { planDigest } from "../documents/plan-document.ts";
import { isAbout } from "../explain/made-from.ts";
import type { OutFile } from "./out-file.ts";
import type { PageExplanations } from "./page-explanations.ts";

/**
 * For whom the page of a plan is, and what it shows beside the plan.
 *
 * @public
 */
export interface PageOptions extends PageExplanations {
  /** @defaultValue "own" where a person is given, else "internal" */
  readonly edition?: Edition;
  /** Id of the person whose page it is. */
  readonly person?: string;
  /** Another plan of the same county, to compare with. */
  readonly other?: Plan;
}

/**
 * Returns the page of a plan that was verified: one HTML file that opens from disk, asks nothing of any network, prints,
 * and holds what its edition may show and nothing else.
 *
 * @returns the file, or that an explanation is about another plan or the person of an own edition is not in scope
 * @public
 */
export async function pageFile(
  name: string,
  { planningCase, plan }: { readonly planningCase: PlanningCase; readonly plan: Plan },
  options: PageOptions = {},
): Promise<Checked<OutFile>> {
  const { person, other, sweep, conflict, highest } = options;
  const ground = { ...planningCase, plan };
  const read = explanationsOf(ground, options);
  if (!read.ok) return read;
  const [everybody, gains] = read.value;
  if (person !== undefined && everybody.every((why) => why.person !== person)) return refused(notInScope(person));
  const page = buildPage({
    ...ground,
    edition: options.edition ?? (person === undefined ? "internal" : "own"),
    person,
    overview: overviewOf(ground),
    people: everybody,
    gains,
    wording: wordingOf(planningCase),
    digest: await planDigest(plan),
    comparison: other === undefined ? undefined : comparePlans(plan, other),
    sweep,
    conflict,
    highest,
  });
  return sound({ name, content: await pageHtml(page) });
}

/** Returns what is known of people and schools of a plan, with what was solved for some, if all of it is about this plan. */
function explanationsOf(
  ground: PlanGround,
  { people = [], schools = [], from = [] }: PageExplanations,
): Checked<[readonly WhyPerson[], readonly WhySchool[]]> {
  const foreign = from.find(({ madeFrom, part }) => !isAbout(madeFrom, ground.plan, part !== "conflict"));
  if (foreign !== undefined) return refused(otherPlan(foreign.part));
  return together(explained(whyEverybody(ground), people), explainedSchools(whySchools(ground), schools));
}

/** Puts what was solved for some people in the place of what is known of them without. */
function explained(everybody: readonly WhyPerson[], people: readonly WhyPerson[]): Checked<readonly WhyPerson[]> {
  const asked = new Map(people.map((why) => [why.person, why]));
  const foreign = everybody.find((why) => isOtherPlan(why, asked.get(why.person)));
  if (foreign !== undefined) return refused(otherPlan(foreign.person));
  return sound(everybody.map((why) => asked.get(why.person) ?? why));
}

/** What is known without solving has to be the same of an explanation that was given. */
function isOtherPlan(known: WhyPerson, given: WhyPerson | undefined): boolean {
  return given !== undefined && canonicalJson({ ...given, alternative: null }) !== canonicalJson(known);
}

/** Puts what was solved for some schools in the place of what is known of them without. */
function explainedSchools(all: readonly WhySchool[], given: readonly WhySchool[]): Checked<readonly WhySchool[]> {
  const asked = new Map(given.map((why) => [why.school, why]));
  const unsolved = (why: WhySchool) => ({ ...why, posts: why.posts.map((post) => ({ ...post, filled: null })) });
  const foreign = all.find((why) => {
    const found = asked.get(why.school);
    return found !== undefined && canonicalJson(unsolved(found)) !== canonicalJson(why);
  });
  if (foreign !== undefined) return refused(otherPlan(foreign.school));
  return sound(all.map((why) => asked.get(why.school) ?? why));
}

function otherPlan(about: string) {
  return {
    code: "explains-other-plan",
    severity: "error",
    path: ["explained"],
    received: about,
    message: {
      zh: "这份解释说的不是这个方案",
      en: "This explanation is about another plan",
    },
    advice: {
      zh: "请用编制本方案的数据、政策和抽签编号重新执行 lungang explain … --json",
      en: "Ask again with the data, policy and seed of this plan: lungang explain ... --json",
    },
  } as const;
}

function notInScope(person: string) {
  return {
    code: "unknown-person",
    severity: "error",
    path: ["person"],
    received: person,
    message: { zh: "此人不在方案的适用范围内", en: "This person is outside the scope of the plan" },
  } as const;
}
