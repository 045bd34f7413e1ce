import { YEAR } from "../columns.ts";
import type { YearlyExchange } from "../history.ts";
import { exchangesByYear, yearsOf } from "../history.ts";
import type { Source } from "../source.ts";
import type { ReportDefinition, RowSpec } from "../spec.ts";
import { column, count, tableOf } from "../spec.ts";
import { text } from "../text.ts";

/** Exchange inside townships: support teaching and last-place rotation. */
export const r6: ReportDefinition = {
  id: "R6",
  title: text("乡镇内支教与末位调岗", "Township programmes"),
  sources: ["XR-15", "XR-13", "XR-14"],
  build: (source) => {
    const exchanges = [...exchangesByYear(source), ...adjustedInside(source)].filter(isInTownship);
    const years = yearsOf(exchanges, source);
    const townships = [...new Set(exchanges.flatMap(({ to }) => to?.township ?? []))].sort();
    return {
      tables: [
        tableOf(
          {
            id: "years",
            title: ["乡镇内支教和调岗（按年度）", "Support and reassignment inside townships, by year"],
            columns: YEAR_COLUMNS,
          },
          years.map((year) => yearRow(year, exchanges)),
        ),
        tableOf(
          {
            id: "townships",
            title: ["乡镇内支教和调岗（按乡镇）", "Support and reassignment inside townships, by township"],
            columns: TOWNSHIP_COLUMNS,
          },
          years.flatMap((year) =>
            townships.map((township): RowSpec => {
              const found = exchanges.filter((one) => one.year === year && one.to?.township === township);
              return { year, township: townshipName(township, source), ...numbers(found) };
            }),
          ),
        ),
      ],
      missing: [
        ...(exchanges.length === 0 ? [text("乡镇内交流", "exchanges inside townships")] : []),
        ...(exchanges.some(({ from, to }) => from?.terrain === undefined || to?.terrain === undefined)
          ? [text("学校地形（山区、坝区）", "terrain of schools (mountain, plain)")]
          : []),
      ],
    };
  },
};

/** People whose last place led to another post of their own school (XR-14). */
function adjustedInside({ plan, county, policy, school }: Source): readonly YearlyExchange[] {
  if (!policy.forms.some(({ code }) => code === "lastPlace")) return [];
  return plan.moves
    .filter(({ form, from, to }) => form === "internal" && from === to)
    .map(({ to, form }): YearlyExchange => ({
      year: county.instance.planYear,
      rank: undefined,
      from: school(to),
      to: school(to),
      form,
      relationMoves: false,
    }));
}

const NUMBERS = [
  count("sent", ["派出支教教师", "Support teachers sent"], "count"),
  count("twoWay", ["山区坝区双向流动人数", "Two-way flow between mountain and plain"], "count"),
  count("adjusted", ["末位调岗人数", "Adjusted posts"], "count"),
];

const YEAR_COLUMNS = [
  YEAR,
  count("supportTownships", ["开展乡镇内支教的乡镇", "Townships with support"], "count"),
  count("lastPlaceTownships", ["实行末位调岗的乡镇", "Townships with last-place rotation"], "count"),
  ...NUMBERS,
];

const TOWNSHIP_COLUMNS = [YEAR, column("township", ["乡镇", "Township"]), ...NUMBERS];

function townshipName(id: string, { county }: Source): string {
  return county.instance.groups.find((group) => group.id === id)?.name ?? id;
}

function isInTownship({ from, to }: YearlyExchange): boolean {
  return from?.township !== undefined && from.township === to?.township;
}

function yearRow(year: number, exchanges: readonly YearlyExchange[]): RowSpec {
  const found = exchanges.filter((one) => one.year === year);
  const townships = (list: readonly YearlyExchange[]) => new Set(list.map(({ to }) => to?.township)).size;
  return {
    year,
    supportTownships: townships(found.filter(isSupport)),
    lastPlaceTownships: townships(found.filter(isLastPlace)),
    ...numbers(found),
  };
}

/** Support teachers are those sent to support: rotation and heads are told in R3 and R4. */
const SUPPORT_FORMS: ReadonlySet<string> = new Set(["support", "down"]);

function isSupport({ form, rank }: YearlyExchange): boolean {
  return rank === undefined && SUPPORT_FORMS.has(form);
}

/** Also to another post of the same school. */
function isLastPlace({ form }: YearlyExchange): boolean {
  return form === "lastPlace" || form === "internal";
}

function numbers(found: readonly YearlyExchange[]): RowSpec {
  const known = found.every(({ from, to }) => from?.terrain !== undefined && to?.terrain !== undefined);
  return {
    sent: found.filter(isSupport).length,
    twoWay: known ? found.filter(({ from, to }) => from?.terrain !== to?.terrain).length : null,
    adjusted: found.filter(isLastPlace).length,
  };
}
