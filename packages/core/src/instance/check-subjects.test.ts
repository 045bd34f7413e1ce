import { describe, expect, test } from "vitest";
import { countyOf, post, school, teacher } from "../../test/small-county.ts";
import { loadInstance } from "./load.ts";

/** What is told where somebody teaches one subject and posts ask for others. */
function told(taught: string, ...asked: readonly string[]) {
  const posts = asked.map((subject) => ({ ...post("A", 1, { subject }), id: `A-${subject}` }));
  const persons = [teacher({ id: "p", homeSchool: "A", subjects: [{ subject: taught, main: true }] })];
  const loaded = loadInstance(countyOf({ schools: [school({ id: "A" })], posts, persons }));
  const issue = loaded.ok ? loaded.warnings.find(({ code }) => code === "subject-not-asked") : undefined;
  return [issue?.expected, issue?.advice?.zh];
}

describe("checkSubjects", () => {
  test.each([
    ["思品", "道德与法治"],
    ["品德与社会", "道德与法治"],
    ["道德与法治", "思想品德"],
  ])("knows %s and %s as one course under two names", (taught, asked) => {
    expect(told(taught, "语文", asked)).toEqual([asked, `是否应为“${asked}”？请统一写法`]);
  });

  test.each(["语文 数学", "语文数学", "语文+数学"])("says that two subjects in one cell are two: %s", (taught) => {
    expect(told(taught, "语文", "数学")).toEqual(["语文、数学", "这是 2 个学科，请分开写，如“语文(主)、数学(兼)”"]);
  });

  test("guesses nothing where no name fits", () => {
    expect(told("书法", "语文", "数学")[0]).toBeUndefined();
  });
});
