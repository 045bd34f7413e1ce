import { policyDocument } from "@lungang/policies";
import type { CountyOptions } from "@lungang/synthetic";
import { generateCounty } from "@lungang/synthetic";
import type { Settings } from "@lungang/core/policy";
import { realLists } from "./real-lists.ts";
import { oneTooMany } from "./one-too-many.ts";
import type { Scenario, Task } from "./scenario.ts";

const SIZES = [20, 60, 200, 400, 1200];

/** The one masked value that planning under the Yulin notice needs. */
export const ANSWERS: Settings = { document74Exemptions: "pregnancy,lactation,seriousIllness,longSickLeave" };

const NOTICE = "yulin-notice";
const text = (zh: string, en: string) => ({ zh, en });

interface Made {
  readonly name: string;
  readonly stresses: string;
  readonly county?: Omit<CountyOptions, "seed" | "schools">;
  readonly settings?: Settings;
  /** Entries added to the rules of the notice. */
  readonly rules?: readonly object[];
  /** Entries put before the level of nearness. */
  readonly levels?: readonly object[];
  /** Makes the task of one that can be solved. */
  readonly change?: (task: Task) => Promise<Task>;
}

/** A generated county under the Yulin notice, changed in the one place that the scenario is about. */
function made({ name, stresses, county, settings, rules = [], levels = [], change }: Made): Scenario {
  return {
    name,
    stresses,
    sizes: SIZES,
    build: ({ schools, seed }) => {
      const document = policyDocument(NOTICE);
      if (document === undefined) throw new RangeError(`Cannot find policy "${NOTICE}"`);
      const known = document["levels"] as readonly { readonly name: string }[];
      const task = {
        input: generateCounty({ ...county, seed: `${name}/${seed}`, schools }),
        policy: {
          ...document,
          rules: [...(document["rules"] as readonly object[]), ...rules],
          levels: known.flatMap((level) => (level.name === "nearness" ? [...levels, level] : [level])),
        },
        settings: { ...ANSWERS, ...settings },
      };
      return change === undefined ? task : change(task);
    },
  };
}

const PAIR_BALANCE = {
  id: "equalPairs",
  rule: "pairBalance",
  source: "ZW-02",
  text: text("结对学校对等互派", "Paired schools send equally many"),
  params: { forms: ["counterpart", "alliance"] },
};

const TEAM_CAP = {
  id: "teamCap",
  rule: "teamCap",
  source: "DM-06",
  text: text("领导班子成员一次交流不超过五分之一", "At most a fifth of a leadership team leaves at a time"),
  params: { share: "1/5", atLeastOne: true },
};

const BALANCE = {
  id: "backboneBalance",
  rule: "balance",
  source: "YL-12",
  text: text("骨干教师按学生数均衡配置", "Backbone teachers in proportion to pupils"),
  params: { set: { set: "backbone" }, level: "spread" },
};

/** Every scenario; a new one is one more entry. */
export const SCENARIOS: readonly Scenario[] = [
  made({
    name: "county-wide",
    stresses: "exchange over the whole county, 20 posts a person: many columns",
    settings: { exchangeScope: "county", candidateLimit: 20 },
  }),
  made({
    name: "balanced-district",
    stresses: "few gaps: levels are decided by fairness and nearness",
    county: { shortageRate: 0.03, surplusRate: 0.02 },
    settings: { exchangeScope: "county" },
  }),
  made({
    name: "remote-shortage",
    stresses: "most gaps stand far from the surplus",
    county: { shortageRate: 0.6, surplusRate: 0.3 },
    settings: { exchangeScope: "county" },
  }),
  made({
    name: "tight-quotas",
    stresses: "the quota and the backbone share bind",
    settings: { exchangeScope: "county", quotaShare: "14%", backboneShare: "45%" },
  }),
  made({
    name: "many-pairs",
    stresses: "paired schools send equally many: side rows across subjects",
    rules: [PAIR_BALANCE],
  }),
  made({
    name: "tight-team-caps",
    stresses: "leaders are due and teams may lose a fifth",
    settings: { exchangeScope: "county", leaderYears: "4" },
    rules: [TEAM_CAP],
  }),
  made({
    name: "balance",
    stresses: "backbone teachers in proportion to pupils: large numbers across all schools of a stage",
    settings: { exchangeScope: "county" },
    rules: [BALANCE],
    levels: [{ name: "spread", unit: "points", text: text("骨干均衡", "spread of backbone teachers") }],
  }),
  made({
    name: "infeasible-by-one",
    stresses: "the quota asks for one more than any plan has: proof that there is none, and where it is missing",
    settings: { exchangeScope: "county" },
    change: oneTooMany,
  }),
  ...realLists(ANSWERS),
];

/** Returns a scenario by name. @throws {RangeError} if there is none */
export function scenarioOf(name: string): Scenario {
  const found = SCENARIOS.find((scenario) => scenario.name === name);
  if (found !== undefined) return found;
  throw new RangeError(`Cannot find scenario "${name}": there are ${SCENARIOS.map((entry) => entry.name).join(", ")}`);
}
