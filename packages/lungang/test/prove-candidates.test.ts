import { loadInstance } from "@lungang/core";
import { afterAll, describe, expect, it } from "vitest";
import { openCase } from "../src/index.ts";
import { openSession } from "../src/node.ts";

/** Whether more candidates would have given a better plan is answered by planning once more among all of them. */

const session = openSession();
afterAll(() => session.close());

const at = (latitude: number) => ({ latitude, longitude: 109 });
/** One teacher too many at A; of the other schools only the last one is short, the nearer ones are full. */
const county = (schools: number) => {
  const ids = ["A", ...Array.from({ length: schools }, (_, k) => `B${k}`)];
  const loaded = loadInstance({
    format: "lungang-instance-1",
    county: { id: "c", name: "县" },
    planYear: 2025,
    schools: ids.map((id, k) => ({
      id,
      name: `${id}校`,
      type: "primary" as const,
      area: "rural" as const,
      ...(k === schools ? { quality: "weak" as const } : {}),
      coordinates: at(34 + k / 10),
    })),
    posts: ids.map((id) => ({ id: `${id}-语文`, school: id, stage: "primary" as const, subject: "语文", capacity: 1 })),
    persons: ids.slice(0, -1).map((id, k) => ({
      id: `T${k}`,
      sex: "female" as const,
      birthDate: "1984-05-05",
      personType: "teacher" as const,
      tenureStart: k === 0 ? "2010-09-01" : "2024-09-01",
      stageCertified: ["primary" as const],
      subjects: [{ subject: "语文", main: true }],
      homeSchool: id,
      residence: at(34),
    })),
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  return loaded.value;
};

const text = (words: string) => ({ zh: words, en: words });
const policy = (candidates: object) => ({
  format: "lungang-policy-1",
  id: "p",
  version: "1",
  name: text("办法"),
  calendar: { source: "s", cutoff: "08-31", start: "09-01" },
  scope: { source: "s", schools: { all: [] }, text: text("全县") },
  eligibility: {
    due: [{ id: "due", source: "s", who: { all: [] }, years: { measure: "school", min: 6 }, text: text("满六年") }],
  },
  forms: [
    {
      code: "rotation",
      source: "s",
      text: text("轮岗"),
      scope: "county",
      relationMoves: false,
      termMonths: { min: 12, max: 36 },
    },
  ],
  candidates,
  rules: [
    { id: "quota", rule: "quota", source: "s", text: text("指标"), params: { share: "100%" } },
    {
      id: "weak",
      rule: "direction",
      source: "s",
      text: text("到薄弱学校"),
      params: { moves: { attr: "to.quality", op: "eq", value: "weak" }, level: "weak" },
    },
  ],
  levels: ["compliance", "weak"].map((name) => ({ name, unit: "points", text: text(name) })),
});

async function proofOf(schools: number, candidates: object) {
  const opened = await openCase({ county: { instance: county(schools) }, policy: { document: policy(candidates) } });
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
  const outcome = await session.plan(opened.value, { proveCandidates: true });
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  return outcome.candidates;
}

describe("proveCandidates", () => {
  it("says that nothing was left out", async () => {
    expect(await proofOf(3, { limit: 50 })).toMatchObject({ answer: "all", kept: 3, admitted: 3 });
  });

  it("says which level gets better, and by how much", async () => {
    const proof = await proofOf(4, { limit: 1, perShortage: 1, radiusMetres: 15_000 });
    expect(proof).toMatchObject({ admitted: 4, levels: expect.anything() });
    // The one post in shortage keeps its candidates whatever the limits: what is far and full is what limits leave out.
    expect(proof?.answer).toBe("holds");
  });

  it("finds a limit that costs something", async () => {
    const opened = await openCase({
      county: { instance: county(4) },
      policy: {
        document: {
          ...policy({ limit: 1, perShortage: 1 }),
          rules: policy({}).rules.map((rule) =>
            rule.id === "weak"
              ? { ...rule, params: { ...rule.params, moves: { attr: "to.id", op: "eq", value: "B2" } } }
              : rule,
          ),
        },
      },
    });
    if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
    const outcome = await session.plan(opened.value, { proveCandidates: true });
    if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
    expect(outcome.candidates).toMatchObject({
      answer: "better",
      levels: [{ name: "compliance" }, { name: "weak", value: 1, wider: 0 }],
    });
    expect(outcome.candidates?.message.zh).toContain("候选（2 个）过少");
  });

  it("answers nothing that was not asked", async () => {
    const opened = await openCase({ county: { instance: county(3) }, policy: { document: policy({}) } });
    if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
    expect(await session.plan(opened.value)).not.toHaveProperty("candidates");
  });
});
