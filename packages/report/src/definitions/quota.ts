import type { School } from "@lungang/core";
import { quotaBase, quotaMeaning, ruleNamed, rulesOf } from "@lungang/core/policy";
import { stagesOfType, words } from "@lungang/core";
import { SOURCE_ID } from "../columns.ts";
import type { Source } from "../source.ts";
import type { ReportDefinition, RowSpec, TableSpec } from "../spec.ts";
import { column, count, tableOf, yesNo } from "../spec.ts";
import { text } from "../text.ts";
import { exemptCounts } from "./exempt.ts";

/** Who had to move and who did. */
export const r2: ReportDefinition = {
  id: "R2",
  title: text("交流比例完成情况", "Quota compliance"),
  sources: ["YL-06", "YL-07", "DM-04", "DM-05", "BQ-06a", "BQ-06b", "HL-03"],
  build: (source) => ({
    tables: [measures(source), groups(source), exemptCounts(source)],
    notes: (source.policy.reports?.due ?? []).filter(({ source: rule }) => rule === "YL-06").map(targetNote),
  }),
};

/** The final share and its year, where the authority has given them. */
function targetNote(due: {
  readonly text: { readonly zh: string; readonly en: string };
  readonly [key: string]: unknown;
}) {
  const { share, year } = due;
  const words = [share, year].filter((value) => typeof value === "string" || typeof value === "number").join(", ");
  return words === "" ? due.text : text(`${due.text.zh}：${words}`, `${due.text.en}: ${words}`);
}

const SENSES = {
  atLeast: text("不低于", "at least"),
  atMost: text("不高于", "at most"),
  equal: text("等于", "equal to"),
} as const;

function measures({ plan, policy, names }: Source): TableSpec {
  const rules = new Map(policy.rules.map((rule) => [rule.id, rule]));
  const columns = [
    column("rule", ["规定", "Rule"]),
    SOURCE_ID,
    column("about", ["对象", "About"]),
    column("value", ["实际", "Value"], { type: "number" }),
    column("sense", ["要求", "Sense"]),
    column("target", ["目标", "Target"], { type: "number" }),
    column("met", ["是否达标", "Met"]),
  ];
  const rows = plan.measures.flatMap(({ rule, source, about, value, target, sense, met }): RowSpec[] => {
    const found = rules.get(rule);
    if (found === undefined || ruleNamed(found.rule).isCounted !== true || about.kind === "person") return [];
    return [
      {
        rule: found.text,
        source,
        about: names.subject(about),
        value,
        sense: SENSES[sense],
        target,
        met: yesNo(met),
      },
    ];
  });
  return tableOf({ id: "measures", title: ["规定与完成", "Rules and results"], columns }, rows);
}

interface Group {
  readonly kind: ReturnType<typeof text>;
  readonly name: RowSpec[string];
  readonly holds: (school: School) => boolean;
}

function groupsOf({ county, schools }: Source): readonly Group[] {
  const { instance } = county;
  const stages = [...new Set(schools.flatMap(({ school }) => stagesOfType(school.type)))];
  const zones = [...new Set(schools.flatMap(({ school }) => school.zones))].sort();
  const name = (id: string) => instance.groups.find((group) => group.kind === "zone" && group.id === id)?.name ?? id;
  return [
    { kind: text("全县", "county"), name: instance.county.name, holds: () => true },
    ...stages.map((stage) => ({
      kind: text("学段", "stage"),
      name: words.stage[stage],
      holds: (school: School) => stagesOfType(school.type).includes(stage),
    })),
    ...zones.map((zone) => ({
      kind: text("片区", "zone"),
      name: name(zone),
      holds: (school: School) => school.zones.includes(zone),
    })),
    ...schools.map(({ school }) => ({
      kind: text("学校", "school"),
      name: school.name,
      holds: (other: School) => other.id === school.id,
    })),
  ];
}

function groups(source: Source): TableSpec {
  const columns = [
    column("kind", ["范围", "Kind"]),
    column("group", ["名称", "Group"]),
    count("eligible", ["符合条件人数", "Eligible"], "hidden"),
    count("exempt", ["其中不纳入", "Exempt among them"], "hidden"),
    count("base", ["基数", "Base"]),
    count("exchanged", ["交流人数", "Exchanged"]),
    column("rate", ["比例", "Rate"], { type: "percent" }),
    count("backbone", ["其中骨干", "Backbone among them"]),
    column("backboneRate", ["骨干比例", "Backbone rate"], { type: "percent" }),
  ];
  const { county, decisions } = source.eligibility;
  const inBase = quotaBase(source.eligibility, switchesOf(source));
  const rows = groupsOf(source).map(({ kind, name, holds }): RowSpec => {
    const inside = (person: number) => {
      const school = county.schools[county.works[person] as number];
      return school !== undefined && holds(school);
    };
    const tally = (fits: (person: number) => boolean) => decisions.filter((_, at) => fits(at) && inside(at)).length;
    const moved = source.moves.filter(({ counted, from }) => counted && from !== undefined && holds(from));
    const backbone = moved.filter(({ decision }) => decision.backbone).length;
    const base = tally((at) => inBase[at] === 1);
    return {
      kind,
      group: name,
      eligible: tally((at) => decisions[at]?.meetsDue === true),
      exempt: tally((at) => decisions[at]?.meetsDue === true && decisions[at].exempt),
      base,
      exchanged: moved.length,
      rate: base === 0 ? null : moved.length / base,
      backbone,
      backboneRate: moved.length === 0 ? null : backbone / moved.length,
    };
  });
  return tableOf({ id: "groups", title: ["分学段、片区和学校", "By stage, zone and school"], columns }, rows);
}

/** The base is that of the first quota of the policy. */
function switchesOf({ policy }: Source) {
  return rulesOf(policy.rules, quotaMeaning)[0]?.params ?? { excludeExempt: true, excludeWithoutPost: true };
}
