import { describe, expect, test } from "vitest";
import type { County, Person } from "@lungang/core";
import {
  ageOn,
  canonicalJson,
  fullYears,
  greatCircleMetres,
  indexCounty,
  loadInstance,
  retirementDate,
  sha256,
  stagesOfType,
} from "@lungang/core";
import fc from "fast-check";
import type { CountyOptions } from "@lungang/synthetic";
import { generateCounty } from "@lungang/synthetic";

function load(options: CountyOptions): County {
  const loaded = loadInstance(generateCounty(options));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues.slice(0, 3)));
  const { county, issues } = indexCounty(loaded.value);
  expect(issues).toEqual([]);
  return county;
}

const share = <T>(items: readonly T[], holds: (item: T) => boolean) => items.filter(holds).length / items.length;

const schoolOf = (county: County, person: Person) =>
  county.schools[county.schoolIndex.get(person.homeSchool ?? "") ?? -1];

const isBackbone = (person: Person) => person.honours.some((honour) => honour.startsWith("backbone"));

/** Whether a teacher is due under the notice of Yulin: men up to 50, women up to 45, six full years at the school. */
function isDue(county: County, person: Person): boolean {
  const school = schoolOf(county, person);
  if (school === undefined || school.ownership === "private" || person.establishment !== "established") return false;
  const compulsory = stagesOfType(school.type).some((stage) => stage === "primary" || stage === "junior");
  const teacher = person.personType === "teacher" || person.personType === "reserveCadre";
  const cutOff = `${county.instance.planYear}-08-31`;
  const young = ageOn(person.birthDate, cutOff) <= (person.sex === "male" ? 50 : 45);
  return compulsory && teacher && young && fullYears(person.tenureStart ?? cutOff, cutOff) >= 6;
}

