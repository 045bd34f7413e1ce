import { namesOf } from "@lungang/core/plan";
import type { Instance, LeastViolation } from "@lungang/core";
import type { Policy } from "@lungang/core/policy";
import { say, tell } from "../session.ts";
import type { Session } from "../session.ts";
import { tableText } from "./table.ts";

/** What an answer without a plan is shown with. */
export interface InfeasibleView {
  readonly leastViolations: readonly LeastViolation[];
  readonly policy: Policy;
  readonly instance: Instance;
}

/** Writes why no plan exists: which rules would have to give, where and by how much at least. */
export function tellInfeasible(session: Session, { leastViolations, policy, instance }: InfeasibleView): void {
  tell(
    session,
    say(session, {
      zh: "没有任何方案能同时满足全部硬性规定。",
      en: "No plan can satisfy all hard rules together.",
    }),
  );
  if (leastViolations.length === 0) return;
  tell(session, say(session, { zh: "至少需要放松：", en: "At the least these have to give:" }));
  const titles = new Map(policy.rules.map((rule) => [rule.id, say(session, rule.text)]));
  const names = namesOf(instance, { policy });
  const columns = [
    { title: say(session, { zh: "规则", en: "rule" }) },
    { title: say(session, { zh: "出处", en: "source" }) },
    { title: say(session, { zh: "对象", en: "subject" }) },
    { title: say(session, { zh: "差额", en: "by" }), right: true },
  ];
  const rows = leastViolations.map((entry) => [
    titles.get(entry.rule) ?? entry.rule,
    entry.source,
    say(session, names.subject(entry.about)),
    entry.amount,
  ]);
  tell(session, tableText(columns, rows));
}
