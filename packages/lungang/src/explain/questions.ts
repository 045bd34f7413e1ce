import type { Checked, Instance, Issue, LockEntry } from "@lungang/core";
import { checkLocks, didYouMean, nearestWord } from "@lungang/core";
import { LOTTERY } from "@lungang/core/formulation";
import type { Question } from "@lungang/core/plan";
import type { Policy } from "@lungang/core/policy";
import { parseShare } from "@lungang/core/policy";

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

/**
 * Returns the name of a level of the objective by that or by its words, or says that the policy does not have it. The lot
 * is no aim.
 *
 * @public
 */
export function findLevel(level: string, policy: Pick<Policy, "levels">): Checked<string> {
  const levels = policy.levels.filter(({ name }) => name !== LOTTERY);
  const said = level.trim();
  const found = levels.find(({ name, text }) => [name, text.zh, text.en].includes(said));
  if (found !== undefined) return { ok: true, value: found.name, warnings: [] };
  const words = levels.flatMap(({ name, text }) => [name, text.zh, text.en]);
  const issue: Issue = {
    code: "unknown-level",
    severity: "error",
    path: [],
    received: level,
    expected: {
      zh: levels.map(({ name, text }) => `${text.zh}（${name}）`).join("、"),
      en: levels.map(({ name, text }) => `${text.en} (${name})`).join(", "),
    },
    message: { zh: `政策没有名为“${level}”的目标`, en: `The policy has no aim "${level}"` },
    advice: didYouMean(nearestWord(said, words), {
      zh: "请写政策中目标的名称",
      en: "Name an aim of the policy",
    }),
  };
  return { ok: false, issues: [issue] };
}

/**
 * What a level of the objective may lose: a share of its value in the plan, or an amount in its unit.
 *
 * @public
 */
export interface Loosened {
  readonly level: string;
  readonly by: { readonly numerator: number; readonly denominator: number } | number;
}

/**
 * Reads `level=2%` or `level=300`, the level by its name or words.
 *
 * @public
 */
export function readLoosened(text: string, policy: Pick<Policy, "levels">): Checked<Loosened> {
  const [name = "", said = ""] = text.split("=");
  const level = findLevel(name, policy);
  if (!level.ok) return level;
  const amount = said.trim();
  const by = /^\d{1,9}$/u.test(amount) ? Number(amount) : parseShare(amount);
  if (by !== undefined) return { ...level, value: { level: level.value, by } };
  const issue: Issue = {
    code: "invalid-loosening",
    severity: "error",
    path: [],
    received: text,
    expected: "nearness=2%",
    message: { zh: `“${text}”不是“目标=比例”或“目标=数量”`, en: `"${text}" is not level=share or level=amount` },
    advice: { zh: "例如：nearness=2%", en: "For example: nearness=2%" },
  };
  return { ok: false, issues: [issue] };
}
