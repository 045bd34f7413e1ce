import { canonicalJson, loadInstance } from "@lungang/core";
import { generateCounty } from "@lungang/synthetic";
import { readCounty, writeCounty } from "@lungang/tabular";
import { readXlsxBook } from "@lungang/tabular/node";
import { Laps, lapLine } from "./laps.ts";
import { AnswerError } from "./run.ts";
import { unwrap } from "./unwrap.ts";

/**
 * Measures data without a plan, after a build of packages and bench: node bench/dist/data-run.js. Makes up a county of 1,200
 * schools, writes and reads a workbook of 400, and gives up a workbook that needs more than its share of memory.
 */
const MADE_UP = { seed: "bench", schools: 1_200, people: 48_000 } as const;
const WRITTEN = { seed: "bench", schools: 400, people: 16_000 } as const;
const TOO_FEW_MEGABYTES = 24;

const laps = new Laps();

laps.start("make up 1,200 schools");
const { schools, persons } = unwrap(loadInstance(generateCounty(MADE_UP)));
if (schools.length !== MADE_UP.schools || persons.length !== MADE_UP.people)
  throw new AnswerError(`Made up ${schools.length} schools and ${persons.length} people`);

laps.start("write 400 schools");
const written = unwrap(loadInstance(generateCounty(WRITTEN)));
const bytes = await writeCounty(written);
laps.start("read 400 schools");
if (canonicalJson(unwrap(await readCounty(bytes))) !== canonicalJson(written))
  throw new AnswerError("The workbook is read as another county");

laps.start("give up at 24 MB");
const given = await readXlsxBook(bytes, { memoryLimitMb: TOO_FEW_MEGABYTES });
if (given.ok || given.issues[0]?.code !== "reading-too-big") throw new AnswerError("A limit on memory was not held");

for (const lap of laps.stop()) console.log(lapLine(lap));
