import { Draws, generalProgram } from "@lungang/solver-testkit";
import { expect, test } from "vitest";
import { ProgramStore } from "./program-store.ts";

test("a program is sent once, whatever its levels, and again where any of its rows is another", () => {
  const store = new ProgramStore();
  const program = generalProgram(new Draws(1));
  const first = store.use(program, 1);
  expect(first.isNew).toBe(true);
  const otherLevels = { ...program, levels: [...program.levels].reverse(), columnUpper: program.columnUpper.slice() };
  expect(store.use(otherLevels, 1)).toEqual({ id: first.id, isNew: false, drop: [] });
  const otherRows = store.use({ ...program, rowUpper: program.rowUpper.slice() }, 1);
  expect([otherRows.isNew, otherRows.id === first.id]).toEqual([true, false]);
  // Another worker has been sent nothing yet.
  const elsewhere = store.use({ ...program, integer: program.integer.slice() }, 2);
  expect(elsewhere.isNew).toBe(true);
});
