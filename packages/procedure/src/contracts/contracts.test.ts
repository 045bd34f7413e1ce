import { expect, it } from "vitest";
import { contractDays, contractEnd } from "./contracts.ts";

it("last so many months, the last day included", () => {
  expect(contractDays("2025-09-01", 36)).toEqual({ from: "2025-09-01", to: "2028-08-31" });
  expect(contractDays("2024-02-29", 12)).toEqual({ from: "2024-02-29", to: "2025-02-27" });
});

it("run on, or end as was decided", () => {
  expect(contractEnd({ to: "2025-09-01" }, "2025-09-01")).toBe("runs");
  expect(contractEnd({ to: "2025-08-31" }, "2025-09-01")).toBe("undecided");
  expect(contractEnd({ to: "2025-08-31", atEnd: "renew" }, "2025-09-01")).toBe("renewed");
  expect(contractEnd({ to: "2025-08-31", atEnd: "move" }, "2025-09-01")).toBe("moves");
});
