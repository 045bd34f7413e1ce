import type { Person, Text } from "@lungang/core";
import type { PlanMove, PlanReturn } from "@lungang/core/plan";
import { compareIds, dateText, placesInList } from "@lungang/core/plan";
import type { WhyPerson } from "@lungang/explain";
import { ownPlaceTexts, whyPersonParts } from "@lungang/explain";
import { text } from "../text.ts";
import { aboutOf, addressed, isLeader, nameOf, objection, spanText, withClauses } from "./address.ts";
import { dutyOf } from "./duty.ts";
import type { Letter, LettersRequest } from "./letter.ts";
import { lightLetters } from "./light-letters.ts";
import { officeTexts, officesOf } from "./office.ts";
import { ownFacts } from "./own-facts.ts";
import { stayLetters } from "./stay-letter.ts";

/** Where somebody goes, and for how long. */
interface Way {
  readonly person: Person;
  readonly why: WhyPerson;
  readonly from: string | null;
  readonly to: string;
  readonly post: string;
  readonly move: PlanMove | undefined;
  readonly settles: boolean;
}

/**
 * Returns for everybody who moves, comes back or stays for good at the host: the notice, the letter of introduction to the
 * school and the explanation, in the order of the schools entered; who stays for good needs no introduction. Behind them, for
 * everybody who teaches elsewhere beside the own post the notice and the introduction, and for everybody who was due or applied
 * and stays, why. Nobody else is named in them, and nothing of the lot.
 *
 * @public
 */
export function buildLetters(request: LettersRequest): readonly Letter[] {
  const ways = waysOf(request);
  const moving = ways.flatMap((way) => [
    noticeOf(way, request),
    ...(way.settles ? [] : [introductionOf(way, request)]),
    reasonsOf(way, request),
  ]);
  return [...moving, ...lightLetters(request), ...stayLetters(request)];
}

function waysOf({ instance, plan, people }: LettersRequest): readonly Way[] {
  const persons = new Map(instance.persons.map((person) => [person.id, person]));
  const reasons = new Map(people.map((why) => [why.person, why]));
  const wayOf = (line: PlanMove | PlanReturn): Way[] => {
    const [person, why] = [persons.get(line.person), reasons.get(line.person)];
    if (person === undefined || why === undefined) return [];
    const move = "form" in line ? line : undefined;
    const settles = "settles" in line && line.settles;
    return [{ person, why, from: line.from, to: line.to, post: line.post, move, settles }];
  };
  const placeOf = placesInList(instance);
  return [...plan.moves, ...plan.returns]
    .flatMap(wayOf)
    .sort((a, b) => placeOf(a.to) - placeOf(b.to) || compareIds(a.person.id, b.person.id));
}

function noticeOf(way: Way, request: LettersRequest): Letter {
  const { policy, wording } = request;
  const arranged = arrangement(way, request);
  return {
    kind: "notice",
    person: way.person.id,
    title: titleOf(way),
    to: addressed(way.person),
    paragraphs: [
      text(
        `根据《${policy.name.zh}》，经研究，${arranged.zh}`,
        `Under "${policy.name.en}" it was decided: ${arranged.en}`,
      ),
      ...termOf(way),
      ...officeChange(way, request),
      way.settles
        ? text("请按规定办理有关手续。", "Please have the papers made out.")
        : text(
            `请持介绍信按时到${wording.names.school(way.to)}报到。`,
            `Please report to ${wording.names.school(way.to)} with the letter of introduction.`,
          ),
      objection(request),
    ],
  };
}

/** Who has or gets an office is told who relieves and appoints; who comes back has nothing here that ends. */
function officeChange({ why, from, move }: Way, request: LettersRequest): readonly Text[] {
  if (move === undefined || from === null) return [];
  return officeTexts({ ...officesOf(why, request), returns: !move.relationMoves && move.end !== null });
}

function titleOf(way: Way): Text {
  if (isPlacedFirst(way)) return text("新教师分配通知书", "Notice of placement");
  return text(`${isLeader(way.person) ? "校长" : "教师"}交流轮岗通知书`, "Notice of rotation");
}

