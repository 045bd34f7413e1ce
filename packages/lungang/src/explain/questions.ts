import type { Checked, Instance, LockEntry } from "@lungang/core";
import { checkLocks } from "@lungang/core";
import type { Question } from "@lungang/core/plan";

/**
 * A question as somebody asks it: people and schools by name or id.
 *
 * @public
 */
export interface AskedQuestion {
  readonly person: string;
  readonly school?: string;
  readonly post?: string;
  readonly stay?: true;
  readonly leave?: true;
  readonly notSchool?: string;
}

/**
 * Returns a question with ids in place of names, or says which name the county does not have.
 *
 * @public
 */
export function readQuestion({ leave, notSchool, ...given }: AskedQuestion, instance: Instance): Checked<Question> {
  const entry: LockEntry = { ...given, ...(notSchool === undefined ? {} : { forbid: notSchool }) };
  const checked = checkLocks([entry], instance);
  if (!checked.ok) return { ok: false, issues: checked.issues.map((issue) => ({ ...issue, path: [] })) };
  const [{ person, school, post, stay, forbid } = entry] = checked.value;
  const question: Question =
    school !== undefined
      ? { person, school }
      : post !== undefined
        ? { person, post }
        : forbid !== undefined
          ? { person, notSchool: forbid }
          : stay === true
            ? { person, stay }
            : { person, leave: leave ?? true };
  return { ...checked, value: question };
}

/**
 * Returns the id of a person by name or id, or says that the county does not have the name, or has it twice.
 *
 * @public
 */
export function findPerson(person: string, instance: Instance): Checked<string> {
  const question = readQuestion({ person, leave: true }, instance);
  return question.ok ? { ...question, value: question.value.person } : question;
}

/**
 * Returns the id of a school by name or id, or says that the county does not have the name, or has it twice.
 *
 * @public
 */
export function findSchool(school: string, instance: Instance): Checked<string> {
  const person = instance.persons[0]?.id ?? "";
  const checked = checkLocks([{ person, school }], instance);
  if (!checked.ok) return { ok: false, issues: checked.issues.map((issue) => ({ ...issue, path: [] })) };
  return { ...checked, value: checked.value[0]?.school ?? school };
}