describe("generateCounty", () => {
  test("gives the same county for the same options and another one for another seed", () => {
    const options = { seed: "twice", schools: 12 };
    expect(generateCounty(options)).toEqual(generateCounty(options));
    expect(generateCounty({ ...options, seed: "other" })).not.toEqual(generateCounty(options));
  });

  test("gives the county that it gave when this was written", async () => {
    const text = canonicalJson(generateCounty({ seed: "golden", schools: 25 }));
    expect(await sha256(text)).toBe("be9c8361a86ef30306e396834486b842c65fbb38070fafd02d4d5baae8f4fd35");
  });

  test.each([0, 1, 2, 3, 4, 5, 7, 20, 31, 101])(
    "makes a county of %i schools that loads without a warning",
    (schools) => {
      const loaded = loadInstance(generateCounty({ seed: "sizes", schools }));
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
      expect(loaded.value.schools.length).toBe(schools);
      expect(loaded.value.persons.length).toBe(40 * schools);
      expect(loaded.warnings.map(({ code }) => code)).toEqual(schools === 0 ? ["no-schools"] : []);
      expect(indexCounty(loaded.value).issues).toEqual([]);
    },
  );

  test("refuses what cannot be made", () => {
    expect(() => generateCounty({ seed: "x", schools: -1 })).toThrow(RangeError);
    expect(() => generateCounty({ seed: "x", schools: 1.5 })).toThrow(RangeError);
    expect(() => generateCounty({ seed: "x", schools: 0, people: 3 })).toThrow(RangeError);
    expect(() => generateCounty({ seed: "x", schools: 1, shortageRate: 1.2 })).toThrow(RangeError);
    expect(() => generateCounty({ seed: "x", schools: 1, backboneRate: Number.NaN })).toThrow(RangeError);
    expect(() => generateCounty({ seed: "x", schools: 1, spreadKm: 0 })).toThrow(RangeError);
  });

  test("hires recruits for posts that lack somebody as long as there are such posts", () => {
    for (const seed of ["d", "f"]) {
      const county = load({ seed, schools: 8, people: 320, runningRate: 0, recruitRate: 0.025 });
      const lacking = new Map<string, number>();
      county.cells.forEach(({ kind, stage, subject, demand }, cell) => {
        const heads = county.cellOf.filter((at) => at === cell).length;
        const name = `${stage}/${subject}`;
        if (kind === "teaching") lacking.set(name, (lacking.get(name) ?? 0) + Math.max(0, demand - heads));
      });
      const recruits = county.persons.filter(({ homeSchool }) => homeSchool === undefined);
      expect(recruits).toHaveLength(8);
      for (const { stageCertified, subjects } of recruits) {
        const name = `${stageCertified[0]}/${subjects[0]?.subject}`;
        const left = (lacking.get(name) ?? 0) - 1;
        expect([seed, name, left >= 0]).toEqual([seed, name, true]);
        lacking.set(name, left);
      }
    }
  });

  test("tells recruits of one birth and sex apart by their names", () => {
    // Drawn by chance: with so many recruits, who are at no school yet, two had the same name and birth.
    const drawn = { schools: 9, people: 167, recruitRate: 0.9911716167186932, seed: "ha/1581" };
    expect(load(drawn).persons.length).toBe(167);
  });

  test("meets counts and loads for any rates", () => {
    const rate = fc.double({ min: 0, max: 1, noNaN: true });
    const rates = {
      shortageRate: rate,
      surplusRate: rate,
      exemptionRate: rate,
      volunteerRate: rate,
      runningRate: rate,
      recruitRate: rate,
      backboneRate: rate,
      twoSubjectRate: rate,
      coupleRate: rate,
    };
    const options = fc.record(
      {
        ...rates,
        seed: fc.string(),
        schools: fc.integer({ min: 1, max: 30 }),
        people: fc.integer({ min: 0, max: 300 }),
      },
      { requiredKeys: ["seed", "schools", "people"] },
    );
    fc.assert(
      fc.property(options, (drawn) => {
        const county = load(drawn as CountyOptions);
        expect(county.persons.length).toBe(drawn.people);
        expect(county.schools.length).toBe(drawn.schools);
        const recruits = county.persons.filter((person) => person.homeSchool === undefined).length;
        expect(recruits).toBe(Math.round((drawn.recruitRate ?? 0.02) * drawn.people));
      }),
      { numRuns: 60 },
    );
  });

  test("changes nothing but what a rate is about", () => {
    const base = { seed: "knob", schools: 10 };
    const strip = (options: CountyOptions) =>
      generateCounty(options).persons.map((person) => ({ ...person, application: undefined }));
    expect(strip({ ...base, volunteerRate: 0.5 })).toEqual(strip(base));
  });

  test("makes 1,200 schools and 48,000 people", () => {
    const county = generateCounty({ seed: "large", schools: 1200 });
    expect(county.schools).toHaveLength(1200);
    expect(county.persons).toHaveLength(48_000);
  });
});

