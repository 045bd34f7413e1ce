const text = (words: string) => ({ zh: words, en: words });

const rule = (name: string, params: object) => ({ id: name, rule: name, source: "YL-31", text: text(name), params });

/** Returns what the two documents have in common. */
const common = (id: string, name: string) => ({
  format: "lungang-policy-1",
  id,
  version: "1",
  name: text(name),
  calendar: { source: "DM-03", cutoff: "08-31", start: "09-01" },
  scope: { source: "YL-01", schools: { all: [] }, text: text("全部学校") },
});

/** Returns a policy document under which teachers of the hub walk to teaching points (YL-14d), at most to two places. */
export function walking(): object {
  return {
    ...common("walking", "中心校教师走教"),
    sets: {},
    eligibility: { due: [], exemptions: [] },
    forms: [{ base: "walk" }],
    rules: [rule("total", { max: 0 }), rule("itinerant", { form: "walk", fullLoad: 16, level: "untaught" })],
    levels: ["compliance", "untaught", "lottery"].map((name) => ({ name, unit: "points", text: text(name) })),
  };
}

/** Returns a policy document that spreads backbone teachers over primary schools with so many moves. */
export function balanced(moves: number): object {
  const backbone = { attr: "person.honours", op: "has", value: ["backboneCounty"] };
  return {
    ...common("balanced", "骨干教师均衡配置"),
    sets: { backbone },
    eligibility: {
      backbone: "backbone",
      due: [
        {
          id: "all",
          source: "YL-02",
          who: { all: [] },
          years: { measure: "school", min: 6 },
          text: text("同校满六年"),
        },
      ],
      exemptions: [],
    },
    forms: [
      {
        code: "rotation",
        source: "YL-12",
        text: text("骨干教师交流"),
        scope: "county",
        relationMoves: false,
        termMonths: { min: 36, max: 36 },
      },
    ],
    rules: [
      rule("quota", { share: moves === 0 ? "0%" : "1/20", base: "eligible", bound: "atLeast", by: "county" }),
      rule("total", { max: moves }),
      rule("balance", { set: { set: "backbone" }, level: "balance", cvAtMost: { primary: 0.5 } }),
    ],
    levels: ["compliance", "balance", "lottery"].map((name) => ({ name, unit: "points", text: text(name) })),
  };
}
