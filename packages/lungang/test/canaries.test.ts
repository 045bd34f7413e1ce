import { loadInstance } from "@lungang/core";
import type { Instance, Lock } from "@lungang/core";
import { policyDocument } from "@lungang/policies";
import { readArchive } from "../../tabular/src/workbook/zip.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MASKED, MASKED_IN_REPORTS } from "../../policies/test/masked-values.ts";
import type { CaseRequest, OutFile, Plan, PlanningCase } from "../src/index.ts";
import {
  auditPlan,
  cardFiles,
  lettersFile,
  openCase,
  pageFile,
  planFiles,
  reportFile,
  reportSections,
  reportsOf,
} from "../src/index.ts";
import { openSession } from "../src/node.ts";
import { smallCounty } from "./county.ts";

/**
 * A strange text stands in every private field of everybody: none of them may come out where others read, and the person
 * alone finds the own ones.
 */

const base = smallCounty(6, 150);
const LOCK_REASON = "金丝雀缘由";
const HEALTH = ["pregnancy", "seriousIllness", "punishment", "longSickLeave"] as const;

const persons = base.persons.map((person, at) => ({
  ...person,
  name: `甲${String.fromCodePoint(0x4e00 + at * 7)}雀`,
  birthDate: `${person.birthDate.slice(0, 7)}-${String(1 + (at % 28)).padStart(2, "0")}`,
  residence: { latitude: 25.1 + at * 0.001_37, longitude: 103.1 + at * 0.001_73 },
  statuses: at % 6 === 0 ? [{ code: HEALTH[(at / 6) % HEALTH.length] ?? "pregnancy", to: "2031-07-19" }] : [],
}));

const NAME = "yulin-notice";
const PRIVATE_WORDS = /孕|哺乳|疾病|病假|处分|末位|金丝雀缘由|2031|pregnan|illness|sick|disciplin|last.place|canary/iu;
/** Of how a plan was found; the public has the rules and the result. */
const MACHINERY = /种子|求解|抽签号|seed|solver|节点|二次核验码/iu;

let county: Instance;
let planningCase: PlanningCase;
let plan: Plan;
const session = openSession();
afterAll(() => session.close());

beforeAll(async () => {
  const loaded = loadInstance({ ...base, persons });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues.slice(0, 3)));
  county = loaded.value;
  ({ planningCase, plan } = await planned({ name: NAME }));
});

