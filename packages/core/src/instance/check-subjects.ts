import type { IssueCode } from "./issue-codes.ts";
import { MORALITY } from "./former-subjects.ts";
import { foldLoosely } from "./fold-name.ts";
import type { Instance } from "./instance.ts";
import type { Findings } from "./references.ts";

/** A subject with the places where it is written, as paths. */
type Subjects = ReadonlyMap<string, readonly (readonly (string | number)[])[]>;

/** Says which subjects people hold that no post asks for, and which posts ask for that nobody holds. */
export function checkSubjects(instance: Instance, findings: Findings): void {
  const asked = collect(
    instance.posts.flatMap((post, index) =>
      post.kind === "teaching" && post.subject !== undefined
        ? [[post.subject, ["posts", index, "subject"]] as const]
        : [],
    ),
  );
  const held = collect(
    instance.persons.flatMap((person, index) =>
      person.subjects.map(({ subject }, k) => [subject, ["persons", index, "subjects", k, "subject"]] as const),
    ),
  );
  if (asked.size === 0 || held.size === 0) return;
  for (const [subject, paths] of held) {
    if (asked.has(subject)) continue;
    report({ subject, paths, others: asked, code: "subject-not-asked" }, findings, {
      zh: `没有岗位需要学科“${subject}”（${paths.length} 人任教）`,
      en: `No post asks for the subject "${subject}" (${paths.length} people hold it)`,
    });
  }
  for (const [subject, paths] of asked) {
    if (held.has(subject)) continue;
    report({ subject, paths, others: held, code: "subject-not-held" }, findings, {
      zh: `没有人任教学科“${subject}”（${paths.length} 个岗位需要）`,
      en: `Nobody holds the subject "${subject}" (${paths.length} posts ask for it)`,
    });
  }
}

function collect(entries: readonly (readonly [string, readonly (string | number)[]])[]): Subjects {
  const found = new Map<string, (readonly (string | number)[])[]>();
  for (const [subject, path] of entries) {
    const paths = found.get(subject) ?? [];
    found.set(subject, paths);
    paths.push(path);
  }
  return found;
}

interface Lonely {
  readonly subject: string;
  readonly paths: readonly (readonly (string | number)[])[];
  readonly others: Subjects;
  readonly code: IssueCode;
}

function report(
  { subject, paths, others, code }: Lonely,
  findings: Findings,
  message: { zh: string; en: string },
): void {
  const names = [...others.keys()];
  const several = separate(subject, names);
  const alike = several?.join("、") ?? nearest(subject, names);
  findings.report({
    code,
    severity: "warning",
    path: paths[0] ?? [],
    received: subject,
    ...(alike === undefined ? {} : { expected: alike }),
    message,
    advice: adviceOf(several, alike),
  });
}

function adviceOf(several: readonly string[] | undefined, alike: string | undefined): { zh: string; en: string } {
  const [first = "", second = ""] = several ?? [];
  if (several !== undefined)
    return {
      zh: `这是 ${several.length} 个学科，请分开写，如“${first}(主)、${second}(兼)”`,
      en: `These are ${several.length} subjects: write them apart, such as "${first}(主)、${second}(兼)"`,
    };
  return alike === undefined
    ? { zh: "确实如此的不用改；写法不同的请统一", en: "Nothing to do if that is so; use one spelling otherwise" }
    : { zh: `是否应为“${alike}”？请统一写法`, en: `Did you mean "${alike}"? Use one spelling` };
}

/** What subjects were called before: the course was renamed in 2016, and lists of posts keep the old names. */
const FORMER: Readonly<Record<string, string>> = {
  ...Object.fromEntries(MORALITY.former.map((name) => [name, MORALITY.name])),
  品德: MORALITY.name,
  体育: "体育与健康",
  信息技术: "信息科技",
};

/** Returns the subjects that stand in one cell, with a space between them or none, where all of them are known. */
function separate(subject: string, others: readonly string[]): readonly string[] | undefined {
  const parts = subject.split(/[\s+＋]+/u).filter((part) => part !== "");
  const known = parts.map((part) => namesIn(part, others));
  const all = known.flatMap((names) => names ?? []);
  return all.length > 1 && known.every((names) => names !== undefined) ? all : undefined;
}

/** Returns the names of which a text consists, one after the other: a space between Chinese words is lost when a cell is read. */
function namesIn(text: string, names: readonly string[]): readonly string[] | undefined {
  if (text === "") return [];
  for (const name of names) {
    const rest = text.startsWith(name) ? namesIn(text.slice(name.length), names) : undefined;
    if (rest !== undefined) return [name, ...rest];
  }
  return undefined;
}

/** Returns what a subject is called today, or was called before, where the others have that name. */
function renamed(subject: string, others: readonly string[]): string | undefined {
  const now = Object.hasOwn(FORMER, subject) ? FORMER[subject] : undefined;
  return others.find((other) => other === now || (Object.hasOwn(FORMER, other) && FORMER[other] === subject));
}

/** Returns a subject that differs in signs only, or that one of the two contains: 小学语文 and 语文. */
function nearest(subject: string, others: readonly string[]): string | undefined {
  const folded = foldLoosely(subject);
  const same = others.find((other) => foldLoosely(other) === folded);
  return (
    same ??
    renamed(subject, others) ??
    others.find((other) => folded.endsWith(foldLoosely(other)) || foldLoosely(other).endsWith(folded))
  );
}
