import { stagesOfType, words } from "@lungang/core";
import { FORM, YEAR } from "../columns.ts";
import type { Direction, YearlyExchange } from "../history.ts";
import { DIRECTIONS, directionOf, exchangesByYear, yearsOf } from "../history.ts";
import type { Source } from "../source.ts";
import { byText, formWord } from "../source.ts";
import type { ReportDefinition, RowSpec } from "../spec.ts";
import { column, count, tableOf } from "../spec.ts";
import { text } from "../text.ts";

const HISTORY_NOTE = text(
  "往年数据取自现有人员的交流记录，已离开本县的人员不在内",
  "Earlier years come from the records of people who are still here",
);

const NO_HISTORY = text("往年交流记录（“交流经历”表）", "exchanges of earlier years (exchanges of people)");

/** Earlier years are there only where somebody has a record. */
function aboutHistory(source: Source) {
  const known = exchangesByYear(source).some(({ year }) => year < source.county.instance.planYear);
  if (!known) return { missing: [NO_HISTORY] };
  return source.records.departed === undefined ? { notes: [HISTORY_NOTE] } : {};
}

/** What the authority counted in an earlier year. */
function totalsOf(year: number, { records }: Source) {
  return records.totals?.find((one) => one.year === year);
}

const DIRECTION_HEADERS: Readonly<Record<Direction, readonly [string, string]>> = {
  townCountry: ["城镇到乡村", "Town to country"],
  countryTown: ["乡村到城镇", "Country to town"],
  townTown: ["城镇之间", "Within towns"],
  countryCountry: ["乡村之间", "Within the country"],
  unknown: ["方向不明", "Direction unknown"],
};

const DIRECTION_COLUMNS = DIRECTIONS.map((direction) => count(direction, DIRECTION_HEADERS[direction]));

function byDirection(exchanges: readonly YearlyExchange[]): RowSpec {
  return Object.fromEntries(
    DIRECTIONS.map((direction) => [direction, exchanges.filter((one) => directionOf(one) === direction).length]),
  );
}

/** Principals and vice principals by year and direction. */
export const r3: ReportDefinition = {
  id: "R3",
  title: text("校长交流年度统计", "Exchange of principals by year, direction and rank"),
  sources: ["XR-07", "BN-09"],
  build: (source) => {
    const exchanges = exchangesByYear(source).filter(({ rank }) => rank !== undefined);
    const { planYear } = source.county.instance;
    const rows = yearsOf(exchanges, source).flatMap((year) =>
      (["principal", "vicePrincipal"] as const).map((rank): RowSpec => {
        const found = exchanges.filter((one) => one.year === year && one.rank === rank);
        const holders = source.county.persons.filter(
          ({ personType }, person) => personType === rank && source.isStaff(person),
        ).length;
        return {
          year,
          rank: words.office[rank],
          holders: year === planYear ? holders : (totalsOf(year, source)?.[`${rank}s`] ?? null),
          ...byDirection(found),
          attached: found.filter(({ form }) => form === "attach").length,
        };
      }),
    );
    const columns = [
      YEAR,
      column("rank", ["职务", "Rank"]),
      count("holders", ["在任人数", "In office"]),
      ...DIRECTION_COLUMNS,
      count("attached", ["其中挂职", "Attached among them"]),
    ];
    return {
      tables: [tableOf({ id: "principals", title: ["校长交流", "Principals"], columns }, rows)],
      ...aboutHistory(source),
    };
  },
};

/** Teachers by year and direction. */
export const r4: ReportDefinition = {
  id: "R4",
  title: text("教师交流年度统计", "Exchange of teachers by year and direction"),
  sources: ["XR-12"],
  build: (source) => {
    const exchanges = exchangesByYear(source).filter(({ rank }) => rank === undefined);
    const { planYear } = source.county.instance;
    const rows = yearsOf(exchanges, source).map((year): RowSpec => {
      const found = exchanges.filter((one) => one.year === year);
      return {
        year,
        teachers: year === planYear ? compulsoryTeachers(source) : (totalsOf(year, source)?.teachers ?? null),
        ...byDirection(found),
        total: found.length,
      };
    });
    const columns = [
      YEAR,
      count("teachers", ["义务教育专任教师总数", "Teachers of compulsory schools"]),
      ...DIRECTION_COLUMNS,
      count("total", ["合计", "Total"]),
    ];
    return {
      tables: [tableOf({ id: "teachers", title: ["教师交流", "Teachers"], columns }, rows)],
      ...aboutHistory(source),
    };
  },
};

const TEACHING = new Set(["teacher", "midLevel", "reserveCadre"]);

function compulsoryTeachers({ county, isStaff }: Source): number {
  return county.persons.filter(({ personType }, person) => {
    const school = county.schools[county.works[person] as number];
    const stages: readonly string[] = school === undefined ? [] : stagesOfType(school.type);
    return TEACHING.has(personType) && isStaff(person) && (stages.includes("primary") || stages.includes("junior"));
  }).length;
}

/** Forms of exchange over the years, and whether the relation moves. */
export const r8: ReportDefinition = {
  id: "R8",
  title: text("交流形式结构", "Mix of forms over the years"),
  sources: ["BN-06", "BN-07", "BN-09"],
  build: (source) => {
    const exchanges = exchangesByYear(source);
    const rows = yearsOf(exchanges, source).flatMap((year) => formRows(year, exchanges, source));
    const columns = [
      YEAR,
      FORM,
      count("people", ["人次", "Exchanges"]),
      count("moved", ["人事关系转移", "Relation moved"]),
      count("unmoved", ["人事关系不转移", "Relation unmoved"]),
    ];
    return {
      tables: [tableOf({ id: "forms", title: ["形式", "Forms"], columns }, rows)],
      ...aboutHistory(source),
    };
  },
};

function formRows(year: number, exchanges: readonly YearlyExchange[], source: Source): readonly RowSpec[] {
  const byForm = new Map<string, YearlyExchange[]>();
  for (const one of exchanges) {
    if (one.year !== year) continue;
    const word = formWord(one.form, source).zh;
    byForm.set(word, [...(byForm.get(word) ?? []), one]);
  }
  return [...byForm]
    .sort(([a], [b]) => byText(a, b))
    .map(([, found]): RowSpec => {
      const known = found.every(({ relationMoves }) => relationMoves !== null);
      const moved = found.filter(({ relationMoves }) => relationMoves === true).length;
      return {
        year,
        form: formWord((found[0] as YearlyExchange).form, source),
        people: found.length,
        moved: known ? moved : null,
        unmoved: known ? found.length - moved : null,
      };
    });
}
