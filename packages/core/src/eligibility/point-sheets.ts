import type { Text } from "../instance/issue.ts";
import { postName } from "../instance/cells.ts";
import { NONE } from "../instance/county.ts";
import type { Person } from "../instance/person.ts";
import { createTravel } from "../instance/travel.ts";
import type { PointSheet } from "../points/score.ts";
import type { Subject } from "../policy/attributes.ts";
import { emptySubject } from "../policy/attributes.ts";
import type { PointCounter } from "../policy/point-attributes.ts";
import { pointCounters } from "../policy/policy-attributes.ts";
import { wishRank } from "../policy/wish-rank.ts";
import { NO_FORM } from "./admissible.ts";
import type { DecidedCounty } from "./eligibility.ts";

/**
 * The points of a person by one scale of a policy.
 *
 * @public
 */
export interface ScaleSheet {
  /** Id of the scale in the policy. */
  readonly scale: string;
  readonly source: string;
  readonly text: Text;
  readonly sheet: PointSheet;
}

/**
 * Returns how the points of people are counted, item by item, by every scale of the policy: what counts wherever a person
 * goes, and what counts at the posts that are asked about, in the order of the wishes for their schools.
 *
 * @returns for a person by position, and cells that are asked about beside those at the schools wished for
 * @public
 */
export function pointSheetsOf(
  eligibility: DecidedCounty,
): (person: number, cells?: readonly number[]) => readonly ScaleSheet[] {
  const { context, policy } = eligibility;
  const counters = [...pointCounters(policy).values()];
  const subjectsOf = counters.length === 0 ? () => [] : askedPosts(eligibility);
  return (person, cells = []) => {
    const asked = subjectsOf(person, cells);
    return counters.map((counter) => {
      const { id, source, text } = counter.scale;
      const sheet = counter.sheetOf(context, person);
      return {
        scale: id,
        source,
        text,
        sheet: { ...sheet, atPosts: asked.flatMap((at) => atPost(eligibility, { counter, sheet, at })) },
      };
    });
  };
}

/** Returns the moves of a person to posts that are asked about, and that the policy admits. */
function askedPosts({ county, policy, admission }: DecidedCounty) {
  const travel = createTravel(county);
  return (person: number, cells: readonly number[]): readonly Subject[] => {
    const wishes = (county.persons[person] as Person).application?.wishes ?? [];
    const rankOf = (cell: number) => wishRank(county, { person, to: county.cells[cell]?.school ?? NONE }) ?? Infinity;
    const wished = wishes.length === 0 ? [] : [...county.cells.keys()].filter((cell) => rankOf(cell) !== Infinity);
    const asked = [...new Set([...wished, ...cells])].sort((a, b) => rankOf(a) - rankOf(b) || a - b);
    return asked.flatMap((cell): Subject[] => {
      const number = admission.formOf(person, cell);
      const form = number === NO_FORM ? undefined : policy.forms[number];
      const to = county.cells[cell]?.school ?? NONE;
      if (form === undefined) return [];
      const { code, relationMoves } = form;
      const metres = Math.max(0, travel.metres(person, to));
      return [
        {
          ...emptySubject(),
          person,
          from: county.works[person] as number,
          to,
          cell,
          form: code,
          relationMoves,
          metres,
        },
      ];
    });
  };
}

/** What counts at a post beside, or instead of, what counts everywhere; nothing where that changes nothing. */
function atPost(
  { context, county }: DecidedCounty,
  { counter, sheet, at }: { readonly counter: PointCounter; readonly sheet: PointSheet; readonly at: Subject },
): PointSheet["atPosts"] {
  const { items, total } = counter.there(context, at);
  const own = items.filter(
    ({ item, units }) => !sheet.items.some((each) => each.item === item && each.units === units),
  );
  const cell = county.cells[at.cell];
  if (cell === undefined || (own.length === 0 && total === sheet.total)) return [];
  return [{ post: postName(cell), total, items: own }];
}