/** What is arranged, in a sentence. */
function arrangement({ from, to, post, move, settles }: Way, request: LettersRequest): Text {
  const { names } = request.wording;
  const [old, school, duty] = [names.school(from), names.school(to), dutyOf(post, request)];
  if (settles)
    return text(`您在${school}交流期满，经批准留在该校${duty.zh}。`, `you stay for good at ${school}, ${duty.en}.`);
  if (move === undefined)
    return text(
      `您在${old}交流期满，请自${dateText(startOf(request)).zh}起返回${school}，${duty.zh}。`,
      `your exchange at ${old} has ended; you go back to ${school}, ${duty.en}, from ${startOf(request)}.`,
    );
  const form = names.form(move.form);
  if (from === null) return text(`安排您到${school}${duty.zh}。`, `you are placed at ${school}, ${duty.en}.`);
  return text(
    `安排您由${old}到${school}${duty.zh}（${form.zh}）。`,
    `you go from ${old} to ${school}, ${duty.en} (${form.en}).`,
  );
}

/** First day of the exchanges of the year, on which those of before are back. */
function startOf({ instance, policy }: LettersRequest): string {
  return `${instance.planYear}-${policy.calendar.start}`;
}

/** For how long, and what becomes of the relation, told to the person or to the school entered; nothing for who comes back. */
function termOf({ move }: Way, host = text("接收学校", "the school")): readonly Text[] {
  if (move === undefined) return [];
  const { start, end, relationMoves } = move;
  const relation = relationMoves
    ? text(`人事关系转入${host.zh}`, `the personnel relation moves to ${host.en}`)
    : text("人事关系保留在原学校", "the personnel relation stays with the present school");
  const until = end === null ? text(`自${dateText(start).zh}起`, `From ${start}`) : spanText(start, end);
  return [text(`${until.zh}，${relation.zh}。`, `${until.en}; ${relation.en}.`)];
}

function introductionOf(way: Way, request: LettersRequest): Letter {
  const { person, from, to, post, move } = way;
  const { names } = request.wording;
  const back = text(
    `该同志在${names.school(from)}交流期满，自${dateText(startOf(request)).zh}起返回你校。`,
    `The exchange at ${names.school(from)} has ended; the return is from ${startOf(request)}.`,
  );
  const name = nameOf(person);
  const about = aboutOf(person);
  const duty = dutyOf(post, request);
  return {
    kind: "introduction",
    person: person.id,
    title: text("介绍信", "Letter of introduction"),
    to: text(`${names.school(to)}：`, `To ${names.school(to)}:`),
    paragraphs: [
      text(
        `兹介绍${name}同志（${about.zh}）到你校${duty.zh}，请予接洽，并妥善安排工作和生活。`,
        `This introduces ${name} (${about.en}), who comes to you ${duty.en}. Please receive and settle in.`,
      ),
      ...(move === undefined ? [back] : termOf(way, text("你校", "your school"))),
    ],
  };
}

function reasonsOf(way: Way, request: LettersRequest): Letter {
  const { person, why, to } = way;
  const { wording, policy } = request;
  const { figures, reasons, posts } = whyPersonParts(withClauses(why), wording);
  const isRecruit = isPlacedFirst(way);
  const arranged = arrivalText(way, wording.names.school(to));
  return {
    kind: "reasons",
    person: person.id,
    title: text(`${isRecruit ? "岗位" : "交流"}安排说明（本人）`, "Why you were placed so"),
    to: addressed(person),
    paragraphs: [
      text(
        `现将您${arranged.zh}的安排说明如下。依据为《${policy.name.zh}》。`,
        `This is why you ${arranged.en}, under "${policy.name.en}".`,
      ),
      // Years and age decide nothing about who starts or whose exchange ends.
      ...(isRecruit || way.move === undefined ? [] : figures),
      ...(reasons.length === 0 && isRecruit ? [RECRUITED] : reasons),
      ...posts,
      ...ownFacts(way, request),
      ...ownPlaceTexts(why, wording),
      objection(request),
    ],
  };
}

/** A recruit is placed and does not rotate. */
function isPlacedFirst({ from, move }: Way): boolean {
  return from === null && move !== undefined;
}

function arrivalText({ move, settles }: Way, school: string): Text {
  if (settles) return text(`留在${school}`, `stay at ${school}`);
  return move === undefined ? text(`返回${school}`, `go back to ${school}`) : text(`到${school}`, `go to ${school}`);
}

const RECRUITED = text(
  "依据：您是新招聘教师，由主管部门按岗位需要和政策规定统一安排。",
  "Reason: recruits are placed by the bureau, as posts need them and the policy says.",
);
