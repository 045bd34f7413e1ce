import { expect, test } from "vitest";
import type { PersonInput, PostInput } from "../index.ts";
import { verifyRoster } from "../index.ts";
import { countyOf, form, policyOf, school, teacher } from "../../test/small-county.ts";

/** Who may go to which office, with and without a form that promotes: the whole table. */

const OFFICES = ["principal", "vicePrincipal", "midLevel"] as const;
const TYPES = ["principal", "vicePrincipal", "midLevel", "reserveCadre", "teacher"] as const;
const SAME = ["principal>principal", "vicePrincipal>vicePrincipal", "midLevel>midLevel"];
const UP = ["vicePrincipal>principal", "midLevel>vicePrincipal", "reserveCadre>vicePrincipal"];

const application = { volunteer: true, homeConsent: true, wishes: [], consentRegions: [] };
const county = countyOf({
  schools: [school({ id: "A" }), school({ id: "B" })],
  posts: OFFICES.map((office): PostInput => ({
    id: `B-${office}`,
    school: "B",
    kind: "management",
    office,
    capacity: 9,
  })),
  persons: TYPES.map((personType): PersonInput =>
    teacher({ id: personType, homeSchool: "A", personType, application }),
  ),
});

test.each([
  [false, SAME],
  [true, [...SAME, ...UP]],
])("a form that promotes (%s) takes people to these offices", (promotes, admitted) => {
  const policy = policyOf({
    eligibility: { due: [], volunteers: { source: "t", needsVacancy: false } },
    forms: [form("leaderRotation", { kinds: ["management"], promotes })],
  });
  const ways = TYPES.flatMap((person) => OFFICES.map((office) => ({ person, office })));
  const open = ways.filter(({ person, office }) => {
    const moves = [{ person, to: "B", post: `B-${office}` }];
    return verifyRoster({ instance: county, policy, moves }).violations.every(({ rule }) => !rule.startsWith("plan:"));
  });
  expect(open.map(({ person, office }) => `${person}>${office}`).sort()).toEqual([...admitted].sort());
});
