import type { Text } from "@lungang/core";
import { loadMarket } from "../market/load.ts";
import type { Counterexample } from "../strategy/statement.ts";
import { appoint } from "./appoint.ts";

/** Posts of somebody with an honest list and with another one; null for nothing. */
interface Gain {
  readonly honest: readonly string[];
  readonly gets: string | null;
  readonly getsInstead: string | null;
}

/**
 * Says in one sentence how somebody gains in a counterexample, by running it twice: with the honest list and with the other.
 *
 * @throws {Error} if nobody gains: then it is no counterexample
 */
export function describeCounterexample(example: Counterexample): Text {
  if (example.partner !== undefined) return describeSwaps(example, example.partner);
  const { person, instead } = example;
  const { honest, gets, getsInstead } = gainOf(example);
  const [list, other] = [honest.join("、"), instead.join("、")];
  return {
    zh: `例（人员、岗位均为虚构）：“${person}”如实填报 ${list}，${got(gets)}；只填 ${other}，${got(getsInstead)}`,
    en: `For example, with people and posts made up, "${person}" with the honest list ${honest.join(", ")} gets ${gets ?? "nothing"}, and with ${instead.join(", ")} gets ${getsInstead ?? "nothing"}`,
  };
}

/** Who names another partner than the one he likes best. */
function describeSwaps({ market, rule, person }: Counterexample, partner: string): Text {
  const swaps = market.swaps ?? [];
  const best = swaps.find((row) => row.person === person)?.partner ?? "";
  const changed = swaps.map((row) => (row.person === person ? { ...row, partner } : row));
  const own = market.people.find(({ id }) => id === person)?.ownPost ?? null;
  const [gets, getsInstead] = [
    postIn({ market, rule, person }),
    postIn({ market: { ...market, swaps: changed }, rule, person }),
  ];
  if (gets !== own || getsInstead === own) throw new Error("Cannot describe a counterexample: nobody gains");
  return {
    zh: `例（人员、岗位均为虚构）：“${person}”如实指名 ${best}，未能对调；改为指名 ${partner}，取得 ${getsInstead ?? ""}`,
    en: `For example, with people and posts made up, "${person}" naming ${best}, whom he likes best, stays, and naming ${partner} gets ${getsInstead ?? ""}`,
  };
}

function postIn({ market, rule, person }: Pick<Counterexample, "market" | "rule" | "person">): string | null {
  const read = loadMarket(market);
  const run = read.ok ? appoint(read.value, rule) : read;
  if (!run.ok) throw new Error(`Cannot run a counterexample: ${run.issues[0]?.message.en ?? ""}`);
  return run.value.lines.find((line) => line.person === person)?.post ?? null;
}

function got(post: string | null): string {
  return post === null ? "未取得岗位" : `取得 ${post}`;
}

function gainOf({ market, rule, person, instead }: Counterexample): Gain {
  const postOf = (applications: typeof market.applications) =>
    postIn({ market: { ...market, applications }, rule, person });
  const applications = market.applications ?? [];
  const honest = applications.find((row) => row.person === person)?.wishes ?? [];
  const changed = applications.map((row) => (row.person === person ? { person, wishes: [...instead] } : row));
  const [gets, getsInstead] = [postOf(applications), postOf(changed)];
  if (gets === getsInstead) throw new Error("Cannot describe a counterexample: nobody gains");
  return { honest: honest.map((wish) => (typeof wish === "string" ? wish : wish.post)), gets, getsInstead };
}
