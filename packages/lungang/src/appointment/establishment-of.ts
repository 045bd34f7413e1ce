import type { Issue, Text } from "@lungang/core";
import { divideEstablishment } from "@lungang/appointment/posts";
import type { AppointmentRows } from "@lungang/tabular";
import type { DecidedAppointment } from "./appointment-outcome.ts";

type Told = NonNullable<DecidedAppointment["establishment"]>;

/** Establishment of the schools by the standard of the settings, and what is wrong with it. */
export interface Establishment {
  /** Undefined where the workbook has no sizes of schools, or they could not be used. */
  readonly told: Told | undefined;
  readonly issues: readonly Issue[];
}

/** Settings that hold pupils for one member of staff, by code of the stage. */
const RATIOS = { primary: "ratioPrimary", junior: "ratioJunior", senior: "ratioSenior" } as const;

/**
 * Divides the establishment of the county among the schools (YL-18): pupils by stage, small schools by classes as well, what
 * the county holds apart; posts beyond it are named.
 */
export function establishmentOf(rows: AppointmentRows): Establishment {
  const { schoolSizes, settings, posts } = rows;
  if (schoolSizes.length === 0) return { told: undefined, issues: [] };
  const known = new Set(posts.map(({ school }) => school));
  const asked = [
    ...schoolSizes.flatMap(({ school }, at) => (known.has(school) ? [] : [unknownSchool(school, at)])),
    ...settingIssues(settings),
  ];
  if (settings.countyTotal === undefined || asked.length > 0) return { told: undefined, issues: asked };
  const read = divideEstablishment({
    format: "lungang-establishment-1",
    standard: standardOf(settings),
    countyTotal: settings.countyTotal,
    ...(settings.countyReserve === undefined ? {} : { reserve: settings.countyReserve }),
    units: schoolSizes.map(({ school, pupils, classes, least }) => ({
      id: school,
      pupils: { ...pupils },
      ...(classes === undefined ? {} : { classes }),
      ...(least === undefined ? {} : { least }),
    })),
  });
  if (!read.ok) return { told: undefined, issues: read.issues.map(inRows) };
  const { countyTotal, held, isScarce, units } = read.value;
  const schools = units.map(({ unit, ...counted }) => ({ school: unit, ...counted, posts: headsOf(rows, unit) }));
  const beyond = schools.flatMap((school) =>
    school.posts > school.heads
      ? [
          beyondIssue(
            school,
            schoolSizes.findIndex((row) => row.school === school.school),
          ),
        ]
      : [],
  );
  return { told: { countyTotal, held, isScarce, schools }, issues: [...read.warnings.map(inRows), ...beyond] };
}

function standardOf(settings: AppointmentRows["settings"]): object {
  const ratios = Object.entries(RATIOS).flatMap(([stage, key]) =>
    settings[key] === undefined ? [] : [[stage, settings[key]]],
  );
  const { smallBelow, smallPerClass, smallMethod } = settings;
  return {
    pupilsPerStaff: Object.fromEntries(ratios),
    ...(smallBelow === undefined
      ? {}
      : { smallSchools: { pupilsBelow: smallBelow, staffPerClass: smallPerClass, method: smallMethod } }),
  };
}

function settingIssues(settings: AppointmentRows["settings"]): readonly Issue[] {
  const small = ["smallBelow", "smallPerClass", "smallMethod"] as const;
  const isAsked = small.some((key) => settings[key] !== undefined);
  return [
    ...(settings.countyTotal === undefined ? [settingMissing("countyTotal", COUNTY_TOTAL)] : []),
    ...small.flatMap((key) => (isAsked && settings[key] === undefined ? [settingMissing(key, SMALL_WORDS[key])] : [])),
  ];
}

const COUNTY_TOTAL: Text = {
  zh: "填写了“学校规模”，没有填全县编制总量",
  en: "There are sizes of schools and no heads of the county",
};

const SMALL_WORDS = {
  smallBelow: { zh: "没有填小规模学校学生数上限", en: "Nothing says below how many pupils a school is small" },
  smallPerClass: { zh: "没有填小规模学校班师比", en: "Nothing says how many staff a class of a small school has" },
  smallMethod: { zh: "没有填小规模学校核编办法", en: "Nothing says how both ratios of a small school are combined" },
} as const;

function settingMissing(key: string, message: Text): Issue {
  return {
    code: "establishment-setting-missing",
    severity: "error",
    path: ["settings", key],
    message,
    advice: {
      zh: "请在“参数”表填写；不用的几项都留空",
      en: "Give it in the settings, or leave all that belong to it empty",
    },
  };
}

function unknownSchool(school: string, at: number): Issue {
  return {
    code: "unknown-id",
    severity: "error",
    path: ["schoolSizes", at, "school"],
    received: school,
    message: { zh: `“岗位”表没有学校“${school}”`, en: `No post is at the school "${school}"` },
    advice: { zh: "请与“岗位”表的学校名称一致", en: "Write it as the posts do" },
  };
}

/** Problems of units have their number in the list of schools; a ratio stands in the settings. */
function inRows(issue: Issue): Issue {
  const [list, at, field, stage] = issue.path ?? [];
  if (list === "countyTotal") return { ...issue, path: ["settings", "countyTotal"] };
  if (list !== "units" || typeof at !== "number") return issue;
  const ratio = RATIOS[stage as keyof typeof RATIOS] as string | undefined;
  if (issue.code === "ratio-missing" && ratio !== undefined) return { ...issue, path: ["settings", ratio] };
  const message = {
    zh: issue.message.zh.replace(UNIT_PATH, "schoolSizes.$1"),
    en: issue.message.en.replace(UNIT_PATH, "schoolSizes.$1"),
  };
  return { ...issue, message, path: ["schoolSizes", at, field === "id" ? "school" : (field ?? "school")] };
}

const UNIT_PATH = /units\.(\d+)\.id/u;

function headsOf({ posts }: AppointmentRows, school: string): number {
  return posts.reduce((sum, post) => sum + (post.school === school ? (post.capacity ?? 0) : 0), 0);
}

function beyondIssue({ school, heads, posts }: Told["schools"][number], at: number): Issue {
  return {
    code: "posts-beyond-establishment",
    severity: "warning",
    path: ["schoolSizes", at, "school"],
    received: String(posts),
    expected: { zh: `不超过 ${heads}`, en: `at most ${heads}` },
    message: {
      zh: `“${school}”的岗位共 ${posts} 个，核定编制 ${heads} 个`,
      en: `"${school}" has ${posts} posts and an establishment of ${heads}`,
    },
    advice: { zh: "请核对岗位数，或由县统筹调剂编制", en: "Check the posts, or let the county move establishment" },
  };
}
