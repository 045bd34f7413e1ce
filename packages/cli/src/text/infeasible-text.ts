import type { Instance, Policy, Text, ToldLeastViolation } from "lungang";
import { namesOf } from "lungang";
import { say, tell } from "../session.ts";
import type { Session } from "../session.ts";
import { tableText } from "./table.ts";

/** What would have to give, and by which names it is told. */
export interface LeastView {
  readonly leastViolations: readonly ToldLeastViolation[];
  readonly policy: Policy;
  readonly instance: Instance;
}

/** Writes why no plan exists: which rules would have to give, where and by how much at least. */
export function tellInfeasible(session: Session, { message, ...view }: LeastView & { readonly message: Text }): void {
  tell(session, say(session, message));
  tellLeast(session, view);
}

/** Writes which rules would have to give, where and by how much at least; nothing where that is not known. */
export function tellLeast(session: Session, { leastViolations, policy, instance }: LeastView): void {
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
