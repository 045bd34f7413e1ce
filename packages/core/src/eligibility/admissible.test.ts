import { describe, expect, test } from "vitest";
import {
  countyOf,
  eligibilityOf,
  form,
  leader,
  office,
  policyOf,
  post,
  school,
  teacher,
} from "../../test/small-county.ts";
import { worksAt } from "../instance/person.ts";
import type { PersonInput } from "../instance/person.ts";
import type { PostInput } from "../instance/school.ts";
import { NO_FORM } from "./admissible.ts";
import type { Lock } from "./locks.ts";

/** Which moves the policy admits, by tables worked out by hand. */

const SCHOOLS = [
  school({
    id: "A",
    zones: ["Z1", "Z8"],
    alliances: ["L1", "L9"],
    schoolGroups: ["G1", "G9"],
    pairs: ["P1", "P9"],
    township: "T1",
  }),
  school({ id: "B", zones: ["Z1", "Z2"], alliances: ["L2"], schoolGroups: ["G1"], pairs: ["P1"], township: "T2" }),
  school({ id: "C", zones: ["Z2"], alliances: ["L1"], township: "T1", county: "next" }),
  school({ id: "D", zones: ["Z3"], township: "T3", ownership: "private" }),
  school({ id: "J", type: "nineYear", zones: ["Z1"], alliances: ["L1"], township: "T1" }),
];

const POSTS: readonly PostInput[] = [
  ...SCHOOLS.map(({ id }) => post(id, 5)),
  post("J", 5, { id: "J-初中", stage: "junior" }),
  post("B", 5, { id: "B-音乐", subject: "音乐" }),
  office("B", "principal"),
  office("B", "vicePrincipal"),
  { id: "B-mid", school: "B", kind: "management", office: "midLevel", capacity: 1 },
  { id: "B-any", school: "J", kind: "management", capacity: 1 },
  { id: "B-教辅", school: "B", kind: "support", capacity: 1 },
];

/** The form under which one person may take a post, or undefined. */
function admitted(
  post: string,
  forms: readonly object[],
  given: Partial<PersonInput> = {},
  rest: { readonly locks?: readonly Lock[]; readonly volunteers?: object; readonly scope?: boolean } = {},
): string | undefined {
  const person = teacher({ id: "p", homeSchool: "A", named: true, ...given });
  const base = policyOf({
    forms,
    eligibility: {
      forced: [
        {
          id: "named",
          source: "s",
          when: { attr: "person.named", op: "eq", value: true },
          text: { zh: "指定", en: "named" },
        },
      ],
      ...(rest.volunteers === undefined ? {} : { volunteers: { source: "s", ...rest.volunteers } }),
    },
  });
  const schools = { attr: "school.ownership", op: "eq" as const, value: "public" };
  const policy = rest.scope === true ? { ...base, scope: { ...base.scope, schools } } : base;
  const instance = countyOf({ schools: SCHOOLS, posts: POSTS, persons: [person] });
  const { county, admission } = eligibilityOf(instance, policy, rest.locks ?? []);
  const cell = county.cells.findIndex(({ posts }) => posts.includes(post));
  const number = admission.formOf(0, cell);
  return number === NO_FORM ? undefined : policy.forms[number]?.code;
}

describe("Admission.formOf: reach of a form from school A", () => {
  const REACH: readonly (readonly [string, readonly string[]])[] = [
    ["county", ["B", "D", "J"]],
    ["zone", ["B", "J"]],
    ["alliance", ["C", "J"]],
    ["schoolGroup", ["B"]],
    ["pair", ["B"]],
    ["township", ["C", "J"]],
    // Inside the school there is no other post for the person than the own one.
    ["school", []],
  ];

  test.each(REACH)("%s reaches %j", (scope, reached) => {
    const found = SCHOOLS.map(({ id }) => id).filter(
      (id) => admitted(`${id}-语文`, [form("rotation", { scope })]) !== undefined,
    );
    expect(found).toEqual(reached);
  });

  test("schools outside the scope of the policy are not reached", () => {
    expect(admitted("D-语文", [form("rotation")])).toBe("rotation");
    expect(admitted("D-语文", [form("rotation")], {}, { scope: true })).toBeUndefined();
  });
});