/** Plans the county under a policy with the settings of the notice. */
async function planned(
  policy: NonNullable<CaseRequest["policy"]>,
): Promise<{ planningCase: PlanningCase; plan: Plan }> {
  const sections = reportSections(undefined);
  const stays = persons.find(({ statuses, personType }) => statuses.length === 0 && personType === "teacher");
  const locks: Lock[] = [{ person: stays?.id ?? "", stay: true, reason: LOCK_REASON }];
  const opened = await openCase({
    county: { instance: county },
    policy,
    settings: { ...MASKED[NAME], ...MASKED_IN_REPORTS[NAME], quotaShare: "10%" },
    locks: { document: locks },
    withReports: sections.ok ? sections.value : [],
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
  const outcome = await session.plan(opened.value);
  if (outcome.status !== "planned") throw new Error(outcome.message.en);
  return { planningCase: opened.value, plan: outcome.plan };
}

/** Everything that a file holds, in a workbook the comments and properties as well. */
async function textOf({ content }: OutFile): Promise<string> {
  if (typeof content === "string") return content;
  const archive = await readArchive(content, (part) => /\.(?:xml|rels|vml)$/u.test(part), {});
  if (!("parts" in archive)) throw new Error(JSON.stringify(archive));
  return [...archive.parts.values()].map(({ content: bytes }) => new TextDecoder().decode(bytes)).join("\n");
}

const made = <T>(read: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!read.ok) throw new Error("Not made");
  return read.value;
};

/** The documents that a public edition exists of. */
async function publicFiles(
  language: "zh" | "en",
  { planningCase, plan }: { readonly planningCase: PlanningCase; readonly plan: Plan },
): Promise<readonly OutFile[]> {
  const { instance } = planningCase;
  // R6 counts programmes by their names: no people.
  const reports = reportsOf(planningCase, plan, { audience: "public" }).filter(({ id }) => id !== "R6");
  return [
    (await planFiles(planningCase, plan, { language })).find(({ name }) => name.includes("公示")) as OutFile,
    await reportFile("报表-公示.xlsx", reports, { plan, instance, language }),
    made(await pageFile("page.html", { planningCase, plan }, { edition: "public" })),
    (await cardFiles(made(await auditPlan(planningCase, plan)), language)).at(-1) as OutFile,
  ];
}

describe.each(["zh", "en"] as const)("public documents in %s", (language) => {
  test("hold nothing of anybody that is private, and nothing of how the plan was found", async () => {
    for (const file of await publicFiles(language, { planningCase, plan })) {
      const text = await textOf(file);
      const private_ = persons.flatMap(({ id, name, birthDate, residence }) =>
        [id, name, birthDate, residence.latitude.toFixed(4), residence.longitude.toFixed(4)].filter((each) =>
          text.includes(each),
        ),
      );
      // What a page is made with is code and speaks of nobody.
      const said = text.replaceAll(/<style>.*?<\/style>|<script>.*?<\/script>/gsu, "");
      expect([file.name, private_, said.match(PRIVATE_WORDS)?.[0], said.match(MACHINERY)?.[0]]).toEqual([
        file.name,
        [],
        undefined,
        undefined,
      ]);
    }
  });
});

describe("where the policy publishes names in full and counts points", () => {
  const document = {
    ...(policyDocument(NAME) as object),
    publication: {
      source: "YL-20",
      names: "full",
      objections: { zh: "送县教育局人事股（电话0000）", en: "to the personnel section" },
    },
    points: [
      {
        id: "merit",
        source: "YL-21",
        text: { zh: "积分", en: "points" },
        items: [
          {
            id: "years",
            per: "person.yearsAtSchool",
            points: "1.5",
            text: { zh: "计分条文年限", en: "item of years" },
          },
        ],
      },
    ],
  };

  test("everybody who moves stands with the full name and the total, and nothing else of anybody", async () => {
    const named = await planned({ document });
    const moving = new Set([...named.plan.moves, ...named.plan.returns].map(({ person }) => person));
    const files = await publicFiles("zh", named);
    for (const file of files) {
      const text = await textOf(file);
      const said = text.replaceAll(/<style>.*?<\/style>|<script>.*?<\/script>/gsu, "");
      const found = persons.flatMap(({ id, name, birthDate }) =>
        [id, birthDate, ...(moving.has(id) ? [] : [name])].filter((each) => text.includes(each)),
      );
      const words = [PRIVATE_WORDS, MACHINERY, /计分条文/u].map((pattern) => said.match(pattern)?.[0]);
      expect([file.name, found, words]).toEqual([file.name, [], [undefined, undefined, undefined]]);
    }
    const [workbook, reports] = await Promise.all(files.map(textOf));
    const going = persons.filter(({ id }) => named.plan.moves.some(({ person }) => person === id));
    expect(going.length).toBeGreaterThan(5);
    for (const { name } of going) expect([workbook?.includes(name), reports?.includes(name)]).toEqual([true, true]);
    expect(workbook).toContain("积分（分）");
    expect(workbook).toMatch(/>\d+\.5</u);
    expect(workbook).toContain("姓名按政策规定全名公布");
    expect(workbook).toContain("送县教育局人事股");
    const [, internal] = await planFiles(named.planningCase, named.plan, { language: "zh" });
    expect(await textOf(internal as OutFile)).toContain("计分条文");
  });
});

test("the person's own page names nobody else in full and holds nothing private of others", async () => {
  const own = persons.filter(({ id }) => plan.moves.some(({ person }) => person === id)).slice(0, 4);
  expect(own).toHaveLength(4);
  for (const { id: person } of own) {
    const text = await textOf(made(await pageFile("own.html", { planningCase, plan }, { person })));
    const found = persons
      .filter(({ id }) => id !== person)
      .flatMap(({ id, name, birthDate, residence }) =>
        [id, name, birthDate, residence.latitude.toFixed(4)].filter((each) => text.includes(each)),
      );
    expect(found).toEqual([]);
  }
});

test("every letter is about one person and holds no health, discipline or birth date, not even of that person", () => {
  const { content } = lettersFile("l.html", { planningCase, plan }, { language: "zh" });
  const sections = String(content).match(/<section>.*?<\/section>/gsu) ?? [];
  expect(sections.length).toBeGreaterThan(5);
  for (const section of sections) {
    expect(persons.filter(({ name }) => section.includes(name))).toHaveLength(1);
    expect(persons.filter(({ birthDate }) => section.includes(birthDate))).toEqual([]);
    expect(section).not.toMatch(PRIVATE_WORDS);
  }
});

test("the birds are there: the bureau's own workbook has names and ids", async () => {
  const [, internal] = await planFiles(planningCase, plan, { language: "zh" });
  const text = await textOf(internal as OutFile);
  for (const { id, name } of persons.filter((each) => plan.stays.some(({ person }) => person === each.id)))
    expect([text.includes(id), text.includes(name)]).toEqual([true, true]);
});
