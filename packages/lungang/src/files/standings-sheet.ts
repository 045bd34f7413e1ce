import type { CountyCheck, Instance } from "@lungang/core";
import { STANDING_WORDS, compareIds, placesInList } from "@lungang/core/plan";
import type { OutSheet } from "@lungang/tabular";
import type { Language } from "./out-file.ts";

/**
 * What a check found, with the county that it is about.
 *
 * @public
 */
export interface StandingsOf {
  readonly instance: Instance;
  readonly report: Pick<CountyCheck, "people">;
}

const HEADERS = {
  zh: ["人员编号", "姓名", "学校名称", "身份", "原因", "依据"],
  en: ["Person id", "Name", "School", "Standing", "Reason", "Source"],
} as const;
const WIDTHS = [13, 11, 22, 14, 70, 14];

/** Standings in the order of what has to be looked at first. */
const ORDER: readonly string[] = [
  "forced",
  "pinned",
  "due",
  "volunteer",
  "recruit",
  "returning",
  "running",
  "inTerm",
  "held",
  "exempt",
  "notDue",
];

/** Returns who is due, exempt, forced, applies or is not due, with reasons and figures: for the office only. */
export function standingsSheet({ instance, report }: StandingsOf, language: Language): OutSheet {
  const names = new Map(instance.persons.map(({ id, name }) => [id, name ?? ""]));
  const schools = new Map(instance.schools.map(({ id, name }) => [id, name]));
  const placeOf = placesInList(instance);
  const people = [...report.people].sort(
    (a, b) =>
      ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) ||
      placeOf(a.school) - placeOf(b.school) ||
      compareIds(a.person, b.person),
  );
  const joined = (texts: readonly string[], mark: string) =>
    [...new Set(texts)].filter((text) => text !== "").join(mark);
  return {
    name: { zh: "资格认定", en: "Standings" }[language],
    columns: HEADERS[language].map((header, at) => ({ header, width: WIDTHS[at] ?? 12 })),
    rows: people.map(({ person, school, standing, reasons }) => [
      person,
      names.get(person) ?? "",
      schools.get(school ?? "") ?? "",
      STANDING_WORDS[standing][language],
      joined(
        reasons.map(({ text }) => text[language]),
        { zh: "；", en: "; " }[language],
      ),
      joined(
        reasons.map(({ source }) => source),
        { zh: "、", en: ", " }[language],
      ),
    ]),
    freezeColumns: 2,
  };
}
