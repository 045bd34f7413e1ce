import { expect, test } from "vitest";
import { exportNames, undocumentedNames } from "../../../scripts/door.ts";

test("the door lets out these names, each with a description", () => {
  const door = new URL("./index.ts", import.meta.url);
  expect(undocumentedNames(door)).toEqual([]);
  expect(exportNames(door).length).toBeLessThanOrEqual(120);
  expect(exportNames(door)).toMatchInlineSnapshot(`
    [
      "ChangedPerson",
      "Comparison",
      "Conflict",
      "Explained",
      "LevelDifference",
      "Overview",
      "Placement",
      "PlanGround",
      "Price",
      "Repair",
      "Variant",
      "VariantResult",
      "WhyNot",
      "WhyPerson",
      "WhyPersonParts",
      "Wording",
      "changedPersonSchema",
      "changedText",
      "comparePlans",
      "comparisonSchema",
      "conflictOf",
      "conflictSchema",
      "conflictText",
      "dearestFirst",
      "levelDifferenceSchema",
      "overviewOf",
      "overviewSchema",
      "placementSchema",
      "placementText",
      "planVariants",
      "priceSchema",
      "repairSchema",
      "variantResultSchema",
      "variantText",
      "whyEverybody",
      "whyNot",
      "whyNotSchema",
      "whyNotText",
      "whyPerson",
      "whyPersonParts",
      "whyPersonSchema",
      "whyPersonText",
      "withoutEachRule",
      "wordingOf",
    ]
  `);
});
