const text = (words: string) => ({ zh: words, en: words });

/** Returns a policy document that spreads backbone teachers over primary schools with so many moves. */
export function balanced(moves: number): object {
  const backbone = { attr: "person.honours", op: "has", value: ["backboneCounty"] };
  const rule = (name: string, params: object) => ({ id: name, rule: name, source: "YL-31", text: text(name), params });
  return {
    format: "lungang-policy-1",
    id: "balanced",
    version: "1",
    name: text("骨干教师均衡配置"),
    calendar: { source: "DM-03", cutoff: "08-31", start: "09-01" },
    sets: { backbone },
    scope: { source: "YL-01", schools: { all: [] }, text: text("全部学校") },
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
