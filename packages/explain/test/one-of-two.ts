import type { RandomCase } from "../../core/test/plan/random-county.ts";
import { countyOf, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";

/** One degree of latitude is 111.2 km: the school B is at the origin, and people live so far from it. */
export const north = (km: number) => ({ latitude: 34 + km / 111.2, longitude: 109 });

/** One teacher of two has to go: the first lives 3 km from the post, the second as far as is said. */
export function oneOfTwo(kmOfSecond: number): Pick<RandomCase, "instance" | "policy"> {
  const instance = countyOf({
    schools: [
      school({ id: "A", coordinates: north(50), establishment: 2 }),
      school({ id: "B", coordinates: north(0), establishment: 2 }),
    ],
    posts: [post("A", 1), post("B", 1)],
    persons: [
      teacher({ id: "p1", homeSchool: "A", residence: north(3) }),
      teacher({ id: "p2", homeSchool: "A", residence: north(kmOfSecond) }),
    ],
  });
  const rules = [
    rule("quota", { share: "50%", who: { all: [] } }),
    rule("total", { max: 1 }),
    rule("nearness", { level: "nearness", weight: 1 }, { strength: "soft" }),
  ];
  return { instance, policy: policyOf({ rules, levels: ["nearness"] }) };
}
