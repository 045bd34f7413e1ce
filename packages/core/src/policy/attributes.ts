import type { County } from "../instance/county.ts";
import { NONE } from "../instance/county.ts";
import type { FormCode } from "../instance/codes.ts";
import { stagesOfType } from "../instance/codes.ts";
import type { Text } from "../instance/issue.ts";
import { needOf, openHeads } from "../instance/joined.ts";
import type { Person } from "../instance/person.ts";
import { inLeadershipTeam } from "../instance/person.ts";
import type { School } from "../instance/school.ts";
import type { WordKind } from "../instance/word-codes.ts";
import {
  activeStatusCodes,
  ageAtCutoff,
  exchangeMonths,
  exchangesServed,
  illnessCertificateGrade,
  inFirstYearAsMidLevel,
  lastRanksInARow,
  monthsAtSchool,
  pointsBelowMean,
  yearsAsLeader,
  yearsAtSchool,
  yearsInService,
  yearsInOffice,
  yearsToEarliestRetirement,
  yearsToRetirement,
} from "./facts.ts";
import { spouseSchool, townshipsServed } from "./places-of-person.ts";
import type { PlanDates, TenureRule } from "./facts.ts";
import { wishRank } from "./wish-rank.ts";

/** What predicates are evaluated against. */
export interface FactContext extends PlanDates, TenureRule {
  readonly county: County;
  /** People who work at each school on plan start and use its headcount. Shapes: one entry a school. */
  readonly workingHeadcount: Int32Array;
  /** People who fill each cell on plan start and use headcount. Shapes: one entry a cell. */
  readonly cellHeadcount: Int32Array;
  /** Stages whose teaching posts together hold fewer people than they need. */
  readonly shortStages: ReadonlySet<string>;
  /** What conditions may ask for: {@link ATTRIBUTES}, and those that the policy declares. */
  readonly attributes: Attributes;
}

/**
 * Positions of what a predicate speaks about; -1 where there is none.
 *
 * @public
 */
export interface Subject {
  person: number;
  /** School that the person leaves. */
  from: number;
  to: number;
  /** Cell that the move enters. */
  cell: number;
  /** School on its own, for sets of schools. */
  school: number;
  form: FormCode | undefined;
  /** Whether the form moves the relation. */
  relationMoves: boolean | undefined;
  metres: number;
}

/**
 * Returns a subject that speaks about nothing.
 *
 * @public
 */
export function emptySubject(): Subject {
  const nothing = { person: NONE, from: NONE, to: NONE, cell: NONE, school: NONE };
  return { ...nothing, form: undefined, relationMoves: undefined, metres: 0 };
}

/** Type of an attribute: decides which operators fit. */
export type AttributeType = "number" | "text" | "boolean" | "set" | "date";

export type AttributeValue = number | string | boolean | readonly string[] | ReadonlySet<string> | undefined;

/** Words of the vocabulary that an attribute may have. */
export interface KnownWords {
  readonly kind: WordKind;
  /** Whether a post may have none of them, written `none`. */
  readonly orNone: boolean;
}

/** Words that an attribute may have: those of the vocabulary, or those that the policy lists, by their codes. */
export type AttributeWords = KnownWords | { readonly own: Readonly<Record<string, Text>> };

/** One attribute that predicates may name. */
export interface Attribute {
  readonly type: AttributeType;
  /** What it is called where the policy declares it. */
  readonly text?: Text;
  /** The words of a text or set whose values are listed; undefined where the county has its own. */
  readonly words: AttributeWords | undefined;
  readonly read: (context: FactContext, subject: Subject) => AttributeValue;
  /** Attributes without a value for which this one has none; without it the attribute itself lacks its value. */
  readonly lacks?: (context: FactContext, subject: Subject) => readonly string[];
}

/** Attributes by path. */
export type Attributes = ReadonlyMap<string, Attribute>;

type PersonReader = (person: Person, context: FactContext, index: number) => AttributeValue;
type SchoolReader = (school: School, context: FactContext, index: number) => AttributeValue;

/** Type, reader, and the words where they are listed. */
type Entry<Reader> = readonly [type: AttributeType, read: Reader, words?: WordKind];

/** The grade of the latest assessment, where there is one. */
function lastGrade({ evaluations }: Person): Person["evaluations"][number]["grade"] {
  return [...evaluations].sort((a, b) => b.year - a.year)[0]?.grade;
}

/** Whether more people fill the present post than it needs. */
function fillsSurplusPost({ county, cellHeadcount }: FactContext, person: number): boolean {
  const cell = county.cellOf[person] as number;
  return cell !== NONE && (cellHeadcount[cell] as number) > needOf(county, cellHeadcount, cell);
}

