import { HELD_BACK, holdBack } from "@lungang/report";
import type { ReportCardDocument } from "./card-document.ts";

/** Counts of people below this number are not published, unless somebody says otherwise. */
const SMALLEST_COUNT = 5;

type Count = number | typeof HELD_BACK;
type Metres = Count | null;

/**
 * Returns the public edition of a report card: no person, no case, and no count that tells about fewer than `least` people,
 * nor one that follows from a total or from those who are left.
 *
 * @public
 */
export function publicCard(card: ReportCardDocument, least = SMALLEST_COUNT): ReportCardDocument {
  const { people: _people, findings, burden, distances, flow, issues: _issues, ...rest } = card;
  const known = (count: Count) => small(count, least);
  return {
    ...rest,
    edition: "public",
    // What is wrong with data names people.
    issues: [],
    message: PUBLIC_MESSAGE,
    findings: findings.map(({ cases: _cases, ...finding }) => ({
      ...finding,
      value: finding.value === null || COUNTS_POSTS.has(finding.name) ? finding.value : known(finding.value),
    })),
    burden: burden.map((each) => publicBurden(each, least)),
    distances: publicDistances(distances, least),
    flow: publicFlow(flow, least),
  };
}

/** Findings about posts and not about people. */
const COUNTS_POSTS: ReadonlySet<string> = new Set(["wastedPosts", "hiddenVacancies"]);

const PUBLIC_MESSAGE = {
  zh: "公开版：不列人员和个案，少于规定人数的数字以 * 代替。",
  en: "Public edition: no people and no cases; small counts are replaced by *.",
};

function small(count: Count, least: number): Count {
  return typeof count === "number" && count > 0 && count < least ? HELD_BACK : count;
}

function publicFlow({ lines, unknown }: ReportCardDocument["flow"], least: number): ReportCardDocument["flow"] {
  const { shown } = holdBack([...lines.map(({ people }) => numberOf(people)), numberOf(unknown)], least);
  return {
    lines: lines.map(({ from, to }, at) => ({ from, to, people: shown[at] as Count })),
    unknown: shown.at(-1) as Count,
  };
}

/** A decile of few people is the way to work of one of them. */
function publicDistances(
  { moved, knownBefore, knownAfter, decilesBefore, decilesAfter }: ReportCardDocument["distances"],
  least: number,
): ReportCardDocument["distances"] {
  const hide = (deciles: readonly Metres[], known: Count): Metres[] =>
    deciles.map((metres) => (metres === null || numberOf(known) >= deciles.length * least ? metres : HELD_BACK));
  return {
    moved: small(moved, least),
    knownBefore: apart(knownBefore, moved, least),
    knownAfter: apart(knownAfter, moved, least),
    decilesBefore: hide(decilesBefore, knownBefore),
    decilesAfter: hide(decilesAfter, knownAfter),
  };
}

/** A part of a total that is shown tells about the rest as well. */
function apart(part: Count, total: Count, least: number): Count {
  const rest = numberOf(total) - numberOf(part);
  return small(part, least) === HELD_BACK || small(rest, least) === HELD_BACK ? HELD_BACK : part;
}

function publicBurden(
  { groups, unknown, ...burden }: ReportCardDocument["burden"][number],
  least: number,
): ReportCardDocument["burden"][number] {
  const people = groups.map((group) => numberOf(group.people));
  const all = [...people, numberOf(unknown)];
  const hiddenPeople = hiddenIn(all, all, least);
  const [moved, worse] = (["moved", "worse"] as const).map((what) => {
    const counts = groups.map((group) => numberOf(group[what]));
    return hiddenIn(counts, people, least);
  });
  const show = (count: Count, isHidden: boolean | undefined): Count => (isHidden === true ? HELD_BACK : count);
  return {
    ...burden,
    groups: groups.map(({ cases: _cases, ...group }, at) => ({
      ...group,
      people: show(group.people, hiddenPeople[at]),
      moved: show(group.moved, moved?.[at]),
      worse: show(group.worse, worse?.[at]),
      meanMetres: group.meanMetres !== null && moved?.[at] === true ? HELD_BACK : meanOf(group, least),
    })),
    unknown: show(unknown, hiddenPeople.at(-1)),
  };
}

/** A mean of few is theirs. */
function meanOf({ moved, meanMetres }: ReportCardDocument["burden"][number]["groups"][number], least: number): Metres {
  return meanMetres === null || numberOf(moved) >= least ? meanMetres : HELD_BACK;
}

/**
 * Returns which counts are held back: small ones, those that leave few of their group, and others with them, so that none
 * follows from the total.
 */
function hiddenIn(counts: readonly number[], groups: readonly number[], least: number): readonly boolean[] {
  const [those, rest] = [
    holdBack(counts, least),
    holdBack(
      groups.map((all, at) => all - (counts[at] as number)),
      least,
    ),
  ];
  return counts.map((_, at) => those.shown[at] === HELD_BACK || rest.shown[at] === HELD_BACK);
}

/** An internal card holds nothing back. */
function numberOf(count: Count): number {
  if (count === HELD_BACK) throw new RangeError("Cannot make a public card of a public card");
  return count;
}
