import { stagesOfType } from "./codes.ts";
import { checkAlike } from "./check-alike.ts";
import { checkAmounts } from "./check-amounts.ts";
import { checkGroups } from "./check-groups.ts";
import { checkPersons } from "./check-persons.ts";
import { checkPoints } from "./check-points.ts";
import { checkSubjects } from "./check-subjects.ts";
import type { Instance } from "./instance.ts";
import type { Issue } from "./issue.ts";
import type { KnownIds } from "./references.ts";
import { Findings, PERSON, SCHOOL } from "./references.ts";
import type { Post } from "./school.ts";

/** Checks references, duplicates and plausibility of an instance that has the right shape. */
export function crossCheck(instance: Instance): readonly Issue[] {
  const findings = new Findings({ schools: instance.schools.map((school) => school.name) });
  const known: KnownIds = {
    schools: new Set(instance.schools.map((school) => school.id)),
    posts: new Map(instance.posts.map((post) => [post.id, post])),
    persons: new Set(instance.persons.map((person) => person.id)),
    townships: new Set([
      ...instance.schools.flatMap((school) => school.township ?? []),
      ...instance.groups.flatMap((group) => (group.kind === "township" ? group.id : [])),
    ]),
    planYear: instance.planYear,
  };
  for (const key of ["schools", "posts", "persons"] as const) checkDuplicates(key, instance[key], findings);
  checkAlike(instance, findings);
  checkAmounts(instance, findings);
  checkGroups(instance, findings);
  checkSubjects(instance, findings);
  checkPoints(instance, findings);
  const groups = instance.groups.map(({ id, kind }) => ({ id, scope: kind }));
  checkDuplicates("groups", groups, findings);
  checkSchools(instance, known, findings);
  checkCountyTotal(instance, findings);
  checkPosts(instance, findings);
  checkPersons(instance.persons, known, findings);
  checkTravel(instance, known, findings);
  if (instance.schools.length === 0) {
    findings.report({
      code: "no-schools",
      severity: "warning",
      path: ["schools"],
      message: { zh: "尚未填写学校，编出的方案为空", en: "There are no schools; the plan will be empty" },
      advice: { zh: "请先填写学校", en: "Give the schools first" },
    });
  }
  return findings.issues;
}

/** The bureau divides the establishment of the county between its schools (YL-18), and no more than there is. */
function checkCountyTotal({ county, schools }: Instance, findings: Findings): void {
  const most = county.establishment;
  const sum = schools.reduce((total, { establishment = 0 }) => total + establishment, 0);
  if (most === undefined || sum <= most) return;
  findings.report({
    code: "establishments-over-county",
    severity: "warning",
    path: ["county", "establishment"],
    received: String(sum),
    expected: String(most),
    message: {
      zh: `各校编制合计${sum}人，超过全县编制${most}人`,
      en: `The establishments of the schools add up to ${sum}, more than the ${most} of the county`,
    },
    advice: { zh: "请核对全县编制和各校编制", en: "Check the establishment of the county and those of the schools" },
  });
}

interface Named {
  readonly id: string;
  /** Within which ids must differ: a zone and an alliance may have the same id. */
  readonly scope?: string;
}

function checkDuplicates(key: string, items: readonly Named[], findings: Findings): void {
  const exact = new Map<string, number>();
  const alike = new Map<string, string>();
  items.forEach(({ id, scope = "" }, index) => {
    const name = `${scope}/${id}`;
    const folded = `${scope}/${id.normalize("NFKC").trim().toLowerCase()}`;
    const first = exact.get(name);
    const similar = alike.get(folded);
    if (first !== undefined) reportDuplicate(id, [first, index, idPath(key, index)], findings);
    else if (similar !== undefined) reportSimilar([id, similar], idPath(key, index), findings);
    if (first === undefined) exact.set(name, index);
    if (similar === undefined) alike.set(folded, id);
  });
}

/** Lists of the road table hold ids themselves, other lists have items with one. */
function idPath(key: string, index: number): readonly (string | number)[] {
  return key.includes(".") ? [...key.split("."), index] : [key, index, "id"];
}

const UNIQUE_ADVICE = {
  zh: "请核对是否为同一对象，并保证编号唯一",
  en: "Check whether both mean the same and make ids unique",
};

function reportDuplicate(
  id: string,
  at: readonly [first: number, index: number, path: readonly (string | number)[]],
  findings: Findings,
): void {
  const [first, index, path] = at;
  findings.report({
    code: "duplicate-id",
    path,
    message: {
      zh: `编号“${id}”出现了两次（第${first + 1}项和第${index + 1}项）`,
      en: `Duplicate id "${id}" in items ${first + 1} and ${index + 1}`,
    },
    advice: UNIQUE_ADVICE,
  });
}

