import { z } from "zod";
import { nearestWord } from "../../instance/nearest-word.ts";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { textSchema } from "../../policy/parameters.ts";
import { ratioSchema, roundingSchema, shareSchema } from "../../policy/share-schemas.ts";
import { EVERYTHING, moveCondition, schoolCondition } from "../../policy/predicate.ts";

/** Stands for every class in a cell of the matrix. */
export const ANY_CLASS = "*";

const cellSchema = z.strictObject({
  /** Name of a class, or `*`. */
  from: z.string(),
  to: z.string(),
  min: z.int().min(0).optional(),
  max: z.int().min(0).optional(),
  /** Share of all moves of the matrix. */
  minShare: shareSchema.optional(),
  maxShare: shareSchema.optional(),
  /** Share of the moves the other way round (HL-10: the reverse is controlled). */
  maxOfReverse: ratioSchema.optional(),
  /** How the shares of the cell become numbers. */
  rounding: roundingSchema,
});

/**
 * Direction matrix (XR-01, HL-10, SC-01, CX-02): exchanges from one class of schools to another, in quotas or not, against
 * numbers and shares. The first class that fits a school is its class; moves from or to a school of no class are not counted.
 */
export const directionMatrixSchema = z
  .strictObject({
    /** Classes by name, for example urban, town, rural and remote, or plain and mountain, by `school.` attributes. */
    classes: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          /** How sentences call the class. @defaultValue its name */
          text: textSchema.optional(),
          schools: schoolCondition,
        }),
      )
      .min(1),
    /** Which moves the matrix counts. */
    of: moveCondition.default(EVERYTHING),
    cells: z.array(cellSchema).min(1),
  })
  .superRefine(({ classes, cells }, context) => {
    const known = new Set([ANY_CLASS, ...classes.map(({ name }) => name)]);
    cells.forEach((cell, index) => {
      for (const end of ["from", "to"] as const) {
        if (known.has(cell[end])) continue;
        const params = { choices: [...known], likely: nearestWord(cell[end], [...known]) };
        const message = `must be one of ${params.choices.join(", ")}`;
        context.addIssue({ code: "custom", path: ["cells", index, end], message, params });
      }
    });
  });

export type DirectionMatrixParams = z.infer<typeof directionMatrixSchema>;
export type MatrixCell = DirectionMatrixParams["cells"][number];

/** Name and parameters of the rule. */
export const directionMatrixMeaning: RuleMeaning<DirectionMatrixParams> = {
  name: "directionMatrix",
  schema: directionMatrixSchema,
};
