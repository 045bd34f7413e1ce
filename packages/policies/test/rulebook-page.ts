import type { Coverage, RulebookEntry } from "../src/index.ts";
import { NATIONAL_RULES, RULEBOOK, policyDocument, policyNames } from "../src/index.ts";
import { CASES } from "./counties/cases.ts";
import { knownBoundaries } from "./evidence/boundaries.ts";
import { evidenceTable, stateOf } from "./evidence/table.ts";

/** The page `docs/rulebook.md`, made from the registry, the policies and the tests that show their rules. */

/** File or folder that a home stands for; undefined for later work. */
export function placeOf(home: string): string | undefined {
  const [area, part] = home.split("/") as [string, string | undefined];
  if (area === "rules") return `packages/core/src/rules/${part ?? ""}`;
  return PLACES[area];
}

const PLACES: Readonly<Record<string, string>> = {
  forms: "packages/core/src/policy/policy.ts",
  eligibility: "packages/core/src/eligibility",
  instance: "packages/core/src/instance",
  calendar: "packages/core/src/policy/facts.ts",
  benefits: "packages/core/src/policy/benefits.ts",
  indicators: "packages/core/src/indicators",
  reports: "packages/core/src/policy/report-section.ts",
  procedure: "packages/procedure/src",
};

/** A test that shows a rule. */
export interface Shown {
  readonly file: string;
  readonly title?: string;
}

const GOLDEN = "packages/policies/test/golden.test.ts";

/** Tests for rules that no policy needs to cite, or that no policy that ships plans. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "rules/itinerant": "packages/core/test/plan/light-rules.test.ts",
  eligibility: "packages/core/src/eligibility/eligibility.test.ts",
  calendar: "packages/core/src/instance/calendar.test.ts",
  procedure: "packages/core/src/procedure/plan-states.test.ts",
  instance: "packages/core/src/eligibility/eligibility.test.ts",
  rules: "packages/core/test/plan/rules-bind.test.ts",
};

/** Returns the tests that show a rule, the most telling first. */
export function shownBy({ id, homes }: RulebookEntry): readonly Shown[] {
  const sentences = CASES.flatMap(({ policy, says }) =>
    Object.keys(says)
      .filter((title) => title.startsWith(`${id}:`))
      .map((title) => ({ file: GOLDEN, title: `${policy}: ${title.slice(id.length + 2)}` })),
  );
  if (sentences.length > 0) return sentences;
  const own = ELSEWHERE[homes[0]];
  if (homes[0].includes("/") && own !== undefined) return [{ file: own }];
  const policies = citing(id);
  if (policies.length > 0) {
    const area = homes[0].split("/")[0] as string;
    const data = area === "benefits" || area === "reports";
    return [{ file: data ? "packages/policies/test/policies.test.ts" : GOLDEN, title: policies.join(", ") }];
  }
  const file = ELSEWHERE[homes[0].split("/")[0] as string];
  return file === undefined ? [] : [{ file }];
}

/** Returns the policies of which an entry cites a rule. */
export function citing(id: string): readonly string[] {
  return policyNames.filter((name) => {
    const { parameters: _parameters, ...body } = policyDocument(name) ?? { parameters: {} };
    return JSON.stringify(policyDocument(name)).includes(`"source":"${id}"`) && Object.keys(body).length > 0;
  });
}

const COVERAGE: Readonly<Record<Coverage, string>> = {
  planned: "rows, costs or candidate moves of the program",
  checked: "decided before the solve: scope, standing, ledgers, dates",
  computed: "worked out after the plan: conditions, pay, penalties",
  reported: "told, filed or gone through: reports and steps",
  appointment: "appointment to posts: lungang appoint",
  notYet: "no code yet",
};

const PLANS: Readonly<Record<string, string>> = {
  ZW: "Zhongwei: paired exchange",
  XR: "XX County: report",
  YL: "Yulin: notice",
  BQ: "Baqiao: big school districts",
  BN: "Banan, Chongqing",
  GP: "Gaoping: study notes",
  SZ: "A competitor's speech",
  YY: "Qinglongshan School, 2017",
  XC: "XX County, 2021",
  SC: "Shichang Township",
  CJ: "A county's text",
  HL: "Hanling Town",
  DM: "Detailed measures",
  IP: "Implementation plan, 2024",
  GX: "Gaoxin district",
  GL: "Regulation of eighteen articles",
  CX: "Regulation of seventeen articles",
  SE: "Exchange of schools",
  NE: "Essay on national programmes",
  FL: "Other texts",
  NC: "National opinion of 2014",
};

