import type { Person, Text } from "@lungang/core";
import type { PlanMove } from "@lungang/core/plan";
import { kilometres, violationText } from "@lungang/core/plan";
import type { WhyPerson } from "@lungang/explain";
import { wishTexts } from "@lungang/explain";
import { text } from "../text.ts";
import { nameOf } from "./address.ts";
import { callingOf } from "./duty.ts";
import type { LettersRequest } from "./letter.ts";

/** What a person alone can check: another kind of work, the way, the own wishes, and a promise that could not be kept. */

/** Who somebody is, and where the plan leaves them. */
export interface OwnPlace {
  readonly person: Person;
  readonly why: WhyPerson;
  /** School entered; null for who stays. */
  readonly to: string | null;
  readonly move?: PlanMove | undefined;
}

/** Returns what the place means to the person, in the order in which it is read. */
export function ownFacts(place: OwnPlace, request: LettersRequest): readonly Text[] {
  return [
    ...otherWork(place, request),
    ...wayText(place, request),
    ...wishedSchools(place, request),
    ...wishTexts(place.why, request.wording),
    ...notKept(place, request),
  ];
}

/** Somebody who is to teach or do something else is told so, with the subjects that the data have of them. */
function otherWork({ person, why: { left, entered } }: OwnPlace, request: LettersRequest): readonly Text[] {
  if (left === null || entered === null) return [];
  const [was, is] = [callingOf(left.post, request), callingOf(entered.post, request)];
  if (was.zh === is.zh) return [];
  const subjects = person.subjects.map(({ subject }) => subject);
  const known =
    subjects.length === 0
      ? text("", "")
      : text(
          `您登记的任教学科为${subjects.join("、")}；登记有误的，请一并提出。`,
          ` The data have you teach ${subjects.join(", ")}; say so where that is wrong.`,
        );
  return [
    text(`您的岗位由${was.zh}变为${is.zh}。${known.zh}`, `Your work changes from ${was.en} to ${is.en}.${known.en}`),
  ];
}

function wayText({ move, to }: OwnPlace, { wording }: LettersRequest): readonly Text[] {
  if (to === null || move === undefined || move.distanceMetres === null) return [];
  const [school, km] = [wording.names.school(to), kilometres(move.distanceMetres)];
  return [
    text(
      `${school}距您的居住地 ${km} 公里（按登记的居住地计算）。`,
      `${school} is ${km} km from your home, as the data have it.`,
    ),
  ];
}

/** The schools wished for, and whether the place is one of them. */
function wishedSchools({ person, to }: OwnPlace, { wording }: LettersRequest): readonly Text[] {
  const wishes = person.application?.wishes ?? [];
  if (wishes.length === 0) return [];
  const schools = wishes.map((school) => wording.names.school(school));
  const place = to === null ? undefined : wishes.indexOf(to) + 1;
  const got =
    place === undefined
      ? text("", "")
      : place === 0
        ? text("；本次安排不在其中", "; the place is none of them")
        : text(`；本次安排为第 ${place} 志愿`, `; the place is wish ${place}`);
  return [
    text(`您填报的志愿学校依次为：${schools.join("、")}${got.zh}。`, `Your wishes: ${schools.join(", ")}${got.en}.`),
  ];
}

/** What was decided or promised about the person and could not be done, with the figures that stood against it. */
function notKept({ person }: OwnPlace, { plan, wording }: LettersRequest): readonly Text[] {
  return plan.violations.flatMap((violation) => {
    const { about } = violation;
    if (about.kind !== "person" || about.person !== person.id) return [];
    const { zh, en } = violationText(violation, wording.names);
    // The sentence speaks of a case to the bureau; on the own page it speaks of who reads it.
    const name = nameOf(person);
    const told = zh
      .replace(`人员“${name}”`, `${name}同志`)
      .replace(`新招聘教师“${name}”被安排到`, "您的首次任教学校安排为");
    const rule = wording.names.rule(violation.rule);
    return [text(`未能落实的事项：“${rule.zh}”。${told}。`, `What could not be done: "${rule.en}" is not met: ${en}.`)];
  });
}
