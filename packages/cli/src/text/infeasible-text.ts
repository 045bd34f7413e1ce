import type { Instance, Policy, Text, Told, ToldLeastViolation } from "lungang";
import { amountText, namesOf } from "lungang";
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
  tell(session, say(session, { zh: "至少须放宽下列规定：", en: "At the least these have to give:" }));
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
    say(session, amountText(entry.amount, entry.unit)),
  ]);
  tell(session, tableText(columns, rows));
}

/** What finds out more. */
export const NO_PLAN_ADVICE: Text = {
  zh: "可用 lungang explain conflict 查明哪些规定不能同时满足；加 --out 文件夹，写出可以打印的说明。",
  en: "lungang explain conflict finds the rules that cannot hold together; --out FOLDER writes it down to be printed.",
};

/** Writes the sentences of explanations, those that there are. */
export function tellSentences(session: Session, told: readonly (Told<unknown> | undefined)[]): void {
  for (const sentence of told.flatMap((each) => each?.sentences ?? [])) tell(session, say(session, sentence));
}
