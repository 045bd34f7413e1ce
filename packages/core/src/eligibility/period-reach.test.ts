import { describe, expect, test } from "vitest";
import { countyOf, form, policyOf, rule, school, teacher } from "../../test/small-county.ts";
import type { PersonInput } from "../instance/person.ts";
import type { SchoolInput } from "../instance/school.ts";
import { indexCounty } from "../instance/county.ts";
import type { County } from "../instance/county.ts";
import { factContext } from "../policy/fact-context.ts";
import { planDates } from "../policy/facts.ts";
import { attributesOf } from "../policy/policy-attributes.ts";
import { taughtByPeriods } from "./period-reach.ts";

/** For which posts a form that is planned by periods may bring somebody. */

interface Parts {
  readonly schools: readonly SchoolInput[];
  readonly persons: readonly PersonInput[];
  readonly scope?: string;
  readonly form?: object;
}

const MUSIC = [{ subject: "音乐", main: true }];

function reachOf({ schools, persons, scope = "township", form: more = {} }: Parts) {
  const instance = countyOf({
    schools,
    posts: schools.map(({ id }) => ({
      id: `${id}-音乐`,
      school: id,
      stage: "primary",
      subject: "音乐",
      periodsPerWeek: 3,
      fullLoad: 16,
    })),
    persons,
  });
  const policy = policyOf({
    forms: [form("rotation"), { base: "partTime", scope, ...more }],
    rules: [rule("itinerant", { form: "partTime", level: "gaps" })],
    levels: ["gaps"],
  });
  const { county } = indexCounty(instance);
  const inScope = new Uint8Array(county.schools.length).fill(1);
  const calendar = {
    dates: planDates(county.instance.planYear, policy.calendar),
    tenure: policy.eligibility,
    attributes: attributesOf(policy),
  };
  const ask = (asked: County) => {
    const isTaught = taughtByPeriods(factContext(asked, calendar), policy, inScope);
    return asked.cells.filter(isTaught).map((cell) => asked.schools[cell.school]?.id ?? "");
  };
  return { county, ask };
}

const PLACES: readonly SchoolInput[] = [
  school({ id: "A", township: "T", zones: ["Z"], alliances: ["L"], schoolGroups: ["G"], pairs: ["P"] }),
  school({ id: "T1", township: "T" }),
  school({ id: "Z1", township: "U", zones: ["Y", "Z"] }),
  school({ id: "L1", township: "U", alliances: ["L"] }),
  school({ id: "G1", township: "U", schoolGroups: ["G"] }),
  school({ id: "P1", township: "U", pairs: ["P"] }),
  school({ id: "X1", township: "T", county: "next", area: "urban" }),
];

describe("who may come", () => {
  const persons = [teacher({ id: "a", homeSchool: "A", subjects: MUSIC })];

  test.each([
    ["township", ["T1", "X1"]],
    ["zone", ["Z1"]],
    ["alliance", ["L1"]],
    ["schoolGroup", ["G1"]],
    ["pair", ["P1"]],
    ["county", ["G1", "L1", "P1", "T1", "Z1"]],
  ])("within the %s of the own school, and not to it", (scope, expected) => {
    const { county, ask } = reachOf({ schools: PLACES, persons, scope });
    expect(ask(county).sort()).toEqual(expected);
  });

  test("no other subject, nobody without a certificate, nobody whom the form does not mean", () => {
    const [a] = persons as [PersonInput];
    const asked = (person: PersonInput, form = {}) => {
      const { county, ask } = reachOf({ schools: PLACES, persons: [person], form });
      return ask(county).sort();
    };
    expect(asked(a)).toEqual(["T1", "X1"]);
    expect(asked({ ...a, subjects: [{ subject: "美术", main: true }] })).toEqual([]);
    expect(asked({ ...a, subjects: [{ subject: "音乐", main: true, certified: false }] })).toEqual([]);
    expect(asked(a, { who: { attr: "person.sex", op: "eq", value: "female" } })).toEqual([]);
    expect(asked(a, { where: { attr: "to.area", op: "eq", value: "urban" } })).toEqual(["X1"]);
  });
});

/** Townships of four schools with three music teachers and three of Chinese each, who may all not come. */
function readsOf(townships: number): number {
  const schools = Array.from({ length: 4 * townships }, (_, k) =>
    school({ id: `S${k}`, township: `T${Math.floor(k / 4)}` }),
  );
  const persons = schools.flatMap(({ id }) =>
    Array.from({ length: 6 }, (_, k) =>
      teacher({ id: `${id}-${k}`, homeSchool: id, ...(k % 2 === 0 && { subjects: MUSIC }) }),
    ),
  );
  const { county, ask } = reachOf({
    schools,
    persons,
    form: { where: { attr: "to.area", op: "eq", value: "urban" } },
  });
  let reads = 0;
  const counted = county.persons.map(
    (person) =>
      new Proxy(person, {
        get(target, key) {
          if (key === "subjects") reads++;
          return Reflect.get(target, key) as unknown;
        },
      }),
  );
  expect(ask({ ...county, persons: counted })).toEqual([]);
  return reads;
}

test("ten times the county is ten times the work, where nobody may come to any post", () => {
  const [small, large] = [readsOf(3), readsOf(30)];
  expect(small).toBeGreaterThan(100);
  expect(large).toBe(10 * small);
});
