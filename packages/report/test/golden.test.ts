import { verifyPlan } from "@lungang/core";
import { describe, expect, it } from "vitest";
import { REPORT_IDS, buildReports } from "../src/index.ts";
import { instance, plan, policy, records } from "./county.ts";
import { print } from "./print.ts";

it("stands on a plan that keeps its rules", () => {
  const { violations, issues } = verifyPlan({ instance, policy, plan });
  expect(issues).toEqual([]);
  expect(violations.filter(({ strength }) => strength === "hard")).toEqual([]);
});

it("has the reports R1 to R23", () => {
  expect(REPORT_IDS).toEqual(Array.from({ length: 23 }, (_, index) => `R${index + 1}`));
});

describe.each(REPORT_IDS)("%s", (id) => {
  it("says what it said before", async () => {
    const both = (["internal", "public"] as const).flatMap((audience) =>
      buildReports({ instance, policy, plan, audience, records, reports: [id] }).map(
        (report) => `== ${audience}\n${print(report)}`,
      ),
    );
    await expect(`${both.join("\n\n")}\n`).toMatchFileSnapshot(`golden/${id}.txt`);
  });
});
