import type { Issue, Text } from "@lungang/core";

/**
 * Who takes a step of a workflow.
 *
 * @public
 */
export type WorkflowActor =
  | "county"
  | "city"
  | "zoneHead"
  | "centerSchool"
  | "homeSchool"
  | "hostSchool"
  | "principal"
  | "committee"
  | "congress"
  | "discipline"
  | "training"
  | "person";

/**
 * One step of a workflow.
 *
 * @public
 */
export interface WorkflowStep {
  readonly id: string;
  readonly text: Text;
  readonly actor: WorkflowActor;
  /** Month and day by which the source documents want the step done, for example `08-22`. */
  readonly by?: string;
  /** Nothing that follows may happen before this step has passed. */
  readonly gate?: true;
  /** The list has to be public for the working days of the policy. */
  readonly publicity?: true;
}

/**
 * Ordered steps that a document prescribes.
 *
 * @public
 */
export interface Workflow {
  readonly id: string;
  /** Rules of the source documents. */
  readonly sources: readonly string[];
  readonly title: Text;
  readonly steps: readonly WorkflowStep[];
}

/**
 * Where a workflow stands, or why a step may not be taken.
 *
 * @public
 */
export type StepAnswer =
  | { readonly ok: true; readonly done: readonly string[]; readonly next: WorkflowStep | undefined }
  | { readonly ok: false; readonly issue: Issue };

/**
 * Returns the first step that is not done, if any.
 *
 * @public
 */
export function nextStep({ steps }: Workflow, done: readonly string[]): WorkflowStep | undefined {
  return steps.find(({ id }) => !done.includes(id));
}

/**
 * Takes a step; steps come in their order, and a step taken out of turn is refused with the one that is due.
 *
 * @public
 */
export function takeStep(workflow: Workflow, done: readonly string[], id: string): StepAnswer {
  const due = nextStep(workflow, done);
  if (due?.id !== id) return { ok: false, issue: outOfTurn(workflow, id, due) };
  const taken = [...done, id];
  return { ok: true, done: taken, next: nextStep(workflow, taken) };
}

function outOfTurn({ id: workflow, sources }: Workflow, id: string, due: WorkflowStep | undefined): Issue {
  return {
    code: "step-out-of-turn",
    severity: "error",
    path: [workflow, id],
    source: sources[0] ?? "",
    received: id,
    ...(due === undefined ? {} : { expected: due.id }),
    message:
      due === undefined
        ? { zh: "流程各步均已完成", en: "Every step of the workflow is done" }
        : {
            zh: `“${id}”不能先办，应先完成“${due.text.zh}”`,
            en: `Cannot take step "${id}": "${due.text.en}" comes first`,
          },
  };
}
