import { addMonths } from "./calendar.ts";
import type { Text } from "./issue.ts";
import type { IssueCode } from "./issue-codes.ts";
import type { Person } from "./person.ts";
import type { Findings } from "./references.ts";

/** Nobody works for a county before this age, whatever the custom of the time. */
const YOUNGEST_AT_WORK_MONTHS = 12 * 12;
/** A term of service, an office or an exchange goes on for this many years at most after the plan. */
const LONGEST_AHEAD_YEARS = 12;
/** What passes within three years; anything later is a slip of the pen. */
const SHORT_STATUSES: readonly string[] = ["pregnancy", "maternityLeave", "lactation"];
const SHORT_AHEAD_YEARS = 3;
/** A card of disability may be for life. */
const LASTING_STATUSES: readonly string[] = ["disabilityCertified"];
const SLACK_MONTHS = 1;

/** A date of a person with what it is called. */
interface Dated {
  readonly path: readonly (string | number)[];
  readonly date: string | undefined;
  readonly what: Text;
}

/** Finds dates of a person that cannot be right: before birth or work, after the plan, or in the wrong order. */
export function checkDates(
  person: Person,
  at: { readonly index: number; readonly planYear: number },
  findings: Findings,
) {
  const check = new DateCheck(person, at, findings);
  check.pastDates();
  check.untilDates();
  check.order();
  check.statuses();
  check.years();
}

class DateCheck {
  readonly #person: Person;
  readonly #index: number;
  readonly #planYear: number;
  readonly #findings: Findings;

  constructor(person: Person, { index, planYear }: { index: number; planYear: number }, findings: Findings) {
    this.#person = person;
    this.#index = index;
    this.#planYear = planYear;
    this.#findings = findings;
  }

  /** What has begun lies between the working age and the year of the plan; an exchange may be agreed for the next. */
  pastDates(): void {
    const { birthDate } = this.#person;
    const workingAge = addMonths(birthDate, YOUNGEST_AT_WORK_MONTHS);
    for (const dated of this.#starts()) {
      const { date } = dated;
      const lastYear = this.#planYear + (dated.path[0] === "exchanges" ? 1 : 0);
      if (date === undefined) continue;
      if (date < birthDate) this.#report(dated, BEFORE_BIRTH);
      else if (date < workingAge) this.#report(dated, BEFORE_WORKING_AGE);
      else if (date > `${lastYear}-12-31`) this.#report(dated, AFTER_PLAN);
    }
  }

  #starts(): readonly Dated[] {
    const { hiredOn, tenureStart, titleSince, offices, exchanges } = this.#person;
    return [
      { path: ["titleSince"], date: titleSince, what: { zh: "任现职称日期", en: "the date of the present title" } },
      { path: ["hiredOn"], date: hiredOn, what: { zh: "参加工作日期", en: "the date of hire" } },
      { path: ["tenureStart"], date: tenureStart, what: { zh: "到现校日期", en: "the start at the school" } },
      ...offices.map(({ start }, k) => ({ path: ["offices", k, "start"], date: start, what: OFFICE_START })),
      ...exchanges.map(({ start }, k) => ({ path: ["exchanges", k, "start"], date: start, what: EXCHANGE_START })),
    ];
  }

  /** What ends one day lies after birth and not too far ahead. */
  untilDates(): void {
    for (const dated of this.#ends()) {
      if (dated.date === undefined) continue;
      if (dated.date < this.#person.birthDate) this.#report(dated, BEFORE_BIRTH);
      else if (dated.date > this.#ahead(LONGEST_AHEAD_YEARS)) this.#report(dated, FAR_AHEAD);
    }
  }

  #ends(): readonly Dated[] {
    const { probationUntil, serviceUntil, classCycleUntil, offices, exchanges } = this.#person;
    return [
      { path: ["probationUntil"], date: probationUntil, what: { zh: "试用期截止日期", en: "the end of probation" } },
      { path: ["serviceUntil"], date: serviceUntil, what: { zh: "服务期截止日期", en: "the end of service" } },
      {
        path: ["classCycleUntil"],
        date: classCycleUntil,
        what: { zh: "带班截止日期", en: "the end of the class cycle" },
      },
      ...offices.map(({ end }, k) => ({ path: ["offices", k, "end"], date: end, what: OFFICE_END })),
      ...exchanges.map(({ end }, k) => ({ path: ["exchanges", k, "end"], date: end, what: EXCHANGE_END })),
    ];
  }

  #ahead(years: number): string {
    return `${this.#planYear + years}-12-31`;
  }

  order(): void {
    const { hiredOn, tenureStart, offices, exchanges } = this.#person;
    if (hiredOn !== undefined && tenureStart !== undefined && addMonths(tenureStart, SLACK_MONTHS) < hiredOn) {
      const what = { zh: "到现校日期", en: "the start at the school" };
      this.#report({ path: ["tenureStart"], date: tenureStart, what }, BEFORE_HIRE);
    }
    offices.forEach((period, k) =>
      this.#period(period, { path: ["offices", k, "end"], date: period.end, what: OFFICE_END }),
    );
    exchanges.forEach((period, k) =>
      this.#period(period, { path: ["exchanges", k, "end"], date: period.end, what: EXCHANGE_END }),
    );
  }

  #period({ start, end }: { readonly start: string; readonly end?: string | undefined }, dated: Dated): void {
    if (end !== undefined && end < start) this.#report(dated, BEFORE_START);
  }

  /** A status that ends before it begins protects nobody, so it stops the work: a slip of the pen must not cost a right. */
  statuses(): void {
    this.#person.statuses.forEach(({ code, from, to }, k) => {
      const years = SHORT_STATUSES.includes(code) ? SHORT_AHEAD_YEARS : LONGEST_AHEAD_YEARS;
      const last = LASTING_STATUSES.includes(code) ? undefined : this.#ahead(years);
      this.#status(
        { path: ["statuses", k, "from"], date: from, what: STATUS_START },
        BEGAN_BEFORE_BIRTH,
        this.#ahead(1),
      );
      this.#status({ path: ["statuses", k, "to"], date: to, what: STATUS_END }, BEFORE_BIRTH, last);
      if (from !== undefined && to !== undefined && to < from && to >= this.#person.birthDate) {
        this.#report({ path: ["statuses", k, "to"], date: to, what: STATUS_END }, BEFORE_START);
      }
    });
  }

  #status(dated: Dated, tooEarly: Fault, last: string | undefined): void {
    const { date } = dated;
    if (date === undefined) return;
    if (date < this.#person.birthDate) this.#report(dated, tooEarly);
    else if (last !== undefined && date > last) this.#report(dated, FAR_AHEAD);
  }

  years(): void {
    const { recruitYear, evaluations } = this.#person;
    const birthYear = Number(this.#person.birthDate.slice(0, 4));
    const plausible = (year: number) => year > birthYear + 14 && year <= this.#planYear + 1;
    if (recruitYear !== undefined && !plausible(recruitYear)) {
      this.#report(
        { path: ["recruitYear"], date: "", what: { zh: "招聘年份", en: "the recruit year" } },
        NOT_PLAUSIBLE,
      );
    }
    evaluations.forEach(({ year }, k) => {
      if (plausible(year)) return;
      const what = { zh: "考核年度", en: "the year of an evaluation" };
      this.#report({ path: ["evaluations", k, "year"], date: "", what }, NOT_PLAUSIBLE);
    });
  }

  #report({ path, what }: Dated, fault: Fault): void {
    const { code, severity, text, advice } = fault;
    this.#findings.report({
      code,
      severity,
      path: ["persons", this.#index, ...path],
      message: {
        zh: `人员“${this.#person.id}”的${what.zh}${text.zh}`,
        en: `Person "${this.#person.id}": ${what.en} ${text.en}`,
      },
      advice,
    });
  }
}

