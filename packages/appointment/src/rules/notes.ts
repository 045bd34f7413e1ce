import type { Issue } from "@lungang/core";
import { errorIssue, text, warningIssue } from "../market/issues.ts";
import type { Market } from "../market/market.ts";
import { personAt } from "../market/market.ts";
import type { Rule, RuleName } from "../market/rule.ts";
import { RULE_WORDS } from "../market/rule.ts";

/** Finds what a rule cannot use of a market, or needs and does not find; an error stops the appointment. */
export function notesOnRule(market: Market, rule: Rule): readonly Issue[] {
  return [...notesOnOrder(market, rule), ...notesOnSwaps(market, rule)];
}

function notesOnOrder(market: Market, rule: Rule): readonly Issue[] {
  switch (rule.name) {
    case "trading":
    case "cycles":
    case "floors":
      return [...unorderedPeople(market, rule), ...unusedPoints(market, rule)];
    case "examination":
      return manyWishes(market);
    case "acceptance":
    case "twoSided":
      return rule.name === "acceptance" ? unusedFloors(market) : [];
    case "swaps":
      return [];
  }
}

/** Named partners count under their own rule only, and wishes do not count there. */
function notesOnSwaps({ swaps, lists, people }: Market, { name }: Rule): readonly Issue[] {
  const isOwn = name === "swaps";
  if (isOwn && swaps.length === 0) return [noSwaps()];
  const wishes =
    lists.posts.length - people.filter(({ ownPost, ownPostIs }) => ownPost >= 0 && ownPostIs !== "leaves").length;
  return [
    ...(!isOwn && swaps.length > 0 ? [unusedSwaps(name, swaps.length)] : []),
    ...(isOwn && wishes > 0 ? [unusedWishes(wishes)] : []),
  ];
}

function noSwaps(): Issue {
  return warningIssue({
    code: "no-swaps",
    path: ["swaps"],
    message: text("没有人申请指名对调，全体留在原岗位", "Nobody names a partner; everybody stays"),
    advice: text("请填写对调申请，或改用其他规则", "Give the names of partners, or choose another rule"),
  });
}

function unusedSwaps(name: RuleName, count: number): Issue {
  return warningIssue({
    code: "swaps-unused",
    path: ["swaps"],
    received: String(count),
    message: text(
      `“${RULE_WORDS[name].zh}”不办理指名对调，${count} 份对调申请不起作用`,
      `The rule "${RULE_WORDS[name].en}" makes no swaps by name; ${count} proposals do not count`,
    ),
    advice: text("对调申请请按“指名对调”另行办理", "Decide them by the rule of swaps, apart"),
  });
}

function unusedWishes(count: number): Issue {
  return warningIssue({
    code: "wishes-unused",
    path: ["applications"],
    received: String(count),
    message: text(
      `“指名对调”不看志愿，${count} 个志愿不起作用`,
      `Swaps by name do not look at wishes; ${count} wishes do not count`,
    ),
    advice: text("报名志愿请按其他规则另行办理", "Decide wishes by another rule, apart"),
  });
}

/** Rules that order all people need points of everybody and a draw where two are equal. */
function unorderedPeople(market: Market, rule: Rule): readonly Issue[] {
  if (market.seed !== undefined || market.people.length < 2) return [];
  const seen = new Map<string, string>();
  for (const person of market.people) {
    const key = [person.priorityClass, person.points ?? 0, ...person.ties].join("/");
    const other = seen.get(key);
    if (other !== undefined) return [drawNeeded([other, person.id], rule)];
    seen.set(key, person.id);
  }
  return [];
}

function drawNeeded([first, second]: readonly [string, string], rule: Rule): Issue {
  return errorIssue({
    code: "draw-seed-missing",
    path: ["seed"],
    message: text(
      `“${RULE_WORDS[rule.name].zh}”要把全体人员排成一列，“${first}”与“${second}”完全同分，需要公开抽签，但没有给出抽签种子`,
      `The rule "${RULE_WORDS[rule.name].en}" orders all people; "${first}" and "${second}" are equal in everything and the draw has no seed`,
    ),
    advice: text(
      "请填写公开抽签种子，或补充同分排序项",
      "Give the seed of a public draw, or declare more keys for ties",
    ),
  });
}

/** These rules order people once for all posts; what holds at one post only cannot count. */
function unusedPoints(market: Market, rule: Rule): readonly Issue[] {
  const { lists } = market;
  const people = market.people.filter((person, at) => {
    for (let entry = lists.starts[at] as number; entry < (lists.starts[at + 1] as number); entry++) {
      const isOwn = lists.posts[entry] === person.ownPost;
      if (!isOwn && (lists.points[entry] !== (person.points ?? 0) || lists.classes[entry] !== person.priorityClass))
        return true;
    }
    return false;
  });
  if (people.length === 0) return [];
  return [
    warningIssue({
      code: "points-by-post-unused",
      path: ["applications"],
      message: text(
        `“${RULE_WORDS[rule.name].zh}”按全县统一次序排列人员，${people.length} 人只在个别岗位有效的分值或优先类别不起作用`,
        `The rule "${RULE_WORDS[rule.name].en}" orders people once: points or classes of ${people.length} people for single posts do not count`,
      ),
      advice: text("如须计入，请采用延迟接受", "Use deferred acceptance where they have to count"),
    }),
  ];
}

function manyWishes(market: Market): readonly Issue[] {
  const { lists } = market;
  return market.people.flatMap((person, at) => {
    const wishes = lists.posts
      .subarray(lists.starts[at], lists.starts[at + 1])
      .filter((post) => post !== personAt(market, at).ownPost).length;
    if (wishes < 2) return [];
    return [
      warningIssue({
        code: "examination-one-wish",
        path: ["applications"],
        received: String(wishes),
        expected: "1",
        message: text(
          `单岗位考试每人限报一岗，“${person.id}”报了 ${wishes} 个，只按第一个计`,
          `Everybody takes the examination of one post; "${person.id}" wishes ${wishes}, only the first counts`,
        ),
        advice: text("请只保留一个志愿", "Keep one wish"),
      }),
    ];
  });
}

function unusedFloors(market: Market): readonly Issue[] {
  if (market.floors.length === 0) return [];
  return [
    warningIssue({
      code: "floors-unused",
      path: ["floors"],
      message: text("延迟接受不考虑最低在岗要求", "Deferred acceptance does not look at floors"),
      advice: text(
        "如须保证最低在岗人数，请采用保证最低在岗的延迟接受",
        "Use deferred acceptance under floors to keep them",
      ),
    }),
  ];
}
