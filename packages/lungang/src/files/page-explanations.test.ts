import { expect, test } from "vitest";
import { readExplanation } from "./page-explanations.ts";

test.each([
  ["why-not", { answer: "costs", price: null, changed: [], question: { person: "T1", stay: true }, sentences: [] }],
  ["front", { levels: ["a", "b"], held: [], points: [], open: 0, sentences: [] }],
  ["a list", []],
])("what the page does not show is refused in one sentence: %s", (_name, document) => {
  const read = readExplanation({ document, file: "x.json" });
  expect(read.ok ? [] : read.issues).toMatchObject([
    { code: "invalid-explanation", place: { file: "x.json" }, advice: { zh: expect.stringContaining("explain why") } },
  ]);
});
