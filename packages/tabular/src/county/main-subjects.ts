import type { IssueLog } from "./issues.ts";
import { warningAt } from "./issues.ts";
import type { RowRecord } from "./rows.ts";
import { placeIn } from "./table.ts";

interface Skill {
  readonly subject: string;
  readonly main: boolean;
}

/**
 * Finds the main subject of people who have several and mark none: the only one that a post of their school asks for.
 *
 * Where several are asked for, or none, nobody can tell, and it is left to be asked about.
 */
export function inferMainSubjects(people: readonly RowRecord[], posts: readonly RowRecord[], log: IssueLog): void {
  const asked = new Set(posts.map(({ value }) => `${String(value["school"])}/${String(value["subject"])}`));
  for (const record of people) {
    const skills = (record.value["subjects"] ?? []) as readonly Skill[];
    if (skills.length < 2 || skills.some(({ main }) => main)) continue;
    const school = String(record.value["currentSchool"] ?? record.value["homeSchool"]);
    const [only, second] = skills.filter(({ subject }) => asked.has(`${school}/${subject}`));
    if (only === undefined || second !== undefined) continue;
    record.value["subjects"] = skills.map((skill) => (skill === only ? { ...skill, main: true } : skill));
    countInferred(record, log);
  }
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
