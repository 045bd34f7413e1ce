import { afterAll, expect, test } from "vitest";
import { appointmentFiles } from "../src/index.ts";
import { openSession } from "../src/node.ts";
import { STAGED, SWAP_OR_ENVY, opened } from "./applications.ts";
import type { Check } from "./words.ts";
import { chineseBut, foreignBut, inLetters, inWorkbook, unexplainedIn } from "./words.ts";

/** The workbooks and notices of an appointment are told in one language; names, ids and titles are data. */

const session = openSession();
afterAll(() => session.close());

test.each([
  ["one round with surplus and envy", SWAP_OR_ENVY],
  ["rounds", STAGED],
] as const)("an appointment of %s", async (_name, sheets) => {
  const applications = await opened(sheets);
  const outcome = await session.appoint(applications);
  if (outcome.status !== "appointed") throw new Error(outcome.message.en);
  const data = Object.values(sheets).flatMap((rows) => rows.flat().filter((cell) => typeof cell === "string"));
  const ids = new Set(data.filter((cell) => /^[\w.-]+$/u.test(cell)));
  const masked = data.map((cell) => `${cell.slice(0, 1)}**`);
  const checks = { zh: foreignBut(ids), en: chineseBut([...data, ...masked, applications.title]) };
  for (const language of ["zh", "en"] as const) {
    const files = await appointmentFiles(applications, outcome, { language });
    const books = files.filter(({ name }) => name.endsWith(".xlsx"));
    const letters = files.filter(({ name }) => name.endsWith(".html"));
    expect([books.length, letters.length]).toEqual([2, 1]);
    const found = [
      ...(await Promise.all(books.map((file) => inWorkbook(file, checks[language])))).flat(),
      ...letters.flatMap((file) => inLetters(file, checks[language])),
    ];
    found.push(...(await Promise.all(books.map(unexplainedIn))).flat());
    expect([language, [...new Set(found)]]).toEqual([language, []]);
    // The public has the result: nothing of the draw.
    const published = books.filter(({ name }) => name.includes("公示"));
    const draw: Check = (where, cell) =>
      /抽签|种子|draw|seed/iu.test(String(cell)) ? [`${where}: ${String(cell)}`] : [];
    expect((await Promise.all(published.map((file) => inWorkbook(file, draw)))).flat()).toEqual([]);
  }
});
