import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as card from "./card.ts";
import * as door from "./index.ts";
import * as posts from "./posts.ts";

/** Every name of a door with the file that declares it, types included. */
function names(of: "./index.ts" | "./posts.ts" | "./card.ts"): readonly (readonly [string, string])[] {
  const source = readFileSync(new URL(of, import.meta.url), "utf8");
  return [...source.matchAll(/export (?:type )?\{([^}]*)\} from "([^"]+)"/gu)].flatMap(([, list, file]) =>
    (list as string)
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "")
      .map((name) => [name, file as string] as const),
  );
}

describe("the doors", () => {
  test("have at most 120 names", () => {
    expect(names("./index.ts").length).toBeLessThanOrEqual(120);
    expect(Object.keys(door).sort()).toMatchSnapshot("main");
    expect(Object.keys(posts).sort()).toMatchSnapshot("posts");
    expect(Object.keys(card).sort()).toMatchSnapshot("card");
  });

  test.each([...names("./index.ts"), ...names("./posts.ts"), ...names("./card.ts")])(
    "%s has a docstring",
    (name, file) => {
      const source = readFileSync(new URL(file, import.meta.url), "utf8");
      const declared = new RegExp(`\\*/\\n(?:export )(?:async )?(?:function|const|interface|type) ${name}\\b`, "u");
      expect(declared.test(source), `${name} in ${file}`).toBe(true);
    },
  );
});
