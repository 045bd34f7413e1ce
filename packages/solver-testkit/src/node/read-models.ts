import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TestModel } from "../model-cases.ts";

/**
 * Reads models of javascript-lp-solver with their results: one for each JSON file of a folder, by name.
 *
 * @throws {Error} if the folder cannot be read or has no such file
 * @public
 */
export function readModels(folder: string): readonly TestModel[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .toSorted();
  if (files.length === 0) throw new Error(`Cannot read test models: ${folder} has no JSON file`);
  return files.map((file) => {
    const said = JSON.parse(readFileSync(join(folder, file), "utf8")) as Omit<TestModel, "name">;
    return { ...said, name: file.slice(0, -".json".length) };
  });
}
