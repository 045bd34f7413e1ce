import { planCounty } from "@lungang/core";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { describe, expect, test } from "vitest";
import { stayTexts, whyEverybody, wordingOf } from "../src/index.ts";
import { oneOfTwo } from "./one-of-two.ts";

/** p2, who stays, with what another level would suffer. */
async function staying() {
  const given = oneOfTwo(5);
  const outcome = await planCounty({ ...given, solver: createHighsSolver() });
  if (outcome.status !== "planned") throw new Error("no plan");
  const { plan } = outcome;
  const why = whyEverybody({ ...given, plan }).find(({ person }) => person === "p2");
  const stay = plan.stays.find(({ person }) => person === "p2");
  if (why === undefined || stay === undefined) throw new Error("p2 does not stay");
  const told = (level: string | undefined) =>
    stayTexts({ plan, policy: given.policy }, wordingOf(given))(
      { ...why, alternative: { answer: "atLeast", level: level ?? "", unit: "points", before: 1, by: 2 } },
      { ...stay, reason: "notChosen" },
    );
  return { told, levels: plan.levels.map(({ name }) => name) };
}

describe("why somebody stays", () => {
  test("names the aims before the one that would suffer only where there are any", async () => {
    const { told, levels } = await staying();
    expect(levels.length).toBeGreaterThan(1);
    const [first, last] = [told(levels[0]).cost, told(levels.at(-1)).cost];
    expect(first?.zh).toMatch(/^若改为安排其交流，“.+”至少变差2分$/u);
    expect(first?.en).not.toContain("an aim before it");
    expect(last?.zh).toMatch(/至少变差2分，或排在其前的目标变差$/u);
  });

  test("promises nobody next year: age and years are counted anew", async () => {
    const { told } = await staying();
    const { reason } = told(undefined);
    expect(reason.zh).toContain("已满；下年度仍符合条件的，继续列入");
    expect(reason.en).toContain("due again next year if the conditions still hold");
  });
});