describe("Admission.formOf: forms of several people", () => {
  test("everybody is asked about for themselves, in any order and again", () => {
    const who = (sex: string) => ({ attr: "person.sex", op: "eq", value: sex });
    const forms = [
      form("support", { who: who("female") }),
      form("rotation", { who: who("male") }),
      form("transfer", { crossSubject: false }),
    ];
    const subjects = [{ subject: "语文" }, { subject: "音乐", main: true }];
    const persons = [
      teacher({ id: "man", homeSchool: "A", sex: "male" }),
      teacher({ id: "woman", homeSchool: "A", sex: "female" }),
      teacher({ id: "two", homeSchool: "A", sex: "male", subjects }),
      teacher({ id: "young", homeSchool: "A", tenureStart: "2024-01-01" }),
    ];
    const instance = countyOf({ schools: SCHOOLS, posts: POSTS, persons });
    const policy = policyOf({ forms });
    const { county, admission } = eligibilityOf(instance, policy);
    const codeOf = (person: string, post: string) => {
      const cell = county.cells.findIndex(({ posts }) => posts.includes(post));
      return policy.forms[admission.formOf(county.personIndex.get(person) ?? -1, cell)]?.code;
    };
    const postClasses = (person: string) => admission.postClassesFor(county.personIndex.get(person) ?? -1).length;
    for (const _again of [1, 2]) {
      expect(codeOf("man", "B-语文")).toBe("rotation");
      expect(codeOf("woman", "B-语文")).toBe("support");
      expect(codeOf("man", "B-音乐")).toBeUndefined();
      expect(codeOf("two", "B-音乐")).toBe("rotation");
      expect(codeOf("two", "B-语文")).toBe("rotation");
      expect(codeOf("young", "B-语文")).toBeUndefined();
      expect(["man", "woman", "two", "young"].map(postClasses)).toEqual([1, 1, 2, 0]);
    }
  });
});

describe("Admission.formOf: qualification", () => {
  const both = { stageCertified: ["primary" as const, "junior" as const] };
  const two = (certified: boolean) => ({
    subjects: [
      { subject: "语文", main: true },
      { subject: "音乐", certified },
    ],
  });
  const rotation = [form("rotation")];
  const ROWS: readonly (readonly [string, string, readonly object[], Partial<PersonInput>, string | undefined])[] = [
    ["the same subject and stage", "B-语文", rotation, {}, "rotation"],
    ["another subject", "B-音乐", rotation, {}, undefined],
    ["a second certified subject", "B-音乐", rotation, two(true), "rotation"],
    ["a second subject without certificate", "B-音乐", rotation, two(false), undefined],
    [
      "a second subject where the form wants the main one",
      "B-音乐",
      [form("rotation", { crossSubject: false })],
      two(true),
      undefined,
    ],
    [
      "the main subject where the form wants it",
      "B-语文",
      [form("rotation", { crossSubject: false })],
      two(true),
      "rotation",
    ],
    ["another stage without certificate", "J-初中", [form("rotation", { crossStage: true })], {}, undefined],
    ["another stage with certificate", "J-初中", [form("rotation", { crossStage: true })], both, "rotation"],
    ["another stage where the form keeps the stage", "J-初中", rotation, both, undefined],
    [
      "a subject that is certified for another stage only",
      "B-语文",
      rotation,
      { subjects: [{ subject: "语文", main: true, stages: ["junior"] }], currentPost: "A-语文" },
      undefined,
    ],
    ["no certificates listed: the stages of the school", "B-语文", rotation, { stageCertified: [] }, "rotation"],
    [
      "no certificates listed: no other stage",
      "J-初中",
      [form("rotation", { crossStage: true })],
      { stageCertified: [] },
      undefined,
    ],
    ["a teacher as principal", "B-principal", [form("rotation", { kinds: ["management"] })], {}, undefined],
    ["a teacher as support staff", "B-教辅", [form("rotation", { kinds: ["support"] })], {}, undefined],
    [
      "support staff",
      "B-教辅",
      [form("rotation", { kinds: ["support"] })],
      { personType: "support", subjects: [] },
      "rotation",
    ],
    ["a kind that the form does not move", "B-教辅", rotation, { personType: "support", subjects: [] }, undefined],
  ];

  test.each(ROWS)("%s", (_what, post, forms, given, expected) => {
    expect(admitted(post, forms, given)).toBe(expected);
  });

  const management = [form("leaderRotation", { kinds: ["management"] })];
  const OFFICES: readonly (readonly ["principal" | "vicePrincipal" | "midLevel", readonly string[]])[] = [
    ["principal", ["B-principal", "B-any"]],
    ["vicePrincipal", ["B-vicePrincipal", "B-any"]],
    ["midLevel", ["B-mid"]],
  ];

  test.each(OFFICES)("a %s fits %j", (personType, expected) => {
    const posts = POSTS.filter(({ kind }) => kind === "management").map(({ id }) => id);
    const given = leader({ id: "p", homeSchool: "A", personType, named: true });
    expect(posts.filter((id) => admitted(id, management, given) !== undefined)).toEqual(expected);
  });
});

