import type { Issue, Text } from "@lungang/core";
import { dateText } from "@lungang/core/plan";
import type { AppointmentTerms } from "@lungang/core/policy";
import type { StepRecord, StepStanding } from "@lungang/procedure";
import { recordedSteps } from "@lungang/procedure";
import type { AppointmentRows } from "@lungang/tabular";

type Row = AppointmentRows["procedure"][number];
type Step = NonNullable<AppointmentTerms["steps"]>[number];
type Consequence = NonNullable<AppointmentTerms["unplaced"]>[number];

/** A step of the policy with what was recorded of it. */
export interface ToldStep extends StepStanding {
  readonly source: string;
  readonly text: Text;
  readonly by: Text | null;
  readonly due: string | null;
}

/** What follows for people who found no post in the competition, and who has passed it. */
export interface ToldConsequence {
  readonly id: string;
  readonly source: string;
  readonly text: Text;
  readonly who: Consequence["who"];
  readonly gate: boolean;
  readonly passed: ReadonlySet<string>;
}

/** A record of a workbook that belongs to one person or to all. */
export interface PersonRecord extends StepRecord {
  readonly person?: string | undefined;
}

/** What was recorded of the procedure that a policy prescribes. */
export interface RecordedProcedure {
  readonly steps: readonly ToldStep[];
  readonly unplaced: readonly ToldConsequence[];
  /** Records of the selection, for whoever knows the candidates. */
  readonly ofSelection: readonly PersonRecord[];
  readonly issues: readonly Issue[];
}

/** A step by its name in the records: where it belongs, and whether each person has a record. */
interface NamedStep {
  readonly list: "steps" | "selection" | "unplaced";
  readonly id: string;
  readonly text: Text;
  readonly each: boolean;
}

/** Puts the records of a workbook to the steps of the policy; a step or person that nobody knows is an error at its cell. */
export function procedureOf(rows: AppointmentRows, terms: AppointmentTerms | undefined): RecordedProcedure {
  const named = namedSteps(terms);
  const people = new Set([...rows.people.map(({ id }) => id), ...rows.placed.map(({ person }) => person)]);
  const found = rows.procedure.map((row, at) => ({ row, at, step: stepNamed(named, row) }));
  const issues = found.flatMap(({ row, at, step }) => rowIssues(row, at, { step, named, people }));
  const recordsOf = (list: NamedStep["list"]): readonly PersonRecord[] =>
    found.flatMap(({ row, at, step }) =>
      step?.list === list && (row.person === undefined) !== step.each
        ? [{ at, step: step.id, on: row.on, passed: row.result === "passed", person: row.person }]
        : [],
    );
  const steps = terms?.steps ?? [];
  const read = recordedSteps(steps.map(withGate), recordsOf("steps"));
  const ofUnplaced = recordsOf("unplaced");
  return {
    steps: read.steps.map((standing, at) => toldStep(standing, steps[at] as Step)),
    unplaced: (terms?.unplaced ?? []).map((entry) => consequence(entry, ofUnplaced)),
    ofSelection: recordsOf("selection"),
    issues: [
      ...issues,
      ...read.issues,
      ...gateIssues(steps, read.steps, found),
      ...lateIssues(steps, read.steps, found),
      ...twiceForPerson(ofUnplaced, rows),
    ],
  };
}

function withGate({ id, source, text, due, gate = false }: Step) {
  return { id, source, text, due, gate };
}

function namedSteps(terms: AppointmentTerms | undefined): readonly NamedStep[] {
  return [
    ...(terms?.steps ?? []).map(({ id, text }) => ({ list: "steps" as const, id, text, each: false })),
    ...(terms?.selection?.steps ?? []).flatMap(({ id, text, recorded = "each" }) =>
      recorded === "byApplication" ? [] : [{ list: "selection" as const, id, text, each: recorded === "each" }],
    ),
    ...(terms?.unplaced ?? []).flatMap(({ id, text, gate = false }) =>
      gate ? [{ list: "unplaced" as const, id, text, each: true }] : [],
    ),
  ];
}

function stepNamed(named: readonly NamedStep[], { step }: Row): NamedStep | undefined {
  return named.find(({ text }) => text.zh === step || text.en === step);
}

function toldStep(standing: StepStanding, { source, text, by, due }: Step): ToldStep {
  return { ...standing, source, text, by: by ?? null, due: due ?? null };
}

function consequence(entry: Consequence, records: readonly PersonRecord[]): ToldConsequence {
  const { id, source, text, who, gate = false } = entry;
  const passed = records.flatMap(({ step, person, passed: has }) => (step === id && has ? [person ?? ""] : []));
  return { id, source, text, who, gate, passed: new Set(passed) };
}

interface Known {
  readonly step: NamedStep | undefined;
  readonly named: readonly NamedStep[];
  readonly people: ReadonlySet<string>;
}

