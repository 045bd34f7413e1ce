import type { Issue } from "@lungang/core";
import { addDays } from "@lungang/core";
import { dateText } from "@lungang/core/plan";
import { contractDays, contractEnd } from "@lungang/procedure";
import type { AppointmentRows } from "@lungang/tabular";

type PersonRow = AppointmentRows["people"][number];

/** People with what their contracts say of the own post. */
export interface PeopleUnderContract {
  readonly people: readonly PersonRow[];
  readonly issues: readonly Issue[];
}

/**
 * Says of who holds a post under a contract whether it is kept: one that runs or was renewed is, one that ended with a move
 * is left (XR-06). What the row itself says of the own post goes before.
 */
export function underContract({ people, settings }: AppointmentRows): PeopleUnderContract {
  const read = people.map((person, at) => ofPerson(person, at, settings.contractStart));
  return { people: read.map(({ person }) => person), issues: read.flatMap(({ issues }) => issues) };
}

interface UnderContract {
  readonly person: PersonRow;
  readonly issues: readonly Issue[];
}

function ofPerson(person: PersonRow, at: number, start: string | undefined): UnderContract {
  const { contractEnd: to, atEnd } = person;
  if (to === undefined) return { person, issues: atEnd === undefined ? [] : [endMissing(person, at)] };
  if (start === undefined) return { person, issues: [startMissing(person, at)] };
  const end = contractEnd({ to, atEnd }, start);
  if (end === "undecided") return { person, issues: [undecided(person, at, to)] };
  const issues = end === "runs" ? ofRunning(person, at, start) : ofRenewed(person, at, { start, end });
  if (person.ownPostIs !== undefined || person.ownPost === undefined) return { person, issues };
  return { person: { ...person, ownPostIs: end === "moves" ? "leaves" : "keeps" }, issues };
}

/** What a contract that runs says too early, or leaves open within the year. */
function ofRunning(person: PersonRow, at: number, start: string): readonly Issue[] {
  const to = person.contractEnd ?? "";
  if (person.atEnd !== undefined) return [notEnded(person, at, to)];
  return to < contractDays(start, MONTHS_A_YEAR).to ? [endsWithin(person, at, to)] : [];
}

const MONTHS_A_YEAR = 12;

/** Days between a contract that ended and the one that takes its place. */
function ofRenewed(person: PersonRow, at: number, { start, end }: { start: string; end: string }): readonly Issue[] {
  const next = addDays(person.contractEnd ?? start, 1);
  return end === "renewed" && next < start ? [gap(person, at, { from: next, to: addDays(start, -1) })] : [];
}

function endsWithin({ id }: PersonRow, at: number, to: string): Issue {
  const { zh, en } = dateText(to);
  return {
    code: "contract-ends-within-year",
    severity: "warning",
    path: ["people", at, "contractEnd"],
    received: to,
    message: {
      zh: `“${id}”的聘约在本轮聘任的一年之内、${zh}期满，此前保留原岗位，期满后由谁任职未定`,
      en: `The contract of "${id}" ends on ${en}, within a year of the new appointments: the post is kept until then and open afterwards`,
    },
    advice: { zh: "请在期满前决定续聘或交流", en: "Decide before that day whether it is renewed or ends with a move" },
  };
}

function gap({ id }: PersonRow, at: number, { from, to }: { from: string; to: string }): Issue {
  const [first, last] = [dateText(from), dateText(to)];
  return {
    code: "contract-gap",
    severity: "warning",
    path: ["people", at, "contractEnd"],
    received: from,
    message: {
      zh: `“${id}”续聘，${first.zh}至${last.zh}没有聘约`,
      en: `The contract of "${id}" is renewed; from ${first.en} to ${last.en} there is none`,
    },
    advice: { zh: "请核对聘期止，或补签这段时间的聘约", en: "Check the end of the contract, or cover these days" },
  };
}

function undecided({ id }: PersonRow, at: number, to: string): Issue {
  return {
    code: "contract-undecided",
    severity: "error",
    path: ["people", at, "atEnd"],
    expected: { zh: "续聘、交流", en: "renewed, moves" },
    message: {
      zh: `“${id}”的聘约${dateText(to).zh}期满，没有写明续聘还是交流`,
      en: `The contract of "${id}" ended on ${dateText(to).en}, and nothing says whether it is renewed or ends with a move`,
    },
    advice: { zh: "请填写期满去向", en: "Say what follows the contract" },
  };
}

function notEnded({ id, atEnd }: PersonRow, at: number, to: string): Issue {
  return {
    code: "contract-runs",
    severity: "error",
    path: ["people", at, "atEnd"],
    received: atEnd === "renew" ? "续聘" : "交流",
    message: {
      zh: `“${id}”的聘约到${dateText(to).zh}才期满，不能填期满去向`,
      en: `The contract of "${id}" runs until ${dateText(to).en}: nothing follows it yet`,
    },
    advice: { zh: "请清空期满去向，或核对聘期止", en: "Leave it empty, or check the end of the contract" },
  };
}

function startMissing({ contractEnd: to }: PersonRow, at: number): Issue {
  return {
    code: "contract-start-missing",
    severity: "error",
    path: ["people", at, "contractEnd"],
    received: to ?? "",
    message: {
      zh: "填了聘期止，“参数”表却没有聘期起始日，看不出是否期满",
      en: "A contract has its end, and the settings have no first day of the appointments to compare it with",
    },
    advice: { zh: "请在“参数”表填写聘期起始日", en: "Give the first day in the settings" },
  };
}

function endMissing({ id }: PersonRow, at: number): Issue {
  return {
    code: "contract-end-missing",
    severity: "error",
    path: ["people", at, "contractEnd"],
    message: {
      zh: `“${id}”填了期满去向，没有填聘期止`,
      en: `"${id}" has what follows the contract and not its end`,
    },
    advice: { zh: "请填写聘期止", en: "Give the end of the contract" },
  };
}
