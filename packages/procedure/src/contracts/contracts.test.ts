import { expect, it } from "vitest";
import { contractDays, contractEnd } from "./contracts.ts";

it.each([
  ["2025-09-01", 36, "2028-08-31"],
  ["2025-09-01", 12, "2026-08-31"],
  ["2025-09-01", 60, "2030-08-31"],
  ["2025-09-01", 18, "2027-02-28"],
  ["2026-09-01", 18, "2028-02-29"],
  ["2025-03-01", 36, "2028-02-29"],
  ["2024-03-01", 12, "2025-02-28"],
  // Who begins on 29 February and who begins on 28 February do not end on one day.
  ["2024-02-29", 12, "2025-02-28"],
  ["2024-02-28", 12, "2025-02-27"],
  ["2024-02-29", 36, "2027-02-28"],
  ["2024-02-29", 48, "2028-02-28"],
  ["2025-08-31", 6, "2026-02-28"],
  ["2025-08-30", 6, "2026-02-28"],
  ["2025-08-29", 6, "2026-02-28"],
  ["2025-08-28", 6, "2026-02-27"],
  ["2025-01-31", 1, "2025-02-28"],
])("from %s last %i months, the last day included: to %s", (from, months, to) => {
  expect(contractDays(from, months)).toEqual({ from, to });
});

it("run on, or end as was decided", () => {
  expect(contractEnd({ to: "2025-09-01" }, "2025-09-01")).toBe("runs");
  expect(contractEnd({ to: "2025-08-31" }, "2025-09-01")).toBe("undecided");
  expect(contractEnd({ to: "2025-08-31", atEnd: "renew" }, "2025-09-01")).toBe("renewed");
  expect(contractEnd({ to: "2025-08-31", atEnd: "move" }, "2025-09-01")).toBe("moves");
  expect(contractEnd({ to: "2024-02-29" }, "2024-02-29")).toBe("runs");
  expect(contractEnd({ to: "2024-02-29", atEnd: "renew" }, "2024-03-01")).toBe("renewed");
});
