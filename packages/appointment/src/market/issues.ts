import type { Issue, Text, IssueCode } from "@lungang/core";

/** Where an issue stands in the document. */
export type Path = readonly (string | number)[];

/** What a finding about data is made of. */
export interface Finding {
  readonly code: IssueCode;
  readonly path: Path;
  readonly message: Text;
  readonly advice: Text;
  readonly received?: string;
  readonly expected?: string | Text;
}

/** Returns an issue that stops the work. */
export function errorIssue(finding: Finding): Issue {
  return { ...finding, severity: "error" };
}

/** Returns an issue that is reported while work goes on. */
export function warningIssue(finding: Finding): Issue {
  return { ...finding, severity: "warning" };
}

/** Returns a text in both languages. */
export function text(zh: string, en: string): Text {
  return { zh, en };
}

/** A column of ids with the place of each. */
export interface IdList {
  readonly ids: readonly string[];
  readonly path: (index: number) => Path;
  readonly code: IssueCode;
  readonly noun: Text;
}

/** Finds ids that stand twice in a list. */
export function repeatedIds({ ids, path, code, noun }: IdList): readonly Issue[] {
  const first = new Map<string, number>();
  return ids.flatMap((id, index) => {
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, index);
    return earlier === undefined ? [] : [repeated({ id, code, noun, path: path(index), earlier: path(earlier) })];
  });
}

function repeated(found: { id: string; code: IssueCode; noun: Text; path: Path; earlier: Path }): Issue {
  const { id, code, noun, path, earlier } = found;
  return errorIssue({
    code,
    path,
    received: id,
    message: text(
      `${noun.zh}“${id}”重复，前一处在 ${earlier.join(".")}`,
      `The ${noun.en} "${id}" stands twice, first at ${earlier.join(".")}`,
    ),
    advice: text("请核对后只保留一处", "Keep one of the two after checking which is right"),
  });
}

/** Returns the issue for an id that no row declares. */
export function unknownId(found: { readonly id: string; readonly noun: Text; readonly path: Path }): Issue {
  const { id, noun, path } = found;
  return errorIssue({
    code: "unknown-id",
    path,
    received: id,
    message: text(`没有${noun.zh}“${id}”`, `There is no ${noun.en} "${id}"`),
    advice: text("请核对编号，或补上该行", "Check the id, or add its row"),
  });
}
