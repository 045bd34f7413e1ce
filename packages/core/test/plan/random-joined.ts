import type { InstanceInput } from "../../src/instance/instance.ts";
import type { PersonInput } from "../../src/instance/person.ts";
import type { PostInput } from "../../src/instance/school.ts";
import { Draws } from "@lungang/solver-testkit";
import { DUE, form, rule, school, teacher } from "../small-county.ts";
import { oneOf, someOf } from "./draw.ts";
import type { RandomCase } from "./random-county.ts";
import { readCase } from "./random-county.ts";

const SUBJECTS = ["语文", "数学", "音乐"];
const SCHOOLS = ["H", "V", "W"];

const text = (words: string) => ({ zh: words, en: words });

/** Returns a county of small schools whose people may teach other posts of the school beside their own, of no sense else. */
export function randomJoined(seed: number): RandomCase {
  const draws = new Draws(seed);
  const fullLoad = draws.integer(2, 4);
  const persons = Array.from({ length: draws.integer(2, 4) }, (_, k) => randomPerson(draws, `p${k}`, fullLoad));
  const document: InstanceInput = {
    format: "lungang-instance-1",
    county: { id: "county", name: "小县" },
    planYear: 2024,
    schools: SCHOOLS.map((id, k) =>
      school({
        id,
        township: draws.chance(0.8) ? "T1" : "T2",
        coordinates: { latitude: 34 + k / 20, longitude: 109 },
        ...(draws.chance(0.3) ? { establishment: draws.integer(0, 3) } : {}),
      }),
    ),
    posts: SCHOOLS.flatMap((id) =>
      someOf(draws, SUBJECTS, 0.75).map((subject) => randomPost(draws, { id, subject, fullLoad })),
    ),
    persons,
  };
  const policy = randomPolicy(draws);
  return { seed, document, policyDocument: policy, ...readCase(document, policy), locks: [] };
}

/** Less than a load, a load and more; few posts state heads, or another full load. */
function randomPost(
  draws: Draws,
  { id, subject, fullLoad }: { readonly id: string; readonly subject: string; readonly fullLoad: number },
): PostInput {
  const plain: PostInput = {
    id: `${id}-${subject}`,
    school: id,
    stage: "primary",
    subject,
    periodsPerWeek: draws.chance(0.7) ? draws.integer(0, fullLoad) : draws.integer(0, 2 * fullLoad + 1),
    fullLoad: draws.chance(0.9) ? fullLoad : fullLoad + 1,
  };
  return draws.chance(0.12) ? { ...plain, capacity: draws.integer(0, 2) } : plain;
}

function randomPerson(draws: Draws, id: string, fullLoad: number): PersonInput {
  const main = oneOf(draws, SUBJECTS);
  const others = someOf(draws, SUBJECTS, 0.5).filter((subject) => subject !== main);
  const common = {
    id,
    residence: { latitude: 34 + draws.integer(0, 20) / 100, longitude: 109 },
    subjects: [{ subject: main, main: true }, ...others.map((subject) => ({ subject, certified: draws.chance(0.85) }))],
    tenureStart: draws.chance(0.6) ? "2010-09-01" : "2022-09-01",
    ...(draws.chance(0.1) ? { establishment: "temporary" as const } : {}),
  };
  if (draws.chance(0.15)) return { ...teacher(common), recruitYear: 2024 };
  const homeSchool = oneOf(draws, SCHOOLS);
  const weeklyLoad = draws.chance(0.7) ? { weeklyLoad: draws.integer(0, fullLoad) } : {};
  if (draws.chance(0.12)) {
    const currentSchool = oneOf(
      draws,
      SCHOOLS.filter((at) => at !== homeSchool),
    );
    const end = draws.chance(0.6) ? "2024-08-31" : "2025-08-31";
    const stay = draws.chance(0.5) ? { stay: { applied: true, approved: true } } : {};
    const exchange = {
      from: homeSchool,
      to: currentSchool,
      form: "support" as const,
      start: "2022-09-01",
      end,
      ...stay,
    };
    return { ...teacher(common), homeSchool, currentSchool, exchanges: [exchange], ...weeklyLoad };
  }
  const application = draws.chance(0.3) ? { application: { volunteer: true, homeConsent: true } } : {};
  return { ...teacher(common), homeSchool, ...weeklyLoad, ...application };
}

function randomPolicy(draws: Draws): object {
  const some = (chance: number, make: () => object) => (draws.chance(chance) ? [make()] : []);
  const soft = () => (draws.chance(0.35) ? { strength: "soft", price: draws.integer(1, 4) } : {});
  const isEven = draws.chance(0.4);
  const levels = ["compliance", "gaps", ...(isEven ? ["even"] : []), "untaught", "calm"];
  return {
    format: "lungang-policy-1",
    id: "joined",
    version: "1",
    name: text("joined"),
    calendar: { source: "test", cutoff: "08-31", start: "09-01" },
    scope: { source: "test", schools: { all: [] }, text: text("all schools") },
    eligibility: {
      due: DUE,
      volunteers: { source: "test", needsHomeConsent: false, needsVacancy: draws.chance(0.7) },
      returns: { source: "test", stayAllowed: draws.chance(0.7) },
    },
    forms: [
      form("recruit", { relationMoves: true, countsInQuota: false }),
      form("rotation", {
        scope: oneOf(draws, ["county", "township"]),
        relationMoves: draws.chance(0.3),
        crossSubject: draws.chance(0.7),
        ...(draws.chance(0.2) ? { where: { attr: "post.vacant", op: "eq", value: true } } : {}),
      }),
      ...some(0.15, () => form("internal", { scope: "school", crossSubject: true })),
      { base: "partTime", scope: "school", crossSubject: draws.chance(0.85), where: { all: [] } },
    ],
    candidates: { limit: 50 },
    rules: [
      rule("postBalance", { level: "gaps", growth: draws.chance(0.8) ? "never" : "free" }, soft()),
      rule("itinerant", {
        form: "partTime",
        maxPlaces: 1,
        level: "untaught",
        ...(draws.chance(0.2) ? { fullLoad: 4 } : {}),
      }),
      rule("total", { max: draws.integer(1, 4) }),
      rule("stability", { level: "calm" }),
      ...(isEven
        ? [
            rule("evenShortfall", {
              level: "even",
              unit: oneOf(draws, ["heads", "share"]),
              by: oneOf(draws, ["post", "post", "school", "township"]),
              upTo: draws.integer(1, 3),
            }),
          ]
        : []),
      ...some(0.3, () => rule("protection", {}, soft())),
      ...some(0.3, () => rule("returnRoom", { when: oneOf(draws, ["inTheEnd", "always"]) }, soft())),
      ...some(0.25, () => rule("establishment", { working: "never", relation: "free" }, soft())),
      ...some(0.25, () => rule("netInflow", { max: 1, maxLoss: "surplus", need: "posts", by: "school" }, soft())),
      ...some(0.2, () => rule("participation", { forms: ["partTime"], share: "1/2" }, soft())),
    ],
    levels: levels.map((name) => ({ name, unit: "points", text: text(name) })),
  };
}
