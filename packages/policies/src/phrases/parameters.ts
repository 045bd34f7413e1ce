import { codes } from "@lungang/core";
import type { Parameter } from "@lungang/core/policy";
import type { PolicyText } from "../document.ts";
import { text } from "../document.ts";

/** Parameters by name, as a policy lists them. */
export type Parameters = Readonly<Record<string, Parameter>>;

/** Returns a whole number that the source gives. */
export function integer(value: number, source: string, words: PolicyText): Parameter {
  return { type: "integer", default: value, source, text: words };
}

/** Returns a share that the source gives. */
export function share(value: string, source: string, words: PolicyText): Parameter {
  return { type: "share", default: value, source, text: words };
}

/** Returns a switch. */
export function choice(value: boolean, source: string, words: PolicyText): Parameter {
  return { type: "boolean", default: value, source, text: words };
}

/** Returns a list of codes out of those that are known. */
export function list(
  value: readonly string[],
  { source, choices }: { readonly source: string; readonly choices: readonly string[] },
  words: PolicyText,
): Parameter {
  return { type: "list", default: [...value], choices: [...choices], source, text: words };
}

/** What is asked where the source hides a value. */
export interface Question {
  readonly text: PolicyText;
  readonly question: PolicyText;
  readonly example: string;
  readonly choices?: readonly string[];
}

/** Returns a value that the source hides: it has to be given. */
export function masked(type: Parameter["type"], source: string, { choices, ...asked }: Question): Parameter {
  return { type, source, ...asked, ...(choices === undefined ? {} : { choices: [...choices] }) };
}

/** Returns the years in which everybody who is due goes, in batches. */
export function batchParameter(source: string): Parameters {
  return {
    batchYears: integer(
      6,
      source,
      text(
        "分批几年内全部交流（原文未写，临近年龄上限的先走）",
        "years in which all who are due go (not in the source)",
      ),
    ),
  };
}

/** Returns an amount of money that the source hides. */
export function yuan(source: string, asked: Question): Parameter {
  return masked("integer", source, asked);
}

/** Returns the days from which a policy counts; where it names none they are the ones that most plans use. */
export function calendarParameters(sources: { readonly cutoff?: string; readonly start?: string } = {}): Parameters {
  const { cutoff = "DM-03", start = "HL-04" } = sources;
  return {
    cutoff: {
      type: "monthDay",
      default: "08-31",
      source: cutoff,
      text: text("年龄与年限的计算截止日", "day on which ages and years are measured"),
    },
    start: {
      type: "monthDay",
      default: "09-01",
      source: start,
      text: text("交流开始日（新学年开学）", "first day of the exchange (start of the school year)"),
    },
  };
}

/** Returns the limits of the search for posts. */
export function candidateParameters(): Parameters {
  return {
    candidateLimit: integer(
      10,
      "GP-02",
      text("每人最多考虑多少个最近的岗位", "nearest posts considered for each person"),
    ),
    radiusKm: {
      type: "distance",
      default: 100,
      source: "GP-02",
      text: text("考虑岗位的半径（公里）", "radius in which posts are considered, in kilometres"),
    },
  };
}

/** Returns age limits of men and women and whether they include the limit itself. */
export function ageParameters(source: string, { male, female }: { male: number; female: number }): Parameters {
  return {
    ageMale: integer(male, source, text("男性年龄上限（周岁）", "age limit of men in completed years")),
    ageFemale: integer(female, source, text("女性年龄上限（周岁）", "age limit of women in completed years")),
    ageInclusive: choice(
      true,
      source,
      text("“以下”是否含本数（民法典第1259条：含）", "whether the age limit itself is included"),
    ),
  };
}

/** Returns whether years start anew after an exchange that ended. */
export function tenureParameter(source: string): Parameters {
  return {
    exchangeBreaksTenure: choice(
      true,
      source,
      text("外出交流期满返回后，连续任教年限是否重新计算", "whether years count anew after an exchange that ended"),
    ),
  };
}

/** Returns the working days of publicity where a text wants it and names no number (YY-11 names five). */
export function publicityParameter(source: string): Parameters {
  return {
    publicityDays: integer(
      5,
      source,
      text(
        "公示工作日天数（原文未写，采用通行的五个工作日）",
        "working days of publicity (no number in the source: the common five)",
      ),
    ),
  };
}

/** Returns the limits of itinerant teaching, which the texts that name it leave open. */
export function itinerantParameters(source: string): Parameters {
  return {
    itinerantPlaces: integer(
      2,
      source,
      text(
        "走教、兼课每人最多到几所其他学校（原文未写）",
        "other schools that a person teaches at, at most (not in the source)",
      ),
    ),
    itinerantKm: {
      type: "distance",
      default: 15,
      source,
      text: text(
        "走教、兼课的单程最远路程（公里；原文未写）",
        "longest way to another school, in kilometres (not in the source)",
      ),
    },
  };
}

/** Returns the number of moves of the year, which texts without a share leave to the authority. */
export function yearlyMovesParameter(source: string): Parameters {
  return {
    yearlyMoves: masked("integer", source, {
      text: text("本年度计划交流人数（原文没有数字）", "moves planned this year (the source names no number)"),
      question: text(
        "本年度计划安排多少人交流（自愿者和新教师另计）？",
        "How many people are planned to move this year, volunteers and recruits apart?",
      ),
      example: "20",
    }),
  };
}

/** Returns the length of an exchange that the source does not tell. */
export function maskedTerm(source: string): Parameter {
  return masked("integer", source, {
    text: text("每次交流期限（月；原文未写明）", "length of an exchange in months (not told by the source)"),
    question: text("一次交流至少多少个月？", "How many months does an exchange last at least?"),
    example: "36",
  });
}

/** Returns the stages whose schools take part. */
export function stagesParameter(stages: readonly string[], source: string): Parameters {
  return {
    stages: list(stages, { source, choices: codes.STAGES }, text("纳入交流的学段", "stages whose schools take part")),
  };
}

/** Returns the group of schools inside which people exchange. */
export function scopeParameter(scope: string, source: string): Parameters {
  return {
    exchangeScope: {
      type: "text",
      default: scope,
      choices: ["county", "alliance", "zone", "township"],
      source,
      text: text("交流范围", "within which group of schools people exchange"),
    },
  };
}

const ALL_BACKBONE = [
  "specialGrade",
  "teachingExpert",
  "subjectLeader",
  "famousTeacher",
  "backboneNational",
  "backboneProvince",
  "backboneCity",
  "backboneCounty",
];

/** Returns the honours that make a backbone teacher. */
export function backboneParameter(source: string, honours: readonly string[] = ALL_BACKBONE): Parameters {
  return {
    backboneHonours: list(
      honours,
      { source, choices: codes.HONOURS },
      text("哪些称号算骨干教师（取并集，一人只计一次）", "honours that count as backbone (union, one person once)"),
    ),
  };
}

/** Returns the cases in which nobody has to go this year. */
export function exemptionParameter(source: string, cases: readonly string[]): Parameters {
  return {
    exemptions: list(
      cases,
      { source, choices: codes.STATUS_CODES },
      text("当年可不参加交流的情形（须经批准）", "cases exempt in that year, with approval"),
    ),
  };
}
