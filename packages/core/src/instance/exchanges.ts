import type { IssueCode } from "./issue-codes.ts";
import type { Instance } from "./instance.ts";
import type { ExchangeRecord, Person } from "./person.ts";
import { Findings } from "./references.ts";

/** Forms in which a person stays at the home school. */
const STAYS_HOME = ["walk", "partTime", "shadow", "collaborate", "teamResearch", "masterLead", "network", "flexible"];
/** After these somebody is where the relation is for good: nobody promised a term. */
const FOR_GOOD = ["recruit", "return", "settle", "internal"];
const NOT_AWAY: ReadonlySet<string> = new Set([...STAYS_HOME, ...FOR_GOOD, "transfer", "competition"]);
const WITHOUT_TERM: ReadonlySet<string> = new Set([...STAYS_HOME, ...FOR_GOOD]);
const PLAN_START = "09-01";
/** Exchanges that begin in the school year of the plan are agreed and not planned over. */
const LAST_START = "07-31";
/** A person who is still at the host this long after the end has probably stayed, or the record is old. */
const LONG_AGO_YEARS = 1;

/**
 * Returns whether an exchange of a form holds somebody at the school entered until its last day, wherever the relation is.
 *
 * @public
 */
export function hasTerm({ form }: Pick<ExchangeRecord, "form">): boolean {
  return !WITHOUT_TERM.has(form);
}

/** An instance in which everybody is where the records say, with what was concluded or contradicts itself. */
export interface SettledInstance {
  readonly instance: Instance;
  readonly findings: Findings;
}

/**
 * Takes over from exchange records where people are: whose exchange is running works at its host, and whose host lies
 * outside the county is in no post of it. What records and the school worked at do not agree about is an issue.
 */
export function settleExchanges(instance: Instance): SettledInstance {
  const findings = new Findings();
  const schools = new Map(instance.schools.map(({ id, name }) => [id, name] as const));
  const persons = instance.persons.map((person, index) => {
    const known = { person, index, schools, planYear: instance.planYear, findings };
    return new Exchanges(known).settled();
  });
  const changed = persons.some((person, index) => person !== instance.persons[index]);
  return { instance: changed ? { ...instance, persons } : instance, findings };
}

interface KnownIds {
  readonly person: Person;
  readonly index: number;
  /** Names of schools by id. */
  readonly schools: ReadonlyMap<string, string>;
  readonly planYear: number;
  readonly findings: Findings;
}

type Placed = ExchangeRecord & { readonly at: number };

class Exchanges {
  readonly #known: KnownIds;
  readonly #person: Person;
  readonly #away: readonly Placed[];
  readonly #running: readonly Placed[];

