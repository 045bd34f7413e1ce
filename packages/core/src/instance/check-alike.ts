import { canonicalJson } from "./canonical-json.ts";
import { foldName } from "./fold-name.ts";
import type { Instance } from "./instance.ts";
import type { Person } from "./person.ts";
import type { Findings } from "./references.ts";

/** Finds what is there twice under different ids: people, schools and posts, and records of a person. */
export function checkAlike(instance: Instance, findings: Findings): void {
  checkPersonsAlike(instance.persons, findings);
  checkSchoolsAlike(instance, findings);
  checkPostsAlike(instance, findings);
  instance.persons.forEach((person, index) => checkRecords(person, index, findings));
}

/** Calls back for every item whose key has occurred before, with the first item of that key. */
function eachRepeated<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
  found: (first: number, again: number) => void,
): void {
  const seen = new Map<string, number>();
  items.forEach((item, index) => {
    const key = keyOf(item);
    if (key === undefined) return;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else found(first, index);
  });
}

/** Name, sex and date of birth are together as good as an identity number. */
function checkPersonsAlike(persons: readonly Person[], findings: Findings): void {
  const keyOf = ({ name, sex, birthDate }: Person) =>
    name === undefined || name === "" ? undefined : canonicalJson([foldName(name), sex, birthDate]);
  eachRepeated(persons, keyOf, (first, again) => {
    const [one, other] = [persons[first] as Person, persons[again] as Person];
    if (one.id === other.id) return;
    const together = one.homeSchool === other.homeSchool;
    findings.report({
      code: "same-person-twice",
      severity: together ? "error" : "warning",
      path: ["persons", again, "id"],
      received: `${one.id}, ${other.id}`,
      message: {
        zh: `“${one.name}”（编号${one.id}和${other.id}）像是同一人（姓名、性别、出生日期${together ? "、学校" : ""}都相同）`,
        en: `"${one.name}" (ids ${one.id} and ${other.id}) looks like one person: name, sex and birth${together ? ", school" : ""} agree`,
      },
      advice: {
        zh: "同一人请只保留一行；确是两人的请核对出生日期，或在姓名后加以区别",
        en: "Keep one row of one person; tell two people apart by birth date or name",
      },
    });
  });
}

function checkSchoolsAlike({ schools }: Instance, findings: Findings): void {
  const keyOf = ({ name, township, county }: Instance["schools"][number]) =>
    canonicalJson([foldName(name), township ?? "", county ?? ""]);
  eachRepeated(schools, keyOf, (first, again) => {
    const ids = [schools[first]?.id ?? "", schools[again]?.id ?? ""] as const;
    if (ids[0] === ids[1]) return;
    findings.report({
      code: "similar-name",
      severity: "warning",
      path: ["schools", again, "name"],
      message: {
        zh: `学校“${ids[0]}”和“${ids[1]}”名称相同`,
        en: `Schools "${ids[0]}" and "${ids[1]}" have the same name`,
      },
      advice: { zh: "同一所学校请只保留一行", en: "Keep one row of one school" },
    });
  });
}

function checkPostsAlike({ posts }: Instance, findings: Findings): void {
  eachRepeated(
    posts,
    ({ id: _id, ...content }) => canonicalJson(content),
    (first, again) => {
      const { id, school } = posts[again] as Instance["posts"][number];
      if (id === posts[first]?.id) return;
      findings.report({
        code: "post-twice",
        severity: "warning",
        path: ["posts", again],
        received: id,
        message: {
          zh: `学校“${school}”的两个岗位完全相同，需要人数会相加`,
          en: `Two posts of school "${school}" are the same; their heads add up`,
        },
        advice: {
          zh: "重复粘贴的请删去；确有两个的请合并人数",
          en: "Delete a copy, or join the two heads in one post",
        },
      });
    },
  );
}

/** Records of one kind, what makes two of them the same, and what they are called. */
const RECORDS = [
  { key: "offices", same: (record: object) => canonicalJson(record), zh: "任职经历", en: "office" },
  { key: "statuses", same: (record: object) => canonicalJson(record), zh: "状态", en: "status" },
  { key: "evaluations", same: ({ year }: { year?: number }) => String(year), zh: "年度考核", en: "evaluation" },
  { key: "examRanks", same: ({ survey }: { survey?: string }) => String(survey), zh: "质量监测", en: "survey" },
  { key: "subjects", same: ({ subject }: { subject?: string }) => String(subject), zh: "任教学科", en: "subject" },
] as const;

function checkRecords(person: Person, index: number, findings: Findings): void {
  for (const { key, same, zh, en } of RECORDS) {
    const records: readonly object[] = person[key];
    if (records.length < 2) continue;
    eachRepeated(records, same, (_first, again) => {
      findings.report({
        code: "record-twice",
        severity: "warning",
        path: ["persons", index, key, again],
        message: {
          zh: `人员“${person.id}”的同一项${zh}写了两次`,
          en: `Person "${person.id}" has the same ${en} twice`,
        },
        advice: { zh: "请只保留一项", en: "Keep one of them" },
      });
    });
  }
}
