import type { Issue } from "@lungang/core";
import type { AppointmentTerms, PointSheet } from "@lungang/core/policy";
import { loadEvidence, loadScheme, scorePeople } from "@lungang/appointment";
import type { Candidate } from "@lungang/procedure";
import { candidatesOf } from "@lungang/procedure";
import type { AppointmentRows } from "@lungang/tabular";
import { isMeant } from "./post-terms.ts";
import type { PersonRecord } from "./procedure-of.ts";

type Selection = NonNullable<AppointmentTerms["selection"]>;

/** Somebody who applied for a post that is filled by selection. */
export interface ToldCandidate extends Candidate {
  /** Points of the criteria, item by item; undefined where the policy has none. */
  readonly sheet: PointSheet | undefined;
}

/** Who may be appointed to the posts that are filled by selection. */
export interface SelectedCandidates {
  readonly candidates: readonly ToldCandidate[];
  /** Returns whether a person may not have a post because a step was not passed. */
  readonly isStruck: (person: string, post: string) => boolean;
  /** Returns the points that rank a candidate at a post; undefined where those of everybody do. */
  readonly sheetAt: (person: string, post: string) => PointSheet | undefined;
  readonly issues: readonly Issue[];
}

const NOTHING: SelectedCandidates = {
  candidates: [],
  isStruck: () => false,
  sheetAt: () => undefined,
  issues: [],
};

/** Finds the candidates of a selection, who of them passed every step, and their points by the weighted criteria. */
export function selectionOf(
  rows: AppointmentRows,
  terms: AppointmentTerms | undefined,
  records: readonly PersonRecord[],
): SelectedCandidates {
  const selection = terms?.selection;
  if (selection === undefined) return NOTHING;
  const posts = new Set(rows.posts.flatMap((post) => (isMeant(selection, post) ? [post.id] : [])));
  const applying = applicantsOf(rows, posts);
  const steps = (selection.steps ?? []).map(({ by: _by, recorded = "each", ...step }) => ({ ...step, recorded }));
  const people = [...applying.keys()];
  const { candidates, issues } = candidatesOf(steps, people, records);
  const approved = candidates.filter(({ stoppedAt }) => stoppedAt === null).map(({ person }) => person);
  const scored = scores(rows, selection, approved);
  const isApproved = new Set(approved);
  return {
    candidates: candidates.map((candidate) => ({ ...candidate, sheet: scored.sheets.get(candidate.person) })),
    isStruck: (person, post) => posts.has(post) && !isApproved.has(person),
    sheetAt: (person, post) => (posts.has(post) ? scored.sheets.get(person) : undefined),
    issues: [
      ...issues,
      ...scored.issues,
      ...openIssues(candidates, selection, applying),
      ...withoutApplication(records, rows, applying),
    ],
  };
}

/** Who applied for posts of the selection, with the row of the application. */
function applicantsOf({ applications }: AppointmentRows, posts: ReadonlySet<string>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  applications.forEach(({ person, wishes }, at) => {
    if (!found.has(person) && wishes.some((post) => posts.has(post))) found.set(person, at);
  });
  return found;
}

interface Scores {
  readonly sheets: ReadonlyMap<string, PointSheet>;
  readonly issues: readonly Issue[];
}

/** Counts the weighted criteria of the candidates who passed; weights have to make a whole. */
function scores({ people }: AppointmentRows, { criteria }: Selection, approved: readonly string[]): Scores {
  if (criteria === undefined) return { sheets: new Map(), issues: [] };
  const items = criteria.map(({ id, source, text, column, weight }) => ({
    id,
    kind: "column",
    source,
    ...(text === undefined ? {} : { text }),
    column,
    weight,
  }));
  const scheme = loadScheme({ format: "lungang-points-1", id: "selection", items });
  if (!scheme.ok) return { sheets: new Map(), issues: scheme.issues.map(inPolicy) };
  const rowOf = new Map(people.map(({ id }, at) => [id, at]));
  const evidence = loadEvidence(
    {
      format: "lungang-evidence-1",
      people: approved.map((id) => ({ id, facts: people[rowOf.get(id) ?? -1]?.facts ?? {} })),
    },
    scheme.value,
  );
  const whole = wholeIssues(scheme.value.items);
  if (!evidence.ok) {
    const located = evidence.issues.map((issue) => inPeople(issue, (at) => rowOf.get(approved[at] ?? "")));
    return { sheets: new Map(), issues: [...whole, ...located] };
  }
  const sheets = scorePeople(scheme.value, evidence.value);
  return { sheets: new Map(sheets.map((sheet) => [sheet.person, sheet])), issues: whole };
}

function inPolicy(issue: Issue): Issue {
  return { ...issue, path: ["settings", "policy"] };
}

function inPeople(issue: Issue, rowAt: (at: number) => number | undefined): Issue {
  const [list, at, ...rest] = issue.path ?? [];
  const row = typeof at === "number" ? rowAt(at) : undefined;
  return list === "people" && row !== undefined ? { ...issue, path: ["people", row, ...rest] } : issue;
}

function wholeIssues(items: readonly object[]): readonly Issue[] {
  const weights = items.flatMap((item) =>
    "weight" in item ? [item.weight as { readonly numerator: number; readonly denominator: number }] : [],
  );
  const common = weights.reduce((product, { denominator }) => product * BigInt(denominator), 1n);
  const sum = weights.reduce(
    (total, { numerator, denominator }) => total + BigInt(numerator) * (common / BigInt(denominator)),
    0n,
  );
  if (sum === common) return [];
  return [
    {
      code: "weights-not-whole",
      severity: "error",
      path: ["settings", "policy"],
      message: { zh: "选聘标准的权重合计不是 100%", en: "The weights of the criteria do not make 100%" },
      advice: { zh: "请改正各项权重", en: "Correct the weights" },
    },
  ];
}

/** Applicants of whom a step is not recorded cannot be appointed, which nobody should find out from the list. */
function openIssues(
  candidates: readonly Candidate[],
  { steps = [] }: Selection,
  applying: ReadonlyMap<string, number>,
): readonly Issue[] {
  const nameOf = new Map(steps.map(({ id, text }) => [id, text]));
  return candidates.flatMap(({ person, stoppedAt, because }): readonly Issue[] => {
    const step = nameOf.get(stoppedAt ?? "");
    if (because !== "open" || step === undefined) return [];
    return [
      {
        code: "selection-open",
        severity: "warning",
        path: ["applications", applying.get(person) ?? 0, "person"],
        received: person,
        message: {
          zh: `“${person}”没有“${step.zh}”的登记，不能聘任到选聘的岗位`,
          en: `Nothing is recorded of "${step.en}" for "${person}", who cannot be appointed by selection`,
        },
        advice: { zh: "办完后请在“程序记录”表登记", en: "Record it in the sheet of the procedure once it is done" },
      },
    ];
  });
}

function withoutApplication(
  records: readonly PersonRecord[],
  { people }: AppointmentRows,
  applying: ReadonlyMap<string, number>,
): readonly Issue[] {
  const known = new Set(people.map(({ id }) => id));
  return records.flatMap(({ at, person }): readonly Issue[] => {
    if (person === undefined || applying.has(person) || !known.has(person)) return [];
    return [
      {
        code: "candidate-without-application",
        severity: "error",
        path: ["procedure", at, "person"],
        received: person,
        message: {
          zh: `“${person}”没有报名选聘的岗位，却登记了选聘步骤`,
          en: `"${person}" did not apply for a post of the selection, and a step of it is recorded`,
        },
        advice: { zh: "请补上报名，或删去这一行", en: "Add the application, or delete the record" },
      },
    ];
  });
}
