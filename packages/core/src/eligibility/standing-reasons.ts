import { addDays } from "../instance/calendar.ts";
import { dateText } from "../instance/date-text.ts";
import type { Text } from "../instance/issue.ts";
import type { Person } from "../instance/person.ts";
import { words } from "../instance/vocabulary.ts";
import { emptySubject } from "../policy/attributes.ts";
import { conditionText } from "../policy/condition-text.ts";
import {
  ageAtCutoff,
  currentExchange,
  lastDayAway,
  leftHome,
  termAtHome,
  yearsAsLeader,
  yearsAtSchool,
  yearsInOffice,
} from "../policy/facts.ts";
import { attributesOf } from "../policy/policy-attributes.ts";
import type { DueGroup } from "../policy/policy.ts";
import type { Test } from "../policy/predicate.ts";
import { compilePredicate } from "../policy/predicate.ts";
import type { Decision, Reason, ReasonCode } from "./decision.ts";
import type { DecidedCounty } from "./eligibility.ts";
import { termText } from "./term.ts";
import { typesMeant } from "./types-meant.ts";

/**
 * A reason with the figures of the person that the entry is about.
 *
 * @public
 */
export interface StandingReason extends Reason {
  /** The figures alone, which the text ends with; absent where the entry compares none. */
  readonly figures: Text | null;
}

/** A group of people who are due, and whom it means. */
interface Group {
  readonly entry: DueGroup;
  readonly means: Test;
}

/**
 * Returns a reader of why any person of a county stands as the policy decides: age and years as they are beside what the
 * policy asks for, one reason an entry; for those who are not due, what each group that means them lacks.
 *
 * @public
 */
export function standingReasons(decided: DecidedCounty): (person: number) => readonly StandingReason[] {
  const { county, context, policy, decisions } = decided;
  const groups = policy.eligibility.due.map((entry): Group => {
    // What is missing was told where eligibility was decided.
    const means = compilePredicate(entry.who, { context, sets: policy.sets, onMissing: () => undefined });
    return { entry, means };
  });
  const nobody = outsideText(decided);
  const byId = new Map(groups.map((group) => [group.entry.id, group.entry]));
  return (index) => {
    const person = county.persons[index];
    const decision = decisions[index];
    if (person === undefined || decision === undefined) return [];
    const told = decision.reasons
      .filter(({ code }) => code !== "notDue")
      .map((reason): StandingReason => {
        const { code, rule, text } = reason;
        const group = code === "due" ? byId.get(rule) : undefined;
        const figures = group === undefined ? untilText(person, code, decided) : metText(person, group, decided);
        return figures === undefined
          ? { ...reason, figures: null }
          : { ...reason, text: followed(text, figures), figures };
      });
    if (decision.standing === "inTerm") return [...told, ...refusedText(person, decision, decided).map(refused)];
    if (decision.standing !== "notDue") return told;
    const subject = { ...emptySubject(), person: index, from: county.works[index] as number };
    const meant = groups.filter(({ means }) => means(subject));
    const lacking = meant.flatMap(({ entry }) => lackText(person, entry, decided));
    const texts = meant.length === 0 ? [nobody(person)] : lacking;
    return [...told, ...[...texts, ...refusedText(person, decision, decided)].map(notDue)];
  };
}

/** Whoever applied within a term is told so as an applicant. */
function refused(text: Text): StandingReason {
  return { code: "volunteer", rule: "volunteers", source: "", sensitive: false, text, figures: null };
}

function notDue(text: Text): StandingReason {
  return { code: "notDue", rule: "due", source: "", sensitive: false, text, figures: text };
}

/** Whom the groups mean, told to somebody whom none of them means. */
function outsideText({ policy }: DecidedCounty): (person: Person) => Text {
  const attributes = attributesOf(policy);
  const meant = policy.eligibility.due.map(({ who }) => conditionText(who, policy.sets, attributes));
  const list = { zh: meant.map(({ zh }) => zh).join("；或"), en: meant.map(({ en }) => en).join("; or ") };
  const types = typesMeant({ any: policy.eligibility.due.map(({ who }) => who) }, policy.sets);
  return ({ personType }) => {
    const type = words.personType[personType];
    if (meant.length === 0)
      return { zh: "本政策未规定应当交流的人员", en: "this policy says of nobody that they are due" };
    // Of what else the groups ask nothing matters to whom they do not mean by type.
    if (types?.has(personType) === false) {
      const named = [...types].map((code) => words.personType[code]);
      return {
        zh: `${type.zh}，不属于应当交流的人员（${named.map(({ zh }) => zh).join("、")}）`,
        en: `${type.en}: none of those who are due (${named.map(({ en }) => en).join(", ")})`,
      };
    }
    return {
      zh: `${type.zh}，不属于应当交流的人员（${list.zh}）`,
      en: `${type.en}: none of those who are due (${list.en})`,
    };
  };
}