describe.each(["a", "b", "c"])("a county of 200 schools and 8,000 people, seed %s", (seed) => {
  const county = load({ seed, schools: 200, people: 8000 });
  const { persons, schools, instance } = county;
  const start = `${instance.planYear}-09-01`;

  test("has a plausible mix of people", () => {
    const working = persons.filter((person) => person.homeSchool !== undefined);
    expect(share(persons, ({ sex }) => sex === "female")).toBeGreaterThan(0.6);
    expect(share(persons, ({ sex }) => sex === "female")).toBeLessThan(0.7);
    const ages = persons.map((person) => ageOn(person.birthDate, start));
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(21);
    expect(Math.max(...ages)).toBeLessThanOrEqual(61);
    for (const person of working) {
      expect(retirementDate(person.birthDate, person.retireCategory ?? "male60") > start).toBe(true);
      expect((person.hiredOn ?? "") <= (person.tenureStart ?? "")).toBe(true);
      expect(ageOn(person.birthDate, person.hiredOn ?? "")).toBeGreaterThanOrEqual(20);
      for (const office of person.offices) {
        expect(office.start >= (person.tenureStart ?? "")).toBe(true);
        expect(office.end === undefined || office.end > office.start).toBe(true);
      }
    }
    expect(Math.abs(share(persons, isBackbone) - 0.13)).toBeLessThan(0.025);
    expect(Math.abs(share(persons, ({ statuses }) => statuses.length > 0) - 0.06)).toBeLessThan(0.01);
    expect(Math.abs(share(persons, ({ multiSubject }) => multiSubject) - 0.15)).toBeLessThan(0.03);
  });

  test("has many who live in the town and work outside", () => {
    const town = { latitude: 27, longitude: 109 };
    const travels = (person: Person) =>
      person.residence !== undefined &&
      schoolOf(county, person)?.area !== "urban" &&
      greatCircleMetres(person.residence, town) < 2600;
    expect(share(persons, travels)).toBeGreaterThan(0.15);
    expect(share(persons, travels)).toBeLessThan(0.25);
    expect(persons.every(({ residence }) => residence !== undefined)).toBe(true);
  });

  test("counts staff by the national ratios", () => {
    for (const school of schools) {
      if (school.ownership === "private" || (school.type !== "primary" && school.type !== "junior")) continue;
      if (school.level === "village" || school.level === "teachingPoint") continue;
      const ratio = school.type === "primary" ? 19 : 13.5;
      expect(school.establishment).toBe(Math.ceil((school.students ?? 0) / ratio));
    }
    expect(instance.county.establishment).toBe(schools.reduce((sum, { establishment = 0 }) => sum + establishment, 0));
  });

  test("lacks scarce subjects outside and has too many teachers of 语文 and 数学 in town", () => {
    const heads = new Map<string, { demand: number; supply: number }>();
    const staffed = new Int32Array(county.cells.length);
    for (const cell of county.cellOf) if (cell >= 0) staffed[cell] = (staffed[cell] ?? 0) + 1;
    county.cells.forEach((cell, index) => {
      const key = `${schools[cell.school]?.area}/${cell.subject}`;
      const sum = heads.get(key) ?? { demand: 0, supply: 0 };
      heads.set(key, { demand: sum.demand + cell.demand, supply: sum.supply + (staffed[index] ?? 0) });
    });
    const ratio = (area: string, subjects: readonly string[]) => {
      const sums = subjects.map((subject) => heads.get(`${area}/${subject}`) ?? { demand: 0, supply: 0 });
      return sums.reduce((sum, { supply }) => sum + supply, 0) / sums.reduce((sum, { demand }) => sum + demand, 0);
    };
    for (const area of ["rural", "remote"]) {
      expect(ratio(area, ["音乐", "美术", "体育"])).toBeLessThan(0.9);
      expect(ratio(area, ["英语", "科学", "信息科技"])).toBeLessThan(0.92);
    }
    for (const subject of ["语文", "数学"]) expect(ratio("urban", [subject])).toBeGreaterThan(1.03);
    const sum = (pick: "demand" | "supply") => [...heads.values()].reduce((total, entry) => total + entry[pick], 0);
    expect(Math.abs(sum("demand") / sum("supply") - 1)).toBeLessThan(0.06);
  });

  test("leads every alliance from a good school of the town and puts each stage of a school into one", () => {
    const alliances = instance.groups.filter(({ kind }) => kind === "alliance");
    expect(alliances.length).toBeGreaterThan(10);
    for (const { id, leadSchool } of alliances) {
      const members = schools.filter((school) => school.alliances.includes(id));
      const lead = members.find((school) => school.id === leadSchool);
      expect(lead).toMatchObject({ area: "urban", quality: "good", ownership: "public" });
      expect(members.length).toBeGreaterThanOrEqual(4);
      expect(members.some(({ quality, area }) => quality === "weak" || area === "rural")).toBe(true);
    }
    for (const school of schools) {
      const expected =
        school.ownership === "private" ? 0 : { primary: 1, junior: 1, nineYear: 2 }[school.type as string];
      expect(school.alliances.length).toBe(expected ?? 0);
      expect(school.zones.length).toBe(expected ?? 0);
    }
  });

  test("has 25 to 45 % due under the notice, and alliances in which 8 % with 30 % backbone can go", () => {
    const due = persons.filter((person) => isDue(county, person));
    expect(due.length / persons.length).toBeGreaterThan(0.25);
    expect(due.length / persons.length).toBeLessThan(0.45);
    const groups = new Map<string, Person[]>();
    for (const person of due) {
      if (person.statuses.length > 0 || person.currentSchool !== undefined) continue;
      const cell = county.cells[county.cellOf[county.personIndex.get(person.id) ?? -1] ?? -1];
      const stage = cell?.stage === "primary" ? "AP" : "AJ";
      const alliance = schoolOf(county, person)?.alliances.find((id) => id.startsWith(stage));
      const key = `${alliance}/${cell?.subject}`;
      groups.set(key, [...(groups.get(key) ?? []), person]);
    }
    let movable = 0;
    let backbone = 0;
    for (const members of groups.values()) {
      // Swaps of one subject inside one alliance alone: everybody goes to the school of somebody who goes.
      const most = Math.max(...members.map((a) => members.filter((b) => a.homeSchool === b.homeSchool).length));
      const inGroup = Math.min(members.length, 2 * (members.length - most));
      movable += inGroup;
      backbone += Math.min(inGroup, members.filter(isBackbone).length);
    }
    const quota = Math.ceil(0.08 * due.length);
    expect(movable).toBeGreaterThan(2 * quota);
    expect(backbone).toBeGreaterThan(0.6 * quota);
  });

  test("has leaders due under the notice, some of whom were vice principals of the same school", () => {
    const leaders = persons.filter(({ personType }) => personType === "principal" || personType === "vicePrincipal");
    const long = leaders.filter(
      ({ offices }) => fullYears(offices[0]?.start ?? start, `${instance.planYear}-08-31`) >= 8,
    );
    expect(long.length / leaders.length).toBeGreaterThan(0.25);
    const rose = leaders.filter(({ offices }) => offices.length === 2);
    expect(rose.length).toBeGreaterThan(10);
    for (const school of schools) {
      const principals = leaders.filter(
        ({ homeSchool, personType }) => homeSchool === school.id && personType === "principal",
      );
      expect(principals.length).toBeLessThanOrEqual(1);
    }
  });

  test("has exchanges that end, run on, and wish to stay", () => {
    const away = persons.filter(({ currentSchool }) => currentSchool !== undefined);
    expect(away.length / persons.length).toBeGreaterThan(0.02);
    const ends = away.map(({ exchanges }) => exchanges[0]?.end ?? "");
    expect(ends.filter((end) => end < start).length).toBeGreaterThan(50);
    expect(ends.filter((end) => end > start).length).toBeGreaterThan(50);
    const stays = away.flatMap(({ exchanges }) => exchanges[0]?.stay ?? []);
    expect(stays.some(({ approved }) => approved)).toBe(true);
    expect(stays.some(({ approved }) => !approved)).toBe(true);
    for (const person of away) {
      const [record] = person.exchanges;
      expect(record).toMatchObject({ from: person.homeSchool, to: person.currentSchool });
      const home = schoolOf(county, person)?.alliances ?? [];
      const host = schools.find(({ id }) => id === person.currentSchool);
      expect(home.some((id) => host?.alliances.includes(id))).toBe(true);
    }
  });

  test("has volunteers with wishes and couples who live together", () => {
    const volunteers = persons.filter(({ application }) => application?.volunteer);
    expect(volunteers.length).toBe(Math.round(0.04 * 7840));
    expect(share(volunteers, ({ application }) => (application?.wishes.length ?? 0) > 0)).toBeGreaterThan(0.75);
    const married = persons.filter(({ spouse }) => spouse !== undefined);
    expect(Math.abs(married.length / persons.length - 0.06)).toBeLessThan(0.025);
    const byId = new Map(persons.map((person) => [person.id, person]));
    for (const person of married) {
      const partner = byId.get(person.spouse ?? "");
      expect(partner?.spouse).toBe(person.id);
      expect(partner?.residence).toEqual(person.residence);
    }
  });

  test("has schools far away, with terrain, and village schools with a parent", () => {
    const town = { latitude: 27, longitude: 109 };
    const far = schools.filter(({ coordinates }) => coordinates && greatCircleMetres(coordinates, town) > 20_000);
    expect(far.length).toBeGreaterThan(20);
    expect(share(far, ({ terrain }) => terrain === "mountain")).toBeGreaterThan(0.4);
    const villages = schools.filter(({ level }) => level === "village" || level === "teachingPoint");
    expect(villages.length).toBeGreaterThan(20);
    for (const village of villages) {
      const parent = schools.find(({ id }) => id === village.parent);
      expect(parent?.township).toBe(village.township);
    }
  });
});
