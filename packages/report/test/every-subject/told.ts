import type { RuleSubject } from "@lungang/core/plan";
import type { Text } from "@lungang/core";
import { words } from "@lungang/core";
import type { SchoolId } from "./county.ts";
import { GROUP_NAMES, SCHOOL_IDS, SCHOOL_NAMES, personName } from "./county.ts";
import { CLASSES } from "./move-cases.ts";

/** What readers are told about a subject, from the tables of the test and not from what is tested. */

const both = (name: string): Text => ({ zh: name, en: name });

/** Names of the subject as tables list it: a pair of the county by the name of the pair. */
export function listedNames(about: RuleSubject): readonly Text[] {
  if (about.kind !== "pair" || about.id === undefined) return toldNames(about);
  return [both(GROUP_NAMES["pair"]?.[about.id] as string)];
}

/** Names that have to stand in a sentence about the subject; none for a county, whose sentences do not repeat it. */
export function toldNames(about: RuleSubject): readonly Text[] {
  if (about.kind === "school") return [both(SCHOOL_NAMES[about.school] as string)];
  if (about.kind === "group") return [both(GROUP_NAMES[about.group]?.[about.id] as string)];
  if (about.kind === "area") return [words.area[about.area as keyof typeof words.area]];
  if (about.kind === "person") return [both(personName(about.person))];
  if (about.kind === "pair") return [about.a, about.b].map((id) => both(SCHOOL_NAMES[id] as string));
  if (about.kind === "post")
    return [both(SCHOOL_NAMES[schoolOfPost(about.post)] as string), ...officeOrSubject(about.post)];
  return about.kind === "route" ? [classText(about.from), classText(about.to)] : [];
}

function schoolOfPost(post: string): SchoolId {
  return SCHOOL_IDS.find((id) => id.at(-1) === post.charAt("pos-".length)) as SchoolId;
}

function officeOrSubject(post: string): readonly Text[] {
  const last = post.slice("pos-a-".length);
  if (last === "principal" || last === "vicePrincipal") return [words.office[last]];
  return [both(last)];
}

function classText(name: string): Text {
  return CLASSES.find((entry) => entry.name === name)?.text ?? { zh: "各类", en: "any" };
}

/** Ids of the county, names of rules and of parameters: nothing of this kind stands in a sentence. */
export const CODES = /\b(?:sch|grp|pai|per|old|pos)-|[a-z][A-Z]|entry-at-hand|undefined|NaN|\{|\[object/u;

/** Letters of another script than Chinese. */
export const LATIN = /[A-Za-z]/u;
