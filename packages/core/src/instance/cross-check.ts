import { ageOn } from "./calendar.ts";
import { stagesOfType } from "./codes.ts";
import type { Instance } from "./instance.ts";
import type { Issue, Text } from "./issue.ts";
import type { Person } from "./person.ts";
import type { Post } from "./school.ts";

const YOUNGEST = 18;
const OLDEST = 75;

type Report = (issue: Omit<Issue, "severity"> & { readonly severity?: Issue["severity"] }) => void;

interface Known {
  readonly schools: ReadonlySet<string>;
  readonly posts: ReadonlyMap<string, Post>;
  readonly townships: ReadonlySet<string>;
  readonly planYear: number;
}

/** Checks references, duplicates and plausibility of an instance that has the right shape. */
export function crossCheck(instance: Instance): readonly Issue[] {
  const issues: Issue[] = [];
  const report: Report = (issue) => issues.push({ severity: "error", ...issue });
  const known: Known = {
    schools: new Set(instance.schools.map((school) => school.id)),
    posts: new Map(instance.posts.map((post) => [post.id, post])),
    townships: new Set(instance.schools.flatMap((school) => (school.township === undefined ? [] : [school.township]))),
    planYear: instance.planYear,
  };
  for (const key of ["schools", "posts", "persons", "groups"] as const) checkDuplicates(key, instance[key], report);
  checkSchools(instance, known, report);
  checkPosts(instance, known, report);
  checkPersons(instance, known, report);
  checkTravel(instance, report);
  if (instance.schools.length === 0)
    report({ ...emptyCounty, code: "no-schools", severity: "warning", path: ["schools"] });
  return issues;
}

const emptyCounty: { message: Text } = {
  message: { zh: "没有任何学校，方案将是空的", en: "There are no schools; the plan will be empty" },
};

function checkDuplicates(key: string, items: readonly { readonly id: string }[], report: Report): void {
  const seen = new Map<string, { id: string; index: number }>();
  items.forEach(({ id }, index) => {
    const folded = id.normalize("NFKC").trim().toLowerCase();
    const first = seen.get(folded);
    if (first === undefined) {
      seen.set(folded, { id, index });
      return;
    }
    const same = first.id === id;
    report({
      code: same ? "duplicate-id" : "similar-id",
      severity: same ? "error" : "warning",
      path: [key, index, "id"],
      message: same
        ? {
            zh: `编号“${id}”出现了两次（第${first.index + 1}项和第${index + 1}项）`,
            en: `Duplicate id "${id}" in items ${first.index + 1} and ${index + 1}`,
          }
        : {
            zh: `编号“${id}”与“${first.id}”只差全角半角或大小写`,
            en: `Ids "${id}" and "${first.id}" differ only in width or case`,
          },
      advice: {
        zh: "请核对是否为同一对象，并保证编号唯一",
        en: "Check whether both mean the same and make ids unique",
      },
    });
  });
}

function unknownReference(report: Report, path: readonly (string | number)[], what: Text, id: string): void {
  report({
    code: "unknown-reference",
    path,
    received: id,
    message: { zh: `${what.zh}“${id}”不存在`, en: `Unknown ${what.en} "${id}"` },
    advice: { zh: "请改为已登记的编号，或先登记它", en: "Use an id that is listed, or list it first" },
  });
}

const SCHOOL: Text = { zh: "学校", en: "school" };
const POST: Text = { zh: "岗位", en: "post" };
const TOWNSHIP: Text = { zh: "乡镇", en: "township" };

function checkSchools(instance: Instance, known: Known, report: Report): void {
  instance.schools.forEach((school, index) => {
    if (school.parent !== undefined && !known.schools.has(school.parent)) {
      unknownReference(report, ["schools", index, "parent"], SCHOOL, school.parent);
    }
    const { quota } = school;
    if (quota?.minOut !== undefined && quota.maxOut !== undefined && quota.minOut > quota.maxOut) {
      report({
        code: "empty-range",
        path: ["schools", index, "quota"],
        message: {
          zh: `学校“${school.id}”的最少交流人数大于最多交流人数`,
          en: `School "${school.id}": minOut is above maxOut`,
        },
      });
    }
  });
  instance.groups.forEach((group, index) => {
    if (group.leadSchool !== undefined && !known.schools.has(group.leadSchool)) {
      unknownReference(report, ["groups", index, "leadSchool"], SCHOOL, group.leadSchool);
    }
  });
}

