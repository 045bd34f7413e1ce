import { expect, test } from "vitest";
import { busyCores } from "./machine.ts";

const core = (user: number, idle: number) => ({ times: { user, nice: 1, sys: 2, idle, irq: 3 } });

test("busyCores adds what each core did beside waiting", () => {
  const before = [core(100, 500), core(0, 1000), core(50, 50)];
  const after = [core(175, 525), core(0, 1100), core(150, 50)];
  expect(busyCores(before, after)).toBe(1.75);
});

test("busyCores counts no core that did not tick or was not there before", () => {
  expect(busyCores([core(1, 1)], [core(1, 1), core(9, 9)])).toBe(0);
});