/** What somebody has of what a group asks for, beside what it asks for. */
function metText(person: Person, { age, years }: DueGroup, { context }: DecidedCounty): Text | undefined {
  const known: Text[] = [];
  if (years !== undefined) {
    const served = servedText(person, years, context);
    known.push({
      zh: `${served.text.zh}（规定满${years.min}年）`,
      en: `${served.text.en} (${years.min} are asked for)`,
    });
  }
  if (age !== undefined) {
    const limit = age[person.sex];
    const most = age.inclusive ? { zh: "不超过", en: "at most" } : { zh: "未满", en: "under" };
    known.push({
      zh: `${ageAtCutoff(person, context.cutoff)}周岁（规定${most.zh}${limit}周岁）`,
      en: `${ageAtCutoff(person, context.cutoff)} years of age (${most.en} ${limit})`,
    });
  }
  if (known.length === 0) return undefined;
  return { zh: known.map(({ zh }) => zh).join("，"), en: known.map(({ en }) => en).join(", ") };
}

/** What somebody lacks of what a group asks for; one text an age and one a count of years. */
function lackText(person: Person, { age, years }: DueGroup, { context }: DecidedCounty): readonly Text[] {
  const lacks: Text[] = [];
  if (age !== undefined) {
    const [is, limit] = [ageAtCutoff(person, context.cutoff), age[person.sex]];
    if (age.inclusive ? is > limit : is >= limit)
      lacks.push(
        age.inclusive
          ? { zh: `${is}周岁，超过规定的${limit}周岁`, en: `${is} years of age, above the ${limit} of the rule` }
          : { zh: `${is}周岁，规定须未满${limit}周岁`, en: `${is} years of age, the rule wants fewer than ${limit}` },
      );
  }
  if (years !== undefined) {
    const { served, text } = servedText(person, years, context);
    if (served < years.min)
      lacks.push({
        zh: `${text.zh}，未满规定的${years.min}年`,
        en: `${text.en}, short of the ${years.min} of the rule`,
      });
  }
  return lacks;
}

type Years = NonNullable<DueGroup["years"]>;

/** The full years of a measure, in words. */
function servedText(person: Person, years: Years, context: DecidedCounty["context"]) {
  const { cutoff } = context;
  if (years.measure === "leadership") {
    const served = yearsAsLeader(person, cutoff);
    return {
      served,
      text: { zh: `在本校连续任校长、副校长满${served}年`, en: `${served} full years as a leader of the school` },
    };
  }
  if (years.measure === "office") {
    const office = years.office ?? "principal";
    const served = yearsInOffice(person, office, cutoff);
    const word = words.office[office];
    return { served, text: { zh: `在本校任${word.zh}满${served}年`, en: `${served} full years as ${word.en}` } };
  }
  const served = yearsAtSchool(person, cutoff, context);
  if (served === undefined)
    return {
      served: 0,
      text: { zh: "到现校日期未填写，任教年限按0年计算", en: "no day of arrival is given: 0 years" },
    };
  const anew = context.exchangeBreaksTenure && startedAnew(person, cutoff);
  return {
    served,
    text: anew
      ? {
          zh: `交流期满返回后重新计算年限，同校任教满${served}年`,
          en: `counted anew after an exchange: ${served} full years at the school`,
        }
      : { zh: `同校任教满${served}年`, en: `${served} full years at the school` },
  };
}

/** Whether an exchange that has ended is the day from which years at the school count. */
function startedAnew(person: Person, cutoff: string): boolean {
  const { exchanges, tenureStart } = person;
  return exchanges.some(
    (record) =>
      leftHome(person, record) && record.end <= cutoff && addDays(record.end, 1) > (tenureStart ?? record.end),
  );
}

const AWAY: ReadonlySet<ReasonCode> = new Set(["running", "extended", "returning"]);

/** Where somebody is who is away, and until when, or the term of who is in one; nothing for whoever is there. */
function untilText(person: Person, code: ReasonCode, { county, policy, context }: DecidedCounty): Text | undefined {
  if (code === "inTerm") {
    const term = termAtHome(person, context.start);
    return term === undefined ? undefined : termText(term);
  }
  const record = AWAY.has(code) ? currentExchange(person) : undefined;
  if (record === undefined) return undefined;
  const school = county.schools[county.schoolIndex.get(record.to) ?? -1]?.name ?? record.to;
  const end = lastDayAway(person, policy.eligibility.returns) ?? record.end;
  const until = dateText(end);
  return { zh: `${school}，至${until.zh}`, en: `${school}, until ${until.en}` };
}

/** Why somebody who applied does not count as a volunteer. */
function refusedText(
  { application }: Person,
  { volunteer, standing }: Decision,
  { policy }: DecidedCounty,
): readonly Text[] {
  if (application?.volunteer !== true || volunteer) return [];
  if (standing === "inTerm")
    return [{ zh: "本人申请交流，期限届满后方可安排", en: "applied, and has to wait for the end of the term" }];
  const { volunteers } = policy.eligibility;
  if (volunteers === undefined)
    return [{ zh: "本人申请交流，本政策未设自愿交流", en: "applied, and this policy knows no volunteers" }];
  if (volunteers.needsHomeConsent && !application.homeConsent)
    return [{ zh: "本人申请交流，所在学校尚未同意", en: "applied, without the consent of the present school so far" }];
  return [{ zh: "本人申请交流，不符合自愿交流的条件", en: "applied, and is none of those who may volunteer" }];
}

function followed(text: Text, more: Text): Text {
  return { zh: `${text.zh}：${more.zh}`, en: `${text.en}: ${more.en}` };
}
