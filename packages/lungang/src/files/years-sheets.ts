import type { Instance, Text } from "@lungang/core";
import { worksAt } from "@lungang/core";
import type { Names, Plan, PlanMove } from "@lungang/core/plan";
import { compareIds, listedSchools, namesOf, placesInList } from "@lungang/core/plan";
import type { OutSheet, OutValue } from "@lungang/tabular";
import type { PlannedYear } from "@lungang/years";
import { tellViolations } from "../outcome/told.ts";
import type { YearsOutcome } from "../years/years-outcome.ts";
import type { Language } from "./out-file.ts";

/** What the verification over all years found. */
export type VerifiedYears = Extract<YearsOutcome, { status: "planned" }>["verified"];

/** Header in both languages, width, and whether it holds whole numbers. */
type Column = readonly [header: Text, width: number, isCount?: boolean];

interface Context {
  readonly language: Language;
  /** One entry a year. */
  readonly years: readonly PlannedYear[];
  /** By the county of each year: who comes later has a name then. */
  readonly names: readonly Names[];
  readonly verified: VerifiedYears | undefined;
}

/**
 * Returns the sheets that show plans of several years at once: who goes when, heads of every school, each year in figures,
 * what is open, and what is not kept.
 */
export function yearsSheets(
  years: readonly PlannedYear[],
  { language, verified }: { readonly language: Language; readonly verified?: VerifiedYears | undefined },
): readonly OutSheet[] {
  const names = years.map(({ instance, policy }) => namesOf(instance, { policy }));
  const context = { language, years, names, verified };
  return [figuresSheet(context), peopleSheet(context), headsSheet(context), openSheet(context), brokenSheet(context)];
}

const t = (zh: string, en: string): Text => ({ zh, en });

interface SheetParts {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly OutValue[])[];
  readonly freeze?: number;
  readonly note?: Text;
}

function sheet({ language }: Context, name: Text, { columns, rows, freeze, note }: SheetParts): OutSheet {
  return {
    name: name[language],
    columns: columns.map(([header, width, isCount = false]) => ({
      header: header[language],
      width,
      ...(isCount ? ({ type: "integer" } as const) : {}),
    })),
    rows,
    ...(freeze === undefined ? {} : { freezeColumns: freeze }),
    ...(note === undefined ? {} : { notes: [note[language]] }),
  };
}

function yearOf({ instance }: PlannedYear): number {
  return instance.planYear;
}

