import type { Text } from "@lungang/core";
import type { ReasonNames } from "./finding.ts";
import type { SurplusGroup, SurplusMember, SurplusQuestion } from "../market/surplus-document.ts";

/** A list of who is surplus, from a rule or made by hand. */
export interface SurplusList {
  readonly group: string;
  readonly leaving: readonly { readonly id: string }[];
}

/** Something wrong with a list of who is surplus. */
export interface SurplusFinding {
  readonly group: string;
  readonly code: "notInGroup" | "protected" | "wrongNumber" | "volunteerPassedOver" | "orderBroken";
  readonly people: readonly string[];
  readonly text: Text;
}

/**
 * Checks who is surplus: the right number, nobody protected against the own will, no volunteer passed over, and nobody
 * who stays although the order puts him before one who leaves.
 */
export function checkSurplus(
  question: SurplusQuestion,
  lists: readonly SurplusList[],
  names: ReasonNames = {},
): readonly SurplusFinding[] {
  const byGroup = new Map(lists.map((list) => [list.group, list.leaving.map((person) => person.id)]));
  return question.groups.flatMap((group) => checkGroup(group, byGroup.get(group.id) ?? [], { question, names }));
}

interface Asked {
  readonly question: SurplusQuestion;
  readonly names: ReasonNames;
}

function checkGroup(
  group: SurplusGroup,
  leaving: readonly string[],
  { question, names }: Asked,
): readonly SurplusFinding[] {
  const called = (id: string) => names.person?.(id) ?? id;
  const gone = new Set(leaving);
  const members = new Map(group.people.map((person) => [person.id, person]));
  const find = (code: SurplusFinding["code"], people: readonly string[], text: Text): SurplusFinding => ({
    group: group.id,
    code,
    people,
    text,
  });
  const strangers = leaving.filter((id) => members.get(id)?.occupies !== true);
  const forced = leaving.filter((id) => members.get(id)?.isProtected === true && members.get(id)?.volunteers === false);
  return [
    ...strangers.map((id) =>
      find("notInGroup", [id], words(`“${called(id)}”不占本组岗位`, `"${called(id)}" does not count in the group`)),
    ),
    ...forced.map((id) =>
      find("protected", [id], words(`“${called(id)}”不在可分流范围`, `"${called(id)}" may not be made surplus`)),
    ),
    ...wrongNumber(group, gone, names.post?.(group.id) ?? group.id).map((text) => find("wrongNumber", leaving, text)),
    ...wrongPairs(group, gone, question).map(({ code, stays, leaves }) =>
      find(
        code,
        [leaves.id, stays.id],
        words(
          `应先由“${called(stays.id)}”而不是“${called(leaves.id)}”分流`,
          `"${called(stays.id)}" should leave before "${called(leaves.id)}"`,
        ),
      ),
    ),
  ];
}

function words(zh: string, en: string): Text {
  return { zh, en };
}

function wrongNumber(group: SurplusGroup, gone: ReadonlySet<string>, name: string): readonly Text[] {
  const counted = group.people.filter((person) => person.occupies);
  const movable = counted.filter((person) => person.volunteers || !person.isProtected).length;
  const right = Math.min(Math.max(0, counted.length - group.posts), movable);
  return gone.size === right
    ? []
    : [
        words(
          `“${name}”应分流 ${right} 人，实为 ${gone.size} 人`,
          `"${name}" has ${gone.size} surplus instead of ${right}`,
        ),
      ];
}

interface WrongPair {
  readonly code: "volunteerPassedOver" | "orderBroken";
  readonly stays: SurplusMember;
  readonly leaves: SurplusMember;
}

/** Pairs of one who leaves and one who stays although he should leave first. */
function wrongPairs(group: SurplusGroup, gone: ReadonlySet<string>, question: SurplusQuestion): readonly WrongPair[] {
  const movable = group.people.filter((person) => person.occupies && (person.volunteers || !person.isProtected));
  const leaving = movable.filter((person) => gone.has(person.id));
  return movable
    .filter((person) => !gone.has(person.id))
    .flatMap((stays) =>
      leaving.flatMap((leaves): readonly WrongPair[] => {
        if (stays.volunteers && !leaves.volunteers) return [{ code: "volunteerPassedOver", stays, leaves }];
        if (stays.volunteers !== leaves.volunteers) return [];
        const order = stays.volunteers ? question.volunteerOrder : question.order;
        const isBetter = beats(stays, leaves);
        return isBetter === (order === "highestPoints") ? [{ code: "orderBroken", stays, leaves }] : [];
      }),
    );
}

function beats(one: SurplusMember, other: SurplusMember): boolean {
  const first = [one.points, ...one.ties, -one.lot];
  const second = [other.points, ...other.ties, -other.lot];
  const at = first.findIndex((value, place) => value !== second[place]);
  return at >= 0 && (first[at] as number) > (second[at] as number);
}