describe("Admission.formOf: order and conditions", () => {
  const women = { attr: "person.sex", op: "eq", value: "female" };

  test("the first form that admits the move wins", () => {
    const forms = [form("mutual", { who: women }), form("alliance", { scope: "alliance" }), form("rotation")];
    expect(admitted("B-语文", forms)).toBe("rotation");
    expect(admitted("C-语文", forms)).toBe("alliance");
    expect(admitted("B-语文", forms, { sex: "female" })).toBe("mutual");
  });

  test("all forms that admit the move are told in order, those that a line tells alike once", () => {
    const two = { termMonths: { min: 24, max: 24 } };
    const forms = [
      form("mutual", { who: women }),
      form("rotation"),
      form("rotation", { relationMoves: true }),
      form("rotation", { countsInQuota: false }),
      form("rotation", two),
      form("support"),
      form("alliance", { scope: "alliance" }),
    ];
    const instance = countyOf({ schools: SCHOOLS, posts: POSTS, persons: [teacher({ id: "p", homeSchool: "A" })] });
    const { county, admission } = eligibilityOf(instance, policyOf({ forms }));
    const at = (post: string) => admission.formsOf(0, county.cellIndex.get(`${post}/teaching/primary/语文`) ?? NO_FORM);
    expect(at("B")).toEqual([1, 2, 4, 5]);
    expect(at("C")).toEqual([6]);
    expect(at("A")).toEqual([]);
  });

  test("conditions on the schools and the post hold for every person alike", () => {
    const where = {
      all: [
        { attr: "to.township", op: "eq", value: "T2" },
        { attr: "post.subject", op: "eq", value: "语文" },
      ],
    };
    expect(admitted("B-语文", [form("rotation", { where })])).toBe("rotation");
    expect(admitted("J-语文", [form("rotation", { where })])).toBeUndefined();
  });

  test("conditions that look at the person as well hold for each person", () => {
    const where = {
      any: [{ attr: "to.township", op: "eq", value: "T2" }, { not: women }],
    };
    expect(admitted("J-语文", [form("rotation", { where })])).toBe("rotation");
    const woman = { sex: "female" as const };
    expect(admitted("J-语文", [form("rotation", { where })], woman)).toBeUndefined();
    expect(admitted("B-语文", [form("rotation", { where })], woman)).toBe("rotation");
  });

  test("a recruit moves in the form recruit and nobody else does", () => {
    const recruit = { homeSchool: undefined, recruitYear: 2024, tenureStart: "2024-09-01" };
    expect(worksAt(teacher({ id: "p", ...recruit }) as never)).toBeUndefined();
    expect(admitted("B-语文", [form("rotation"), form("recruit")], recruit)).toBe("recruit");
    expect(admitted("B-语文", [form("rotation")], recruit)).toBeUndefined();
    expect(admitted("B-语文", [form("recruit")])).toBeUndefined();
  });

  test("people who may not move are admitted nowhere", () => {
    expect(admitted("B-语文", [form("rotation")], { statuses: [{ code: "pregnancy" }] })).toBeUndefined();
    expect(admitted("B-语文", [form("rotation")], { named: false, tenureStart: "2022-09-01" })).toBeUndefined();
  });
});