function rowIssues({ step: name, person }: Row, at: number, { step, named, people }: Known): readonly Issue[] {
  const path = (field: string) => ["procedure", at, field];
  const unknown =
    person === undefined || people.has(person)
      ? []
      : [
          problem("unknown-id", path("person"), {
            received: person,
            message: { zh: `没有编号为“${person}”的人员`, en: `There is no person "${person}"` },
            advice: { zh: "请与“人员”“直接聘任”两表核对", en: "Compare it with the sheets of people" },
          }),
        ];
  if (step === undefined) return [...unknown, stepUnknown(name, path("step"), named)];
  if ((person === undefined) !== step.each) return unknown;
  const [zh, en] = step.each
    ? [`“${name}”逐人办理，没有写明人员`, `"${step.text.en}" is recorded person by person, and no person is named`]
    : [`“${name}”统一办理一次，不逐人登记`, `"${step.text.en}" is recorded once for all, not for a person`];
  const advice = step.each
    ? { zh: "请填写人员编号", en: "Name the person" }
    : { zh: "请清空人员编号", en: "Leave the person empty" };
  return [...unknown, problem("step-person", path("person"), { received: person ?? "", message: { zh, en }, advice })];
}

function stepUnknown(name: string, path: Issue["path"], named: readonly NamedStep[]): Issue {
  const names = {
    zh: named.map(({ text }) => text.zh).join("、"),
    en: named.map(({ text }) => text.en).join("; "),
  };
  return problem("step-unknown", path, {
    received: name,
    expected: names,
    message: { zh: `政策没有规定“${name}”这一步`, en: `The policy has no step "${name}"` },
    advice:
      named.length === 0
        ? { zh: "请写明规定程序的政策，或删去这一行", en: "Name a policy that has steps, or delete the row" }
        : { zh: `请写：${names.zh}`, en: `Write one of: ${names.en}` },
  });
}

type Found = readonly { readonly at: number; readonly step: NamedStep | undefined }[];

function rowOf(found: Found, id: string): number {
  return found.find(({ step }) => step?.list === "steps" && step.id === id)?.at ?? 0;
}

/** Nobody is appointed while a gate is shut; one of which nothing is recorded leaves the result a proposal. */
function gateIssues(steps: readonly Step[], standings: readonly StepStanding[], found: Found): readonly Issue[] {
  return steps.flatMap(({ id, text, gate = false, source }, at): readonly Issue[] => {
    const state = standings[at]?.state;
    if (!gate || state === "passed") return [];
    if (state === "failed") {
      return [
        {
          ...problem("gate-not-passed", ["procedure", rowOf(found, id), "result"], {
            message: { zh: `“${text.zh}”未通过，不得聘任`, en: `"${text.en}" did not pass: nobody may be appointed` },
            advice: { zh: "请修改方案后重新办理这一步", en: "Change the plan and take the step again" },
          }),
          source,
        },
      ];
    }
    return [
      {
        ...problem("gate-not-recorded", ["settings", "policy"], {
          message: {
            zh: `没有“${text.zh}”的登记，结果只是拟聘方案`,
            en: `Nothing is recorded of "${text.en}": the result is a proposal`,
          },
          advice: { zh: "办完后请在“程序记录”表登记", en: "Record it in the sheet of the procedure once it is done" },
        }),
        severity: "warning",
        source,
      },
    ];
  });
}

const dayZh = (day: string | null | undefined) => (typeof day === "string" ? dateText(day).zh : "");

function lateIssues(steps: readonly Step[], standings: readonly StepStanding[], found: Found): readonly Issue[] {
  return steps.flatMap(({ id, text, due, source }, at): readonly Issue[] => {
    const { isLate, on } = standings[at] as StepStanding;
    if (!isLate) return [];
    return [
      {
        ...problem("step-late", ["procedure", rowOf(found, id), "on"], {
          received: on ?? "",
          message: {
            zh: `“${text.zh}”应于${dayZh(due)}前完成，登记为${dayZh(on)}`,
            en: `"${text.en}" was due on ${due ?? ""} and is recorded on ${on ?? ""}`,
          },
          advice: { zh: "请核对日期；确已超期的，请说明", en: "Check the day; where it was late, say why" },
        }),
        expected: due ?? "",
        severity: "warning",
        source,
      },
    ];
  });
}

/** Training is passed or not: two records of a person leave open which holds. */
function twiceForPerson(records: readonly PersonRecord[], { procedure }: AppointmentRows): readonly Issue[] {
  const seen = new Set<string>();
  return records.flatMap(({ at, step, person }) => {
    const key = JSON.stringify([step, person]);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const name = procedure[at]?.step ?? "";
    return [
      problem("step-recorded-twice", ["procedure", at, "step"], {
        received: name,
        message: {
          zh: `“${person ?? ""}”的“${name}”登记了两次`,
          en: `"${name}" of "${person ?? ""}" is recorded twice`,
        },
        advice: { zh: "请只保留一条", en: "Keep one of the records" },
      }),
    ];
  });
}

function problem(
  code: Issue["code"],
  path: Issue["path"],
  told: Pick<Issue, "message" | "advice" | "received" | "expected">,
): Issue {
  return { code, severity: "error", path: path ?? [], ...told };
}
