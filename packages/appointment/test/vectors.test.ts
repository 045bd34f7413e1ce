import { describe, expect, test } from "vitest";
import type { MarketInput } from "../src/market/document.ts";
import { loadMarket } from "../src/market/load.ts";
import { loadSurplus } from "../src/market/surplus-document.ts";
import type { Rule } from "../src/market/rule.ts";
import { surplus } from "../src/mechanisms/surplus/surplus.ts";
import { appoint } from "../src/rules/appoint.ts";
import { compareRules } from "../src/rules/compare.ts";
import { checkSurplus } from "../src/properties/surplus.ts";
import { verifyAppointment } from "../src/check/verify.ts";
import { post, valueOf } from "./markets.ts";
import { VECTORS, marketInputOf, readVector } from "./vectors.ts";

/** Posts by person after a rule, whose every claim has to hold. */
function posts(input: MarketInput, rule: Rule): Readonly<Record<string, string | null>> {
  const market = valueOf(loadMarket(input));
  const appointment = valueOf(appoint(market, rule));
  expect(valueOf(verifyAppointment(market, JSON.parse(JSON.stringify(appointment)))).holds).toBe(true);
  return Object.fromEntries(appointment.lines.map((line) => [line.person, line.post]));
}

const CONTESTED = (points: number): MarketInput => ({
  format: "lungang-market-1",
  posts: [post("A"), post("B"), post("home")],
  people: [
    { id: "H", points, ownPost: "A", ownPostIs: "contested" },
    { id: "J", points: 70, ownPost: "home" },
  ],
  applications: [
    { person: "H", wishes: ["A", "B"] },
    { person: "J", wishes: ["A"] },
  ],
});

describe("rules written out", () => {
  test("V3b: a contested post goes to the better rank, and the holder to his next wish", () => {
    expect(posts(CONTESTED(50), { name: "acceptance" })).toEqual({ H: "B", J: "A" });
    expect(posts(CONTESTED(80), { name: "acceptance" })).toEqual({ H: "A", J: "home" });
  });

  test("V3c: of three applicants two are taken, of one nobody", () => {
    const input = (scores: readonly number[]): MarketInput => ({
      format: "lungang-market-1",
      posts: [post("exam", 3)],
      people: scores.map((points) => ({ id: `t${points}`, points })),
      applications: scores.map((points) => ({ person: `t${points}`, wishes: ["exam"] })),
    });
    expect(posts(input([80, 70, 60]), { name: "examination" })).toEqual({ t80: "exam", t70: "exam", t60: null });
    expect(posts(input([80]), { name: "examination" })).toEqual({ t80: null });
  });

  test("two-sided choice: the side that asks gets its first wishes", () => {
    const input: MarketInput = {
      format: "lungang-market-1",
      posts: [post("A"), post("B")],
      people: [{ id: "T1" }, { id: "T2" }],
      applications: [
        { person: "T1", wishes: ["A", "B"] },
        { person: "T2", wishes: ["B", "A"] },
      ],
      rankings: [
        { post: "A", people: ["T2", "T1"] },
        { post: "B", people: ["T1", "T2"] },
      ],
    };
    expect(posts(input, { name: "twoSided", proposer: "person" })).toEqual({ T1: "A", T2: "B" });
    expect(posts(input, { name: "twoSided", proposer: "post" })).toEqual({ T1: "B", T2: "A" });
  });

  test("who does not count for the posts is not surplus", () => {
    const people = Array.from({ length: 43 }, (_, at) => ({ id: `p${at}`, points: at, occupies: at > 2 }));
    const question = valueOf(
      loadSurplus({
        format: "lungang-surplus-1",
        order: "lowestPoints",
        volunteerOrder: "highestPoints",
        groups: [{ id: "g", school: "S", posts: 40, people }],
      }),
    );
    expect(surplus(question)).toEqual([{ group: "g", excess: 0, leaving: [], unresolved: 0 }]);
  });
});

test.runIf(VECTORS === undefined)("skips the vectors in files because LUNGANG_DATA is not set", () => {
  expect(VECTORS).toBeUndefined();
});

