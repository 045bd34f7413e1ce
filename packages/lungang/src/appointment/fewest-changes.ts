import type { Market, Placement, RoundsResult, WithdrawnDecision } from "@lungang/appointment";
import { NO_POST, fewestChanges, verifyAppointment } from "@lungang/appointment";
import type { Solver } from "@lungang/program";
import { FailedVerificationError } from "../session/plan-year.ts";
import type { DecidedAppointment } from "./appointment-outcome.ts";
import type { Applications } from "./open-applications.ts";
import { namesOfMarket } from "./post-names.ts";

type Told = NonNullable<DecidedAppointment["fewestChanges"]>;
type Finding = Told["envy"][number];

/** Rounds before and after decisions were withdrawn. */
interface Replayed {
  readonly before: RoundsResult;
  readonly after: RoundsResult;
  readonly withdrawn: readonly WithdrawnDecision[];
}

/**
 * Returns the list in which as few people as can be end elsewhere after decisions were withdrawn, and by name whom it passes
 * over and running the rounds again does not; undefined where the solver stopped before the first one.
 *
 * @throws {@link FailedVerificationError} if the list does not keep what holds of heads, wishes, own posts and titles
 */
export async function fewestChangesOf(
  { market, names }: Applications,
  { before, after, withdrawn }: Replayed,
  solver: Solver,
): Promise<Told | undefined> {
  const was = placementOf(market, before);
  const lost = lostPosts(market, before, withdrawn);
  const solved = await fewestChanges(market, { before: was, withdrawn: lost }, { solver });
  if (solved.status === "stopped") return undefined;
  const { placement, changes } = solved;
  const idOf = (post: number) => (post === NO_POST ? null : (market.posts[post]?.id ?? null));
  const told = market.people.flatMap(({ id }, person) =>
    was[person] === placement[person]
      ? []
      : [{ person: id, before: idOf(was[person] as number), after: idOf(placement[person] as number) }],
  );
  const broken = findingsOf(market, placement).filter(({ property }) => PLACES.has(property));
  const isHeld = lost.some(({ person, post }) => placement[person] === post);
  if (isHeld || broken.length > 0 || told.length !== changes.value) {
    throw new FailedVerificationError("the list with the fewest changes does not keep heads, own posts or titles");
  }
  const called = namesOfMarket(market, names);
  const known = new Set(passedOver(market, placementOf(market, after), called).map(keyOf));
  const given = new Set(lost.map(({ person, post }) => JSON.stringify([market.people[person]?.id, idOf(post)])));
  const envy = passedOver(market, placement, called).filter(
    (finding) => !known.has(keyOf(finding)) && !given.has(keyOf(finding)),
  );
  // What is told are the changes: whether the wishes among as few are proven is another matter.
  const isProven = changes.dualBound === changes.value;
  return { changes: told, changesByRounds: countOf(before, after), isProven, envy };
}

/** What any list keeps; posts that nobody wished come from rounds that look for the nearest one. */
const PLACES: ReadonlySet<string> = new Set(["seatsKept", "ownPostKept", "titlesKept"]);

function findingsOf(market: Market, placement: Placement, names?: ReturnType<typeof namesOfMarket>) {
  const lines = market.people.map(({ id }, person) => ({
    person: id,
    post: market.posts[placement[person] as number]?.id ?? null,
  }));
  const list = { format: "lungang-appointment-1", lines };
  const report = verifyAppointment(market, list, {
    rule: { name: "acceptance" },
    ...(names === undefined ? {} : { names }),
  });
  if (!report.ok) throw new Error("A list of our own cannot be read");
  return report.value.properties.flatMap(({ findings }) => findings);
}

function passedOver(market: Market, placement: Placement, names: ReturnType<typeof namesOfMarket>): readonly Finding[] {
  return findingsOf(market, placement, names)
    .filter(({ property }) => property === "noJustifiedEnvy" || property === "noWaste")
    .map(({ people, posts, text }) => ({ people: [...people], posts: [...posts], text }));
}

/** Who is wronged at which post. */
function keyOf({ people: [person], posts: [post] }: Finding): string {
  return JSON.stringify([person, post]);
}

function placementOf(market: Market, { lines }: RoundsResult): Placement {
  const posts = new Map(market.posts.map(({ id }, at) => [id, at]));
  return Int32Array.from(lines, ({ post }) => (post === null ? NO_POST : (posts.get(post) as number)));
}

/** Posts that the withdrawn decisions had given; a decision that gave nothing takes nothing. */
function lostPosts(market: Market, { lines }: RoundsResult, withdrawn: readonly WithdrawnDecision[]) {
  const posts = new Map(market.posts.map(({ id }, at) => [id, at]));
  return lines.flatMap(({ person, post, round }, at) =>
    post !== null && withdrawn.some((one) => one.person === person && one.round === round)
      ? [{ person: at, post: posts.get(post) as number }]
      : [],
  );
}

function countOf(before: RoundsResult, after: RoundsResult): number {
  return before.lines.filter(({ post }, at) => after.lines[at]?.post !== post).length;
}
