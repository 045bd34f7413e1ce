import type { Issue, Text } from "./issue.ts";
import { didYouMean, nearestWord } from "./nearest-word.ts";
import type { Post } from "./school.ts";

/** What the ids of an instance may refer to. */
export interface KnownIds {
  readonly schools: ReadonlySet<string>;
  readonly posts: ReadonlyMap<string, Post>;
  readonly persons: ReadonlySet<string>;
  readonly townships: ReadonlySet<string>;
  readonly planYear: number;
}

export const SCHOOL: Text = { zh: "学校", en: "school" };
export const POST: Text = { zh: "岗位", en: "post" };
export const PERSON: Text = { zh: "人员", en: "person" };
export const TOWNSHIP: Text = { zh: "乡镇", en: "township" };

/** An issue that always says what to do. */
export type Finding = Omit<Issue, "severity" | "advice"> & {
  readonly severity?: Issue["severity"];
  readonly advice: Text;
};

/** What to do about a name or an id that nothing has. */
export const AS_LISTED: Text = {
  zh: "请核对名称或编号；确无此项的，先登记再引用",
  en: "Use a name or an id that is listed, or list it first",
};

/** A name that several people or schools have. */
interface Several {
  readonly what: Text;
  readonly name: string;
  readonly ids: readonly string[];
}

/** Names of what is listed. */
interface ListedNames {
  readonly schools?: readonly string[];
  readonly persons?: readonly string[];
  readonly posts?: readonly string[];
}

/** Collects what is wrong; an issue is an error unless it says otherwise. */
export class Findings {
  readonly issues: Issue[] = [];
  readonly #names: ListedNames;

  /** @param names - names that may be meant where something is not listed */
  constructor(names: ListedNames = {}) {
    this.#names = names;
  }

  report(issue: Finding): void {
    this.issues.push({ severity: "error", ...issue });
  }

  /** Reports a name that several have, with the ids of all of them. */
  severalOf(path: readonly (string | number)[], { what, name, ids }: Several): void {
    this.report({
      code: "unknown-reference",
      path,
      received: name,
      message: {
        zh: `${what.zh}“${name}”同名的有 ${ids.length} 个，编号为${ids.join("、")}`,
        en: `The ${what.en} "${name}" may be one of ${ids.length}: ${ids.join(", ")}`,
      },
      advice: { zh: "请改填编号", en: "Give the id" },
    });
  }

  /** Reports a reference to something that is not listed, with what may be meant. */
  unknown(path: readonly (string | number)[], what: Text, id: string): void {
    const { schools = [], persons = [], posts = [] } = this.#names;
    const names = what === SCHOOL ? schools : what === PERSON ? persons : what === POST ? posts : [];
    this.report({
      code: "unknown-reference",
      path,
      received: id,
      message: { zh: `${what.zh}“${id}”不存在`, en: `Unknown ${what.en} "${id}"` },
      advice: didYouMean(nearestWord(id, names), AS_LISTED),
    });
  }
}
