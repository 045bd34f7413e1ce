import { expect, test } from "vitest";
import { dateText, monthText } from "./date-text.ts";

test("a day in a Chinese sentence has no zeros and no hyphens", () => {
  expect(dateText("2025-08-31")).toEqual({ zh: "2025年8月31日", en: "2025-08-31" });
  expect(dateText("2026-01-05").zh).toBe("2026年1月5日");
  expect(monthText("2026-09-01")).toEqual({ zh: "2026年9月", en: "2026-09" });
});
