import { describe, expect, test } from "vitest";
import { indexCounty } from "@lungang/core";
import type { PersonInput } from "@lungang/core";
import { advanceInstance } from "../src/advance.ts";
import { countyOf, leader, office, policyOf, post, school, teacher } from "../../core/test/small-county.ts";

/** Where a competition leaves people a year later, by tables worked out by hand. */

const SCHOOLS = [school({ id: "A" }), school({ id: "B" })];
const POSTS = [post("A", 3), post("B", 3), office("A", "vicePrincipal"), office("B", "vicePrincipal")];

function after(given: PersonInput, gained: string) {
  const instance = countyOf({ schools: SCHOOLS, posts: POSTS, persons: [given] });
  const appointed = [{ person: "p", post: gained }];
  const next = advanceInstance(instance, { moves: [], returns: [] }, { policy: policyOf({}), appointed });
  const { county } = indexCounty(next);
  const [person] = next.persons;
  if (person === undefined) throw new Error("nobody is left");
  return { ...person, cell: county.cells[county.cellOf[0] ?? -1]?.key };
}

const TEACHER = { id: "p", homeSchool: "A", tenureStart: "2015-09-01" };
const VICE = { ...TEACHER, personType: "vicePrincipal", offices: [{ office: "vicePrincipal", start: "2020-09-01" }] };

describe("who is appointed by a competition", () => {
  test("belongs to the other school from the first day, and exchanges nothing", () => {
    const person = after(teacher({ ...TEACHER, schoolsWorked: 1 }), "B-语文");
    expect([person.homeSchool, person.currentSchool, person.tenureStart]).toEqual(["B", undefined, "2024-09-01"]);
    expect([person.exchanges, person.schoolsWorked]).toEqual([[], 2]);
    expect(person.cell).toBe("B/teaching/primary/语文");
  });

  test("at another post of the own school keeps the years there", () => {
    const person = after(teacher({ ...TEACHER, schoolsWorked: 1 }), "A-vicePrincipal");
    expect([person.homeSchool, person.tenureStart, person.schoolsWorked]).toEqual(["A", "2015-09-01", 1]);
    expect(person.personType).toBe("vicePrincipal");
    expect(person.offices).toEqual([{ office: "vicePrincipal", start: "2024-09-01" }]);
    expect(person.cell).toBe("A/management//vicePrincipal");
  });

  test("from an office to a teaching post is a teacher, and the office has ended", () => {
    const person = after(leader(VICE as PersonInput), "A-语文");
    const ended = [{ office: "vicePrincipal", school: "A", start: "2020-09-01", end: "2024-08-31" }];
    expect([person.personType, person.offices]).toEqual(["teacher", ended]);
    expect([person.tenureStart, person.cell]).toEqual(["2015-09-01", "A/teaching/primary/语文"]);
  });

  test("to the same office of another school ends the one and starts the other", () => {
    const person = after(leader(VICE as PersonInput), "B-vicePrincipal");
    expect(person.offices.map(({ school: at, start, end }) => [at, start, end])).toEqual([
      ["A", "2020-09-01", "2024-08-31"],
      [undefined, "2024-09-01", undefined],
    ]);
  });

  test("at a post that no list names is at that post", () => {
    const schools = [school({ id: "A" }), school({ id: "B" })];
    const music = teacher({ id: "q", homeSchool: "B", subjects: [{ subject: "音乐", main: true }] });
    const instance = countyOf({ schools, posts: [post("A", 1)], persons: [teacher(TEACHER), music] });
    const appointed = [{ person: "p", post: "B/teaching/primary/音乐" }];
    const next = advanceInstance(instance, { moves: [], returns: [] }, { policy: policyOf({}), appointed });
    const { county } = indexCounty(next);
    expect(county.cells[county.cellOf[0] ?? -1]?.key).toBe("B/teaching/primary/音乐");
  });

  test("at a post that the county does not have is a mistake of the caller", () => {
    expect(() => after(teacher(TEACHER), "C-语文")).toThrow(RangeError);
  });
});