/** Returns the whole page as Markdown. */
export function rulebookPage(): string {
  const decided = [...RULEBOOK, ...NATIONAL_RULES].filter(({ coverage }) => /^(?:planned|checked)$/u.test(coverage));
  const withBoundary = decided.filter(({ id }) => BOUNDARIES.has(id)).length;
  const ofCounty = decided.filter(({ id }) => BOUNDARIES.get(id)?.ofCounty === true).length;
  const sections = Object.entries(PLANS).map(([prefix, title]) => section(prefix, title));
  return [
    "# Rulebook",
    "",
    "Made from the code by `packages/policies/test/rulebook.test.ts`; do not edit.",
    "",
    `The source documents hold ${RULEBOOK.length} rules. Each has a home; what is later work says so. The ${NATIONAL_RULES.length} rules NC come from press reports of the national opinion 教师〔2014〕4号, the official text was not seen.`,
    "",
    "| Coverage | Rules | Meaning |",
    "| --- | ---: | --- |",
    ...Object.entries(COVERAGE).map(
      ([name, words]) => `| ${name} | ${RULEBOOK.filter(({ coverage }) => coverage === name).length} | ${words} |`,
    ),
    "",
    "Evidence is what `npm run evidence` found by taking each part of each policy away, or shifting each parameter that has a default, planning the small county of the policy again and making its reports:",
    "",
    "| Evidence | Rules | Meaning |",
    "| --- | ---: | --- |",
    ...Object.entries(STATES).map(([state, words]) => `| ${state} | ${count(state)} | ${words} |`),
    "",
    `The boundary is the smallest step on which the small county is planned otherwise: of a number of the part, one more or one less, or hundredths of a share; else, of the county itself, a head or a person more or fewer, or a date a day later, where the plan without the part is the same on both sides or the part does nothing any more on the other. ${withBoundary} of the ${decided.length} rules that are planned or checked have one, ${ofCounty} of them by a step of the county; where none was found, no such step binds in the small counties.`,
    "",
    ...sections,
  ].join("\n");
}

const STATES = {
  killed: "other people move without a part that cites it; what it did stands beside",
  printed: "a number or a sentence of the plan is another one without it",
  reported: "a cell or sentence of a report is another one without it",
  implied: "another rule does the same in the small county: without both, other people move",
  open: "nothing of a plan or a report shows it yet, and why",
} as const;

const TABLE = evidenceTable();

function count(state: string): number {
  return [...RULEBOOK, ...NATIONAL_RULES].filter((entry) => stateOf(entry, TABLE).state === state).length;
}

function section(prefix: string, title: string): string {
  const entries = [...RULEBOOK, ...NATIONAL_RULES].filter(({ id }) => id.startsWith(`${prefix}-`));
  return [
    `## ${prefix} ${title}`,
    "",
    "| Id | Kind | Rule | Home | Coverage | Policies | Test | Evidence | Boundary |",
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ...entries.map(line),
    "",
  ].join("\n");
}

function line(entry: RulebookEntry): string {
  const { id, kind, text, homes, coverage, planned } = entry;
  const [shown] = shownBy(entry);
  const told = shown === undefined || !planned ? "" : (shown.title ?? shown.file.replace("packages/", ""));
  return `| ${[id, kind, `${text.zh}<br>${text.en}`, homes.map((home) => `\`${home}\``).join(" "), coverage, citing(id).join(" "), told, evidenceOf(entry), boundaryOf(entry)].join(" | ")} |`;
}

const BOUNDARIES = new Map(knownBoundaries().map((found) => [found.source, found]));

/** Where the answer changes; of a rule of the program or of eligibility for which no such step was found, that there is none. */
function boundaryOf({ id, coverage }: RulebookEntry): string {
  const found = BOUNDARIES.get(id);
  if (found === undefined) return coverage === "planned" || coverage === "checked" ? "none found" : "";
  const { policy, place, number, from, to, changes } = found;
  return `${policy} ${place}, ${number} ${from} → ${to}: ${changes}`.replaceAll("|", "/");
}

function evidenceOf(entry: RulebookEntry): string {
  const { state, why } = stateOf(entry, TABLE);
  return `${state}: ${why.replaceAll("|", "/")}`;
}
