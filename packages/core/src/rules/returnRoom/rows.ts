import { comesBackLater, returnDays } from "../../eligibility/return-days.ts";
import type { IsoDate } from "../../instance/calendar.ts";
import { lastDayOfMonths } from "../../instance/calendar.ts";
import type { Cell } from "../../instance/cells.ts";
import { NONE } from "../../instance/county.ts";
import { mostNeeded, neededTogether } from "../../instance/joined.ts";
import type { Person } from "../../instance/person.ts";
import type { School } from "../../instance/school.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { isCounted } from "../../formulation/headcounts.ts";
import type { RowSubject } from "../../formulation/row-subject.ts";
import { addMoveEntries, addRuleRow } from "../../formulation/rule-rows.ts";
import { FORM_RETURN, FORM_SETTLE } from "../../moves/candidate-moves.ts";
import { currentExchange, lastDayAway } from "../../policy/facts.ts";
import { keepsHomePost } from "../../policy/forms.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import type { ReturnRoomParams } from "./schema.ts";

/** Adds a row for every post, and school, that more people may come to than it has room for once others are back. */
export function addReturnRoomRows(params: ReturnRoomParams, entry: RuleTerms, context: RowsContext): void {
  const days = params.when === "inTheEnd" ? [undefined] : returnDays(context.eligibility);
  for (const day of days) {
    if (params.posts) {
      const posts = postsOn(context, day);
      addPlaceRows(entry, context, posts);
      if (context.eligibility.county.joined.length > 0) addPlaceRows(entry, context, joinedOf(context, posts));
    }
    if (params.schools) addPlaceRows(entry, context, schoolsOn(context, day));
  }
}

/** Places of one kind on one day. */
interface Places {
  /** Where a person is on the day who starts nothing. Shapes: one entry a person; {@link NONE} for none. */
  readonly still: Int32Array;
  /** Place that a move enters, where its person is there on the day. Shapes: one entry a move. */
  readonly entered: Int32Array;
  /** Place that a move takes its person from, where the person is not back on the day. Shapes: one entry a move. */
  readonly left: Int32Array;
  /** Most people at a place; infinite where nothing bounds it. */
  readonly most: (place: number) => number;
  readonly about: (place: number) => RowSubject;
}

function addPlaceRows(entry: RuleTerms, context: RowsContext, places: Places): void {
  const { moves, eligibility } = context;
  const { entered, left } = places;
  const heads = new Map<number, number>();
  const coming = new Map<number, Set<number>>();
  const going = new Map<number, Set<number>>();
  const note = (map: Map<number, Set<number>>, place: number, person: number) => {
    if (place !== NONE) map.set(place, (map.get(place) ?? new Set()).add(person));
  };
  places.still.forEach((place, person) => {
    if (isCounted(eligibility, person)) heads.set(place, (heads.get(place) ?? 0) + 1);
  });
  for (let move = 0; move < moves.count; move++) {
    const person = moves.person[move] as number;
    if (!isCounted(eligibility, person)) continue;
    note(coming, entered[move] as number, person);
    note(going, left[move] as number, person);
  }
  for (const [place, people] of [...coming].sort(([a], [b]) => a - b)) {
    const there = heads.get(place) ?? 0;
    const room = Math.max(places.most(place), there) - there;
    if (people.size <= room) continue;
    const row = addRuleRow(context, entry, { lower: -Infinity, upper: room, subject: places.about(place) });
    const valueOf = (move: number) => (entered[move] === place ? 1 : 0) - (left[move] === place ? 1 : 0);
    const concerned = [...new Set([...people, ...(going.get(place) ?? [])])].sort((a, b) => a - b);
    addMoveEntries(context, row, { valueOf, people: concerned });
  }
}

