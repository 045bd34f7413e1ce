import type { BenefitEntry } from "@lungang/core/policy";
import type { Alternative, Benefits } from "@lungang/procedure";
import { SOURCE_ID } from "../columns.ts";
import type { Source } from "../source.ts";
import type { RowSpec, TableSpec } from "../spec.ts";
import { column, count, sortedBy, tableOf, yesNo } from "../spec.ts";
import { text } from "../text.ts";
import { roster } from "./benefit-roster.ts";
import { STATUS, missingText } from "./benefit-words.ts";
import { RULE } from "./pass-rates.ts";

type Finding = Benefits["conditions"][number];

/**
 * Who meets the conditions of titles, honours and posts: everybody under every condition as data, which are a hundred pages in a
 * large county and are not printed; how many there are; and those of whom the bureau has to think this year.
 */
export function conditionTables(benefits: Benefits, source: Source): readonly (TableSpec | undefined)[] {
  const { conditions } = benefits;
  // Recruits do not exchange, and nobody asks yet what they meet.
  const moving = new Set(source.moves.flatMap(({ from, index }) => (from === undefined ? [] : [index])));
  const open = conditions.filter((finding) => isOpen(finding, moving));
  const all = list({ id: "conditions", title: ["职称、荣誉和任职条件", "Conditions"] }, conditions, source);
  return [
    all && { ...all, unprinted: true },
    counts(conditions),
    list(
      { id: "conditionsOpen", title: ["尚差条件的交流人员和接近条件的人员", "Lacking or near a condition"] },
      open,
      source,
    ),
  ];
}

const NEAR_YEARS = 1;
const NEAR_MONTHS = 6;

/** Not met, or not known to be met, by somebody who exchanges under the plan or lacks a year at the most. */
function isOpen({ person, status, alternatives, entry }: Finding, moving: ReadonlySet<number>): boolean {
  if (status === "met") return false;
  if (moving.has(person)) return true;
  const lacking = alternatives.filter((way) => way.status !== "met");
  return entry.require === "all" ? lacking.every(isNear) : lacking.some(isNear);
}

/** Time goes by; another school or exchange does not come of itself. */
function isNear({ threshold, missing }: Alternative): boolean {
  if (threshold === "exchangeMonths") return missing <= NEAR_MONTHS;
  return threshold.endsWith("Years") && missing <= NEAR_YEARS;
}

function list(
  head: { readonly id: string; readonly title: readonly [string, string] },
  found: readonly Finding[],
  source: Source,
): TableSpec | undefined {
  const columns = [
    column("status", ["是否符合", "Status"]),
    column("lacks", ["所差", "Missing"]),
    column("byPlan", ["本次交流期满后符合", "Met by this plan"]),
    column("effect", ["性质", "Effect"]),
  ];
  return roster({ ...head, columns }, found, {
    source,
    rowOf: ({ entry, status, metByPlan, alternatives }) => ({
      status: STATUS[status],
      lacks:
        status === "met" ? "" : missingText(alternatives, entry.require === "all" ? ["且", " and "] : ["或", " or "]),
      byPlan: status === "met" ? null : yesNo(metByPlan),
      effect: effectOf(entry),
    }),
  });
}

function effectOf({ preferred }: BenefitEntry) {
  return preferred ? text("优先", "preference") : text("必备", "required");
}

/** People by condition and state. */
function counts(found: readonly Finding[]): TableSpec | undefined {
  if (found.length === 0) return undefined;
  const columns = [
    RULE,
    SOURCE_ID,
    column("effect", ["性质", "Effect"]),
    count("people", ["人数", "People"]),
    count("met", ["符合", "Met"]),
    count("missing", ["不符合", "Not met"]),
    count("byPlan", ["其中本次交流期满后符合", "Of these met by this plan"]),
    count("unknown", ["数据不足", "Unknown"]),
  ];
  const rows = [...new Set(found.map(({ entry }) => entry))].map((entry): RowSpec => {
    const of = found.filter((finding) => finding.entry === entry);
    const inState = (status: Finding["status"]) => of.filter((finding) => finding.status === status);
    return {
      rule: entry.text,
      source: entry.source,
      effect: effectOf(entry),
      people: of.length,
      met: inState("met").length,
      missing: inState("missing").length,
      byPlan: inState("missing").filter(({ metByPlan }) => metByPlan).length,
      unknown: inState("unknown").length,
    };
  });
  const head = {
    id: "conditionCounts",
    title: ["各项条件符合情况", "Conditions by rule"],
    columns,
    internal: true,
  } as const;
  return tableOf(head, sortedBy(["source"], rows));
}
