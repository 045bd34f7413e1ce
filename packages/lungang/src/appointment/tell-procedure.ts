import type { ScoredItem } from "@lungang/core/policy";
import { pointsText } from "@lungang/core/policy";
import type { Language } from "../files/out-file.ts";
import type { DecidedAppointment } from "./appointment-outcome.ts";
import type { Applications } from "./open-applications.ts";
import { postTerms } from "./post-terms.ts";
import type { DecidedRounds } from "./tell-rounds.ts";

type Line = DecidedAppointment["lines"][number];

/** Who somebody is and where he ends, by which round. */
type Ended = Pick<Line, "person" | "from" | "post" | "round">;

/** Returns the terms of everybody's appointment: who appoints, until when, and what holds of who found no post at first. */
export function lineTerms(
  { procedure }: Applications,
  chain: DecidedRounds | undefined,
): (ended: Ended) => Pick<Line, "appointer" | "contract" | "conditions"> {
  const { terms, rows, recorded } = procedure;
  const posts = new Map(rows.posts.map((post) => [post.id, post]));
  const people = new Map(rows.people.map((person) => [person.id, person]));
  const placing = new Set((chain?.rounds ?? []).flatMap(({ id, who }) => (who === "unplaced" ? [id] : [])));
  return (ended) => {
    const row = posts.get(ended.post ?? "");
    const found = row === undefined ? NO_TERMS : postTerms(terms, row, rows.settings.contractStart);
    const state = stateOf(ended, placing);
    const conditions = recorded.unplaced
      .filter(({ who }) => state !== undefined && (who === "both" || who === state))
      .map(({ id, source, text, gate, passed }) => ({
        id,
        source,
        text,
        met: gate ? passed.has(ended.person) : null,
      }));
    const runs = ended.post === ended.from ? people.get(ended.person)?.contractEnd : undefined;
    const contract = found.contract === null ? null : runningContract(found.contract, runs);
    return { appointer: found.appointer, contract, conditions };
  };
}

const NO_TERMS = { appointer: null, contract: null };

/** Who got a post in a round for people without one found none in the competition; who has none did not either. */
function stateOf({ post, from, round }: Ended, placing: ReadonlySet<string>): "placed" | "unplaced" | undefined {
  if (post === null) return "unplaced";
  return post !== from && round !== null && placing.has(round) ? "placed" : undefined;
}

/** A contract that runs beyond the first day of the new ones ends when it was to end. */
function runningContract(contract: { readonly from: string; readonly to: string }, runs: string | undefined) {
  return runs !== undefined && runs >= contract.from ? { from: null, to: runs } : contract;
}

/** Tells the steps of the procedure and how far the candidates of a selection came. */
export function tellProcedure({ procedure }: Applications): Pick<DecidedAppointment, "procedure" | "candidates"> {
  const { terms, recorded, candidates } = procedure;
  const nameOf = new Map((terms?.selection?.steps ?? []).map(({ id, text }) => [id, text]));
  const named = (id: string) => nameOf.get(id) ?? { zh: id, en: id };
  return {
    procedure: recorded.steps.map((step) => ({ ...step })),
    candidates: candidates.map(({ person, passed, stoppedAt, because, sheet }) => ({
      person,
      passed: passed.map(named),
      stoppedAt: stoppedAt === null ? null : named(stoppedAt),
      because,
      points: sheet === undefined ? null : pointsText(sheet.total),
      items: (sheet?.items ?? []).map((item) => pointItem(item, null)),
    })),
  };
}

/** What holds of somebody who found no post at first, and whether what has to be passed was. */
export function conditionText(
  { text, met }: DecidedAppointment["lines"][number]["conditions"][number],
  language: Language,
): string {
  if (met === null) return text[language];
  const state = met
    ? { zh: "已通过", en: "passed" }
    : { zh: "尚未登记合格，合格后方可上岗", en: "not registered as passed: no work yet" };
  return { zh: `${text.zh}（${state.zh}）`, en: `${text.en} (${state.en})` }[language];
}

/** Returns an item of points as plain data. */
export function pointItem({ item, units, text, source }: ScoredItem, post: string | null) {
  return { item, points: pointsText(units), text, source: source ?? null, post };
}
