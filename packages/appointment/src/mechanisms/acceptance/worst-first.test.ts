import fc from "fast-check";
import { expect, test } from "vitest";
import { WorstFirst } from "./worst-first.ts";

test("entries leave in the order of falling ranks, whatever order they came in", () => {
  const shuffled = fc.integer({ min: 1, max: 40 }).chain((count) =>
    fc.record({
      ranks: fc.shuffledSubarray(
        Array.from({ length: count }, (_, at) => at),
        { minLength: count },
      ),
      pushed: fc.nat(count),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ ranks, pushed }) => {
      // The heap of the second post lies behind that of the first one.
      const heaps = new WorstFirst(
        Int32Array.from([0, ranks.length, 2 * ranks.length]),
        Int32Array.from([...ranks, ...ranks]),
      );
      const left: number[] = [];
      const takeWorst = (): void => {
        const worst = Math.max(...left);
        expect(ranks[heaps.pop(1)]).toBe(worst);
        left.splice(left.indexOf(worst), 1);
      };
      for (let entry = 0; entry < ranks.length; entry++) {
        heaps.push(1, entry);
        heaps.push(0, ranks.length + entry);
        left.push(ranks[entry] as number);
        if (entry % 3 === 0 && entry < pushed) takeWorst();
      }
      while (left.length > 0) takeWorst();
      expect(heaps.size(0)).toBe(ranks.length);
      expect(heaps.size(1)).toBe(0);
    }),
    { seed: 61 },
  );
});