function checkPosts(instance: Instance, known: Known, report: Report): void {
  const stages = new Map(instance.schools.map((school) => [school.id, stagesOfType(school.type)]));
  instance.posts.forEach((post, index) => {
    if (!known.schools.has(post.school))
      return unknownReference(report, ["posts", index, "school"], SCHOOL, post.school);
    const path = ["posts", index] as const;
    if (post.capacity === undefined && (post.periodsPerWeek === undefined || post.fullLoad === undefined)) {
      report({
        code: "post-without-demand",
        path,
        message: {
          zh: `岗位“${post.id}”没有人数，也没有“周课时＋满工作量”`,
          en: `Post "${post.id}" has neither a capacity nor weekly periods with a full load`,
        },
        advice: {
          zh: "请填写人数，或同时填写周课时和满工作量",
          en: "Give the capacity, or weekly periods and the full load",
        },
      });
    }
    if (post.kind === "teaching" && (post.stage === undefined || post.subject === undefined)) {
      report({
        code: "teaching-post-incomplete",
        path,
        message: {
          zh: `教学岗位“${post.id}”缺少学段或学科`,
          en: `Teaching post "${post.id}" lacks a stage or a subject`,
        },
      });
    } else if (post.stage !== undefined && !(stages.get(post.school) ?? []).includes(post.stage)) {
      report({
        code: "stage-not-taught",
        path: [...path, "stage"],
        received: post.stage,
        expected: (stages.get(post.school) ?? []).join(", "),
        message: {
          zh: `岗位“${post.id}”的学段与学校类型不符`,
          en: `Post "${post.id}": the school does not teach stage "${post.stage}"`,
        },
      });
    }
    return undefined;
  });
}

function checkPersons(instance: Instance, known: Known, report: Report): void {
  instance.persons.forEach((person, index) => {
    checkPersonReferences(person, index, known, report);
    const age = ageOn(person.birthDate, `${known.planYear}-08-31`);
    if (age < YOUNGEST || age > OLDEST) {
      report({
        code: "implausible-age",
        path: ["persons", index, "birthDate"],
        message: {
          zh: `人员“${person.id}”的出生日期不合理（年龄应在${YOUNGEST}至${OLDEST}岁之间）`,
          en: `Person "${person.id}": the birth date gives an age outside ${YOUNGEST} to ${OLDEST}`,
        },
        advice: { zh: "请核对出生日期", en: "Check the birth date" },
      });
    }
    if (person.homeSchool === undefined && person.recruitYear !== known.planYear) {
      report({
        code: "person-without-school",
        path: ["persons", index, "homeSchool"],
        message: {
          zh: `人员“${person.id}”没有人事关系所在学校，也不是当年新招聘教师`,
          en: `Person "${person.id}" has no home school and is no recruit of the year`,
        },
        advice: {
          zh: "请填写所在学校；新教师请填写招聘年份",
          en: "Give the home school; for a recruit give the recruit year",
        },
      });
    }
    if (person.tenureStart !== undefined && person.tenureStart < person.birthDate) {
      report({
        code: "dates-out-of-order",
        path: ["persons", index, "tenureStart"],
        message: {
          zh: `人员“${person.id}”的到校时间早于出生日期`,
          en: `Person "${person.id}": tenure starts before birth`,
        },
      });
    }
    person.exchanges.forEach((record, at) => {
      if (record.end < record.start) {
        report({
          code: "dates-out-of-order",
          path: ["persons", index, "exchanges", at, "end"],
          message: {
            zh: `人员“${person.id}”的交流结束时间早于开始时间`,
            en: `Person "${person.id}": an exchange ends before it starts`,
          },
        });
      }
    });
  });
}

function checkPersonReferences(person: Person, index: number, known: Known, report: Report): void {
  const at = (...keys: (string | number)[]) => ["persons", index, ...keys];
  const school = (id: string | undefined, ...keys: (string | number)[]) => {
    if (id !== undefined && !known.schools.has(id)) unknownReference(report, at(...keys), SCHOOL, id);
  };
  school(person.homeSchool, "homeSchool");
  school(person.currentSchool, "currentSchool");
  person.offices.forEach((office, k) => school(office.school, "offices", k, "school"));
  person.application?.wishes.forEach((id, k) => school(id, "application", "wishes", k));
  const township = person.residenceTownship;
  if (township !== undefined && !known.townships.has(township)) {
    unknownReference(report, at("residenceTownship"), TOWNSHIP, township);
  }
  if (person.currentPost === undefined) return;
  const post = known.posts.get(person.currentPost);
  if (post === undefined) unknownReference(report, at("currentPost"), POST, person.currentPost);
  else if (post.school !== (person.currentSchool ?? person.homeSchool)) {
    report({
      code: "post-elsewhere",
      path: at("currentPost"),
      received: person.currentPost,
      message: {
        zh: `人员“${person.id}”的岗位不在其任教学校`,
        en: `Person "${person.id}": the current post is at another school`,
      },
    });
  }
}

function checkTravel(instance: Instance, report: Report): void {
  const { matrix } = instance.travel;
  if (matrix === undefined) return;
  const rowsFit = matrix.metres.length === matrix.persons.length;
  const columnsFit = matrix.metres.every((row) => row.length === matrix.schools.length);
  if (rowsFit && columnsFit) return;
  report({
    code: "matrix-shape",
    path: ["travel", "matrix", "metres"],
    message: {
      zh: "里程矩阵的行数或列数与人员、学校名单不一致",
      en: "The travel matrix does not have one row a person and one entry a school",
    },
  });
}
