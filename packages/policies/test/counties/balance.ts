import type { Settings } from "@lungang/core/policy";
import { MASKED } from "../masked-values.ts";
import type { SmallCase } from "./small.ts";
import { smallCounty } from "./small.ts";

/**
 * Two weak village schools lack a teacher of Chinese each: C of 120 pupils, E of 300 or 60. The
 * one who can go is a backbone teacher.
 */
const backbone = { honours: ["backboneCounty" as const] };
const ill = { statuses: [{ code: "seriousIllness" as const }] };
const OTHERS = [
  "a1",
  "a2",
  "a3",
  "a5",
  "a6",
  "a7",
  "a8",
  "a9",
  "b1",
  "b2",
  "b3",
  "b4",
  "b5",
  "c2",
  "c3",
  "c4",
  "d1",
  "d2",
  "e1",
];

/** With a wish for C, where a backbone teacher is; or with none of either, and few pupils at E. */
const countyOf = ({ wished }: { readonly wished: boolean }) =>
  smallCounty({
    schools: {
      E: {
        km: 14,
        area: "rural",
        quality: "weak",
        level: "village",
        township: "T1",
        terrain: "mountain",
        zones: ["Z1"],
        alliances: ["L1"],
        pairs: ["P1"],
        establishment: 3,
        students: wished ? 300 : 60,
        posts: { 语文: 2 },
      },
    },
    people: {
      ...Object.fromEntries(OTHERS.map((id) => [id, ill])),
      ...Object.fromEntries(
        ["a6", "a7", "a8", "b4", "b5", "c3", "c4", "d2"].map((id) => [id, { ...ill, subject: "数学" }]),
      ),
      a9: { ...ill, subject: "音乐" },
      a4: { ...backbone, ...(wished ? { application: { wishes: ["C"] } } : {}) },
      c1: { ...(wished ? backbone : {}), ...ill },
    },
  });

const SETTINGS: Readonly<Record<string, Settings>> = {
  "yulin-notice": { document74Exemptions: "seriousIllness" },
  "national-2014": MASKED["national-2014"] ?? {},
  "county-jiaoliu": { schoolYears: 6, yearlyMoves: 1 },
  "hanling-town": { schoolYears: 6, middleLeast: 0, centerLeast: 0 },
  "gaoping-opinion": { termMonths: 36, yearlyMoves: 1 },
};

export const BALANCE: readonly SmallCase[] = Object.entries(SETTINGS).map(([policy, settings]): SmallCase => ({
  policy,
  name: "a backbone teacher for one of two schools",
  settings,
  // The notice asks about wishes first, and a lot would send the teacher to E.
  instance: countyOf({ wished: policy !== "yulin-notice" }),
  says: {},
}));
