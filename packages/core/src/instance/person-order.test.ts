import fc from "fast-check";
import { expect, test } from "vitest";
import { person } from "../../test/instance/small-county.ts";
import { canonicalJson, compareText } from "./canonical-json.ts";
import { sortPersons } from "./person-order.ts";
import type { Person } from "./person.ts";
import { personSchema } from "./person.ts";

const SCHOOLS = new Map(Array.from({ length: 12 }, (_, rank) => [`S${rank}`, rank]));
const POSTS = new Map([
  ["P10", 10],
  ["P1", 1],
]);

const count = fc.constantFrom(0, 1, 2, 10, 11);
const schoolId = fc.constantFrom("S0", "S1", "S10", "S11", "elsewhere");
const date = fc.constantFrom("2010-09-01", "2012-09-01");

const office = fc.record({ office: fc.constant("principal" as const), school: schoolId, start: date });
const parts = {
  birthDate: fc.constantFrom("1980-01-01", "1980-01-02"),
  homeSchool: schoolId,
  currentSchool: schoolId,
  currentPost: fc.constantFrom("P1", "P10"),
  postGrade: fc.constantFrom(1, 10, 11),
  tenureStart: date,
  weakYears: count,
  weeklyLoad: count,
  honours: fc.constantFrom([], ["backboneCounty" as const]),
  offices: fc.array(office, { maxLength: 2 }),
  application: fc.record({ wishes: fc.array(schoolId, { maxLength: 2 }), consentRegions: fc.constant(["T"]) }),
  name: fc.constantFrom("a", "b"),
  spouse: fc.constantFrom("a", "b"),
};
const keys = Object.keys(parts) as (keyof typeof parts)[];

/** People who are alike in all but two things, of which one may be missing; numbers begin alike. */
const people = fc.array(
  fc
    .tuple(fc.subarray(keys, { maxLength: 2 }), fc.record(parts))
    .map(([chosen, values]) => Object.fromEntries(chosen.map((key) => [key, values[key]]))),
  { maxLength: 12 },
);

/** The order as it is meant: by the whole text, then by id. */
function textOf({ id: _id, name: _name, spouse: _spouse, residenceTownship: _place, ...content }: Person): string {
  const rank = (school: string | undefined) => SCHOOLS.get(school ?? "") ?? -1;
  const { application, offices, exchanges } = content;
  return canonicalJson({
    ...content,
    homeSchool: rank(content.homeSchool),
    currentSchool: rank(content.currentSchool),
    currentPost: POSTS.get(content.currentPost ?? "") ?? -1,
    offices: offices.map((office) => ({ ...office, school: rank(office.school) })),
    exchanges: exchanges.map((record) => ({ ...record, from: rank(record.from), to: rank(record.to) })),
    application: application && {
      ...application,
      wishes: application.wishes.map(rank),
      consentRegions: application.consentRegions.length,
    },
  });
}

test("people stand in the order of the canonical text of their contents, then of their ids", () => {
  fc.assert(
    fc.property(people, (given) => {
      const persons = given.map((parts, at) => personSchema.parse({ ...person(`T${given.length - at}`), ...parts }));
      const expected = persons
        .map((one) => ({ one, text: textOf(one) }))
        .sort((a, b) => compareText(a.text, b.text) || compareText(a.one.id, b.one.id))
        .map(({ one }) => one.id);
      expect(sortPersons(persons, SCHOOLS, POSTS).map(({ id }) => id)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test("of two loads that begin alike the text decides, which ends after the last key", () => {
  const loads = (rest: Partial<Person>) =>
    sortPersons(
      [10, 1].map((weeklyLoad) => personSchema.parse({ ...person(`T${weeklyLoad}`), weeklyLoad, ...rest })),
      SCHOOLS,
      POSTS,
    ).map(({ weeklyLoad }) => weeklyLoad);
  expect(loads({})).toEqual([10, 1]);
});
