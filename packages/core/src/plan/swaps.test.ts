import { describe, expect, test } from "vitest";
import { countyOf, post, school, teacher } from "../../test/small-county.ts";
import { randomCounty } from "../../test/random-county.ts";
import type { PlanMove, PlanReturn } from "./plan.ts";
import type { Swap } from "./swaps.ts";
import { swapsOf } from "./swaps.ts";

const SCHOOLS = ["A", "B", "C", "D"];
const music = { subjects: [{ subject: "音乐", main: true }] };

const instance = countyOf({
  schools: SCHOOLS.map((id) => school({ id, name: `${id}校` })),
  posts: SCHOOLS.flatMap((id) => [post(id, 3), post(id, 3, { id: `${id}-音乐`, subject: "音乐" })]),
  persons: [
    ...SCHOOLS.flatMap((id) => [1, 2, 3].map((k) => teacher({ id: `${id.toLowerCase()}${k}`, homeSchool: id }))),
    teacher({ id: "am", homeSchool: "A", ...music }),
    teacher({ id: "bm", homeSchool: "B", ...music }),
    teacher({ id: "new", recruitYear: 2024 }),
    teacher({ id: "guest", homeSchool: "A", currentSchool: "B" }),
  ],
});

function move(person: string, to: string, subject = "语文"): PlanMove {
  const from = instance.persons.find(({ id }) => id === person);
  return {
    person,
    from: from?.currentSchool ?? from?.homeSchool ?? null,
    to,
    post: `${to}-${subject}`,
    form: "rotation",
    start: "2024-09-01",
    end: null,
    relationMoves: false,
    distanceMetres: null,
  };
}

const swaps = (moves: readonly PlanMove[], returns: readonly PlanReturn[] = []) =>
  swapsOf({ moves: [...moves], returns: [...returns] }, instance);

const shape = ({ kind, steps }: Swap) => [kind, ...steps.map(({ person }) => person)];

describe("swapsOf", () => {
  test("finds the pair that swaps places", () => {
    const [swap, ...others] = swaps([move("a1", "B"), move("b1", "A")]);
    expect(others).toEqual([]);
    expect(swap).toEqual({
      kind: "cycle",
      steps: [
        { person: "a1", from: "A", leaves: "A-语文", to: "B", enters: "B-语文", replaces: "b1" },
        { person: "b1", from: "B", leaves: "B-语文", to: "A", enters: "A-语文", replaces: "a1" },
      ],
      text: { zh: "“a1”（A校）与“b1”（B校）对调", en: '"a1" (A校) and "b1" (B校) swap places' },
    });
  });

  test("people of other subjects replace nobody", () => {
    expect(swaps([move("a1", "B"), move("bm", "A", "音乐")]).map(shape)).toEqual([
      ["chain", "a1"],
      ["chain", "bm"],
    ]);
  });

  test("finds a cycle of three, and the shorter one before it", () => {
    const three = [move("a1", "B"), move("b1", "C"), move("c1", "A")];
    const [cycle] = swaps(three);
    expect(cycle && shape(cycle)).toEqual(["cycle", "a1", "b1", "c1"]);
    expect(cycle?.text.en).toBe(
      '"a1" (A校 to B校) replaces "b1" (B校 to C校) replaces "c1" (C校 to A校) replaces "a1": 3 people rotate',
    );
    expect(swaps([...three, move("b2", "A")]).map(shape)).toEqual([
      ["cycle", "a1", "b2"],
      ["chain", "b1", "c1"],
    ]);
  });

  test("a chain starts with a recruit or an empty place and ends in a vacancy", () => {
    const [chain] = swaps([move("b1", "C"), move("new", "B"), move("c1", "D")]);
    expect(chain && shape(chain)).toEqual(["chain", "new", "b1", "c1"]);
    expect(chain?.steps[0]).toMatchObject({ from: null, leaves: null, replaces: "b1" });
    expect(chain?.text.zh).toBe("“c1”交流至D校补缺，其原岗位由“b1”接任，“b1”的原岗位由“new”（新招聘）接任");
    const [single] = swaps([move("a1", "B")]);
    expect(single?.text.en).toBe('"a1" (A校 to B校) fills a vacancy at B校; nobody takes the post left at A校');
  });

  test("a guest who goes home leaves a place behind, one who settles does not", () => {
    const back = { person: "guest", from: "B", to: "A", post: "A-语文", settles: false };
    expect(swaps([move("a1", "B")], [back]).map(shape)).toEqual([["cycle", "a1", "guest"]]);
    expect(swaps([move("a1", "B")], [{ ...back, to: "B", settles: true }]).map(shape)).toEqual([["chain", "a1"]]);
  });

  test("everybody is in one swap, and cycles close", () => {
    for (let seed = 0; seed < 30; seed++) {
      const county = randomCounty(seed);
      const schools = county.instance.schools.map(({ id }) => id);
      const moves = county.instance.persons.slice(0, 40).flatMap((person, k): PlanMove[] => {
        const to = schools[(k * 7 + seed) % schools.length] ?? "";
        const subject = person.subjects[0]?.subject ?? "";
        return person.homeSchool === undefined || to === person.homeSchool || subject === ""
          ? []
          : [{ ...move(person.id, to), from: person.homeSchool, post: `${to}-${subject}` }];
      });
      const found = swapsOf({ moves, returns: [] }, county.instance);
      expect(found.flatMap(({ steps }) => steps.map(({ person }) => person)).sort()).toEqual(
        moves.map(({ person }) => person).sort(),
      );
      for (const { kind, steps } of found) {
        const ends = steps.map(({ enters }, k) => enters === steps[(k + 1) % steps.length]?.leaves);
        expect(ends.slice(0, -1)).toEqual(ends.slice(0, -1).map(() => true));
        expect(ends.at(-1)).toBe(kind === "cycle");
      }
    }
  });
});