  constructor(known: KnownIds) {
    this.#known = known;
    this.#person = known.person;
    const { homeSchool, exchanges } = known.person;
    const records = exchanges.map((record, at) => ({ ...record, at }));
    this.#away = records.filter(({ form }) => !NOT_AWAY.has(form));
    const { planYear } = known;
    this.#running = this.#away.filter(
      ({ start, end, to }) =>
        end >= `${planYear}-${PLAN_START}` &&
        start <= `${planYear + 1}-${LAST_START}` &&
        to !== homeSchool &&
        start <= end,
    );
  }

  settled(): Person {
    this.#checkRecords();
    const { currentSchool, homeSchool, inPost } = this.#person;
    const [running] = this.#running;
    if (running === undefined) {
      this.#checkEnded();
      return this.#person;
    }
    if (this.#running.length > 1 || homeSchool === undefined) return this.#person;
    const isOutside = !this.#known.schools.has(running.to);
    if (currentSchool !== undefined && currentSchool !== running.to) {
      this.#contradicts(running);
      return this.#person;
    }
    if (isOutside) return inPost ? this.#outside(running) : this.#person;
    return currentSchool === running.to ? this.#person : this.#atHost(running);
  }

  #atHost(record: Placed): Person {
    this.#report(["exchanges", record.at], {
      code: "away-by-record",
      severity: "warning",
      zh: "正在交流期内而未填现任教学校，已按交流学校处理，本年度不再安排",
      en: "is on an exchange that runs and has no current school: taken to be at the host, and not planned",
      advice: ADVICE.confirm,
    });
    return { ...this.#person, currentSchool: record.to };
  }

  /** A host outside the county has no school here: the person fills no post and is not planned. */
  #outside(record: Placed): Person {
    this.#report(["exchanges", record.at], {
      code: "away-outside-county",
      severity: "warning",
      zh: "正在县外交流，已按不在岗处理，本年度不再安排",
      en: "is on an exchange outside the county: taken to fill no post, and not planned",
      advice: ADVICE.confirm,
    });
    const { currentSchool: _host, ...rest } = this.#person;
    return { ...rest, inPost: false };
  }

  #contradicts(record: Placed): void {
    const host = this.#known.schools.get(record.to) ?? record.to;
    this.#report(["currentSchool"], {
      code: "exchange-elsewhere",
      severity: "error",
      zh: `的现任教学校与正在进行的交流不一致（交流学校为“${host}”）`,
      en: `works at a school that is not the host of the running exchange ("${host}")`,
      advice: {
        zh: "请改正现任教学校；交流已提前结束的，请改正结束日期",
        en: "Correct the current school, or the end of an exchange that has ended early",
      },
    });
  }

  /** Nothing runs: whoever is away all the same has come to the end of an exchange, or has no record. */
  #checkEnded(): void {
    const { currentSchool, homeSchool } = this.#person;
    if (currentSchool === undefined || homeSchool === undefined || currentSchool === homeSchool) return;
    const last = this.#away
      .filter(({ to }) => to === currentSchool)
      .map(({ end }) => end)
      .sort()
      .at(-1);
    if (last === undefined) {
      this.#report(["currentSchool"], {
        code: "away-without-record",
        severity: "warning",
        zh: "不在人事关系学校任教，却没有对应的交流经历，已按交流期内处理，本年度不安排",
        en: "works away from the home school without an exchange record: taken to be on an exchange, and not planned",
        advice: { zh: "请在“交流经历”表补上起止日期", en: "Add the exchange with its start and end" },
      });
    } else if (last < `${this.#known.planYear - LONG_AGO_YEARS}-12-31`) {
      this.#report(["currentSchool"], {
        code: "exchange-long-ended",
        severity: "warning",
        zh: "的交流期满已久，仍在交流学校任教，已按期满返回处理",
        en: "is still at the host long after the end of the exchange: taken to return now",
        advice: {
          zh: "已返回的请清空现任教学校；延长的请改正结束日期；留任的请改人事关系学校",
          en: "Empty the current school of who is back; correct the end, or the home school of who has stayed",
        },
      });
    }
  }

  #checkRecords(): void {
    for (const { from, to, at } of this.#away) {
      if (from !== to) continue;
      this.#report(["exchanges", at, "to"], {
        code: "exchange-nowhere",
        severity: "error",
        zh: "的一条交流经历中原学校和交流学校相同",
        en: "has an exchange from a school to itself",
        advice: { zh: "请改正原学校或交流学校", en: "Correct one of the two schools" },
      });
    }
    const ordered = [...this.#away].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.at - b.at));
    ordered.forEach((record, k) => {
      const next = ordered[k + 1];
      if (next !== undefined && next.start < record.end) this.#overlap(record, next);
    });
  }

  #overlap(one: Placed, other: Placed): void {
    const same = one.start === other.start && one.end === other.end && one.to === other.to;
    const matters = this.#running.includes(one) && this.#running.includes(other);
    this.#report(["exchanges", Math.max(one.at, other.at)], {
      code: same ? "record-twice" : "exchanges-overlap",
      severity: matters ? "error" : "warning",
      zh: same ? "的同一条交流经历写了两次" : "的两条交流经历时间重叠",
      en: same ? "has the same exchange twice" : "has two exchanges that overlap",
      advice: same
        ? { zh: "请删去一条", en: "Delete one of them" }
        : { zh: "请改正起止日期，同一时间只能在一所学校交流", en: "Correct the dates: one exchange at a time" },
    });
  }

  #report(path: readonly (string | number)[], { code, severity, zh, en, advice }: Said): void {
    const { index, findings } = this.#known;
    const { id } = this.#person;
    const message = { zh: `人员“${id}”${zh}`, en: `Person "${id}" ${en}` };
    findings.report({ code, severity, path: ["persons", index, ...path], message, advice });
  }
}

interface Said {
  readonly code: IssueCode;
  readonly severity: "error" | "warning";
  readonly zh: string;
  readonly en: string;
  readonly advice: { readonly zh: string; readonly en: string };
}

const ADVICE = {
  confirm: {
    zh: "请在“人员”表填写现任教学校确认；交流已结束的请改正结束日期",
    en: "Confirm by giving the current school, or correct the end of the exchange",
  },
};
