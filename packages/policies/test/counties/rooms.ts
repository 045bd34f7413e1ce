import type { SmallCase } from "./small.ts";
import { smallCounty } from "./small.ts";

/** Everybody of the town school needs a room; the near school that is short of a teacher has none, the far one has one. */

const NEEDS_ROOM = ["a1", "a2", "a3", "a4", "a5"];

export const ROOMS: readonly SmallCase[] = [
  {
    policy: "yulin-notice",
    name: "a room at one of two schools",
    settings: {
      document74Exemptions: "pregnancy",
      exchangeScope: "county",
      backboneShare: "0%",
      quotaShare: "5%",
    },
    instance: smallCounty({
      schools: { C: { roomsAvailable: 0 }, D: { roomsAvailable: 1 } },
      people: Object.fromEntries(NEEDS_ROOM.map((id) => [id, { housingNeed: true }])),
    }),
    says: { "YL-28: as many who need a room as there are": "rooms (YL-28) of school D: 1 of at most 1" },
  },
  {
    policy: "hanling-town",
    name: "a room at one of two weak schools",
    settings: { schoolYears: 6, middleLeast: 0, centerLeast: 0, primaryShare: "0%" },
    instance: smallCounty({
      schools: {
        B: { posts: { 语文: 2, 数学: 2 } },
        C: { roomsAvailable: 0 },
        D: { roomsAvailable: 1 },
      },
      people: Object.fromEntries(["b1", "b2", "b3", "b4", "b5"].map((id) => [id, { housingNeed: true }])),
    }),
    says: { "HL-21: the host has a room": "rooms (HL-21) of school D: 1 of at most 1" },
  },
];
