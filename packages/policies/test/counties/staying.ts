import { MASKED } from "../masked-values.ts";
import type { SmallCase } from "./small.ts";
import { smallCounty } from "./small.ts";

/**
 * Three who were sent to C applied to stay and were approved; at home they are missed as much. C keeps its post of music for
 * somebody who is away for another two years. A recruit who lives there can start at D, or nearer in the town B.
 */
function stayingAndKept(): SmallCase["instance"] {
  const ended = { from: "A", to: "C", form: "rotation", start: "2021-09-01", end: "2024-08-31" } as const;
  const running = { from: "C", to: "A", form: "rotation", start: "2023-09-01", end: "2026-08-31" } as const;
  return smallCounty({
    schools: {
      A: { establishment: 14, posts: { 语文: 8, 数学: 3, 音乐: 2 } },
      B: { establishment: 9, posts: { 语文: 3, 数学: 2, 音乐: 1 } },
      C: { establishment: 12, posts: { 语文: 5, 数学: 2, 音乐: 1 } },
      D: { establishment: 6, posts: { 语文: 2, 数学: 1, 音乐: 1 } },
    },
    people: {
      ...Object.fromEntries(
        ["aStays1", "aStays2", "aStays3"].map((id) => [
          id,
          { homeSchool: "A", currentSchool: "C", exchanges: [{ ...ended, stay: { applied: true, approved: true } }] },
        ]),
      ),
      cAway: { subject: "音乐", homeSchool: "C", currentSchool: "A", exchanges: [running] },
      r1: { subject: "音乐", recruitYear: 2024, tenureStart: "2024-09-01", livesAt: 12 },
    },
  });
}

export const STAYING: readonly SmallCase[] = [
  {
    policy: "yulin-notice",
    name: "approved stays, and a post that is kept",
    settings: { document74Exemptions: "pregnancy", quotaShare: "0%" },
    instance: stayingAndKept(),
    says: {
      "YL-17: who was approved stays": "approvedStays (YL-17): 3 of at least 3",
      "YL-16, YL-26: the recruit has no post that is kept, and none in town":
        "r1 starts at D-音乐 as recruit with the relation for good: recruit",
    },
  },
  {
    policy: "national-2014",
    name: "approved stays",
    settings: { ...MASKED["national-2014"], quotaShare: "0%" },
    instance: stayingAndKept(),
    says: { "YL-17: who was approved stays": "approvedStays (YL-17): 3 of at least 3" },
  },
];