describe("Admission.formOf: locks", () => {
  const rotation = [form("rotation")];
  const LOCKS: readonly (readonly [string, Lock, string | undefined])[] = [
    ["another school", { person: "p", school: "J", reason: "r" }, undefined],
    ["this school", { person: "p", school: "B", reason: "r" }, "rotation"],
    ["another post", { person: "p", post: "J-语文", reason: "r" }, undefined],
    ["this post", { person: "p", post: "B-语文", reason: "r" }, "rotation"],
    ["this post by the key of its cell", { person: "p", post: "B/teaching/primary/语文", reason: "r" }, "rotation"],
    ["not this school", { person: "p", forbid: "B", reason: "r" }, undefined],
    ["not another school", { person: "p", forbid: "J", reason: "r" }, "rotation"],
    ["stay", { person: "p", stay: true, reason: "r" }, undefined],
  ];

  test.each(LOCKS)("%s", (_what, lock, expected) => {
    expect(admitted("B-语文", rotation, {}, { locks: [lock] })).toBe(expected);
  });
});

describe("Admission.formOf: volunteers", () => {
  const volunteer = (more: object = {}): Partial<PersonInput> => ({
    named: false,
    tenureStart: "2022-09-01",
    application: { volunteer: true, homeConsent: true, ...more },
  });
  const rotation = [form("rotation")];

  test.each([
    ["with consent, to a post that is short", volunteer(), {}, "rotation"],
    ["without consent", volunteer({ homeConsent: false }), {}, undefined],
    [
      "without consent where none is needed",
      volunteer({ homeConsent: false }),
      { needsHomeConsent: false },
      "rotation",
    ],
    ["to a region named", volunteer({ consentRegions: ["Z2"] }), {}, "rotation"],
    ["to a region not named", volunteer({ consentRegions: ["T1"] }), {}, undefined],
    [
      "outside of who may volunteer",
      volunteer(),
      { who: { attr: "person.sex", op: "eq", value: "female" } },
      undefined,
    ],
  ] as const)("%s", (_what, given, volunteers, expected) => {
    expect(admitted("B-语文", rotation, given, { volunteers })).toBe(expected);
  });

  test("not to a post that is full, unless the policy lets them", () => {
    const county = countyOf({
      schools: SCHOOLS,
      posts: [post("A", 2), post("B", 1)],
      persons: [teacher({ id: "p", homeSchool: "A", ...volunteer() }), teacher({ id: "q", homeSchool: "B" })],
    });
    const form = (needsVacancy: boolean) => {
      const policy = policyOf({ eligibility: { volunteers: { source: "DM-08", needsVacancy } } });
      const { county: indexed, admission } = eligibilityOf(county, policy);
      const cell = indexed.cells.findIndex(({ posts }) => posts.includes("B-语文"));
      return admission.formOf(indexed.personIndex.get("p") ?? -1, cell);
    };
    expect(form(true)).toBe(NO_FORM);
    expect(form(false)).toBe(0);
  });
});