const PERSON: Readonly<Record<string, Entry<PersonReader>>> = {
  id: ["text", (person) => person.id],
  sex: ["text", (person) => person.sex, "sex"],
  age: ["number", (person, { cutoff }) => ageAtCutoff(person, cutoff)],
  birthDate: ["date", (person) => person.birthDate],
  establishment: ["text", (person) => person.establishment, "establishment"],
  inPost: ["boolean", (person) => person.inPost],
  personType: ["text", (person) => person.personType, "personType"],
  leadershipTeam: ["boolean", (person) => inLeadershipTeam(person)],
  stageCertified: ["set", (person) => person.stageCertified, "stage"],
  subjects: ["set", (person) => person.subjects.map((skill) => skill.subject)],
  multiSubject: ["boolean", (person) => person.multiSubject],
  title: ["text", (person) => person.professionalTitle, "title"],
  postGrade: ["number", (person) => person.postGrade],
  honours: ["set", (person) => person.honours, "honour"],
  education: ["text", (person) => person.education, "education"],
  recruitYear: ["number", (person) => person.recruitYear],
  yearsSinceRecruited: [
    "number",
    ({ recruitYear }, { county }) => (recruitYear === undefined ? undefined : county.instance.planYear - recruitYear),
  ],
  yearsInService: ["number", (person, { cutoff }) => yearsInService(person, cutoff)],
  newRecruit: ["boolean", (person, { county }) => person.recruitYear === county.instance.planYear],
  inProbation: ["boolean", (person, { cutoff }) => (person.probationUntil ?? "") >= cutoff],
  yearsAtSchool: ["number", (person, context) => yearsAtSchool(person, context.cutoff, context)],
  monthsAtSchool: ["number", (person, context) => monthsAtSchool(person, context.cutoff, context)],
  yearsAsLeader: ["number", (person, { cutoff }) => yearsAsLeader(person, cutoff)],
  yearsAsPrincipal: ["number", (person, { cutoff }) => yearsInOffice(person, "principal", cutoff)],
  yearsAsVicePrincipal: ["number", (person, { cutoff }) => yearsInOffice(person, "vicePrincipal", cutoff)],
  yearsAsMidLevel: ["number", (person, { cutoff }) => yearsInOffice(person, "midLevel", cutoff)],
  yearsToRetirement: ["number", (person, { cutoff }) => yearsToRetirement(person, cutoff)],
  yearsToEarliestRetirement: ["number", (person, { cutoff }) => yearsToEarliestRetirement(person, cutoff)],
  statuses: ["set", (person, { cutoff }) => activeStatusCodes(person, cutoff), "status"],
  featuredCourseLead: ["boolean", (person) => person.featuredCourseLead],
  leadDeferralYearsUsed: ["number", (person) => person.leadDeferralYearsUsed],
  inSurplusPost: ["boolean", (_person, context, index) => fillsSurplusPost(context, index)],
  inClassCycle: ["boolean", (person, { start }) => (person.classCycleUntil ?? "") >= start],
  schoolsWorked: ["number", (person) => person.schoolsWorked],
  ruralYears: ["number", (person) => person.ruralYears],
  weakYears: ["number", (person) => person.weakYears],
  remoteYears: ["number", (person) => person.remoteYears],
  exchangesServed: ["number", (person, { cutoff }) => exchangesServed(person, cutoff).length],
  exchangeMonths: ["number", (person, { cutoff }) => exchangeMonths(person, cutoff)],
  townshipsServed: ["set", (person, context) => townshipsServed(person, context)],
  spouseSchool: ["text", (person, { county }) => spouseSchool(person, county)],
  lastGrade: ["text", (person) => lastGrade(person), "grade"],
  lastGradeExcellent: ["boolean", (person) => lastGrade(person) === "excellent"],
  pointsBelowMean: ["number", (person) => pointsBelowMean(person)],
  lastSurveysInARow: ["number", (person) => lastRanksInARow(person, "survey")],
  lastExamsInARow: ["number", (person) => lastRanksInARow(person, "exam")],
  lastRanksInARow: ["number", (person) => Math.max(lastRanksInARow(person, "survey"), lastRanksInARow(person, "exam"))],
  illnessCertificateGrade: ["number", (person, { cutoff }) => illnessCertificateGrade(person, cutoff)],
  inFirstYearAsMidLevel: ["boolean", (person, { cutoff }) => inFirstYearAsMidLevel(person, cutoff)],
  volunteer: ["boolean", (person) => person.application?.volunteer ?? false],
  homeConsent: ["boolean", (person) => person.application?.homeConsent ?? false],
  named: ["boolean", (person) => person.named],
  childrenSchooling: ["boolean", (person) => person.childrenSchooling],
  housingNeed: ["boolean", (person) => person.housingNeed],
};

