import { z } from "zod";
import { placeOfValue } from "../eligibility/value-place.ts";
import { personSchema } from "../instance/person.ts";
import { schoolSchema } from "../instance/school.ts";
import { withCatalogue } from "../policy/forms.ts";
import { parametersUsed } from "../policy/parameters.ts";
import { policyHead } from "../policy/policy-head.ts";
import { findRule } from "../rules/registry.ts";

/**
 * How a policy needs a part of the data: `needed` where nothing stands for an empty cell, `read` where something does.
 *
 * @public
 */
export type DataNeed = "needed" | "read";

/**
 * What a policy reads of the data, by the place where it stands: `persons.tenureStart`, `schools.coordinates.latitude`, or a
 * list of records as a whole: `offices`.
 *
 * @public
 */
export type DataNeeds = ReadonlyMap<string, DataNeed>;

/** What is read whatever the policy says. */
const ALWAYS: Readonly<Record<DataNeed, readonly string[]>> = {
  needed: ["persons.homeSchool", "persons.subjects"],
  read: [
    "persons.name",
    "persons.currentSchool",
    "persons.establishment",
    "persons.inPost",
    "persons.stageCertified",
    "persons.professionalTitle",
    "persons.recruitYear",
    "persons.statuses",
    "persons.residence.latitude",
    "persons.residence.longitude",
    "persons.residenceTownship",
    "persons.application.volunteer",
    "schools.township",
    "schools.coordinates.latitude",
    "schools.coordinates.longitude",
    "posts",
    "exchanges",
    "statuses",
    "travel",
  ],
};

/** Where attributes of a person are read from that no single field of the same name holds, or whose field may stay empty. */
const OF_PERSON: Readonly<Record<string, readonly [place: string, need: DataNeed]>> = {
  age: ["persons.birthDate", "needed"],
  title: ["persons.professionalTitle", "read"],
  leadershipTeam: ["persons.leadershipTeam", "read"],
  yearsSinceRecruited: ["persons.recruitYear", "needed"],
  newRecruit: ["persons.recruitYear", "read"],
  inProbation: ["persons.probationUntil", "read"],
  inClassCycle: ["persons.classCycleUntil", "read"],
  yearsAsLeader: ["offices", "needed"],
  yearsAsPrincipal: ["offices", "needed"],
  yearsAsVicePrincipal: ["offices", "needed"],
  yearsAsMidLevel: ["offices", "needed"],
  inFirstYearAsMidLevel: ["offices", "needed"],
  yearsToEarliestRetirement: ["persons.birthDate", "needed"],
  inSurplusPost: ["posts", "needed"],
  exchangesServed: ["exchanges", "read"],
  exchangeMonths: ["exchanges", "read"],
  townshipsServed: ["exchanges", "read"],
  spouseSchool: ["persons.spouse", "read"],
  lastGrade: ["evaluations", "needed"],
  lastGradeExcellent: ["evaluations", "read"],
  pointsBelowMean: ["examRanks", "needed"],
  lastSurveysInARow: ["examRanks", "read"],
  lastExamsInARow: ["examRanks", "read"],
  lastRanksInARow: ["examRanks", "read"],
  illnessCertificateGrade: ["statuses", "read"],
  volunteer: ["persons.application.volunteer", "read"],
  homeConsent: ["persons.application.homeConsent", "read"],
};

const OF_SCHOOL: Readonly<Record<string, readonly [place: string, need: DataNeed]>> = {
  stages: ["schools.type", "needed"],
  county: ["schools.county", "read"],
  headcount: ["persons.homeSchool", "needed"],
  overEstablishment: ["schools.establishment", "needed"],
  underEstablishment: ["schools.establishment", "needed"],
};

const OF_MOVE: Readonly<Record<string, readonly (readonly [place: string, need: DataNeed])[]>> = {
  sameTownship: [["schools.township", "needed"]],
  homeTownship: [
    ["schools.township", "needed"],
    ["persons.residenceTownship", "needed"],
  ],
  wishRank: [["persons.application.wishes", "read"]],
  metres: [["travel", "read"]],
};

/** The column in which the groups of a scope stand. */
const OF_SCOPE: Readonly<Record<string, string>> = {
  township: "schools.township",
  zone: "schools.zones",
  zones: "schools.zones",
  alliance: "schools.alliances",
  alliances: "schools.alliances",
  schoolGroup: "schools.schoolGroups",
  schoolGroups: "schools.schoolGroups",
  pair: "schools.pairs",
  pairs: "schools.pairs",
};

/** Keys of forms and rules that name a scope. */
const SCOPE_KEYS = ["scope", "by", "between"] as const;

/** Sections that only reports and the appointment read: nothing of a plan stands or falls with them. */
const OTHER_SECTIONS = ["benefits", "reports", "appointment"] as const;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Returns what a policy document reads of the data; nothing is judged, and its parameters need no values yet.
 *
 * @public
 */
