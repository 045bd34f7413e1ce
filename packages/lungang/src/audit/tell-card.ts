import type { Burden, CardFinding, PersonEnd, ReportCard } from "@lungang/appointment/card";
import type { Issue, Text } from "@lungang/core";
import { plainIssues } from "../outcome/told.ts";
import type { ReportCardDocument } from "./card-document.ts";
import { REPORT_CARD_FORMAT } from "./card-document.ts";
import { groupText } from "./groups-of.ts";

/** What a card is told with. */
export interface CardTelling {
  readonly title: string;
  readonly kind: ReportCardDocument["kind"];
  readonly verified: ReportCardDocument["verified"];
  readonly issues: readonly Issue[];
  readonly personName: (id: string) => string;
  readonly schoolName: (id: string) => string;
  /** Place of a school where the county lists its schools. @defaultValue schools stand by their names */
  readonly placeOf?: (school: string) => number;
  /** Why nobody can be passed over, where nothing ranks people. */
  readonly unranked: Text;
}

/** Returns a report card as plain data, with every case: the internal edition. */
export function tellCard(card: ReportCard, telling: CardTelling): ReportCardDocument {
  const { title, kind, verified, issues, personName, schoolName, placeOf = () => 0 } = telling;
  const moved = card.ends.filter((end) => end.moved).length;
  return {
    format: REPORT_CARD_FORMAT,
    message: messageOf(card, moved),
    issues: plainIssues(issues),
    title,
    kind,
    edition: "internal",
    verified,
    findings: card.findings.map((finding) => findingOf(finding, telling)),
    burden: card.burden.map((burden) => burdenOf(burden, { schoolName, placeOf })),
    distances: {
      moved,
      knownBefore: card.distances.knownBefore,
      knownAfter: card.distances.knownAfter,
      decilesBefore: [...card.distances.decilesBefore],
      decilesAfter: [...card.distances.decilesAfter],
    },
    flow: {
      lines: card.flow.lines.map(({ from, to, people }) => ({ from, to, people: people.length, cases: [...people] })),
      unknown: card.flow.unknown.length,
    },
    shortfalls: {
      schools: card.shortfalls.schools
        .toSorted((a, b) => placeOf(a.school) - placeOf(b.school))
        .map((line) => ({ ...line, name: schoolName(line.school) })),
      before: { ...card.shortfalls.before, curve: [...card.shortfalls.before.curve] },
      after: { ...card.shortfalls.after, curve: [...card.shortfalls.after.curve] },
      dominates: card.shortfalls.dominates,
    },
    people: card.ends.filter(isChanged).map((end) => ({
      person: end.id,
      name: personName(end.id),
      from: end.from === undefined ? null : schoolName(end.from),
      to: end.to === undefined ? null : schoolName(end.to),
      moved: end.moved,
      worse: end.isWorse,
      metresBefore: end.metresBefore ?? null,
      metresAfter: end.metresAfter ?? null,
    })),
  };
}

function isChanged({ start, end }: PersonEnd): boolean {
  return start !== end;
}

function findingOf(
  { name, text, unit, value, cases }: CardFinding,
  { unranked }: CardTelling,
): ReportCardDocument["findings"][number] {
  return {
    name,
    text,
    unit,
    value,
    because: value === null ? unranked : null,
    cases: cases.map(({ people, posts, school, text: said }) => ({
      people: [...people],
      posts: [...posts],
      ...(school === undefined ? {} : { school }),
      text: said,
    })),
  };
}

const GROUPING_WORDS: Readonly<Record<Burden["grouping"], Text>> = {
  sex: { zh: "性别", en: "sex" },
  ageBand: { zh: "年龄段", en: "age" },
  rank: { zh: "职称", en: "title" },
  couple: { zh: "夫妻与其他人员", en: "couples and singles" },
  school: { zh: "原学校", en: "school left" },
};

function burdenOf(
  { grouping, groups, unknown }: Burden,
  { schoolName, placeOf }: Required<Pick<CardTelling, "schoolName" | "placeOf">>,
): ReportCardDocument["burden"][number] {
  const inOrder = grouping === "school" ? groups.toSorted((a, b) => placeOf(a.group) - placeOf(b.group)) : groups;
  return {
    grouping,
    text: GROUPING_WORDS[grouping],
    groups: inOrder.map(({ group, people, moved, worse, meanMetres }) => ({
      group,
      text: groupText(grouping, group, schoolName),
      people: people.length,
      moved: moved.length,
      worse: worse.length,
      meanMetres: meanMetres === null ? null : Math.round(meanMetres),
      cases: { people: [...people], moved: [...moved], worse: [...worse] },
    })),
    unknown: unknown.length,
  };
}

function messageOf({ ends, findings, shortfalls }: ReportCard, moved: number): Text {
  const value = (name: CardFinding["name"]) => findings.find((finding) => finding.name === name)?.value ?? null;
  const [worse, envy, wasted] = [value("worseThanStaying"), value("justifiedEnvy"), value("wastedPosts")];
  const hidden = value("hiddenVacancies");
  const { before, after } = shortfalls;
  return {
    zh: `${ends.length} 人中调动 ${moved} 人；不如留任 ${worse} 人，${envy === null ? "没有排序依据，不评越位" : `被越过 ${envy} 人`}，有人愿去却空置的岗位 ${wasted} 个，未公开的空岗 ${hidden} 个；缺岗由 ${before.total} 个变为 ${after.total} 个。`,
    en: `${moved} of ${ends.length} people move; ${worse} are worse off than by staying, ${envy === null ? "nothing ranks people, so that nobody is passed over" : `${envy} are passed over`}, ${wasted} posts stay empty that somebody prefers, ${hidden} vacancies nobody was told of; posts lack ${before.total} heads before and ${after.total} after.`,
  };
}