const SCHOOL: Readonly<Record<string, Entry<SchoolReader>>> = {
  id: ["text", (school) => school.id],
  type: ["text", (school) => school.type, "schoolType"],
  stages: ["set", (school) => stagesOfType(school.type), "stage"],
  ownership: ["text", (school) => school.ownership, "ownership"],
  level: ["text", (school) => school.level, "schoolLevel"],
  area: ["text", (school) => school.area, "area"],
  terrain: ["text", (school) => school.terrain, "terrain"],
  quality: ["text", (school) => school.quality, "quality"],
  countyAffiliated: ["boolean", (school) => school.countyAffiliated],
  county: ["text", (school, { county }) => school.county ?? county.instance.county.id],
  township: ["text", (school) => school.township],
  zones: ["set", (school) => school.zones],
  alliances: ["set", (school) => school.alliances],
  schoolGroups: ["set", (school) => school.schoolGroups],
  pairs: ["set", (school) => school.pairs],
  students: ["number", (school) => school.students],
  classes: ["number", (school) => school.classes],
  establishment: ["number", (school) => school.establishment],
  headcount: ["number", (_school, { workingHeadcount }, index) => workingHeadcount[index]],
  overEstablishment: [
    "boolean",
    (school, { workingHeadcount }, index) => (workingHeadcount[index] as number) > (school.establishment ?? Infinity),
  ],
  underEstablishment: [
    "boolean",
    (school, { workingHeadcount }, index) => (workingHeadcount[index] as number) < (school.establishment ?? 0),
  ],
};

/** An attribute that every policy may ask for. */
type KnownAttribute = Attribute & { readonly words: KnownWords | undefined };

const OTHER: Readonly<Record<string, Omit<Attribute, "words"> & Partial<Pick<KnownAttribute, "words">>>> = {
  "post.kind": {
    type: "text",
    words: { kind: "postKind", orNone: false },
    read: ({ county }, { cell }) => county.cells[cell]?.kind,
  },
  "post.stage": {
    type: "text",
    words: { kind: "stage", orNone: true },
    read: ({ county }, { cell }) => county.cells[cell]?.stage ?? "none",
  },
  "post.subject": { type: "text", read: ({ county }, { cell }) => county.cells[cell]?.subject ?? "none" },
  "post.office": {
    type: "text",
    words: { kind: "office", orNone: true },
    read: ({ county }, { cell }) => county.cells[cell]?.office ?? "none",
  },
  "post.vacant": {
    type: "boolean",
    read: ({ county, cellHeadcount }, { cell }) => cell !== NONE && openHeads(county, cellHeadcount, cell) > 0,
  },
  /** Over all posts of the stage fewer people teach than they need (XC-03). */
  "post.stageShort": {
    type: "boolean",
    read: (context, { cell }) => {
      const stage = context.county.cells[cell]?.stage;
      return stage === undefined ? false : context.shortStages.has(stage);
    },
  },
  "move.form": { type: "text", words: { kind: "form", orNone: false }, read: (_context, { form }) => form },
  "move.relationMoves": { type: "boolean", read: (_context, { relationMoves }) => relationMoves },
  "move.sameTownship": {
    type: "boolean",
    read: ({ county }, { from, to }) => {
      const township = county.schools[to]?.township;
      return township === undefined ? undefined : township === county.schools[from]?.township;
    },
  },
  "move.homeTownship": {
    type: "boolean",
    read: ({ county }, { person, to }) => {
      const home = county.persons[person]?.residenceTownship;
      const township = county.schools[to]?.township;
      return home === undefined || township === undefined ? undefined : home === township;
    },
  },
  "move.wishRank": { type: "number", read: ({ county }, subject) => wishRank(county, subject) },
  "move.metres": { type: "number", read: (_context, { metres }) => metres },
};

function listed(kind: WordKind | undefined): KnownWords | undefined {
  return kind === undefined ? undefined : { kind, orNone: false };
}

function schoolAttribute([type, read, words]: Entry<SchoolReader>, role: "from" | "to" | "school"): KnownAttribute {
  return {
    type,
    words: listed(words),
    read: (context, subject) => {
      const school = context.county.schools[subject[role]];
      return school === undefined ? undefined : read(school, context, subject[role]);
    },
  };
}

/**
 * Every attribute by path: `person.`, `from.`, `to.`, `school.`, `post.` and `move.`.
 *
 * @public
 */
export const ATTRIBUTES: ReadonlyMap<string, KnownAttribute> = new Map([
  ...Object.entries(PERSON).map(([name, [type, read, words]]): [string, KnownAttribute] => [
    `person.${name}`,
    {
      type,
      words: listed(words),
      read: (context, subject) => read(context.county.persons[subject.person] as Person, context, subject.person),
    },
  ]),
  ...(["from", "to", "school"] as const).flatMap((role) =>
    Object.entries(SCHOOL).map(([name, entry]): [string, KnownAttribute] => [
      `${role}.${name}`,
      schoolAttribute(entry, role),
    ]),
  ),
  ...Object.entries(OTHER).map(([name, attribute]): [string, KnownAttribute] => [
    name,
    { words: undefined, ...attribute },
  ]),
]);