function postsOn(context: RowsContext, day: IsoDate | undefined): Places {
  const { county, policy, inScope } = context.eligibility;
  const { moves } = context;
  const still = stillOn(context, day, {
    now: county.cellOf,
    kept: (person) => {
      const form = currentExchange(county.persons[person] as Person)?.form;
      return keepsHomePost(policy.forms, form) ? (county.reservedCellOf[person] as number) : NONE;
    },
    home: county.reservedCellOf,
  });
  const lasts = lastingUntil(context, day);
  return {
    still,
    entered: moves.cell.map((cell, move) => (lasts(move) ? cell : NONE)),
    left: moves.person.map((person, move) =>
      lasts(move) || givesPostUp(context, move) ? (still[person] as number) : NONE,
    ),
    most: (cell) => {
      const target = county.cells[cell] as Cell;
      return inScope[target.school] === 1 ? mostNeeded(target) : Infinity;
    },
    about: (index) => ({ kind: "cell", index }),
  };
}

/** Posts that are joined have room for what they need together. */
function joinedOf({ eligibility: { county, inScope } }: RowsContext, { still, entered, left }: Places): Places {
  const joinedAt = (cell: number) => county.cells[cell]?.joined ?? NONE;
  const firstOf = (at: number) => county.joined[at]?.cells[0] ?? NONE;
  return {
    still: still.map(joinedAt),
    entered: entered.map(joinedAt),
    left: left.map(joinedAt),
    most: (at) => (inScope[county.cells[firstOf(at)]?.school ?? NONE] === 1 ? neededTogether(county, at) : Infinity),
    about: (at) => ({ kind: "cell", index: firstOf(at) }),
  };
}

function schoolsOn(context: RowsContext, day: IsoDate | undefined): Places {
  const { county, inScope } = context.eligibility;
  const { moves } = context;
  const still = stillOn(context, day, {
    now: county.works,
    kept: (person) => county.home[person] as number,
    home: county.home,
  });
  const lasts = lastingUntil(context, day);
  return {
    still,
    entered: moves.cell.map((cell, move) => (lasts(move) ? (county.cells[cell] as Cell).school : NONE)),
    left: moves.person.map((person, move) => (lasts(move) ? (still[person] as number) : NONE)),
    most: (school) =>
      inScope[school] === 1 ? ((county.schools[school] as School).establishment ?? Infinity) : Infinity,
    about: (index) => ({ kind: "school", index, limit: "working" }),
  };
}

interface WhereTo {
  readonly now: Int32Array;
  /** Place kept for somebody on an exchange that runs. */
  readonly kept: (person: number) => number;
  /** Place of those whose exchange has ended. */
  readonly home: Int32Array;
}

function stillOn({ eligibility }: RowsContext, day: IsoDate | undefined, { now, kept, home }: WhereTo): Int32Array {
  const { county, decisions, policy } = eligibility;
  return now.map((place, person) => {
    const standing = decisions[person]?.standing;
    if (standing === "returning") return home[person] as number;
    if (!comesBackLater(eligibility, person)) return place;
    const end = lastDayAway(county.persons[person] as Person, policy.eligibility.returns);
    const isBack = day === undefined || (end !== undefined && end < day);
    return isBack ? kept(person) : place;
  });
}

/** Returns which moves still hold on a day: those for good, and those whose shortest term is not over. */
function lastingUntil({ eligibility, moves }: RowsContext, day: IsoDate | undefined): (move: number) => boolean {
  const { county, policy, context } = eligibility;
  const forms = policy.forms.map(({ relationMoves, termMonths }) => {
    const isLong = () => day !== undefined && lastDayOfMonths(context.start, termMonths.min) >= day;
    return { relationMoves, isLong: !relationMoves && isLong() };
  });
  return (move) => {
    const form = moves.form[move] as number;
    if (form === FORM_RETURN) return false;
    if (form === FORM_SETTLE) return true;
    const { relationMoves, isLong } = forms[form] as (typeof forms)[number];
    const from = county.works[moves.person[move] as number] as number;
    const isInside = (county.cells[moves.cell[move] as number] as Cell).school === from;
    return relationMoves || from === NONE || isInside || isLong;
  };
}

function givesPostUp({ eligibility, moves }: RowsContext, move: number): boolean {
  return eligibility.policy.forms[moves.form[move] as number]?.keepsHomePost === false;
}
