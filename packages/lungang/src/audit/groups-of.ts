import type { CardPerson, CardSchool, Strength } from "@lungang/appointment/card";
import type { County, Person, School, Text } from "@lungang/core";
import { NONE, ageOn, words } from "@lungang/core";
import { couplesOf, createTravel } from "@lungang/core/recount";

/** First ages of the bands but the first. */
const BANDS = [30, 40, 50] as const;

/** Day of the plan year on which ages are counted for comparison: the start of the school year. */
const AGE_DAY = "09-01";

/** Returns the groups of everybody of a county, by position, as keys. */
export function groupsOf(county: County): (person: number) => CardPerson["groups"] {
  const spouses = couplesOf(county);
  const day = `${county.instance.planYear}-${AGE_DAY}`;
  return (person) => {
    const { sex, birthDate, professionalTitle } = county.persons[person] as Person;
    const age = ageOn(birthDate, day);
    return {
      sex,
      ageBand: String(BANDS.filter((first) => first <= age).length),
      rank: professionalTitle,
      couple: spouses[person] === NONE ? "single" : "couple",
    };
  };
}

/** Returns the distances of everybody of a county to schools by position; nothing where a distance is unknown. */
export function metresIn(county: County): (person: number, school: number) => number | undefined {
  const travel = createTravel(county);
  return (person, school) => {
    const metres = person < 0 || school < 0 ? NONE : travel.metres(person, school);
    return metres < 0 ? undefined : metres;
  };
}

const STRENGTH: Readonly<Record<NonNullable<School["quality"]>, Strength>> = {
  good: "strong",
  ordinary: "ordinary",
  weak: "weak",
};

/** Returns what a card knows of every school, by position: standing, headcount, and who uses it on either ledger. */
export function schoolsIn({ schools, persons, home, works }: County): readonly CardSchool[] {
  const [relation, working] = [new Int32Array(schools.length), new Int32Array(schools.length)];
  persons.forEach(({ establishment, inPost }, at) => {
    if (establishment !== "established" || !inPost) return;
    for (const [heads, school] of [
      [relation, home[at] as number],
      [working, works[at] as number],
    ] as const)
      if (school !== NONE) heads[school] = (heads[school] as number) + 1;
  });
  return schools.map(({ quality, establishment }, at) => ({
    ...(quality === undefined ? {} : { strength: STRENGTH[quality] }),
    ...(establishment === undefined ? {} : { establishment }),
    staff: Math.max(relation[at] as number, working[at] as number),
  }));
}

const BAND_WORDS: readonly Text[] = [
  { zh: "29 岁以下", en: "up to 29" },
  { zh: "30 至 39 岁", en: "30 to 39" },
  { zh: "40 至 49 岁", en: "40 to 49" },
  { zh: "50 岁以上", en: "50 and over" },
];

const COUPLE_WORDS: Readonly<Record<string, Text>> = {
  couple: { zh: "夫妻同在本县任教", en: "couples" },
  single: { zh: "其他人员", en: "singles" },
};

/** Words of groups by grouping; schools are called by their names. */
const GROUP_WORDS: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  sex: words.sex,
  rank: words.title,
  couple: COUPLE_WORDS,
  ageBand: Object.fromEntries(BAND_WORDS.map((text, band) => [String(band), text])),
};

/** Returns what a group is called; a school by the name that is given. */
export function groupText(grouping: string, group: string, school: (id: string) => string): Text {
  const name = school(group);
  return GROUP_WORDS[grouping]?.[group] ?? { zh: name, en: name };
}
