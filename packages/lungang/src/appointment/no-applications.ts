import type { Issue } from "@lungang/core";
import type { AppointmentRows } from "@lungang/tabular";

/** Warns where nobody applies for anything and nothing else moves anybody: a sheet that was not filled in looks the same. */
export function noApplications({ applications, swaps, rounds, placed }: AppointmentRows): readonly Issue[] {
  const isByOtherMeans = swaps.length > 0 || placed.length > 0 || rounds.some(({ wishes }) => wishes !== undefined);
  if (applications.length > 0 || isByOtherMeans) return [];
  return [
    {
      code: "no-applications",
      severity: "warning",
      path: ["applications"],
      message: {
        zh: "“报名志愿”没有任何一行，所有人都将留任原岗位或未聘",
        en: "The sheet of applications has no row: everybody keeps the own post or gets none",
      },
      advice: {
        zh: "请填写“报名志愿”（人员编号、第一志愿……）；确无人报名的，不必处理",
        en: "Fill in the applications (person, first wish, ...); nothing is to be done if really nobody applied",
      },
    },
  ];
}

/** Refuses a workbook in which nobody takes part: its sheet of people was not filled in, and nothing would be decided. */
export function nobodyTakesPart({ people, placed }: Pick<AppointmentRows, "people" | "placed">): readonly Issue[] {
  if (people.length > 0 || placed.length > 0) return [];
  return [
    {
      code: "nobody-takes-part",
      severity: "error",
      path: ["people"],
      message: {
        zh: "“人员”“直接聘任”两表都没有人，无从聘任",
        en: "Neither the sheet of people nor that of people placed before has anybody: there is nothing to decide",
      },
      expected: { zh: "每个参加的人一行：姓名、原岗位、积分", en: "a row for everybody: name, own post, points" },
      advice: { zh: "请填写“人员”表", en: "Fill in the sheet of people" },
    },
  ];
}
