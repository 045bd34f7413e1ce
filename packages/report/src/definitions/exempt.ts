import { words } from "@lungang/core";
import { ID, NAME, SCHOOL, SOURCE_ID } from "../columns.ts";
import type { Source } from "../source.ts";
import { byText } from "../source.ts";
import type { ReportDefinition, RowSpec, TableSpec } from "../spec.ts";
import { column, count, sortedBy, tableOf, yesNo } from "../spec.ts";
import { text } from "../text.ts";

/** Who is not taken in, why, until when, and whether they use headcount: for the bureau alone. */
export const r14: ReportDefinition = {
  id: "R14",
  title: text("不纳入交流及不得落聘人员名册", "Exempt and not-to-be-unplaced people"),
  sources: ["XC-14", "XC-15", "GX-02", "BQ-02", "DM-09", "YL-08", "YL-09"],
  build: (source) => ({
    tables: [roster(source), exemptCounts(source)],
    notes: source.isPublic
      ? [text("名册仅供内部使用，公开版本只有人数", "The roster is internal; in public there are counts alone")]
      : [],
  }),
};

function roster({ county, eligibility, schoolName }: Source): TableSpec {
  const { cutoff } = eligibility.context;
  const columns = [
    ID,
    NAME,
    SCHOOL,
    column("reason", ["原因", "Reason"]),
    SOURCE_ID,
    column("statuses", ["情形", "Statuses"]),
    column("until", ["有效期至", "Until"], { type: "date" }),
    column("occupies", ["是否占编", "Uses headcount"]),
  ];
  const rows = county.persons.flatMap((person, index): RowSpec[] => {
    const decision = eligibility.decisions[index];
    if (decision?.exempt !== true) return [];
    const reasons = decision.reasons.filter(({ code }) => code === "exempt");
    const active = person.statuses.filter(
      ({ approved, from, to }) => approved && (from ?? cutoff) <= cutoff && (to ?? cutoff) >= cutoff,
    );
    return [
      {
        person: person.id,
        name: person.name,
        school: schoolName(person.homeSchool),
        reason: text(reasons.map((one) => one.text.zh).join("；"), reasons.map((one) => one.text.en).join("; ")),
        source: reasons.map((one) => one.source).join(" "),
        statuses: text(
          active.map(({ code }) => words.status[code].zh).join("、"),
          active.map(({ code }) => words.status[code].en).join(", "),
        ),
        until:
          active
            .map(({ to }) => to ?? "")
            .sort(byText)
            .at(-1) || null,
        occupies: yesNo(decision.occupiesHeadcount),
      },
    ];
  });
  const title = ["不纳入人员（内部）", "Exempt people (internal)"] as const;
  return tableOf({ id: "roster", title, columns, people: true, internal: true }, sortedBy(["person"], rows));
}

/**
 * Counts exempt people by entry of the policy, each once at the first that applies; in public all reasons of health
 * and discipline stand together, and no small number is shown.
 */
export function exemptCounts({ eligibility, isPublic }: Source): TableSpec {
  const counts = new Map<string, { reason: RowSpec[string]; source: string; heads: number }>();
  for (const { exempt, reasons } of eligibility.decisions) {
    const first = exempt ? reasons.find(({ code }) => code === "exempt") : undefined;
    if (first === undefined) continue;
    const masked = isPublic && first.sensitive;
    const key = masked ? "" : first.rule;
    const before = counts.get(key) ?? {
      reason: masked ? NOT_TAKEN_IN : first.text,
      source: masked ? "" : first.source,
      heads: 0,
    };
    counts.set(key, { ...before, heads: before.heads + 1 });
  }
  const rows = [...counts].sort(([a], [b]) => byText(a, b)).map(([, row]): RowSpec => row);
  const total = rows.reduce((sum, { heads }) => sum + (heads as number), 0);
  const columns = [column("reason", ["不纳入原因", "Reason"]), SOURCE_ID, count("heads", ["人数", "People"], "count")];
  return tableOf({ id: "exempt", title: ["不纳入人数", "Exempt by reason"], columns, totalled: true }, [
    ...rows,
    { reason: text("合计", "Total"), source: "", heads: total },
  ]);
}

/** What the public reads in place of health and discipline. */
const NOT_TAKEN_IN = text("按规定不纳入", "not taken in by rule");
