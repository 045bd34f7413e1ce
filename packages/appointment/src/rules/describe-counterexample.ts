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
  const { person, instead } = example;
  const { honest, gets, getsInstead } = gainOf(example);
  const [list, other] = [honest.join("、"), instead.join("、")];
  return {
    zh: `例：“${person}”如实填报 ${list}，${got(gets)}；只填 ${other}，${got(getsInstead)}`,
    en: `For example "${person}" with the honest list ${honest.join(", ")} gets ${gets ?? "nothing"}, and with ${instead.join(", ")} gets ${getsInstead ?? "nothing"}`,
  };
}

function got(post: string | null): string {
  return post === null ? "未取得岗位" : `取得 ${post}`;
}

function gainOf({ market, rule, person, instead }: Counterexample): Gain {
  const postOf = (applications: typeof market.applications): string | null => {
    const read = loadMarket({ ...market, applications });
    const run = read.ok ? appoint(read.value, rule) : read;
    if (!run.ok) throw new Error(`Cannot run a counterexample: ${run.issues[0]?.message.en ?? ""}`);
    return run.value.lines.find((line) => line.person === person)?.post ?? null;
  };
  const applications = market.applications ?? [];
  const honest = applications.find((row) => row.person === person)?.wishes ?? [];
  const changed = applications.map((row) => (row.person === person ? { person, wishes: [...instead] } : row));
  const [gets, getsInstead] = [postOf(applications), postOf(changed)];
  if (gets === getsInstead) throw new Error("Cannot describe a counterexample: nobody gains");
  return { honest: honest.map((wish) => (typeof wish === "string" ? wish : wish.post)), gets, getsInstead };
}
