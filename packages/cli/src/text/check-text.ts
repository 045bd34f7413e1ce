import type { CountyCheck, Instance, Policy, Text } from "lungang";
import { STANDING_WORDS, namesOf, words } from "lungang";
import { say, tell } from "../session.ts";
import type { Session } from "../session.ts";
import { tableText } from "./table.ts";

/** Reasons that say no more than the standing itself. */
const SILENT = new Set(["notDue", "outOfScope", "recruit"]);

/** What a check is shown with. */
export interface CheckView {
  readonly report: CountyCheck;
  readonly policy: Policy;
  readonly instance: Instance;
}

/** Writes for readers what is known before any solve. */
export function tellCheck(session: Session, { report, policy, instance }: CheckView): void {
  tell(session, headline(session, report, policy));
  tell(session, standingsTable(session, report));
  tell(session, reasonsTable(session, report));
  for (const line of quotaLines(session, { report, policy, instance })) tell(session, line);
  tell(session, subjectsTable(session, report));
  tell(session, establishmentLine(session, report));
}

function headline(session: Session, { county, counts }: CountyCheck, policy: Policy): string {
  return say(session, {
    zh: `${county.name} ${county.planYear} 年，按《${policy.name.zh}》：学校 ${counts.schools} 所（适用 ${counts.schoolsInScope} 所），人员 ${counts.people} 人，岗位 ${counts.posts} 个。`,
    en: `${county.name} ${county.planYear} under "${policy.name.en}": ${counts.schools} schools (${counts.schoolsInScope} in scope), ${counts.people} people, ${counts.posts} posts.`,
  });
}

function standingsTable(session: Session, { standings }: CountyCheck): string {
  const columns = [
    { title: say(session, { zh: "身份", en: "standing" }) },
    { title: say(session, { zh: "人数", en: "people" }), right: true },
  ];
  return tableText(
    columns,
    standings.map(({ standing, count }) => [say(session, STANDING_WORDS[standing]), count]),
  );
}

function reasonsTable(session: Session, { reasons }: CountyCheck): string {
  const columns = [
    { title: say(session, { zh: "依据（一人可有多条）", en: "reason (one person may have several)" }) },
    { title: say(session, { zh: "出处", en: "source" }) },
    { title: say(session, { zh: "人数", en: "people" }), right: true },
  ];
  const rows = reasons
    .filter(({ code }) => !SILENT.has(code))
    .map(({ code, text, source, count }) => [say(session, GENERIC[code] ?? text), source, count]);
  return tableText(columns, rows);
}

/** Reasons whose text speaks of one person. */
const GENERIC: Readonly<Record<string, Text>> = {
  returning: { zh: "交流期满", en: "exchange ended" },
  held: { zh: "已定留任", en: "held by a lock" },
  pinned: { zh: "已定去向", en: "pinned by a lock" },
};

function quotaLines(session: Session, { report, policy, instance }: CheckView): readonly string[] {
  const names = namesOf(instance);
  const titles = new Map(policy.rules.map((rule) => [rule.id, say(session, rule.text)]));
  return report.quotas.map(({ rule, source, about, base, target, sense }) => {
    const title = `${titles.get(rule) ?? rule} [${source}]${about.kind === "county" ? "" : ` ${say(session, names.subject(about))}`}`;
    const most = sense === "atMost";
    return say(session, {
      zh: `${title}：基数 ${base} 人，${most ? "至多" : "至少"} ${target} 人`,
      en: `${title}: base ${base}, at ${most ? "most" : "least"} ${target}`,
    });
  });
}

function subjectsTable(session: Session, { subjects }: CountyCheck): string {
  const titles = [
    { zh: "岗位需求", en: "needed" },
    { zh: "现有", en: "there" },
    { zh: "各校缺员", en: "missing" },
    { zh: "各校富余", en: "surplus" },
  ];
  const columns = [
    { title: say(session, { zh: "学段", en: "stage" }) },
    { title: say(session, { zh: "学科", en: "subject" }) },
    ...titles.map((title) => ({ title: say(session, title), right: true })),
  ];
  const rows = subjects.map((entry) => [
    stageWord(session, entry.stage),
    entry.subject,
    entry.demand,
    entry.people,
    entry.missing,
    entry.surplus,
  ]);
  return tableText(columns, rows);
}

function stageWord(session: Session, stage: string): string {
  const text = Object.entries(words.stage).find(([code]) => code === stage)?.[1];
  return text === undefined ? stage : say(session, text);
}

function establishmentLine(session: Session, { schools }: CountyCheck): string {
  return say(session, {
    zh: `超编学校 ${schools.overEstablishment} 所共 ${schools.headsOver} 人，缺编学校 ${schools.underEstablishment} 所共 ${schools.headsUnder} 人。`,
    en: `${schools.overEstablishment} schools are over their establishment by ${schools.headsOver}, ${schools.underEstablishment} under it by ${schools.headsUnder}.`,
  });
}
