import type { HardRules, Market } from "@lungang/appointment";
import { loadHardRules } from "@lungang/appointment";
import type { Checked, Issue } from "@lungang/core";
import { checked } from "@lungang/core";
import type { AppointmentRows } from "@lungang/tabular";

/** Finds what couples and limits do not go with. */
export function hardRuleConflicts({ settings, couples, limits }: AppointmentRows): readonly Issue[] {
  const isHard = couples.length + limits.length > 0;
  if (!isHard || settings.rule === "acceptance" || settings.rule === "twoSidedPeople") return [];
  return [
    {
      code: "hard-rules-other-rule",
      severity: "error",
      path: ["settings", "rule"],
      received: settings.rule ?? "",
      message: {
        zh: "有“夫妻”或“人数限制”时，只能按延迟接受或双向选择（教师先选）求最少的越过",
        en: "Couples and limits go with deferred acceptance or with two-sided choice in which people propose",
      },
      advice: { zh: "请改聘任规则，或清空“夫妻”“人数限制”两表", en: "Change the rule, or empty both sheets" },
    },
  ];
}

/** Reads couples and limits; undefined where there are none. */
export function hardRulesOf(rows: AppointmentRows, market: Market): Checked<HardRules | undefined> {
  const { couples, limits } = rows;
  if (couples.length + limits.length === 0) return checked(undefined, []);
  return loadHardRules({ format: "lungang-hard-rules-1", couples, limits }, market);
}
