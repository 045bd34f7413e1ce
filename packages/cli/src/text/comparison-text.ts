import type { Comparison, Instance, Policy, Text, Wording } from "lungang";
import { amountText, placementText, wordingOf } from "lungang";
import { say, tell } from "../session.ts";
import type { Session } from "../session.ts";
import { tableText } from "./table.ts";

/** By what names the plans are told of. */
interface Named {
  readonly instance: Instance;
  readonly policy: Policy;
}

/** What something is in one plan and in the other. */
type Row = readonly [what: string, first: string, second: string];

/** Writes in what two plans differ: levels, numbers of rules, people, schools; a part without a difference is left out. */
export function tellComparison(session: Session, found: Comparison, named: Named): void {
  if (Object.values(found).every(({ length }) => length === 0)) {
    tell(session, say(session, { zh: "两个方案相同。", en: "The plans are the same." }));
    return;
  }
  const wording = wordingOf(named);
  tellRows(session, { zh: "目标", en: "level" }, levelRows(session, found, wording));
  tellRows(session, { zh: "规定（结果／要求）", en: "rule (value / target)" }, measureRows(session, found, wording));
  tellRows(session, { zh: "人员", en: "person" }, peopleRows(session, found, wording));
  tellRows(session, { zh: "学校（派出、派入、在校）", en: "school (out, in, working)" }, schoolRows(found, wording));
}

function tellRows(session: Session, title: Text, rows: readonly Row[]): void {
  if (rows.length === 0) return;
  const titles = [title, { zh: "方案一", en: "first" }, { zh: "方案二", en: "second" }];
  const columns = titles.map((text) => ({ title: say(session, text) }));
  tell(session, tableText(columns, rows));
}

function levelRows(session: Session, { levels }: Comparison, wording: Wording): readonly Row[] {
  return levels.map(({ level, unit, before, after }) => [
    say(session, wording.level(level)),
    say(session, amountText(before, unit)),
    say(session, amountText(after, unit)),
  ]);
}

function measureRows(session: Session, { measures }: Comparison, { names }: Wording): readonly Row[] {
  return measures.map(({ rule, about, values, targets }) => {
    const [title, where] = [say(session, names.rule(rule)), say(session, names.subject(about))];
    const of = (at: 0 | 1) => `${values[at] ?? "-"} / ${targets[at] ?? "-"}`;
    return [`${title} ${where}`, of(0), of(1)];
  });
}

function peopleRows(session: Session, { people }: Comparison, wording: Wording): readonly Row[] {
  return people.map(({ person, before, after }) => [
    wording.names.person(person),
    say(session, placementText(person, before, wording)),
    say(session, placementText(person, after, wording)),
  ]);
}

function schoolRows({ schools }: Comparison, { names }: Wording): readonly Row[] {
  return schools.map(({ school, movesOut, movesIn, working }) => {
    const of = (at: 0 | 1) => [movesOut[at], movesIn[at], working[at]].join(" / ");
    return [names.school(school), of(0), of(1)];
  });
}
