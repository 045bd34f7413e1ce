import type { Person, Text } from "@lungang/core";
import type { PlanItinerary, PlanParticipation } from "@lungang/core/plan";
import { compareIds, placesInList } from "@lungang/core/plan";
import { text } from "../text.ts";
import { aboutOf, addressed, nameOf, objection, spanText } from "./address.ts";
import type { Letter, LettersRequest } from "./letter.ts";

/** What people do at other schools beside their own posts: periods that they teach there, or another form that moves nobody. */

interface Beside {
  readonly person: Person;
  readonly line: PlanItinerary | PlanParticipation;
}

/**
 * Returns for everybody who teaches or does something elsewhere beside the own post the notice, and the introduction to the
 * school where it is another one, in the order of the schools where it is done.
 */
export function lightLetters(request: LettersRequest): readonly Letter[] {
  const { instance, plan } = request;
  const persons = new Map(instance.persons.map((person) => [person.id, person]));
  const placeOf = placesInList(instance);
  return [...plan.itineraries, ...plan.participations]
    .flatMap((line): Beside[] => {
      const person = persons.get(line.person);
      return person === undefined ? [] : [{ person, line }];
    })
    .sort((a, b) => placeOf(a.line.to) - placeOf(b.line.to) || compareIds(a.person.id, b.person.id))
    .flatMap((beside) => [
      noticeOf(beside, request),
      ...(beside.line.to === beside.line.from ? [] : [introductionOf(beside, request)]),
    ]);
}

function noticeOf({ person, line }: Beside, request: LettersRequest): Letter {
  const { policy, wording } = request;
  const { names } = wording;
  const [own, form, done] = [names.school(line.from), names.form(line.form), doneOf(line, request)];
  const where =
    line.to === line.from ? text("", "") : text(`到${names.school(line.to)}`, ` at ${names.school(line.to)}`);
  const term = spanText(line.start, line.end);
  return {
    kind: "notice",
    person: person.id,
    title: text(`${form.zh}通知书`, `Notice: ${form.en}`),
    to: addressed(person),
    paragraphs: [
      text(
        `根据《${policy.name.zh}》，经研究，安排您在承担${own}本职工作的同时，${where.zh}${done.zh}。`,
        `Under "${policy.name.en}" it was decided: beside your post at ${own} you ${done.en}${where.en}.`,
      ),
      text(`${term.zh}，岗位和人事关系不变。`, `${term.en}; post and personnel relation stay as they are.`),
      objection(request),
    ],
  };
}

/** What is done: so many periods of a subject, or the form itself. */
function doneOf(line: PlanItinerary | PlanParticipation, { wording }: LettersRequest): Text {
  const form = wording.names.form(line.form);
  if (!("periods" in line)) return text(`参加${form.zh}`, `take part in ${form.en}`);
  const post = wording.names.post(line.post);
  return text(
    `兼授${post.zh}，每周 ${line.periods} 节（${form.zh}）`,
    `teach ${line.periods} periods of ${post.en} a week (${form.en})`,
  );
}

function introductionOf({ person, line }: Beside, request: LettersRequest): Letter {
  const { names } = request.wording;
  const [name, about, done] = [nameOf(person), aboutOf(person), doneOf(line, request)];
  const own = names.school(line.from);
  return {
    kind: "introduction",
    person: person.id,
    title: text("介绍信", "Letter of introduction"),
    to: text(`${names.school(line.to)}：`, `To ${names.school(line.to)}:`),
    paragraphs: [
      text(
        `兹介绍${own}${name}同志（${about.zh}）到你校${done.zh}，请予接洽，并妥善安排。`,
        `This introduces ${name} of ${own} (${about.en}), who comes to ${done.en}. Please receive and settle in.`,
      ),
      text(
        `${spanText(line.start, line.end).zh}，岗位和人事关系保留在原学校。`,
        `${spanText(line.start, line.end).en}; post and relation stay there.`,
      ),
    ],
  };
}
