import { expect, test } from "vitest";
import { marketOf, post } from "../../test/markets.ts";
import { acceptance } from "../mechanisms/acceptance/acceptance.ts";
import { trading } from "../mechanisms/trading/trading.ts";
import { reasonsOf } from "./reasons.ts";

const market = marketOf({
  posts: [post("A"), post("B"), post("C"), post("D", 2)],
  priorityClasses: [{ id: "incumbent" }],
  people: [
    { id: "P", points: 100, ownPost: "A" },
    { id: "Q", points: 60, ownPost: "B" },
    { id: "R", points: 80, ownPost: "C" },
    { id: "U", points: 10, priorityClass: "incumbent" },
    { id: "V", points: 99 },
    { id: "W", points: 20 },
  ],
  applications: [
    { person: "P", wishes: ["B"] },
    { person: "Q", wishes: ["A"] },
    { person: "R", wishes: ["A"] },
    { person: "U", wishes: ["D"] },
    { person: "V", wishes: ["D"] },
    { person: "W", wishes: ["D"] },
  ],
});

test("names who came before, and by what", () => {
  const explain = reasonsOf(market, acceptance(market));
  expect(explain("R")).toMatchObject({
    post: "C",
    wish: 2,
    missed: [{ post: "A", before: 1, last: { person: "P", by: "ownPost" } }],
  });
  expect(explain("W").missed).toMatchObject([
    { post: "D", before: 2, last: { person: "V", by: "points" }, passedOverFor: [], free: 0 },
  ]);
  expect(explain("W").text.zh).toBe("志愿均未实现");
  expect(explain("U")).toMatchObject({ wish: 1, missed: [] });
  expect(() => explain("nobody")).toThrow(RangeError);
});

test("says the lowest points that were admitted beside one's own, and calls people and posts by their names", () => {
  const explain = reasonsOf(market, acceptance(market), { person: (id) => `${id}老师`, post: (id) => `${id}岗` });
  const [missed] = explain("W").missed;
  expect(missed?.last?.points).toEqual({ last: 990_000, own: 200_000 });
  expect(missed?.text.zh).toBe(
    "第 1 志愿“D岗”可聘 2 人；取得者中有 2 人排在前面，最后一位是“V老师”（最低 99 分，本人 20 分）",
  );
  expect(explain("U").text.zh).toBe("取得岗位“D岗”（第 1 志愿）");
  expect(explain("R").text.zh).toBe("留任原岗位“C岗”");
});

test("names who is there although he comes behind", () => {
  const explain = reasonsOf(market, trading(market));
  expect(explain("R").missed).toMatchObject([{ post: "A", before: 0, passedOverFor: ["Q"] }]);
  expect(explain("R").missed[0]?.text.en).toContain("behind and yet there: Q");
});
