import type { Issue, Text } from "@lungang/core";
import { compareText } from "@lungang/core";
import { dateText } from "@lungang/core/plan";

/**
 * A step of which something is recorded.
 *
 * @public
 */
export interface RecordableStep {
  readonly id: string;
  readonly source: string;
  readonly text: Text;
  /** Month and day by which it has to be done, in the year of its record. */
  readonly due?: string | undefined;
  /** Whether nothing that follows may happen before it has passed. */
  readonly gate: boolean;
}

/**
 * What was recorded of a step. `at` is the place of the record, which problems name.
 *
 * @public
 */
export interface StepRecord {
  readonly at: number;
  readonly step: string;
  readonly on?: string | undefined;
  readonly passed: boolean;
}

/**
 * Where a step stands.
 *
 * @public
 */
export interface StepStanding {
  readonly step: string;
  readonly state: "passed" | "failed" | "open";
  readonly on: string | null;
  /** Whether it was done after the day by which it was due. */
  readonly isLate: boolean;
}

/**
 * Steps with what was recorded of them, and what is wrong with the records.
 *
 * @public
 */
export interface RecordedSteps {
  readonly steps: readonly StepStanding[];
  readonly issues: readonly Issue[];
}

/**
 * Puts records to the steps of a procedure: one record a step; nothing after a gate that has not passed, and no step on an
 * earlier day than one before it.
 *
 * @param records - records of these steps; those of other steps are for whoever knows them
 * @public
 */
export function recordedSteps(steps: readonly RecordableStep[], records: readonly StepRecord[]): RecordedSteps {
  const inOrder = [...records].sort((a, b) => a.at - b.at);
  const first = new Map<string, StepRecord>();
  for (const record of inOrder) if (!first.has(record.step)) first.set(record.step, record);
  const twice = inOrder.filter((record) => first.get(record.step) !== record);
  return {
    steps: steps.map((step) => standingOf(step, first.get(step.id))),
    issues: [
      ...twice.map((record) => recordedTwice(record, steps)),
      ...gateIssues(steps, first),
      ...dateIssues(steps, first),
    ],
  };
}

/** Records of steps that stand behind a gate which has not passed. */
function gateIssues(steps: readonly RecordableStep[], records: ReadonlyMap<string, StepRecord>): readonly Issue[] {
  const shut = steps.findIndex(({ id, gate }) => gate && records.get(id)?.passed !== true);
  const gate = steps[shut];
  if (gate === undefined) return [];
  return steps.slice(shut + 1).flatMap((step) => {
    const record = records.get(step.id);
    return record === undefined ? [] : [behindGate(record, step, gate)];
  });
}

/** Records on a day before one of an earlier step. */
function dateIssues(steps: readonly RecordableStep[], records: ReadonlyMap<string, StepRecord>): readonly Issue[] {
  const dated = steps.flatMap((step): readonly (Dated & { readonly record: StepRecord })[] => {
    const record = records.get(step.id);
    return record?.on === undefined ? [] : [{ step, on: record.on, record }];
  });
  return dated.flatMap((one, at) => {
    const before = dated.slice(0, at).find(({ on }) => compareText(on, one.on) > 0);
    return before === undefined ? [] : [tooEarly(one.record, one, before)];
  });
}

function standingOf({ id, due }: RecordableStep, record: StepRecord | undefined): StepStanding {
  if (record === undefined) return { step: id, state: "open", on: null, isLate: false };
  const { on, passed } = record;
  const isLate = on !== undefined && due !== undefined && compareText(on.slice("2000-".length), due) > 0;
  return { step: id, state: passed ? "passed" : "failed", on: on ?? null, isLate };
}

function recordedTwice({ at, step }: StepRecord, steps: readonly RecordableStep[]): Issue {
  const name = steps.find(({ id }) => id === step)?.text ?? { zh: step, en: step };
  return {
    code: "step-recorded-twice",
    severity: "error",
    path: ["procedure", at, "step"],
    received: name.zh,
    message: { zh: `“${name.zh}”登记了两次`, en: `"${name.en}" is recorded twice` },
    advice: { zh: "请只保留一条", en: "Keep one of the records" },
  };
}

function behindGate({ at }: StepRecord, step: RecordableStep, shut: RecordableStep): Issue {
  return {
    code: "step-out-of-turn",
    severity: "error",
    path: ["procedure", at, "step"],
    source: shut.source,
    received: step.text.zh,
    expected: shut.text,
    message: {
      zh: `“${step.text.zh}”不能先办，应先通过“${shut.text.zh}”`,
      en: `Cannot take step "${step.text.en}": "${shut.text.en}" has to pass first`,
    },
    advice: {
      zh: `请补登“${shut.text.zh}”；未通过的，删去其后的登记`,
      en: `Record "${shut.text.en}"; where it did not pass, remove what was recorded after it`,
    },
  };
}

interface Dated {
  readonly step: RecordableStep;
  readonly on: string;
}

function tooEarly({ at }: StepRecord, { step, on }: Dated, before: Dated): Issue {
  return {
    code: "step-before-its-turn",
    severity: "error",
    path: ["procedure", at, "on"],
    source: step.source,
    received: on,
    expected: before.on,
    message: {
      zh: `“${step.text.zh}”的日期${dateText(on).zh}早于“${before.step.text.zh}”的${dateText(before.on).zh}`,
      en: `"${step.text.en}" is dated ${on}, before "${before.step.text.en}" on ${before.on}`,
    },
    advice: { zh: "请核对两步的日期", en: "Compare the days of both steps" },
  };
}
