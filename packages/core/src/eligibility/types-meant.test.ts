import { expect, test } from "vitest";
import type { Predicate } from "../policy/predicate.ts";
import { typesMeant } from "./types-meant.ts";

const TEACHERS: Predicate = { attr: "person.personType", op: "in", value: ["teacher", "midLevel"] };
const HEADS: Predicate = { attr: "person.personType", op: "eq", value: "principal" };
const YOUNG: Predicate = { attr: "person.age", op: "lt", value: 45 };

test.each<[string, Predicate, readonly string[] | undefined]>([
  ["a type", HEADS, ["principal"]],
  ["a set", { set: "teachers" }, ["teacher", "midLevel"]],
  ["a set that is not there", { set: "others" }, undefined],
  ["a type and more", { all: [YOUNG, TEACHERS] }, ["teacher", "midLevel"]],
  ["one of two types", { any: [{ all: [TEACHERS, YOUNG] }, HEADS] }, ["teacher", "midLevel", "principal"]],
  ["one of two, of which one asks for no type", { any: [TEACHERS, YOUNG] }, undefined],
  ["none of a type", { not: HEADS }, undefined],
  ["nobody", { any: [] }, undefined],
])("%s", (_what, condition, types) => {
  const found = typesMeant(condition, { teachers: TEACHERS });
  expect(found === undefined ? undefined : [...found]).toEqual(types);
});
