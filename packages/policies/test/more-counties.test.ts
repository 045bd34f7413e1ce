import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { MORE } from "./counties/more.ts";
import { planned, policyOf, readable } from "./sentences.ts";

/** Counties in which further parts of a policy bind: each is planned to the proven optimum, verified, and says what it shows. */

const solver = createHighsSolver();
afterAll(() => solver.close());

describe.each(MORE)("$policy: $name", ({ policy: name, settings = {}, instance, says }) => {
  test("is planned and says what it shows", async () => {
    const found = readable(await planned(instance, policyOf(name, settings), solver));
    const sentences = [found.moves, found.light, found.measures, found.stays, found.violations].flat();
    expect(sentences).toEqual(expect.arrayContaining(Object.values(says)));
  });
});