describe.skipIf(VECTORS === undefined)("vectors in files", () => {
  test("V1: who has more points gets his first wish", () => {
    const input = marketInputOf(readVector("v1-points"));
    expect(posts(input, { name: "acceptance" })).toEqual({ P: "PA语文", Q: "PH2语文" });
  });

  test("V2: a chain runs into the vacancy", () => {
    const input = marketInputOf(readVector("v2-chain"));
    expect(posts(input, { name: "acceptance" })).toEqual({ P: "PA语文", Q: "PB语文" });
  });

  test("V3: acceptance moves nobody, trading swaps two and lists the third one's envy by name", () => {
    const input = marketInputOf(readVector("v3-swap-or-envy"));
    expect(posts(input, { name: "acceptance" })).toEqual({ P: "PA语文", Q: "PB语文", R: "PC语文" });
    expect(posts(input, { name: "trading" })).toEqual({ P: "PB语文", Q: "PA语文", R: "PC语文" });
    const both = valueOf(compareRules(valueOf(loadMarket(input))));
    expect(both.map((one) => one.appointment.counts.moved)).toEqual([0, 2]);
    expect(both.map((one) => one.envy.map((finding) => finding.people))).toEqual([[], [["R", "Q"]]]);
    expect(both.map((one) => one.trades.map((finding) => finding.people))).toEqual([[["P", "Q"]], []]);
  });

  test("V7: a ring of six moves only where six may move together", () => {
    const input = marketInputOf(readVector("v7-cycle-of-six"), "draw");
    const own = Object.fromEntries(input.people.map((person) => [person.id, person.ownPost]));
    expect(posts(input, { name: "cycles", longest: 5, vacancies: "none" })).toEqual(own);
    const moved = posts(input, { name: "cycles", longest: 6, vacancies: "none" });
    expect(Object.keys(own).filter((id) => moved[id] === own[id])).toEqual([]);
    const ring = marketInputOf(readVector("v7b-ring-of-three"), "draw");
    const three = posts(ring, { name: "cycles", longest: 3, vacancies: "none" });
    expect(ring.people.filter((person) => three[person.id] === person.ownPost)).toEqual([]);
  });

  test("V8: the volunteer and then the lowest who is not protected", () => {
    const instance = readVector("v8-surplus");
    const question = (volunteers: boolean): unknown => ({
      format: "lungang-surplus-1",
      order: "lowestPoints",
      volunteerOrder: "highestPoints",
      groups: [
        {
          id: "A语文",
          school: "A",
          subject: "语文",
          posts: 3,
          people: instance.persons.map(({ id, evaluations, application, statuses }) => ({
            id,
            points: evaluations?.[0]?.score,
            volunteers: volunteers && application?.volunteer === true,
            isProtected: statuses?.some((status) => status.code === "pregnancy") ?? false,
          })),
        },
      ],
    });
    const leaving = (volunteers: boolean): readonly string[] => {
      const read = valueOf(loadSurplus(question(volunteers)));
      const answers = surplus(read);
      expect(checkSurplus(read, answers)).toEqual([]);
      return answers.flatMap((answer) => answer.leaving.map((person) => person.id));
    };
    expect(leaving(true)).toEqual(["b", "e"]);
    expect(leaving(false)).toEqual(["e", "c"]);
  });

  test("V10: a floor of 75% lets two of four go, three when somebody comes, nobody from below it", () => {
    const instance = readVector("v10-ratio");
    const input = marketInputOf(instance, "draw");
    const wishing = (input.applications ?? []).map((row) => row.person);
    expect([instance.persons.length, wishing.length]).toEqual([32, 4]);
    const withFloor = { ...input, floors: [{ id: "A", posts: ["PA语文"], heads: 30 }] };
    const gone = (market: MarketInput): number =>
      Object.entries(posts(market, { name: "floors" })).filter(([id, at]) => wishing.includes(id) && at === "PZ语文")
        .length;
    expect(gone(withFloor)).toBe(2);
    const arriving: MarketInput = {
      ...withFloor,
      people: [...withFloor.people, { id: "arrives", points: 1 }],
      applications: [...(withFloor.applications ?? []), { person: "arrives", wishes: ["PA语文"] }],
    };
    expect(gone(arriving)).toBe(3);
    const dropped = new Set(
      input.people
        .map((person) => person.id)
        .filter((id) => !wishing.includes(id))
        .slice(0, 3),
    );
    const below: MarketInput = { ...withFloor, people: withFloor.people.filter((person) => !dropped.has(person.id)) };
    expect(gone(below)).toBe(0);
    expect(gone(input)).toBe(4);
  });
});

test("the teacher of the course comes first at that post only (YY-08)", () => {
  const input: MarketInput = {
    format: "lungang-market-1",
    priorityClasses: [{ id: "现任课教师" }],
    posts: [post("course"), post("other")],
    people: [
      { id: "incumbent", points: 60 },
      { id: "outsider", points: 90 },
    ],
    applications: [
      { person: "incumbent", wishes: [{ post: "course", priorityClass: "现任课教师" }, "other"] },
      { person: "outsider", wishes: ["course", "other"] },
    ],
  };
  expect(posts(input, { name: "acceptance" })).toEqual({ incumbent: "course", outsider: "other" });
  const reversed = input.applications?.map(({ person, wishes }) => ({ person, wishes: [...wishes].reverse() })) ?? [];
  expect(posts({ ...input, applications: reversed }, { name: "acceptance" })).toEqual({
    incumbent: "course",
    outsider: "other",
  });
});
