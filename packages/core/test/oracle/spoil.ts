import type { Draws } from "@lungang/solver-testkit";
import type { PlanMove } from "../../src/plan.ts";
import { oneOf } from "../plan/draw.ts";
import { dayBefore, monthsLater } from "./days.ts";
import type { Lines } from "./lines.ts";
import { formOf } from "./lines.ts";
import type { Place } from "./kinds.ts";
import type { World } from "./world.ts";

/** Ways in which a hand changes the lines of a plan; some leave them right, most break something. */

type Change = (world: World, lines: Lines, draws: Draws) => Lines | undefined;

/** The line of a move to a place, right in all that the place decides. */
function lineTo(world: World, id: string, place: Place, code?: string): PlanMove | undefined {
  const person = world.people.get(id);
  if (person === undefined) return undefined;
  const form = world.forms.find((one) => one.code === code) ?? formOf(world, person, place) ?? world.forms[0];
  if (form === undefined) return undefined;
  return {
    person: id,
    from: world.works(person) ?? null,
    to: place.school,
    post: place.name,
    form: form.code,
    start: world.start,
    end: form.code === "recruit" ? null : dayBefore(monthsLater(world.start, form.termMonths.min)),
    relationMoves: form.relationMoves,
    distanceMetres: world.metres(person, place.school) ?? null,
  };
}

const places = (world: World): readonly Place[] => [...world.places.values()];

function replaced(lines: Lines, at: number, by: PlanMove): Lines {
  return { ...lines, moves: lines.moves.map((line, index) => (index === at ? by : line)) };
}

const without = (lines: Lines, person: string): Lines => ({
  ...lines,
  moves: lines.moves.filter((line) => line.person !== person),
  returns: lines.returns.filter((line) => line.person !== person),
});

const onMove = (change: (world: World, line: PlanMove, draws: Draws) => PlanMove | undefined): Change => {
  return (world, lines, draws) => {
    if (lines.moves.length === 0) return undefined;
    const at = draws.integer(0, lines.moves.length - 1);
    const changed = change(world, lines.moves[at] as PlanMove, draws);
    return changed === undefined ? undefined : replaced(lines, at, changed);
  };
};

const CHANGES: Readonly<Record<string, Change>> = {
  moveSomebody: (world, lines, draws) => {
    const person = oneOf(draws, world.instance.persons);
    const line = lineTo(world, person.id, oneOf(draws, places(world)));
    if (line === undefined) return undefined;
    const rest = without(lines, person.id);
    return { ...rest, moves: [...rest.moves, line] };
  },
  moveOneWhoMay: (world, lines, draws) => {
    const options = world.instance.persons.flatMap((person) =>
      ["recruit", "pinned", "forced", "due", "volunteer"].includes(world.standing(person))
        ? places(world)
            .filter((place) => formOf(world, person, place) !== undefined)
            .map((place) => [person.id, place] as const)
        : [],
    );
    if (options.length === 0) return undefined;
    const [id, place] = oneOf(draws, options);
    const line = lineTo(world, id, place);
    const rest = without(lines, id);
    return line === undefined ? undefined : { ...rest, moves: [...rest.moves, line] };
  },
  swap: (world, lines, draws) => {
    if (lines.moves.length < 2) return undefined;
    const [a, b] = [oneOf(draws, lines.moves), oneOf(draws, lines.moves)];
    const [to, back] = [world.placeNamed(b.post), world.placeNamed(a.post)];
    if (a === b || to === undefined || back === undefined) return undefined;
    const moves = lines.moves.map((line) => {
      if (line === a) return lineTo(world, a.person, to) ?? line;
      return line === b ? (lineTo(world, b.person, back) ?? line) : line;
    });
    return { ...lines, moves };
  },
  cancel: (_world, lines, draws) => {
    const all = [...lines.moves, ...lines.returns];
    return all.length === 0 ? undefined : without(lines, oneOf(draws, all).person);
  },
  otherPost: onMove((world, line, draws) => {
    const same = places(world).filter(({ school }) => school === line.to);
    return lineTo(world, line.person, oneOf(draws, same));
  }),
  otherForm: onMove((world, line, draws) => {
    const place = world.placeNamed(line.post);
    return place === undefined ? undefined : lineTo(world, line.person, place, oneOf(draws, world.forms).code);
  }),
  otherStart: onMove((_world, line, draws) => ({
    ...line,
    start: oneOf(draws, ["2024-08-31", "2024-09-02", "2025-09-01"]),
  })),
  otherEnd: onMove((_world, line, draws) => ({
    ...line,
    end: oneOf(draws, [null, "2025-08-30", "2025-08-31", "2025-09-01", "2027-08-31", "2040-08-31"]),
  })),
  otherRelation: onMove((_world, line) => ({ ...line, relationMoves: !line.relationMoves })),
  otherOrigin: onMove((world, line, draws) => ({ ...line, from: oneOf(draws, world.instance.schools).id })),
  otherDistance: onMove((_world, line) => ({ ...line, distanceMetres: (line.distanceMetres ?? 0) + 1 })),
  twice: (_world, lines, draws) => {
    if (lines.moves.length === 0) return undefined;
    return { ...lines, moves: [...lines.moves, oneOf(draws, lines.moves)] };
  },
  settle: (world, lines, draws) => {
    if (lines.returns.length === 0) return undefined;
    const line = oneOf(draws, lines.returns);
    const person = world.people.get(line.person);
    const place = person && (line.settles ? world.homePlace(person) : world.fills(person));
    if (place === undefined) return undefined;
    const changed = { ...line, settles: !line.settles, to: place.school, post: place.name };
    return { ...lines, returns: lines.returns.map((one) => (one === line ? changed : one)) };
  },
  lightElsewhere: (world, lines, draws) => {
    if (lines.participations.length === 0) return undefined;
    const line = oneOf(draws, lines.participations);
    const changed = { ...line, to: oneOf(draws, world.instance.schools).id };
    return { ...lines, participations: lines.participations.map((one) => (one === line ? changed : one)) };
  },
  fewerLight: (_world, lines, draws) => {
    if (lines.participations.length === 0) return undefined;
    const line = oneOf(draws, lines.participations);
    return { ...lines, participations: lines.participations.filter((one) => one !== line) };
  },
  morePeriods: (_world, lines, draws) => {
    if (lines.itineraries.length === 0) return undefined;
    const line = oneOf(draws, lines.itineraries);
    const changed = { ...line, periods: line.periods + draws.integer(1, 3) };
    return { ...lines, itineraries: lines.itineraries.map((one) => (one === line ? changed : one)) };
  },
};

/** Returns lines that one to three changes make of others, and their names. */
/** Half of the changes move people as they may be moved: lines that are right in themselves, and rules that break. */
const LAWFUL = ["moveOneWhoMay", "moveOneWhoMay", "cancel", "settle", "fewerLight", "morePeriods"];

export function spoiled(world: World, lines: Lines, draws: Draws): { readonly lines: Lines; readonly by: string } {
  let now = lines;
  const by: string[] = [];
  const lawful = draws.chance(0.6);
  const wanted = draws.integer(1, 3);
  for (let tries = 0; tries < 12 && by.length < wanted; tries++) {
    const name = oneOf(draws, lawful ? LAWFUL : Object.keys(CHANGES));
    const next = CHANGES[name]?.(world, now, draws);
    if (next === undefined) continue;
    now = next;
    by.push(name);
  }
  return { lines: now, by: by.join(", ") };
}
