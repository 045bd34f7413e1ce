import type { ExchangeRecord, Person } from "@lungang/core";
import type { Source } from "../source.ts";
import { byText } from "../source.ts";
import type { ReportDefinition, RowSpec } from "../spec.ts";
import { column, count, tableOf } from "../spec.ts";
import { text } from "../text.ts";

/** Ends of exchanges by school and year: back, longer, or for good. */
export const r17: ReportDefinition = {
  id: "R17",
  title: text("期满返回、延长和留任预测", "Return, extension and stay forecast"),
  sources: ["YL-17", "HL-05", "GL-05"],
  build: (source) => ({
    tables: [tableOf({ id: "forecast", title: ["预测", "Forecast"], columns: FORECAST }, forecast(source))],
    // In public these columns are left out.
    notes: source.isPublic
      ? []
      : [
          text(
            "返回人数为期满人数减去延长和已批准留任人数；编制和岗位须为其保留",
            "Those who return are those who end less extended and approved stays; their place is kept",
          ),
        ],
  }),
};

const FORECAST = [
  column("school", ["人事关系学校", "Home school"]),
  count("year", ["年份", "Year"]),
  count("ending", ["期满人数", "Ending"]),
  count("back", ["返回", "Return"], "hidden"),
  count("extended", ["延长", "Extended"], "hidden"),
  count("stay", ["留任", "Stay for good"], "hidden"),
];

interface Ending {
  readonly home: string;
  readonly year: number;
  readonly kind: "back" | "extended" | "stay";
}

function forecast(source: Source): readonly RowSpec[] {
  const groups = new Map<string, Ending[]>();
  for (const ending of endings(source)) {
    const key = `${ending.home}\n${ending.year}`;
    groups.set(key, [...(groups.get(key) ?? []), ending]);
  }
  return [...groups]
    .sort(([a], [b]) => byText(a, b))
    .map(([, found]): RowSpec => {
      const of = (kind: Ending["kind"]) => found.filter((one) => one.kind === kind).length;
      const { home, year } = found[0] as Ending;
      return {
        school: source.schoolName(home),
        year,
        ending: found.length,
        back: of("back"),
        extended: of("extended"),
        stay: of("stay"),
      };
    });
}

function endings(source: Source): readonly Ending[] {
  const { county, plan } = source;
  const { planYear } = county.instance;
  const running = county.persons.flatMap((person, index) => runningEnd(person, index, source) ?? []);
  const now = plan.returns.map(({ from, to, settles, person }): Ending => {
    const home = county.persons[county.personIndex.get(person) ?? -1]?.homeSchool ?? (settles ? from : to);
    return { home, year: planYear, kind: settles ? "stay" : "back" };
  });
  const later = plan.moves.flatMap(({ from, end, relationMoves }): Ending[] =>
    from === null || end === null || relationMoves ? [] : [{ home: from, year: Number(end.slice(0, 4)), kind: "back" }],
  );
  return [...running, ...now, ...later];
}

function runningEnd(person: Person, index: number, source: Source): Ending | undefined {
  const record = person.exchanges
    .filter(({ to }) => to === person.currentSchool)
    .sort((a, b) => byText(b.end, a.end))[0];
  if (source.eligibility.decisions[index]?.standing !== "running" || record === undefined) return undefined;
  const { homeSchool: home } = person;
  return home === undefined ? undefined : { home, year: Number(record.end.slice(0, 4)), kind: kindOf(record, source) };
}

function kindOf({ goalMet, stay }: ExchangeRecord, { policy }: Source): Ending["kind"] {
  const { returns } = policy.eligibility;
  if (returns?.extendIfGoalMissed === true && goalMet === false) return "extended";
  return returns?.stayAllowed === true && stay?.applied === true && stay.approved ? "stay" : "back";
}
