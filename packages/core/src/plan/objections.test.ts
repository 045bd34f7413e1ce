import { describe, expect, test } from "vitest";
import { objectionText } from "./objections.ts";

const instance = { planYear: 2026, county: { id: "c", name: "清水县" } };
const zh = (policy: Parameters<typeof objectionText>[0]) => objectionText(policy, instance).zh;

describe("objectionText", () => {
  test("says until when as far as the policy does", () => {
    expect(zh({})).toBe("请在公示期内（起止日期以公示通知为准）以书面形式向清水县教育局提出，并附有关材料");
    expect(zh({ calendar: { publicityDays: 5 } })).toMatch(/^请在公示期（5个工作日）内以书面/u);
    const deadlines = { start: "07-20", end: "07-27" };
    expect(zh({ calendar: { publicityDays: 5, deadlines } })).toMatch(
      /^请在公示期（2026年7月20日至2026年7月27日，5个工作日）内/u,
    );
    expect(zh({ calendar: { deadlines: { end: "07-27" } } })).toMatch(/^请在公示期（至2026年7月27日止）内/u);
  });

  test("says to whom and how as the policy does, else to who seals the plan", () => {
    const sealed = { planYear: 2026, county: { ...instance.county, authority: "清水县教育和体育局" } };
    expect(objectionText({}, sealed).zh).toContain("向清水县教育和体育局提出");
    const publication = {
      source: "s",
      names: "masked" as const,
      objections: { zh: "送人事股", en: "to the personnel section" },
    };
    expect(objectionText({ publication }, sealed)).toEqual({
      zh: "请在公示期内（起止日期以公示通知为准）送人事股",
      en: "to the personnel section, while the plan is published",
    });
  });
});