function reportSimilar(ids: readonly [string, string], path: readonly (string | number)[], findings: Findings): void {
  findings.report({
    code: "similar-id",
    severity: "warning",
    path,
    message: {
      zh: `编号“${ids[0]}”与“${ids[1]}”只差全角半角或大小写`,
      en: `Ids "${ids[0]}" and "${ids[1]}" differ only in width or case`,
    },
    advice: UNIQUE_ADVICE,
  });
}

function checkSchools(instance: Instance, known: KnownIds, findings: Findings): void {
  instance.schools.forEach((school, index) => {
    if (school.parent !== undefined && !known.schools.has(school.parent)) {
      findings.unknown(["schools", index, "parent"], SCHOOL, school.parent);
    }
    const { quota } = school;
    for (const [min, max] of [
      ["minOut", "maxOut"],
      ["minIn", "maxIn"],
    ] as const) {
      if ((quota?.[min] ?? 0) <= (quota?.[max] ?? Infinity)) continue;
      findings.report({
        code: "empty-range",
        path: ["schools", index, "quota"],
        message: {
          zh: `学校“${school.id}”的${min === "minOut" ? "最少交流出" : "最少交流入"}人数大于最多人数`,
          en: `School "${school.id}": ${min} is above ${max}`,
        },
        advice: { zh: "请改正其中一个数", en: "Correct one of the two numbers" },
      });
    }
  });
  instance.groups.forEach((group, index) => {
    if (group.leadSchool !== undefined && !known.schools.has(group.leadSchool)) {
      findings.unknown(["groups", index, "leadSchool"], SCHOOL, group.leadSchool);
    }
  });
}

function checkPosts(instance: Instance, findings: Findings): void {
  const types = new Map(instance.schools.map((school) => [school.id, school.type]));
  instance.posts.forEach((post, index) => {
    const type = types.get(post.school);
    if (type === undefined) return findings.unknown(["posts", index, "school"], SCHOOL, post.school);
    checkDemand(post, index, findings);
    return checkStage(post, { index, stages: stagesOfType(type) }, findings);
  });
}

function checkDemand(post: Post, index: number, findings: Findings): void {
  if (post.capacity !== undefined || (post.periodsPerWeek !== undefined && post.fullLoad !== undefined)) return;
  findings.report({
    code: "post-without-demand",
    path: ["posts", index],
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

interface Taught {
  readonly index: number;
  readonly stages: readonly string[];
}

function checkStage(post: Post, { index, stages }: Taught, findings: Findings): void {
  if (post.kind === "teaching" && (post.stage === undefined || post.subject === undefined)) {
    findings.report({
      code: "teaching-post-incomplete",
      path: ["posts", index],
      message: {
        zh: `教学岗位“${post.id}”缺少学段或学科`,
        en: `Teaching post "${post.id}" lacks a stage or a subject`,
      },
      advice: { zh: "请填写学段和学科", en: "Give stage and subject" },
    });
  } else if (post.stage !== undefined && !stages.includes(post.stage)) {
    findings.report({
      code: "stage-not-taught",
      path: ["posts", index, "stage"],
      received: post.stage,
      expected: stages.join(", "),
      message: {
        zh: `岗位“${post.id}”的学段与学校类型不符`,
        en: `Post "${post.id}": the school does not teach stage "${post.stage}"`,
      },
      advice: { zh: "请改正岗位的学段或学校类型", en: "Correct the stage of the post or the type of the school" },
    });
  }
}

function checkTravel(instance: Instance, known: KnownIds, findings: Findings): void {
  const { matrix } = instance.travel;
  if (matrix === undefined) return;
  const at = ["travel", "matrix"];
  checkDuplicates(
    "travel.matrix.persons",
    matrix.persons.map((id) => ({ id })),
    findings,
  );
  checkDuplicates(
    "travel.matrix.schools",
    matrix.schools.map((id) => ({ id })),
    findings,
  );
  matrix.persons.forEach((id, row) => {
    if (!known.persons.has(id)) findings.unknown([...at, "persons", row], PERSON, id);
  });
  matrix.schools.forEach((id, column) => {
    if (!known.schools.has(id)) findings.unknown([...at, "schools", column], SCHOOL, id);
  });
  const rowsFit = matrix.metres.length === matrix.persons.length;
  const columnsFit = matrix.metres.every((row) => row.length === matrix.schools.length);
  if (rowsFit && columnsFit) return;
  findings.report({
    code: "matrix-shape",
    path: [...at, "metres"],
    message: {
      zh: "“里程”表的行数或列数与人员、学校名单不一致",
      en: "The travel matrix does not have one row a person and one entry a school",
    },
    advice: { zh: "请按人员、学校名单补齐“里程”表", en: "Give a row for every person and an entry for every school" },
  });
}
