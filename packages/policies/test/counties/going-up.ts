import { MASKED } from "../masked-values.ts";
import type { SchoolChange, SmallCase } from "./small.ts";
import { smallCounty } from "./small.ts";

const recent = { tenureStart: "2021-09-01" };

/** Due are one in town and one in the village near by, who lives in town; the remote school is short of one. */
function goingUp(more: SchoolChange = {}): SmallCase["instance"] {
  const others = ["a4", "a5", "a6", "a7", "a8", "a9", "b1", "b2", "b3", "b4", "b5", "c4"];
  return smallCounty({
    schools: {
      A: { establishment: 3, posts: { 语文: 3 } },
      B: null,
      C: { establishment: 3, posts: { 语文: 3 }, ...more },
      D: { establishment: 3, posts: { 语文: 3 } },
    },
    people: {
      ...Object.fromEntries(others.map((id) => [id, null])),
      ...Object.fromEntries(["a1", "a2", "c1", "c2", "d1"].map((id) => [id, recent])),
      c3: { subject: "语文", livesAt: 0 },
      d2: { ...recent, subject: "语文" },
    },
  });
}

export const GOING_UP: readonly SmallCase[] = [
  {
    policy: "yulin-notice",
    name: "nobody goes up",
    settings: { document74Exemptions: "pregnancy", exchangeScope: "county", backboneShare: "0%", quotaShare: "100%" },
    instance: goingUp(),
    says: {
      "who lives in town goes on to the remote school":
        "c3 leaves C for D-语文 as alliance until 2027-08-31: due (YL-02)",
    },
  },
  {
    policy: "detailed-measures",
    name: "nobody goes up",
    settings: { expertShare: "0%", quotaShare: "100%" },
    instance: goingUp(),
    says: {},
  },
  {
    policy: "national-2014",
    name: "nobody goes up",
    settings: { ...MASKED["national-2014"], backboneShare: "0%", quotaShare: "100%" },
    // A good school counts in the quota of the opinion, wherever it is.
    instance: goingUp({ quality: "good" }),
    says: {
      "who lives in town goes on to the remote school":
        "c3 leaves C for D-语文 as rotation until 2027-08-31: due (NC-02)",
    },
  },
];
