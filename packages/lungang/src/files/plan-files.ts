import type { Text } from "@lungang/core";
import { indexCounty } from "@lungang/core";
import type { DecidedCounty } from "@lungang/core/policy";
import { decideEligibility, mayMove, pointSheetsOf } from "@lungang/core/policy";
import type { Plan } from "@lungang/core/plan";
import type { PlanGround, WhyPerson } from "@lungang/explain";
import { stayTexts, whyEverybody, wordingOf } from "@lungang/explain";
import type { CountedScale, OutSheet, PersonWords } from "@lungang/tabular";
import { officialSheets, planSheets, writeWorkbook } from "@lungang/tabular";
import type { PlanningCase } from "../case/planning-case.ts";
import { planDigest } from "../documents/plan-document.ts";
import { settingsRows } from "../explain/steps.ts";
import { officialDocument } from "./official-document.ts";
import type { Language, OutFile } from "./out-file.ts";
import { jsonFile } from "./out-file.ts";

/** Document of a plan. */
export const PLAN_FILE = "plan.json";
/** Workbook for the bureau: the one that people edit. */
export const WORKBOOK_FILE = "轮岗方案.xlsx";
const PUBLIC_WORKBOOK_FILE = "轮岗方案-公示.xlsx";

/**
 * Names of the files that {@link planFiles} returns, known before there is a plan.
 *
 * @public
 */
export const planFileNames: readonly string[] = [PLAN_FILE, WORKBOOK_FILE, PUBLIC_WORKBOOK_FILE];

/**
 * What the files of a plan say beside the plan.
 *
 * @public
 */
export interface PlanFilesOptions {
  /** Day of the documents, `YYYY-MM-DD`. @defaultValue left open, to be written by hand */
  readonly date?: string;
  /** Why everybody goes or stays, with what another place would cost. @defaultValue without what it would cost */
  readonly people?: readonly WhyPerson[];
}

/**
 * Returns the files of a plan: the document, the workbook for the bureau, and the masked one for publication.
 *
 * @public
 */
export async function planFiles(
  planningCase: PlanningCase,
  plan: Plan,
  { language, people, ...options }: PlanFilesOptions & { readonly language: Language },
): Promise<readonly OutFile[]> {
  const { instance, policy, locks } = planningCase;
  const decided = decideEligibility(indexCounty(instance).county, policy, locks);
  const shown = { points: pointsOf(decided), policy, language };
  const told = peopleOf({ ...planningCase, plan }, language, people);
  const internal = planSheets(plan, instance, {
    public: false,
    ...shown,
    people: told,
    settings: settingsRows(policy, plan.basis.settings),
  });
  const published = planSheets(plan, instance, { public: true, ...shown });
  const document = officialDocument(instance, { language, ...options });
  const named = { title: document.title, stamp: await planDigest(plan) };
  const book = (sheets: readonly OutSheet[]) => writeWorkbook(officialSheets(sheets, document), named);
  return [
    jsonFile(PLAN_FILE, plan),
    { name: WORKBOOK_FILE, content: await book(internal) },
    { name: PUBLIC_WORKBOOK_FILE, content: await book(published) },
  ];
}

/** Why everybody goes or stays, in the words of the policy with figures and sources. */
function peopleOf(
  ground: PlanGround,
  language: Language,
  people = whyEverybody(ground),
): ReadonlyMap<string, PersonWords> {
  const stays = new Map(ground.plan.stays.map((stay) => [stay.person, stay]));
  const told = stayTexts(ground, wordingOf(ground));
  const joined = (texts: readonly Text[]) => texts.map((text) => text[language]).join({ zh: "；", en: "; " }[language]);
  const listed = (sources: readonly string[]) => [...new Set(sources)].join({ zh: "、", en: ", " }[language]);
  return new Map(
    people.map((why): [string, PersonWords] => {
      const { person, backbone, reasons } = why;
      const stay = stays.get(person);
      if (stay === undefined) {
        const sources = reasons.map(({ source }) => source).filter((source) => source !== "");
        return [
          person,
          {
            backbone,
            reason: joined(reasons.map(({ text, figures }) => figures ?? text)),
            facts: "",
            source: listed(sources),
          },
        ];
      }
      const { reason, facts, sources } = told(why, stay);
      return [person, { backbone, reason: reason[language], facts: joined(facts), source: listed(sources) }];
    }),
  );
}

/** The points of everybody who may move, by every scale of the policy; recruits are placed and not ranked. */
function pointsOf(eligibility: DecidedCounty): readonly CountedScale[] {
  const people = eligibility.decisions.flatMap(({ standing }, person) =>
    mayMove(standing) && standing !== "recruit" ? [person] : [],
  );
  const sheetsOf = pointSheetsOf(eligibility);
  const counted = people.map((person) => sheetsOf(person));
  return (counted[0] ?? []).map(({ text }, scale) => ({
    text,
    sheets: counted.flatMap((sheets) => sheets[scale]?.sheet ?? []),
  }));
}