/** Every year in figures, with all of them together. */
function figuresSheet(context: Context): OutSheet {
  const rows = context.years.map((year) => {
    const { moves, returns, shortfalls } = year.plan;
    const recruits = moves.filter(({ form }) => form === "recruit").length;
    const settled = returns.filter(({ settles }) => settles).length;
    const missing = shortfalls.reduce((sum, { shortfall }) => sum + shortfall, 0);
    return [yearOf(year), moves.length - recruits, recruits, returns.length - settled, settled, missing];
  });
  const sums = [1, 2, 3, 4].map((at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  const last = rows.at(-1)?.at(-1) ?? 0;
  return sheet(context, t("逐年汇总", "Each year"), {
    columns: [
      [t("年份", "Year"), 14],
      [t("交流（人次）", "Exchanged (moves)"), 16, true],
      [t("新教师（人）", "Recruits (people)"), 16, true],
      [t("期满返回（人）", "Returned (people)"), 16, true],
      [t("期满留任（人）", "Stayed for good (people)"), 16, true],
      [t("年末缺员（人）", "Missing at the end (heads)"), 18, true],
    ],
    rows: [
      ...rows.map(([year, ...rest]) => [String(year), ...rest]),
      [t("合计", "In all")[context.language], ...sums, last],
    ],
  });
}

/** Who goes when: a line a person, a column a year. */
function peopleSheet(context: Context): OutSheet {
  const { years, language } = context;
  const lines = new Map<string, string[]>();
  years.forEach((year, at) => {
    for (const [person, text] of eventsOf(year, context.names[at] as Names)) {
      const line = lines.get(person) ?? years.map(() => "");
      line[at] = text[language];
      lines.set(person, line);
    }
  });
  const order = new Map([...personsOf(years)].map(([id, person], at) => [id, { at, person }]));
  const placeOf = placesIn(context);
  const sorted = [...lines].sort(([a], [b]) => {
    const [one, two] = [order.get(a), order.get(b)];
    return placeOf(schoolOf(one?.person)) - placeOf(schoolOf(two?.person)) || compareIds(a, b);
  });
  return sheet(context, t("人员逐年安排", "Who goes when"), {
    columns: [
      [t("序号", "No."), 6],
      [t("人员编号", "Person id"), 12],
      [t("姓名", "Name"), 10],
      [t("学校（首年）", "School (first year)"), 22],
      ...years.map((year): Column => [t(`${yearOf(year)}年`, String(yearOf(year))), 30]),
    ],
    rows: sorted.map(([id, line], at) => {
      const person = order.get(id)?.person;
      const school = schoolOf(person);
      const from = school === undefined ? t("新教师", "recruit")[language] : (context.names[0] as Names).school(school);
      return [String(at + 1), id, person?.name ?? "", from, ...line];
    }),
    freeze: 3,
  });
}

/** Places of schools as the county of the first year lists them. */
function placesIn({ years: [first] }: Context) {
  return placesInList(first?.instance ?? { schools: [] });
}

type Person = Instance["persons"][number];

function schoolOf(person: Person | undefined): string | undefined {
  return person === undefined ? undefined : worksAt(person);
}

/** Everybody of all years, as first known. */
function personsOf(years: readonly PlannedYear[]): ReadonlyMap<string, Person> {
  const found = new Map<string, Person>();
  for (const { instance } of years)
    for (const person of instance.persons) if (!found.has(person.id)) found.set(person.id, person);
  return found;
}

/** What a year does with each person whom it moves. */
function eventsOf({ plan }: PlannedYear, names: Names): readonly (readonly [person: string, text: Text])[] {
  const form = (code: PlanMove["form"]) => names.form(code);
  return [
    ...plan.moves.map((move) => {
      const school = names.school(move.to);
      const word = form(move.form);
      return [move.person, t(`到${school}（${word.zh}）`, `to ${school} (${word.en})`)] as const;
    }),
    ...plan.returns.map(({ person, to, settles }) => {
      const school = names.school(to);
      const text = settles
        ? t(`留任${school}`, `stays for good at ${school}`)
        : t(`返回${school}`, `back to ${school}`);
      return [person, text] as const;
    }),
  ];
}

/** Heads of every school before and after every year. */
function headsSheet(context: Context): OutSheet {
  const { years } = context;
  const [first] = years;
  const schools = listedSchools(first?.instance.schools ?? []);
  const balances = years.map(({ plan }) => new Map(plan.schools.map((line) => [line.school, line])));
  const rows = schools.flatMap((school): OutValue[][] => {
    const lines = balances.map((each) => each.get(school.id));
    if (lines.every((line) => line === undefined)) return [];
    const [start] = lines;
    return [
      [
        school.name,
        school.establishment ?? null,
        start?.workingBefore ?? null,
        ...lines.flatMap((line) => [line?.movesOut ?? null, line?.movesIn ?? null, line?.workingAfter ?? null]),
      ],
    ];
  });
  return sheet(context, t("各校逐年人数", "Heads of schools"), {
    columns: [
      [t("学校", "School"), 24],
      [t("编制（人）", "Establishment (heads)"), 11, true],
      [t("首年前在岗（人）", "Working before (heads)"), 12, true],
      ...years.flatMap((year): Column[] => [
        [t(`${yearOf(year)}年交流出（人）`, `${yearOf(year)} out (people)`), 10, true],
        [t(`${yearOf(year)}年交流入（人）`, `${yearOf(year)} in (people)`), 10, true],
        [t(`${yearOf(year)}年后在岗（人）`, `Working after ${yearOf(year)} (heads)`), 10, true],
      ]),
    ],
    rows,
    freeze: 1,
    note: t(
      "注：在岗人数除交流外，还因期满返回、退休和新教师到校而变动。",
      "Note: heads change with returns, retirements and recruits as well.",
    ),
  });
}

/** What of somebody is open, and why. */
const MISSED: readonly [Text, Text] = [
  t("符合条件未安排", "due and not exchanged"),
  t("此后不再符合条件（如超龄、退休）", "no longer due since (over age, retired)"),
];
const WAITING: readonly [Text, Text] = [
  t("符合条件待安排", "due and waiting"),
  t("规划年度内未安排", "not reached in these years"),
];

/** Posts that stay short, people whom the years do not reach, and people who were due and no longer are. */
function openSheet(context: Context): OutSheet {
  const { years, language, verified } = context;
  const placeOf = placesIn(context);
  const short = years.flatMap((year, at) =>
    year.plan.shortfalls
      .toSorted((a, b) => placeOf(a.school) - placeOf(b.school))
      .map(({ school, post, shortfall }): OutValue[] => {
        const names = context.names[at] as Names;
        return [
          String(yearOf(year)),
          t("岗位缺员", "post is short")[language],
          names.school(school),
          names.post(post)[language],
          t(`缺${shortfall}人`, `${shortfall} missing`)[language],
        ];
      }),
  );
  const people = personsOf(years);
  const person = (id: string, what: Text, about: Text): OutValue[] => {
    const school = schoolOf(people.get(id));
    const names = context.names[0] as Names;
    return [what[language], school === undefined ? "" : names.school(school), names.person(id), about[language]];
  };
  const bySchool = (a: string, b: string) =>
    placeOf(schoolOf(people.get(a))) - placeOf(schoolOf(people.get(b))) || compareIds(a, b);
  const missed = (verified?.missed ?? [])
    .toSorted((a, b) => a.year - b.year || bySchool(a.person, b.person))
    .map(({ person: id, year }) => [String(year), ...person(id, ...MISSED)]);
  const waiting = (verified?.waiting ?? []).toSorted(bySchool).map((id) => ["", ...person(id, ...WAITING)]);
  return sheet(context, t("未解决事项", "What is open"), {
    columns: [
      [t("年份", "Year"), 8],
      [t("事项", "What"), 18],
      [t("学校", "School"), 26],
      [t("岗位或人员", "Post or person"), 26],
      [t("情况", "Remark"), 28],
    ],
    rows: [...short, ...missed, ...waiting],
  });
}

/** What each year, and all of them together, does not keep. */
function brokenSheet(context: Context): OutSheet {
  const { years, language, verified } = context;
  const perYear = years.flatMap((year) =>
    tellViolations(year.plan.violations, year).map(({ message }) => [String(yearOf(year)), message[language]]),
  );
  const over = (verified?.findings ?? []).map(({ message }) => [t("多年", "years")[language], message[language]]);
  return sheet(context, t("未完全落实的规定", "Rules not fully kept"), {
    columns: [
      [t("年份", "Year"), 8],
      [t("情况", "What"), 110],
    ],
    rows: [...perYear, ...over],
  });
}

/** Returns the title of the plans of several years, and what the title of every sheet begins with. */
export function yearsTitle(
  plans: readonly Plan[],
  county: string,
  language: Language,
): { readonly title: string; readonly prefix: string } {
  const all = plans.map(({ manifest }) => manifest.instance.planYear);
  const [from, to] = [all[0] ?? 0, all.at(-1) ?? 0];
  const about = { zh: `${county}${from}—${to}年`, en: `${county} ${from}–${to}: ` }[language];
  return { title: `${about}${t("教师交流轮岗多年总览", "rotation plans")[language]}`, prefix: about };
}
