import type { SmallCase } from "./small.ts";
import { smallCounty } from "./small.ts";
import { MASKED } from "../masked-values.ts";
import { office, recent, supported } from "./known-people.ts";

/** Counties under districts and townships in which parts of a policy bind that do not in its first one; each says what to look at. */

const lastTwice = (name: string) => ["2023", "2024"].map((year) => ({ survey: `${year}${name}`, rank: 30, of: 30 }));

export const TOWN_CASES: readonly SmallCase[] = [
  {
    policy: "daxuequ-baqiao",
    name: "cadres, support staff and assessed people",
    settings: { longShare: "20%", supportStaff: true },
    instance: smallCounty({
      schools: {
        A: { posts: { 语文: 4, 数学: 3, 音乐: 1, vicePrincipal: 1, 教辅: 1 } },
        C: { posts: { 语文: 3, 数学: 2, 音乐: 1, vicePrincipal: 1, 教辅: 2 } },
        D: { zones: ["Z1"] },
      },
      people: {
        av: office("vicePrincipal", "2013-09-01"),
        as: { personType: "support", subjects: [] },
        a1: { postGrade: 9 },
        b1: supported("B", "C"),
      },
    }),
    says: {},
  },
  {
    policy: "gaoxin-flow",
    name: "conduct and titles",
    settings: { ...MASKED["gaoxin-flow"], quotaShare: "20%" },
    instance: smallCounty({
      schools: { A: null },
      people: {
        ...Object.fromEntries(Array.from({ length: 9 }, (_, k) => [`a${k + 1}`, null])),
        b1: { ...recent, named: true },
        b2: { professionalTitle: "level1" },
      },
    }),
    says: {
      "GX-08: whom conduct names has to go": "b1 leaves B for D-语文 as lastPlace until 2027-08-31: forced (GX-08)",
    },
  },
  {
    policy: "gaoxin-flow",
    name: "last places outside the centre school",
    settings: { ...MASKED["gaoxin-flow"], quotaShare: "20%" },
    instance: smallCounty({
      schools: { A: null },
      people: {
        ...Object.fromEntries(Array.from({ length: 9 }, (_, k) => [`a${k + 1}`, null])),
        c1: { ...recent, examRanks: lastTwice("质量监测") },
        c2: { ...recent, examRanks: lastTwice("统考") },
        c3: {
          ...recent,
          subject: "数学",
          examRanks: [{ survey: "2024质量监测", rank: 20, of: 30, gapToMean: -12.5 }],
        },
      },
    }),
    says: {},
  },
  {
    policy: "shichang-township",
    name: "titles",
    settings: { yearlyMoves: 1 },
    instance: smallCounty({
      schools: { A: { level: "zone" }, D: { township: "T1" } },
      people: { a1: { professionalTitle: "level1" }, b1: { professionalTitle: "level1" } },
    }),
    says: {},
  },
  {
    policy: "hanling-town",
    name: "heads up and down, and the age of supporters",
    settings: { schoolYears: 6, middleLeast: 0, centerLeast: 0 },
    instance: smallCounty({
      schools: {
        A: { establishment: 10, posts: { 语文: 4, 数学: 3, 音乐: 1, principal: 1 } },
        C: { establishment: 7, posts: { 语文: 3, 数学: 2, 音乐: 1, principal: 1 } },
      },
      people: {
        ap: office("principal", "2013-09-01", { application: { wishes: ["C"] } }),
        cp: office("principal", "2014-09-01", { application: { wishes: ["A"] } }),
        // 44 on 31 August: the oldest who may be a supporter.
        ...Object.fromEntries(["b1", "b2", "b3"].map((id) => [id, { ...recent, birthDate: "1980-08-31" }])),
        b4: { ...recent, subject: "数学", birthDate: "1979-08-31" },
        b5: { ...recent, subject: "数学", birthDate: "1979-08-31" },
      },
    }),
    says: {},
  },
  {
    policy: "hanling-town",
    name: "an outstanding supporter, and a backbone teacher in term",
    settings: { schoolYears: 6, middleLeast: 0, centerLeast: 0 },
    instance: smallCounty({
      people: {
        b1: supported("B", "C"),
        c1: {
          homeSchool: "A",
          currentSchool: "C",
          honours: ["backboneCounty"],
          exchanges: [{ from: "A", to: "C", form: "rotation", start: "2022-09-01", end: "2025-08-31" }],
        },
      },
    }),
    says: { "HL-11: a backbone teacher in term stays where she is": "c1 stays at C: running (HL-05)" },
  },
];
