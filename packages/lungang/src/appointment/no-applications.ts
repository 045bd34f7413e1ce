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
