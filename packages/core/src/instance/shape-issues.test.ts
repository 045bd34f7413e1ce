import { expect, test } from "vitest";
import { county, person, post, school } from "../../test/instance/small-county.ts";
import { loadInstance } from "./load.ts";

const wrong = (value: unknown) => value as never;

test.each<readonly [string, unknown, string]>([
  ["text for a number", county({ schools: [school("S", { students: wrong("420人") })] }), "应为数字"],
  ["half a pupil", county({ schools: [school("S", { students: 0.5 })] }), "应为整数"],
  ["a negative count", county({ schools: [school("S", { students: -1 })] }), "过小"],
  ["a number for text", county({ schools: [school("S", { name: wrong(5) })] }), "应为文字"],
  ["a word that is none", county({ schools: [school("S", { type: wrong("academy") })] }), "不是可选的值"],
  ["a missing birth date", county({ persons: [wrong({ id: "T", sex: "male", personType: "teacher" })] }), "缺少这一项"],
  ["a date that does not exist", county({ persons: [person("T", { birthDate: "1985-02-30" })] }), "应为存在的日期"],
  ["a misspelt key", county({ posts: [{ ...post("P"), capcity: 3 } as never] }), "不认识的键“capcity”"],
  ["a list for an object", [], "应为由键和值组成的一项"],
  ["an object for a list", county({ persons: wrong({}) }), "应为列表"],
  ["a line break in an id", county({ persons: [person("T\n1")] }), "控制字符"],
  ["a very long id", county({ persons: [person("T".repeat(65))] }), "过长"],
  ["a word for yes", county({ persons: [person("T", { inPost: wrong("yes") })] }), "true 或 false"],
])("%s is refused in our words, with what to do", (_name, data, fragment) => {
  const loaded = loadInstance(data);
  const issues = loaded.ok ? [] : loaded.issues;
  expect(issues.map(({ message }) => message.zh.includes(fragment))).toEqual([true]);
  expect(issues.map(({ advice }) => advice === undefined)).toEqual([false]);
  // The path has English keys; what is said about it has none but true and false.
  const said = issues[0]?.message.zh.replace(/“.*?”/u, "").replace(/true|false|capcity/gu, "") ?? "";
  expect(said).not.toMatch(/[a-z]{2,}/i);
});
