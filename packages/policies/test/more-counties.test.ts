import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { MORE } from "./counties/more.ts";
import { planned, policyOf, readable } from "./sentences.ts";

/** Counties in which further parts of a policy bind: each is planned to the proven optimum, verified, and says what it shows. */

const solver = createHighsSolver();
afterAll(() => solver.close());

describe.each(MORE)("$policy: $name", ({ policy: name, settings = {}, instance, says }) => {
  test("is planned and says what it shows", async () => {
    const { moves, measures, stays, violations } = readable(await planned(instance, policyOf(name, settings), solver));
    const sentences = [...moves, ...measures, ...stays, ...violations];
    expect(sentences).toEqual(expect.arrayContaining(Object.values(says)));
  });
});
