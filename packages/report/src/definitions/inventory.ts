import type { Person, School } from "@lungang/core";
import { codes, headsOf, stagesOfType, words } from "@lungang/core";
import { listedSchools } from "@lungang/core/plan";
import { OVER, SCHOOL, SUBJECT, overEstablishment } from "../columns.ts";
import type { Source } from "../source.ts";
import type { ReportDefinition, RowSpec, TableSpec } from "../spec.ts";
import { column, count, tableOf } from "../spec.ts";
import { text } from "../text.ts";

const PEOPLE = count("people", ["人数", "People"]);

/** Schools by type and area, staff by establishment, stage and honour. */
export const r5: ReportDefinition = {
  id: "R5",
  title: text("学校和教职工基本情况", "School and staff inventory"),
  sources: ["XR-02", "XR-03"],
  build: (source) => ({
    tables: [
      schoolsByType(source),
      ...[staff(source), honours(source)].map((table) => ({ ...table, notes: whoCounts(source) })),
    ],
    missing:
      source.records.subjectLeaders === undefined
        ? [text("学科带头人的级别", "level of subject leaders (records.subjectLeaders)")]
        : [],
  }),
};

function whoCounts({ isPublic }: Source) {
  return isPublic ? [text("公开版本按占编人数统计", "The public version counts who uses headcount")] : [];
}

/** All schools of the county, whether the policy is for them or not (XR-02). */
function schoolsByType({ county }: Source): TableSpec {
  const schools = county.schools.filter(({ status }) => status !== "closed");
  const areas = codes.AREAS.map((area) => ({ area, header: words.area[area] }));
  const columns = [
    column("type", ["学校类型", "Type"]),
    ...areas.map(({ area, header }) => count(area, [header.zh, header.en])),
    count("none", ["区域不明", "Area unknown"]),
    count("total", ["合计", "Total"]),
  ];
  const rows = codes.SCHOOL_TYPES.flatMap((type): RowSpec[] => {
    const found = schools.filter((school) => school.type === type);
    if (found.length === 0) return [];
    const inArea = (area: School["area"]) => found.filter((school) => school.area === area).length;
    return [
      {
        type: words.schoolType[type],
        ...Object.fromEntries(areas.map(({ area }) => [area, inArea(area)])),
        none: inArea(undefined),
        total: found.length,
      },
    ];
  });
  return tableOf({ id: "schools", title: ["学校基本情况", "Schools"], columns }, rows);
}

type Fits = (person: Person, school: School | undefined) => boolean;

const teaches =
  (stages: readonly string[]): Fits =>
  (_person, school) =>
    school !== undefined && stagesOfType(school.type).some((stage) => stages.includes(stage));

const GROUPS: readonly { readonly name: ReturnType<typeof text>; readonly fits: Fits }[] = [
  { name: text("全县", "All"), fits: () => true },
  { name: text("义务教育", "Compulsory"), fits: teaches(["primary", "junior"]) },
  { name: text("初中（含一贯制）", "Junior, with nine-year schools"), fits: teaches(["junior"]) },
  { name: text("小学（含一贯制）", "Primary, with nine-year schools"), fits: teaches(["primary"]) },
  { name: text("幼儿园", "Kindergarten"), fits: teaches(["kindergarten"]) },
  { name: text("高中、中职", "Senior and vocational"), fits: teaches(["senior", "vocational"]) },
];

function staff(source: Source): TableSpec {
  const { county, isStaff } = source;
  const columns = [
    column("group", ["范围", "Group"]),
    count("public", ["公办", "Established"]),
    count("temporary", ["临聘", "Temporary"]),
    count("total", ["合计", "Total"]),
  ];
  const rows = GROUPS.map(({ name, fits }): RowSpec => {
    const found = county.persons.flatMap((person, index) =>
      fits(person, county.schools[county.works[index] as number]) ? [{ person, index }] : [],
    );
    const established = found.filter(({ index }) => isStaff(index)).length;
    const temporary = found.filter(({ person }) => person.establishment === "temporary" && person.inPost).length;
    return { group: name, public: established, temporary, total: established + temporary };
  });
  return tableOf({ id: "staff", title: ["教职工基本情况", "Staff"], columns }, rows);
}

/** One person with two honours is in two rows; the last row counts people. */
function honours({ county, isStaff, records }: Source): TableSpec {
  const holders = county.persons.filter((person, index) => person.honours.length > 0 && isStaff(index));
  const rows = codes.HONOURS.map((honour): RowSpec => ({
    honour: words.honour[honour],
    people: holders.filter((person) => person.honours.includes(honour)).length,
  }));
  const columns = [column("honour", ["称号", "Honour"]), PEOPLE];
  return tableOf({ id: "honours", title: ["骨干和荣誉", "Backbone and honours"], columns }, [
    ...rows,
    ...leaderRows(records),
    { honour: text("有任一称号的人数", "People with any of them"), people: holders.length },
  ]);
}

/** The level that named a subject leader is in no instance: the authority adds it. */
function leaderRows({ subjectLeaders }: Source["records"]): readonly RowSpec[] {
  if (subjectLeaders === undefined) return [];
  return [
    { honour: text("其中市级学科带头人", "City subject leaders among them"), people: subjectLeaders.city },
    { honour: text("其中县级学科带头人", "County subject leaders among them"), people: subjectLeaders.county },
  ];
}

