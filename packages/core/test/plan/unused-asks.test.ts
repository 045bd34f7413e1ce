import { expect, test } from "vitest";
import { indexCounty, loadInstance } from "../../src/index.ts";
import { unusedNames } from "../../src/planner/unused-asks.ts";
import { countyOf, policyOf, school, teacher } from "../small-county.ts";

/** What people ask for in vain is said. */

const NAMED = { attr: "person.named", op: "eq", value: true };

function issuesUnder(policy: ReturnType<typeof policyOf>, named: readonly string[]) {
  const persons = ["p", "q", "r"].map((id) => teacher({ id, homeSchool: "A", named: named.includes(id) }));
  const loaded = loadInstance(countyOf({ schools: [school({ id: "A" })], persons }));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  return unusedNames(policy, indexCounty(loaded.value).county);
}

test("people who are named to move where no entry of the policy reads it are counted", () => {
  expect(issuesUnder(policyOf({}), ["p", "r"])).toMatchObject([
    { code: "named-unused", path: ["persons", "p", "named"], received: "2" },
  ]);
  expect(issuesUnder(policyOf({}), [])).toEqual([]);
  const forced = [{ id: "f", source: "s", when: NAMED, text: { zh: "指定", en: "named" } }];
  expect(issuesUnder(policyOf({ eligibility: { forced } }), ["p", "r"])).toEqual([]);
});
