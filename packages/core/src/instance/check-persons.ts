import { isMaskedName, maskedName } from "./masked-name.ts";
import { ageOn } from "./calendar.ts";
import { checkDates } from "./check-dates.ts";
import { cellOfKey } from "./cells.ts";
import type { Person } from "./person.ts";
import { worksAt } from "./person.ts";
import type { Findings, KnownIds } from "./references.ts";
import { POST, SCHOOL, TOWNSHIP } from "./references.ts";

const YOUNGEST = 18;
const OLDEST = 75;

/** Checks references, ages and dates of people. */
export function checkPersons(persons: readonly Person[], known: KnownIds, findings: Findings): void {
  const partners = new Map(persons.map(({ id, swapPartner }) => [id, swapPartner]));
  checkYear(persons, known.planYear, findings);
  persons.forEach((person, index) => {
    const check = new PersonCheck(person, index, findings);
    check.references(known);
    check.post(known);
    check.mainSubject();
    check.swapPartner(partners);
    check.age(known.planYear);
    check.school(known.planYear);
    check.name();
    checkDates(person, { index, planYear: known.planYear }, findings);
  });
}

/** People from whom on the year is what is wrong where it makes most of them too old or too young. */
const LEAST_PEOPLE = 4;

/** A year with a slip makes the age of nearly everybody implausible: that is told of the year, and not only of the people. */
function checkYear(persons: readonly Person[], planYear: number, findings: Findings): void {
  const outside = persons.filter((person) => !hasPlausibleAge(person, planYear)).length;
  if (persons.length < LEAST_PEOPLE || 2 * outside <= persons.length) return;
  findings.report({
    code: "implausible-age",
    path: ["planYear"],
    received: String(planYear),
    message: {
      zh: `按${planYear}年计算，${persons.length} 人中有 ${outside} 人的年龄不在${YOUNGEST}至${OLDEST}岁之间`,
      en: `In ${planYear}, ${outside} of ${persons.length} people would be outside ${YOUNGEST} to ${OLDEST} years of age`,
    },
    advice: { zh: "请先核对方案年度，再核对出生日期", en: "Check the year of the plan first, then the birth dates" },
  });
}

function hasPlausibleAge({ birthDate }: Person, planYear: number): boolean {
  const age = ageOn(birthDate, `${planYear}-08-31`);
  return age >= YOUNGEST && age <= OLDEST;
}

class PersonCheck {
  readonly #person: Person;
  readonly #index: number;
  readonly #findings: Findings;

  constructor(person: Person, index: number, findings: Findings) {
    this.#person = person;
    this.#index = index;
    this.#findings = findings;
  }

  references(known: KnownIds): void {
    const person = this.#person;
    const school = (id: string | undefined, ...keys: (string | number)[]) => {
      if (id !== undefined && !known.schools.has(id)) this.#findings.unknown(this.#at(...keys), SCHOOL, id);
    };
    school(person.homeSchool, "homeSchool");
    school(person.currentSchool, "currentSchool");
    person.offices.forEach((office, k) => school(office.school, "offices", k, "school"));
    person.application?.wishes.forEach((id, k) => school(id, "application", "wishes", k));
    const township = person.residenceTownship;
    if (township !== undefined && !known.townships.has(township)) {
      this.#findings.unknown(this.#at("residenceTownship"), TOWNSHIP, township);
    }
  }

  /** Who asks for a swap that the other does not ask for stays: seldom meant. */
  swapPartner(partners: ReadonlyMap<string, string | undefined>): void {
    const { id, swapPartner } = this.#person;
    if (swapPartner === undefined || (swapPartner !== id && partners.get(swapPartner) === id)) return;
    this.#findings.report({
      code: "swap-not-mutual",
      severity: "warning",
      path: this.#at("swapPartner"),
      received: swapPartner,
      message: partners.has(swapPartner)
        ? {
            zh: `“${id}”申请与“${swapPartner}”互换，对方没有填写与其互换`,
            en: `"${id}" asks to exchange places with "${swapPartner}", who does not ask for it`,
          }
        : {
            zh: `“${id}”申请与“${swapPartner}”互换，人员中没有此人`,
            en: `"${id}" asks to exchange places with "${swapPartner}", who is not among the people`,
          },
      advice: {
        zh: "互换须双方互相填写；请核对人员编号，或请对方也填写",
        en: "Each of the two names the other: check the id, or let the other ask too",
      },
    });
  }

  post({ posts }: KnownIds): void {
    const { id, currentPost } = this.#person;
    if (currentPost === undefined) return;
    const post = posts.get(currentPost);
    // A post that no list has is called by its key, as in the lines of a plan.
    if (post === undefined && cellOfKey(currentPost, worksAt(this.#person) ?? "") !== undefined) return;
    if (post === undefined) return this.#findings.unknown(this.#at("currentPost"), POST, currentPost);
    if (post.school === worksAt(this.#person)) return;
    this.#findings.report({
      code: "post-elsewhere",
      path: this.#at("currentPost"),
      received: currentPost,
      message: {
        zh: `人员“${id}”的岗位不在其任教学校`,
        en: `Person "${id}": the current post is at another school`,
      },
      advice: { zh: "请改正现任岗位或现任教学校", en: "Correct the current post or the current school" },
    });
  }

  /** Who has two main subjects has none: which posts the person can fill would hang on the order of the list. */
  mainSubject(): void {
    const { id, subjects } = this.#person;
    const main = subjects.flatMap((skill, k) => (skill.main ? [{ ...skill, k }] : []));
    const second = main[1];
    if (second === undefined) return;
    this.#findings.report({
      code: "main-subject-twice",
      severity: "warning",
      path: this.#at("subjects", second.k, "main"),
      received: main.map(({ subject }) => subject).join("、"),
      message: {
        zh: `人员“${id}”注明了 ${main.length} 门主教学科，岗位无法由此确定`,
        en: `Person "${id}" has ${main.length} main subjects, which leaves the post open`,
      },
      advice: {
        zh: "请只注明一门为主教，如“语文(主)、音乐(兼)”",
        en: "Mark one as the main subject",
      },
    });
  }

  age(planYear: number): void {
    const { id } = this.#person;
    if (hasPlausibleAge(this.#person, planYear)) return;
    this.#findings.report({
      code: "implausible-age",
      path: this.#at("birthDate"),
      message: {
        zh: `人员“${id}”的出生日期不合理（年龄应在${YOUNGEST}至${OLDEST}岁之间）`,
        en: `Person "${id}": the birth date gives an age outside ${YOUNGEST} to ${OLDEST}`,
      },
      advice: { zh: "请核对出生日期", en: "Check the birth date" },
    });
  }

  school(planYear: number): void {
    const { id, homeSchool, recruitYear } = this.#person;
    if (homeSchool !== undefined || recruitYear === planYear) return;
    this.#findings.report({
      code: "person-without-school",
      path: this.#at("homeSchool"),
      message: {
        zh: `人员“${id}”没有人事关系所在学校，也不是当年新招聘教师`,
        en: `Person "${id}" has no home school and is no recruit of the year`,
      },
      advice: {
        zh: "请填写所在学校；新教师请填写招聘年份",
        en: "Give the home school; for a recruit give the recruit year",
      },
    });
  }

  name(): void {
    const { name } = this.#person;
    if (isMaskedName(name)) this.#findings.report(maskedName(this.#at("name"), name));
  }

  #at(...keys: (string | number)[]): (string | number)[] {
    return ["persons", this.#index, ...keys];
  }
}
