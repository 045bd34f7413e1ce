import { NONE } from "../../instance/county.ts";
import type { School } from "../../instance/school.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { endsOf, selectAnyMoves, selectAnybody } from "../../formulation/move-tests.ts";
import { addMoveEntries, addRuleRow } from "../../formulation/rule-rows.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import type { SchoolPlacesParams } from "./schema.ts";

/** Adds a row for every school that states its places and could get more people than it has left (model S23). */
export function addSchoolPlacesRows(params: SchoolPlacesParams, entry: RuleTerms, context: RowsContext): void {
  const { eligibility, moves, arrivals } = context;
  const { county, inScope, policy } = eligibility;
  const needs = selectAnyMoves(context, params.moves);
  const holds = params.holders === undefined ? undefined : selectAnybody(context, params.holders);
  const holders = county.schools.map((): number[] => []);
  county.home.forEach((home, person) => {
    if (home !== NONE && holds?.[person] === 1) holders[home]?.push(person);
  });
  county.schools.forEach((school, at) => {
    const places = school[params.places] satisfies School["roomsAvailable"];
    if (places === undefined || inScope[at] !== 1) return;
    const own = holders[at] ?? [];
    const left = Math.max(0, places - own.length);
    const arriving = (arrivals[at] ?? []).filter((move) => needs[move] === 1);
    if (new Set(arriving.map((move) => moves.person[move])).size <= left) return;
    const row = addRuleRow(context, entry, {
      lower: -Infinity,
      upper: left,
      subject: { kind: "school", index: at },
    });
    const comes = (move: number) => {
      const { from, to } = endsOf(context, move);
      return needs[move] === 1 && to === at && from !== at ? 1 : 0;
    };
    const frees = (move: number) => {
      const person = moves.person[move] as number;
      const withRelation = policy.forms[moves.form[move] as number]?.relationMoves === true;
      return withRelation && county.home[person] === at && holds?.[person] === 1 && endsOf(context, move).to !== at
        ? 1
        : 0;
    };
    const people = [...new Set([...arriving.map((move) => moves.person[move] as number), ...own])].sort(
      (a, b) => a - b,
    );
    addMoveEntries(context, row, { valueOf: (move) => comes(move) - frees(move), people });
  });
}