const CORRECT: Text = { zh: "请核对年份和月份，改正后再读入", en: "Check year and month and correct them" };
/** What is only odd may be as it was. */
const CONFIRM: Text = {
  zh: "请核对年份和月份：有误的请改正，无误的不用改",
  en: "Check year and month: correct them if they are wrong, leave them if they are right",
};

const OFFICE_START: Text = { zh: "任职开始日期", en: "the start of an office" };
const OFFICE_END: Text = { zh: "任职结束日期", en: "the end of an office" };
const EXCHANGE_START: Text = { zh: "交流开始日期", en: "the start of an exchange" };
const EXCHANGE_END: Text = { zh: "交流结束日期", en: "the end of an exchange" };
const STATUS_START: Text = { zh: "状态开始日期", en: "the start of a status" };
const STATUS_END: Text = { zh: "状态结束日期", en: "the end of a status" };

interface Fault {
  readonly code: IssueCode;
  readonly severity: "error" | "warning";
  readonly text: Text;
  readonly advice: Text;
}

const BEFORE_BIRTH: Fault = {
  code: "dates-out-of-order",
  severity: "error",
  text: { zh: "早于出生日期", en: "lies before birth" },
  advice: CORRECT,
};
/** What began too early protects all the same. */
const BEGAN_BEFORE_BIRTH: Fault = { ...BEFORE_BIRTH, severity: "warning" };
const BEFORE_WORKING_AGE: Fault = {
  code: "implausible-date",
  severity: "warning",
  text: { zh: "过早，当时未到工作年龄", en: "is too early for anybody to work" },
  advice: CONFIRM,
};
const AFTER_PLAN: Fault = {
  code: "implausible-date",
  severity: "error",
  text: { zh: "晚于方案年度", en: "lies after the year of the plan" },
  advice: CORRECT,
};
const FAR_AHEAD: Fault = {
  code: "implausible-date",
  severity: "warning",
  text: { zh: "过远，可能写错了年份", en: "lies too far ahead; the year may be wrong" },
  advice: CONFIRM,
};
const BEFORE_START: Fault = {
  code: "dates-out-of-order",
  severity: "error",
  text: { zh: "早于开始日期", en: "lies before its start" },
  advice: CORRECT,
};
const BEFORE_HIRE: Fault = {
  code: "dates-out-of-order",
  severity: "warning",
  text: { zh: "早于参加工作日期", en: "lies before the date of hire" },
  advice: CONFIRM,
};
const NOT_PLAUSIBLE: Fault = {
  code: "implausible-date",
  severity: "warning",
  text: { zh: "不合理", en: "is not plausible" },
  advice: CORRECT,
};
