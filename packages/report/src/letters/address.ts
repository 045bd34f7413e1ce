import type { Person, Text } from "@lungang/core";
import { words } from "@lungang/core";
import { dateText, objectionText } from "@lungang/core/plan";
import type { WhyPerson } from "@lungang/explain";
import { text } from "../text.ts";
import type { LettersRequest } from "./letter.ts";

/** What all letters to people have in common: how they are addressed, what is cited, how to object. */

/** Whether somebody leads a school. */
export function isLeader({ personType }: Person): boolean {
  return personType === "principal" || personType === "vicePrincipal";
}

/** A head of school is no 老师 in a letter of the bureau. */
export function addressed(person: Person): Text {
  const name = nameOf(person);
  return text(`${name}${isLeader(person) ? "同志" : "老师"}：`, `To ${name}:`);
}

/** A clause of the policy can be looked up; the number that a list of rules has for it cannot. */
export function withClauses(why: WhyPerson): WhyPerson {
  const clause = (source: string) => (/\p{Script=Han}/u.test(source) ? source : "");
  return { ...why, reasons: why.reasons.map((reason) => ({ ...reason, source: clause(reason.source) })) };
}

/** To whom, how and until when objections go. */
export function objection({ policy, instance, stage }: Pick<LettersRequest, "policy" | "instance" | "stage">): Text {
  const objections = objectionText(policy, instance, stage);
  return text(`对本安排有异议的，${objections.zh}；情况属实的，将予以纠正。`, `Objections go ${objections.en}.`);
}

/** What somebody is called, the id where no name is known. */
export function nameOf({ id, name = "" }: Person): string {
  return name === "" ? id : name;
}

/** Sex and title; who has no title yet is not told so. */
export function aboutOf({ sex, professionalTitle: title }: Person): Text {
  const known = [words.sex[sex], ...(title === "none" ? [] : [words.title[title]])];
  return text(known.map(({ zh }) => zh).join("，"), known.map(({ en }) => en).join(", "));
}

/** From the first to the last day. */
export function spanText(start: string, end: string): Text {
  return text(`期限自${dateText(start).zh}起至${dateText(end).zh}止`, `From ${start} to ${end}`);
}
