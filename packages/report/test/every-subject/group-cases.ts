import type { RuleSubject } from "@lungang/core/plan";
import type { GroupKind, Parts, SchoolId } from "./county.ts";
import { AREAS, RING, SCHOOL_IDS, couplesOf, groupAt } from "./county.ts";
import type { SubjectCase } from "./subject-case.ts";
import { ALL_GO, isIn, roundedEveryWay } from "./subject-case.ts";

/** Cases of the rules that part a county: one for every group of every kind. */

/** A group, and one of its schools: what happens there alone misses the number of the group alone. */
interface Member {
  readonly by: "county" | "school" | "township" | "zone" | "alliance";
  readonly at: SchoolId;
  readonly about: RuleSubject;
}

/** One school of every group of a kind. */
const FIRST_OF = (kind: GroupKind) => couplesOf(kind).map(([first]) => first);

const MEMBERS: readonly Member[] = [
  { by: "county", at: "sch-b", about: { kind: "county" } },
  ...SCHOOL_IDS.map((at): Member => ({ by: "school", at, about: { kind: "school", school: at } })),
  ...(["township", "zone", "alliance"] as const).flatMap((by) =>
    FIRST_OF(by).map((at): Member => ({ by, at, about: { kind: "group", group: by, id: groupAt(by, at) } })),
  ),
];

/** Everywhere one person is due; at one school somebody else is not. */
const oneTooMany = (at: SchoolId): Parts => ({ routes: RING, stayers: [at] });

/** Everywhere one person is due and one is not; at one school nobody else is. */
const oneTooFew = (at: SchoolId): Parts => ({ routes: RING, stayers: SCHOOL_IDS.filter((other) => other !== at) });

const quotas = MEMBERS.flatMap(({ by, at, about }): SubjectCase[] => {
  const common = { rule: "quota", code: "quota.missed", about } as const;
  return [
    { ...common, params: { by, base: "all", share: "100%" }, county: oneTooMany(at) },
    {
      ...common,
      params: { by, base: "all", share: "50%", bound: "atMost" },
      county: oneTooFew(at),
      forced: ALL_GO,
    },
  ];
});

const quotaOfEligible: SubjectCase = {
  rule: "quota",
  code: "quota.missed",
  about: { kind: "county" },
  params: { share: "75%", bound: "atMost" },
  county: { routes: RING },
  forced: ALL_GO,
};

const participations = MEMBERS.flatMap(({ by, at, about }): SubjectCase[] => {
  const common = { rule: "participation", code: "participation.missed", county: oneTooMany(at) } as const;
  return [
    { ...common, about, params: { by, forms: ["network"], share: "100%" } },
    {
      ...common,
      about: { ...about, limit: "longTerm" } as RuleSubject,
      params: { by, forms: ["network"], longShare: "100%" },
    },
  ];
});

const participationBySchool = SCHOOL_IDS.map((at): SubjectCase => ({
  rule: "participation",
  code: "participation.missed",
  about: { kind: "school", school: at },
  params: { forms: ["network"], bySchool: { [at]: 2 } },
  county: oneTooMany(at),
}));

/** A school of another township, zone and alliance than `at`, one of another area, and nobody's neighbour. */
function strangerTo(at: SchoolId, by: string): SchoolId {
  const kinds = ["township", "zone", "alliance"] as const;
  const apart = kinds.find((kind) => kind === by) ?? "township";
  return SCHOOL_IDS.find((other) => groupAt(apart, other) !== groupAt(apart, at)) as SchoolId;
}

interface Gaining {
  readonly by: string;
  readonly at: SchoolId;
  readonly about: RuleSubject;
  readonly schools?: object;
}

const GAINING: readonly Gaining[] = [
  ...MEMBERS.filter(({ by }) => by !== "county"),
  ...SCHOOL_IDS.map((at): Gaining => ({ by: "area", at, about: { kind: "area", area: AREAS[at] } })),
  { by: "together", at: "sch-a", about: { kind: "county" }, schools: isIn("school.id", ["sch-a", "sch-c"]) },
];

const netInflows = GAINING.flatMap(({ by, at, about, schools }): SubjectCase[] => {
  const other = strangerTo(at, by);
  const only = schools === undefined ? {} : { schools };
  const common = { rule: "netInflow", forced: ALL_GO } as const;
  return [
    {
      ...common,
      code: "netInflow.gained",
      about: { ...about, limit: "max" } as RuleSubject,
      params: { by, max: 0, ...only },
      county: { routes: [[other, at]] },
    },
    {
      ...common,
      code: "netInflow.lost",
      about: { ...about, limit: "maxLoss" } as RuleSubject,
      params: { by, maxLoss: 0, ...only },
      county: { routes: [[at, other]] },
    },
  ];
});

/** Who needs as many as are there loses one of them. */
const surpluses = (["establishment", "posts"] as const).map((need): SubjectCase => ({
  rule: "netInflow",
  code: "netInflow.lost",
  about: { kind: "school", school: "sch-a", limit: "maxLoss" },
  params: { by: "school", maxLoss: "surplus", need },
  county: { routes: [["sch-a", "sch-b"]], schools: { "sch-a": { establishment: 1 } } },
  forced: ALL_GO,
}));

const BETWEEN = { pairs: "pair", zones: "zone", alliances: "alliance", schoolGroups: "schoolGroup" } as const;

const pairs = Object.entries(BETWEEN).flatMap(([between, kind]) =>
  couplesOf(kind).flatMap(([a, b]): SubjectCase[] => {
    const id = kind === "pair" ? { id: groupAt(kind, a) } : {};
    const common = { rule: "pairBalance", code: "pairBalance.unequal", about: { kind: "pair", a, b, ...id } } as const;
    const params = { between, forms: ["rotation"] };
    const others = couplesOf(kind).filter(([first]) => first !== a);
    return [
      { ...common, params, county: { routes: [[a, b]] }, forced: ALL_GO },
      {
        ...common,
        // By subject one move is a head less at one school and a head more at the other.
        amount: 2,
        params: { ...params, bySubject: true },
        county: { routes: [[b, a]] },
        forced: ALL_GO,
      },
      {
        ...common,
        // The other couple sends one each way; this one has nobody to send back.
        params: { ...params, count: 1 },
        county: { routes: [...others.flatMap(([c, d]) => [[c, d] as const, [d, c] as const]), [a, b]] },
      },
    ];
  }),
);

export const GROUP_CASES: readonly SubjectCase[] = [
  ...quotas,
  quotaOfEligible,
  ...participations,
  ...participationBySchool,
  ...roundedEveryWay(quotas[0]),
  ...roundedEveryWay(participations[0]),
  ...netInflows,
  ...surpluses,
  ...pairs,
];