export function dataNeeds(document: unknown): DataNeeds {
  const needs = new Needs();
  for (const need of ["read", "needed"] as const) for (const place of ALWAYS[need]) needs.add(place, need);
  if (!isFields(document)) return needs.found;
  const forms = entriesOf(document["forms"]).map((form) => withCatalogue(form));
  for (const [section, value] of Object.entries({ ...document, forms })) {
    if (section === "parameters") continue;
    const isOther = (OTHER_SECTIONS as readonly string[]).includes(section);
    readConditions(value, (path, need) => needs.attribute(path, isOther ? "read" : need));
  }
  readYears(document, needs);
  readScopes({ ...document, forms }, needs);
  readRules(document, needs);
  for (const { of = "person", id, empty } of entriesOf(document["attributes"]))
    if (empty !== undefined) needs.fill(`${String(of)}s.x.${String(id)}`);
  return needs.found;
}

/** Collects places; what is needed once is needed. */
class Needs {
  readonly found = new Map<string, DataNeed>();

  add(place: string, need: DataNeed): void {
    if (need === "needed" || !this.found.has(place)) this.found.set(place, need);
  }

  /** Something stands for an empty cell after all. */
  fill(place: string): void {
    if (this.found.has(place)) this.found.set(place, "read");
  }

  /** Adds where an attribute is read from; the need is that of a comparison to which a missing value is an issue. */
  attribute(path: string, asked: DataNeed): void {
    for (const [place, need] of placesOf(path)) this.add(place, asked === "needed" ? need : "read");
  }
}

function placesOf(path: string): readonly (readonly [place: string, need: DataNeed])[] {
  const [root, name = ""] = path.split(".");
  if (root === "post") return [["posts", "read"]];
  if (root === "move") return OF_MOVE[name] ?? [];
  return [
    root === "person" ? (OF_PERSON[name] ?? fieldOf(path, "persons")) : (OF_SCHOOL[name] ?? fieldOf(path, "schools")),
  ];
}

/** The field that an attribute is read from as it stands. */
function fieldOf(path: string, list: "persons" | "schools"): readonly [place: string, need: DataNeed] {
  const [field = "", ...own] = placeOfValue(path);
  const shape: Fields = list === "persons" ? personSchema.shape : schoolSchema.shape;
  // Whether a column of the policy may be empty the policy says where it declares it.
  const mayLack = own.length > 0 || shape[field] instanceof z.ZodOptional;
  return [[list, field, ...own].join("."), mayLack ? "needed" : "read"];
}

/** Finds the attributes that conditions, points and sums name. */
function readConditions(value: unknown, tell: (path: string, need: DataNeed) => void): void {
  if (Array.isArray(value)) return value.forEach((entry) => readConditions(entry, tell));
  if (!isFields(value)) return;
  const need = value["ifMissing"] === undefined ? "needed" : "read";
  for (const key of ["attr", "of", "per", "count"]) {
    const path = value[key];
    if (typeof path === "string" && path.includes(".")) tell(path, need);
  }
  for (const entry of Object.values(value)) readConditions(entry, tell);
}

/** Years that make people due are counted from the day of arrival or from the offices. */
function readYears({ eligibility }: Fields, needs: Needs): void {
  for (const { years } of entriesOf(isFields(eligibility) ? eligibility["due"] : []))
    if (isFields(years)) needs.add(years["measure"] === "school" ? "persons.tenureStart" : "offices", "needed");
}

/** Groups of schools inside which people move or numbers are counted. */
function readScopes(document: Fields, needs: Needs): void {
  const { parameters } = policyHead(document);
  const tell = (value: unknown) => {
    if (typeof value === "string") addScope(value, "needed", needs);
    for (const name of parametersUsed(value)) {
      const { default: usual, choices = [] } = parameters[name] ?? {};
      if (typeof usual === "string") addScope(usual, "needed", needs);
      for (const choice of choices) addScope(choice, "read", needs);
    }
  };
  for (const form of entriesOf(document["forms"])) tell(form["scope"]);
  for (const { params } of entriesOf(document["rules"]))
    if (isFields(params)) for (const key of SCOPE_KEYS) tell(params[key]);
}

function addScope(scope: string, need: DataNeed, needs: Needs): void {
  const place = OF_SCOPE[scope];
  if (place !== undefined) needs.add(place, need);
}

/** What rules read beside their conditions. */
function readRules(document: Fields, needs: Needs): void {
  for (const { rule } of entriesOf(document["rules"])) {
    const { needed = [], read = [] } = (typeof rule === "string" ? findRule(rule)?.data : undefined) ?? {};
    for (const place of needed) needs.add(place, "needed");
    for (const place of read) needs.add(place, "read");
  }
}

function entriesOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
