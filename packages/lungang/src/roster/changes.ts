import type { Instance, Text } from "@lungang/core";
import { canonicalJson, words } from "@lungang/core";
import type { Names, Plan, PlanMove } from "@lungang/core/plan";
import { amountText, dateText, namesOf } from "@lungang/core/plan";

/**
 * What people changed about one person, against the plan that a roster was made from.
 *
 * @public
 */
export interface RosterChange {
  readonly person: string;
  readonly kind: "added" | "removed" | "changed";
  /** One sentence: what was, what is, and what follows from it. */
  readonly message: Text;
}

type Lines = Pick<Plan, "moves" | "returns" | "participations" | "itineraries">;

/** Returns what differs between two plans of the same county, person by person, in the order of their ids. */
export function changesOf(instance: Instance, before: Lines, after: Lines): readonly RosterChange[] {
  const names = namesOf(instance);
  const changes = [
    ...moveChanges(names, before.moves, after.moves),
    ...OTHERS.flatMap((list) => otherChanges(names, list, { before, after })),
  ];
  return changes.sort((a, b) => (a.person < b.person ? -1 : a.person > b.person ? 1 : 0));
}

function moveChanges(names: Names, before: readonly PlanMove[], after: readonly PlanMove[]): readonly RosterChange[] {
  const [then, now] = [byPerson(before), byPerson(after)];
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((person): RosterChange[] => {
    const [was, is] = [then.get(person), now.get(person)];
    if (was === undefined)
      return is === undefined ? [] : [change(names, { person, kind: "added", what: [goes(names, is)] })];
    if (is === undefined) return [change(names, { person, kind: "removed", what: [stays(names, was)] })];
    const what = differences(names, was, is);
    return what.length === 0 ? [] : [change(names, { person, kind: "changed", what })];
  });
}

function byPerson(moves: readonly PlanMove[]): ReadonlyMap<string, PlanMove> {
  return new Map(moves.map((move) => [move.person, move]));
}

interface Told extends Omit<RosterChange, "message"> {
  readonly what: readonly Text[];
}

function change(names: Names, { person, kind, what }: Told): RosterChange {
  const who = names.person(person);
  const zh = what.map((text) => text.zh).join("，");
  const en = what.map((text) => text.en).join(", ");
  return { person, kind, message: { zh: `${who}：${zh}`, en: `${who}: ${en}` } };
}

function goes(names: Names, { to, post }: PlanMove): Text {
  const [school, at] = [names.school(to), names.post(post)];
  return { zh: `增加交流至${school}（${at.zh}）`, en: `now goes to ${school} (${at.en})` };
}

function stays(names: Names, { to }: PlanMove): Text {
  return { zh: `不再交流至${names.school(to)}`, en: `no longer goes to ${names.school(to)}` };
}

function differences(names: Names, was: PlanMove, is: PlanMove): readonly Text[] {
  const plain = (text: string): Text => ({ zh: text, en: text });
  const none: Text = { zh: "无", en: "none" };
  const yesNo = (value: boolean): Text => (value ? { zh: "是", en: "yes" } : { zh: "否", en: "no" });
  const kilometres = (metres: number | null) => (metres === null ? none : amountText(metres, "m"));
  const told: readonly (readonly [keyof PlanMove, Text, (move: PlanMove) => Text])[] = [
    ["to", { zh: "去向", en: "school" }, ({ to }) => plain(names.school(to))],
    ["post", { zh: "岗位", en: "post" }, ({ post }) => names.post(post)],
    ["form", { zh: "交流形式", en: "form" }, ({ form }) => words.form[form]],
    ["start", { zh: "开始日期", en: "start" }, ({ start }) => dateText(start)],
    ["end", { zh: "结束日期", en: "end" }, ({ end }) => (end === null ? none : dateText(end))],
    ["relationMoves", { zh: "调动人事关系", en: "relation moves" }, ({ relationMoves }) => yesNo(relationMoves)],
    ["distanceMetres", { zh: "距离", en: "distance" }, ({ distanceMetres }) => kilometres(distanceMetres)],
  ];
  return told
    .filter(([key, , text]) => was[key] !== is[key] && text(was).zh !== text(is).zh)
    .map(([, what, text]) => ({
      zh: `${what.zh}由${text(was).zh}改为${text(is).zh}`,
      en: `${what.en} ${text(was).en} -> ${text(is).en}`,
    }));
}

/** Lists beside the moves, told line by line. */
const OTHERS = [
  { key: "returns", zh: "期满返回或留任的安排有改动", en: "the end of an exchange was changed" },
  { key: "participations", zh: "兼职或柔性交流的安排有改动", en: "a light form was changed" },
  { key: "itineraries", zh: "走教或跨校兼课的安排有改动", en: "itinerant teaching was changed" },
] as const;

function otherChanges(
  names: Names,
  { key, ...what }: (typeof OTHERS)[number],
  { before, after }: { readonly before: Lines; readonly after: Lines },
): readonly RosterChange[] {
  const people = [...new Set([...before[key], ...after[key]].map(({ person }) => person))];
  const linesOf = (lines: Lines, person: string) =>
    canonicalJson((lines[key] as readonly { readonly person: string }[]).filter((line) => line.person === person));
  return people
    .filter((person) => linesOf(before, person) !== linesOf(after, person))
    .map((person) => change(names, { person, kind: "changed", what: [what] }));
}