/** Help from outside: people received, and own people who are away for training. */
export const r7: ReportDefinition = {
  id: "R7",
  title: text("外来支援与国培置换", "External support"),
  sources: ["XR-16"],
  build: ({ county, moves, schoolName, eligibility, records }) => {
    const { start } = eligibility.context;
    const away = county.persons.filter(({ exchanges }) =>
      exchanges.some(({ form, end, start: first }) => form === "replacement" && first <= start && end >= start),
    );
    const rows = listedSchools(county.schools).flatMap((school): RowSpec[] => {
      const index = county.schoolIndex.get(school.id);
      const received = county.persons.filter(
        ({ establishment }, person) => establishment === "external" && county.works[person] === index,
      ).length;
      const trained =
        away.filter(({ homeSchool }) => homeSchool === school.id).length +
        moves.filter(({ line }) => line.form === "replacement" && line.from === school.id).length;
      return received + trained === 0 ? [] : [{ school: schoolName(school.id), received, trained }];
    });
    const columns = [
      SCHOOL,
      count("received", ["接纳支教人数（计入在岗，不计人事关系）", "Supporters received (working, no relation)"]),
      count("trained", ["国培置换离岗人数", "Trainees replaced"]),
    ];
    return {
      tables: [tableOf({ id: "external", title: ["外来支援", "External support"], columns }, rows)],
      notes: records.universities === undefined ? [] : [helpNote(records.universities)],
      missing: [
        ...(rows.length === 0 ? [text("外来支教和国培置换人员", "external supporters and trainees")] : []),
        ...(records.universities === undefined
          ? [text("对口帮扶院校", "universities that help (records.universities)")]
          : []),
      ],
    };
  },
};

function helpNote(universities: readonly string[]) {
  return text(`对口帮扶院校：${universities.join("、")}`, `Universities that help: ${universities.join(", ")}`);
}

/** Pupils, posts and people of every school after the plan. */
export const r11: ReportDefinition = {
  id: "R11",
  title: text("编制岗位核定与余缺", "Establishment and posts verified"),
  sources: ["XC-16", "YL-18", "YL-19", "YL-30"],
  build: (source) => ({
    tables: [{ ...establishment(source), notes: [countyNote(source)].flatMap((note) => note ?? []) }, gaps(source)],
  }),
};

function establishment({ schools, plan, county, schoolName }: Source): TableSpec {
  const columns = [
    SCHOOL,
    count("students", ["学生数", "Students"]),
    count("classes", ["班级数", "Classes"]),
    count("establishment", ["编制数", "Establishment"]),
    count("posts", ["岗位数", "Posts"]),
    count("relation", ["人事关系人数", "Relation ledger"]),
    count("before", ["在岗人数（前）", "Staff before"]),
    count("after", ["在岗人数（后）", "Staff after"]),
    OVER,
    count("gap", ["学科缺口", "Subject gap"]),
  ];
  const rows = schools.map(({ school }): RowSpec => {
    const balance = plan.schools.find((entry) => entry.school === school.id);
    const posts = county.instance.posts.filter((post) => post.school === school.id);
    const lacking = plan.shortfalls.filter((entry) => entry.school === school.id);
    return {
      school: schoolName(school.id),
      students: school.students,
      classes: school.classes,
      establishment: school.establishment,
      posts: posts.length === 0 ? null : posts.reduce((sum, post) => sum + headsOf(post), 0),
      relation: balance?.relationAfter,
      before: balance?.workingBefore,
      after: balance?.workingAfter,
      over: overEstablishment(balance?.workingAfter, school.establishment),
      gap: lacking.reduce((sum, { shortfall }) => sum + shortfall, 0),
    };
  });
  return tableOf({ id: "schools", title: ["学校核定", "Schools"], columns }, rows);
}

/** Empty posts school by school as the county lists them; a post without a subject is called by its office or kind. */
function gaps({ plan, schoolName, placeOf, names }: Source): TableSpec {
  const columns = [
    SCHOOL,
    column("stage", ["学段", "Stage"]),
    SUBJECT,
    count("demand", ["需要", "Needed"]),
    count("before", ["交流前", "Before"]),
    count("after", ["交流后", "After"]),
    count("gap", ["缺口", "Gap"]),
  ];
  const listed = plan.shortfalls.toSorted((a, b) => placeOf(a.school) - placeOf(b.school));
  const rows = listed.map(({ school, post, stage, demand, before, after, shortfall, ...line }): RowSpec => {
    const subject = line.subject ?? names.post(post);
    const code = codes.STAGES.find((one) => one === stage);
    const word = code === undefined ? "" : words.stage[code];
    return { school: schoolName(school), stage: word, subject, demand, before, after, gap: shortfall };
  });
  return tableOf({ id: "gaps", title: ["学科缺口", "Subject gaps"], columns }, rows);
}

function countyNote({ county, schools }: Source) {
  const limit = county.instance.county.establishment;
  if (limit === undefined) return undefined;
  const sum = schools.reduce((total, { school }) => total + (school.establishment ?? 0), 0);
  return text(
    `各校编制合计${sum}，全县核定${limit}${sum > limit ? "，超出" : ""}`,
    `Establishments of schools add up to ${sum}, the county has ${limit}${sum > limit ? ": exceeded" : ""}`,
  );
}
