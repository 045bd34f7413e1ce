import type { Issue } from "@lungang/core";
import { contractEnd } from "@lungang/procedure";
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
  const issues = end === "runs" && atEnd !== undefined ? [notEnded(person, at, to)] : [];
  if (person.ownPostIs !== undefined || person.ownPost === undefined) return { person, issues };
  return { person: { ...person, ownPostIs: end === "moves" ? "leaves" : "keeps" }, issues };
}

function undecided({ id }: PersonRow, at: number, to: string): Issue {
  return {
    code: "contract-undecided",
    severity: "error",
    path: ["people", at, "atEnd"],
    expected: { zh: "续聘、交流", en: "renewed, moves" },
    message: {
      zh: `“${id}”的聘约 ${to} 期满，没有写明续聘还是交流`,
      en: `The contract of "${id}" ended on ${to}, and nothing says whether it is renewed or ends with a move`,
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
      zh: `“${id}”的聘约到 ${to} 才期满，不能填期满去向`,
      en: `The contract of "${id}" runs until ${to}: nothing follows it yet`,
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
