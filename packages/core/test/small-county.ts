import { decideEligibility, resolvePolicy } from "../src/policy.ts";
import { indexCounty, loadInstance } from "../src/index.ts";
import type { DecidedCounty, Policy } from "../src/policy.ts";
import type { Instance, InstanceInput, Lock, PersonInput, PostInput, SchoolInput } from "../src/index.ts";

/** Counties small enough to be worked out by hand; every value that a test does not speak about is ordinary. */

type Given<T, K extends keyof T> = Partial<T> & Pick<T, K>;

/** A public primary school of the plain. */
export function school(given: Given<SchoolInput, "id">): SchoolInput {
  return { name: given.id, type: "primary", area: "rural", quality: "ordinary", township: "T1", ...given };
}

/** A teacher of Chinese, born 1980, at the school since 2010. */
export function teacher(given: Given<PersonInput, "id">): PersonInput {
  return {
    sex: "male",
    birthDate: "1980-05-05",
    personType: "teacher",
    stageCertified: ["primary"],
    subjects: [{ subject: "语文", main: true }],
    tenureStart: "2010-09-01",
    ...given,
  };
}

/** A principal (or other leader) since 2012, who is in the office from the first day. */
export function leader(given: Given<PersonInput, "id" | "personType">): PersonInput {
  const office = given.personType === "principal" ? "principal" : "vicePrincipal";
  return teacher({ offices: [{ office, start: "2012-09-01" }], ...given });
}

/** A teaching post of Chinese in primary school for some heads. */
export function post(school: string, capacity: number, given: Partial<PostInput> = {}): PostInput {
  return { id: `${school}-语文`, school, capacity, stage: "primary", subject: "语文", ...given };
}

/** A principal's post. */
export function office(school: string, name: "principal" | "vicePrincipal", capacity = 1): PostInput {
  return { id: `${school}-${name}`, school, kind: "management", office: name, capacity };
}

/** Returns the instance of a small county in canonical order. */
export function countyOf(parts: {
  readonly schools: readonly SchoolInput[];
  readonly posts?: readonly PostInput[];
  readonly persons: readonly PersonInput[];
  readonly groups?: InstanceInput["groups"];
  readonly planYear?: number;
}): Instance {
  const loaded = loadInstance({
    format: "lungang-instance-1",
    county: { id: "county", name: "小县" },
    planYear: parts.planYear ?? 2024,
    schools: parts.schools,
    posts: parts.posts ?? [],
    persons: parts.persons,
    groups: parts.groups ?? [],
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues, undefined, 2));
  return loaded.value;
}

const text = (words: string) => ({ zh: words, en: words });

/** A rule entry under its own name. */
export function rule(name: string, params: object = {}, rest: object = {}) {
  return { id: name, rule: name, source: `test-${name}`, text: text(name), params, ...rest };
}

/** A form with the texts filled in. */
export function form(code: string, rest: object = {}) {
  const ordinary = { scope: "county", relationMoves: false, termMonths: { min: 12, max: 36 } };
  return { code, source: "test", text: text(code), ...ordinary, ...rest };
}

/** A due group (DM-03, YL-02, YL-03): up to 50 (men) and 45 (women), six years at the school, or eight as a leader. */
export const DUE = [
  {
    id: "teachers",
    source: "YL-02",
    who: { attr: "person.personType", op: "eq", value: "teacher" },
    age: { male: 50, female: 45 },
    years: { measure: "school", min: 6 },
    text: text("teachers"),
  },
  {
    id: "leaders",
    source: "YL-03",
    who: { attr: "person.personType", op: "in", value: ["principal", "vicePrincipal"] },
    age: { male: 55, female: 50 },
    years: { measure: "leadership", min: 8 },
    text: text("leaders"),
  },
];

/** Pregnant people, those on leave and those approved for other reasons do not move this year. */
export const EXEMPTIONS = [
  {
    id: "health",
    source: "DM-09",
    when: { attr: "person.statuses", op: "has", value: ["pregnancy", "maternityLeave", "longSickLeave", "seconded"] },
    text: text("health"),
    sensitive: true,
  },
];

/** Returns a policy; sections that are left out are plain. */
export function policyOf(parts: {
  readonly rules?: readonly object[];
  readonly forms?: readonly object[];
  readonly sets?: object;
  readonly eligibility?: object;
  readonly calendar?: object;
  readonly levels?: readonly string[];
  readonly attributes?: readonly object[];
  readonly points?: readonly object[];
  readonly scope?: object;
}): Policy {
  const resolved = resolvePolicy({
    format: "lungang-policy-1",
    id: "small",
    version: "1",
    name: text("small"),
    calendar: { source: "DM-03", cutoff: "08-31", start: "09-01", ...parts.calendar },
    attributes: parts.attributes ?? [],
    points: parts.points ?? [],
    sets: parts.sets ?? {},
    scope: parts.scope ?? { source: "YL-01", schools: { all: [] }, text: text("all schools") },
    eligibility: { due: DUE, exemptions: EXEMPTIONS, ...parts.eligibility },
    forms: parts.forms ?? [form("rotation")],
    rules: parts.rules ?? [],
    levels: (parts.levels ?? ["compliance"]).map((name) => ({ name, unit: "points", text: text(name) })),
  });
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues, undefined, 2));
  return resolved.value;
}

/** Returns who must, may and must not move. */
export function eligibilityOf(instance: Instance, policy: Policy, locks: readonly Lock[] = []): DecidedCounty {
  return decideEligibility(indexCounty(instance).county, policy, locks);
}

/** Returns the standing of everybody by id. */
export function standings(eligibility: DecidedCounty): Readonly<Record<string, string>> {
  return Object.fromEntries(
    eligibility.county.persons.map(({ id }, index) => [id, eligibility.decisions[index]?.standing ?? ""]),
  );
}
