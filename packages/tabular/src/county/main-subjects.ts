import type { IssueLog } from "./issues.ts";
import { warningAt } from "./issues.ts";
import type { RowRecord } from "./rows.ts";
import { placeIn } from "./table.ts";

interface Skill {
  readonly subject: string;
  readonly main: boolean;
}

/**
 * Finds the main subject of people who have several and mark none: the only one that a post of their school asks for, and of
 * several the one that stands first, as staff lists write it. Both is said, the second with the rows.
 *
 * Where the school asks for none of them, nobody can tell, and it is left to be asked about.
 */
export function inferMainSubjects(people: readonly RowRecord[], posts: readonly RowRecord[], log: IssueLog): void {
  const asked = new Set(posts.map(({ value }) => `${String(value["school"])}/${String(value["subject"])}`));
  for (const record of people) {
    const skills = (record.value["subjects"] ?? []) as readonly Skill[];
    if (skills.length < 2 || skills.some(({ main }) => main)) continue;
    const school = String(record.value["currentSchool"] ?? record.value["homeSchool"]);
    const [first, second] = skills.filter(({ subject }) => asked.has(`${school}/${subject}`));
    if (first === undefined) continue;
    record.value["subjects"] = skills.map((skill) => (skill === first ? { ...skill, main: true } : skill));
    if (second === undefined) countInferred(record, log);
    else log.add(takenFirst(record, first));
  }
}

function takenFirst({ value, table, row }: RowRecord, { subject }: Skill) {
  const place = placeIn(table.sheet, row, table.columns.get("subjects"));
  return warningAt(place, "main-subject-first", {
    message: {
      zh: `人员“${String(value["id"])}”任教的几个学科本校都有岗位，未注明主教学科，已取写在前面的“${subject}”`,
      en: `Person "${String(value["id"])}" marks no main subject and the school has posts of several: "${subject}", which stands first, was taken`,
    },
    advice: {
      zh: "请核对；主教学科不是写在前面的，请注明“(主)”，如“语文(兼)、数学(主)”",
      en: "Check it; where another one is the main subject, mark it with (主)",
    },
  });
}

function countInferred({ table, row }: RowRecord, log: IssueLog): void {
  const place = placeIn(table.sheet, row, table.columns.get("subjects"));
  log.count(`main-subject-inferred/${table.sheet.file ?? ""}`, (count) =>
    warningAt(place, "main-subject-inferred", {
      message: {
        zh: `${count} 人任教多个学科而未注明主教学科，已按本校岗位所需的学科确定`,
        en: `${count} people teach several subjects and mark none as main: the one that their school asks for was taken`,
      },
      advice: {
        zh: "请核对，并注明主教学科，如“语文(主)、音乐(兼)”",
        en: "Check it, and mark the main subject with (主)",
      },
    }),
  );
}
