import type { IsoDate, Issue } from "@lungang/core";
import { addDays } from "@lungang/core";
import { dateText } from "@lungang/core/plan";
import type { PublicitySchedule } from "../publicity/publicity.ts";
import type { NameOf } from "../states/plan-changes.ts";
import type { ObjectionRecord } from "./record.ts";

/** Days within which something may be raised. */
export interface Days {
  readonly first: IsoDate;
  /** Absent where there is no end. */
  readonly last?: IsoDate | undefined;
}

/** A step is before the one before it. */
export function tooEarly(on: IsoDate, earliest: IsoDate): Issue {
  return {
    code: "procedure-date",
    severity: "error",
    received: on,
    expected: earliest,
    message: {
      zh: `日期${dateText(on).zh}早于上一步的日期${dateText(earliest).zh}`,
      en: `The day ${on} is before that of the step before it, ${earliest}`,
    },
    advice: { zh: "请核对日期", en: "Check the day" },
  };
}

/** An objection or appeal is not within the days for it. */
export function outOfPublicity(on: IsoDate, { first: from, last }: Days): Issue {
  const to = last ?? "";
  return {
    code: "procedure-date",
    severity: "error",
    received: on,
    expected: last === undefined ? from : `${from} - ${to}`,
    message:
      last === undefined
        ? {
            zh: `申诉日期${dateText(on).zh}早于定稿日期${dateText(from).zh}`,
            en: `The appeal of ${on} is before the plan was final on ${from}`,
          }
        : {
            zh: `异议日期${dateText(on).zh}不在公示期（${dateText(from).zh}至${dateText(to).zh}）内`,
            en: `The objection of ${on} is not within publicity, ${from} to ${to}`,
          },
    advice: {
      zh: "公示期内提出的是异议，定稿后提出的是申诉（--appeal）",
      en: "An objection is raised within publicity; after the plan is final it is an appeal (--appeal)",
    },
  };
}

/** A decision is about nobody who objected. */
export function nothingOpen(person: string, nameOf: NameOf): Issue {
  return {
    code: "no-open-objection",
    severity: "error",
    message: {
      zh: `没有关于“${nameOf(person)}”的待处理异议或申诉`,
      en: `No objection or appeal about "${nameOf(person)}" is open`,
    },
    advice: { zh: "请核对人员，或先登记异议", en: "Check the person, or record the objection first" },
  };
}

/** A plan is to be final while nobody has decided what was raised against it. */
export function objectionsOpen(open: readonly ObjectionRecord[], nameOf: NameOf): Issue {
  const zh = open.map(({ person, on }) => `“${nameOf(person)}”（${dateText(on).zh}提出）`).join("、");
  const en = open.map(({ person, on }) => `"${nameOf(person)}" (of ${on})`).join(", ");
  return {
    code: "transition-refused",
    severity: "error",
    message: {
      zh: `尚有 ${open.length} 件异议没有复核，不能定稿，涉及：${zh}`,
      en: `Cannot finalise: ${open.length} ${open.length === 1 ? "objection is" : "objections are"} not decided, about ${en}`,
    },
    advice: {
      zh: "请逐人记入复核结果（与登记异议同一命令）：用 --person 写明人员，--decide 写明成立或不成立，--on 写明复核日期；都不成立的可以定稿，有成立的修改后重新公示",
      en: "Decide them by person: lungang procedure object with --person, --decide upheld or dismissed, and the day as --on; with all dismissed the plan may be final, else change it and publish it again",
    },
  };
}

/** The plan is not the one that was public. */
export function otherPlan(received: string, expected: string): Issue {
  return {
    code: "other-plan",
    severity: "error",
    received,
    expected,
    message: {
      zh: "方案与公示的不是同一份（去向相同，其他数字有变）",
      en: "The plan is not the one that was public: the same people go to the same places, other figures differ",
    },
    advice: {
      zh: "请用公示的那份方案定稿，或撤回后重新公示",
      en: "Finalise the plan that was public, or withdraw and publish again",
    },
  };
}

/** An objection stands in the record already and is not decided. */
export function recordedTwice({ person, on }: ObjectionRecord, nameOf: NameOf): Issue {
  return {
    code: "objection-recorded-twice",
    severity: "error",
    message: {
      zh: `关于“${nameOf(person)}”的这件异议或申诉（${dateText(on).zh}）已经登记，尚待复核`,
      en: `This objection or appeal about "${nameOf(person)}" of ${on} is recorded already and not decided yet`,
    },
    advice: {
      zh: "另有他人提出的，请用 --by 写明提出人；事由不同的，请写明事由",
      en: "If somebody else raised it, name them with --by; if the reason is another one, give it",
    },
  };
}

/** Nobody can review what nobody has given a reason for. */
export function withoutReason(): Issue {
  return {
    code: "objection-without-reason",
    severity: "warning",
    message: { zh: "没有写明事由，复核时无从对照", en: "No reason is given: the review has nothing to go by" },
    advice: {
      zh: "请用 --reason 写明，或在程序记录的“事由”列补填",
      en: "Give it with --reason, or fill it into the workbook of the procedure",
    },
  };
}

/** An objection was upheld and the person's line is the one that was public. */
export function upheldForNothing(person: string, nameOf: NameOf): Issue {
  return {
    code: "upheld-without-change",
    severity: "warning",
    message: {
      zh: `“${nameOf(person)}”的异议或申诉成立，但其安排与上次公示的相同`,
      en: `The objection or appeal of "${nameOf(person)}" was upheld, but the line is the one that was public`,
    },
    advice: {
      zh: "请核对公示的是否为改后的方案",
      en: "Check whether this is the plan that was changed",
    },
  };
}

/** A plan is made final on the last day of publicity, on which anybody may still object. */
export function lastDayRuns(on: IsoDate): Issue {
  const next = addDays(on, 1);
  return {
    code: "publicity-last-day",
    severity: "warning",
    received: on,
    expected: next,
    message: {
      zh: `${dateText(on).zh}是公示期最后一天，当天还可能有人提出异议，定稿以后只能按申诉办理`,
      en: `${on} is the last day of publicity: an objection may still come, and would be an appeal once the plan is final`,
    },
    advice: {
      zh: `请在当天公示结束、确无异议后办理；稳妥的是自${dateText(next).zh}起定稿`,
      en: `Do it when the day is over and nobody has objected; from ${next} on nothing can come in between`,
    },
  };
}

/** Longer before the start no list is published. */
const DAYS_BEFORE = 366;

/** A publicity that ends after exchanges have begun, or is a year before them: mostly a slip in the year. */
export function farFromStart({ start, end }: PublicitySchedule, begins: IsoDate | undefined): readonly Issue[] {
  if (begins === undefined || (end < begins && addDays(start, DAYS_BEFORE) >= begins)) return [];
  const late = end >= begins;
  return [
    {
      code: "publicity-far-from-start",
      severity: "warning",
      received: late ? end : start,
      expected: begins,
      message: late
        ? {
            zh: `公示到${dateText(end).zh}才满，交流自${dateText(begins).zh}已经开始`,
            en: `Publicity runs until ${end}, exchanges begin on ${begins}`,
          }
        : {
            zh: `公示自${dateText(start).zh}起，比交流开始的${dateText(begins).zh}早一年以上`,
            en: `Publicity begins on ${start}, more than a year before exchanges begin on ${begins}`,
          },
      advice: { zh: "请核对办理日期的年份", en: "Check the year of the day that was given" },
    },
  ];
}
