import type { PlanStay } from "@lungang/core/plan";
import { compareIds, placesInList } from "@lungang/core/plan";
import type { WhyPerson } from "@lungang/explain";
import { ownPlaceTexts, stayTexts, whyPersonParts } from "@lungang/explain";
import { text } from "../text.ts";
import { addressed, isLeader, objection, withClauses } from "./address.ts";
import type { Letter, LettersRequest } from "./letter.ts";
import { ownFacts } from "./own-facts.ts";

/** Standings of people whom the year could have moved. */
const ASKED: ReadonlySet<string> = new Set(["due", "forced", "volunteer"]);

/** Why somebody stays who would be asked but for it. */
const HELD: ReadonlySet<PlanStay["reason"]> = new Set(["locked", "exempt", "inTerm"]);

/**
 * Returns the page of everybody who was due, was to move or applied and stays: the reason with figures, and how to object,
 * school by school. Nobody else is named in it.
 */
export function stayLetters(request: LettersRequest): readonly Letter[] {
  const { instance, plan, people, wording } = request;
  const persons = new Map(instance.persons.map((person) => [person.id, person]));
  const stays = new Map(plan.stays.map((stay) => [stay.person, stay]));
  const placeOf = placesInList(instance);
  const told = stayTexts(request, wording);
  return people
    .flatMap((why) => {
      const [person, stay] = [persons.get(why.person), stays.get(why.person)];
      return person === undefined || stay === undefined || !wasAsked(why, stay) ? [] : [{ person, why, stay }];
    })
    .toSorted(
      (a, b) => placeOf(a.why.school ?? "") - placeOf(b.why.school ?? "") || compareIds(a.person.id, b.person.id),
    )
    .map(({ person, why, stay }): Letter => {
      const { figures, reasons } = whyPersonParts(withClauses(why), wording);
      const { reason, cost } = told(why, stay);
      const isTold = cost !== undefined || why.alternative?.answer === "notKnown";
      return {
        kind: "reasons",
        person: person.id,
        title: text("未安排交流说明（本人）", "Why you stay"),
        to: addressed(person),
        paragraphs: [
          opening(request, { school: wording.names.school(why.school), leads: isLeader(person) }),
          text(`原因：${reason.zh}。`, `Reason: ${reason.en}.`),
          ...figures,
          ...reasons,
          ...ownFacts({ person, why, to: null }, request),
          ...(isTold ? ownPlaceTexts(why, wording) : []),
          objection(request),
        ],
      };
    });
}

/** Who was held by a decision, is exempt or in term is told where they were due to go but for it, or had applied. */
function wasAsked({ standing, reasons }: WhyPerson, { reason }: PlanStay): boolean {
  if (ASKED.has(standing)) return true;
  const codes = reasons.map(({ code }) => code);
  return codes.includes("volunteer") || (HELD.has(reason) && codes.some((code) => ASKED.has(code)));
}

function opening({ policy }: LettersRequest, { school, leads }: { readonly school: string; readonly leads: boolean }) {
  return text(
    `根据《${policy.name.zh}》，您本年度未安排交流，继续在${school}${leads ? "任职" : "任教"}。现将原因说明如下。`,
    `Under "${policy.name.en}" you do not move this year and stay at ${school}. This is why.`,
  );
}
