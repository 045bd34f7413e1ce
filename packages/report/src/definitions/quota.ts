import type { School } from "@lungang/core";
import { compilePredicate, emptySubject, quotaBase, quotaMeaning, ruleNamed, rulesOf } from "@lungang/core/policy";
import { emptyRanges } from "@lungang/core/plan";
import type { Decision } from "@lungang/core/policy";
import { stagesOfType, words } from "@lungang/core";
import { SOURCE_ID } from "../columns.ts";
import type { ListedMove, Source } from "../source.ts";
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
    tables: [{ ...measures(source), notes: targetNotes(source) }, groups(source), exemptCounts(source)],
  }),
};

function targetNotes({ policy }: Source) {
  return (policy.reports?.due ?? []).filter(({ source: rule }) => rule === "YL-06").map(targetNote);
}

/** The final share and its year, where the authority has given them. */
function targetNote(due: {
  readonly text: { readonly zh: string; readonly en: string };
  readonly [key: string]: unknown;
}) {
  const { share, year } = due;
  const known = [
    ...(typeof share === "string" || typeof share === "number" ? [text(`${share}`, `${share}`)] : []),
    ...(typeof year === "number" ? [text(`${year}年`, `${year}`)] : []),
  ];
  if (known.length === 0) return due.text;
  const [zh, en] = [known.map((word) => word.zh).join("，"), known.map((word) => word.en).join(", ")];
  return text(`${due.text.zh}：${zh}`, `${due.text.en}: ${en}`);
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
    count("base", ["基数", "Base"]),
    column("share", ["规定比例", "Share"]),
    column("rate", ["实际比例", "Rate"], { type: "percent" }),
  ];
  const emptyRange = emptyRanges(plan.measures);
  const rows = plan.measures.flatMap((measure): RowSpec[] => {
    const { rule, source, about, base, value, target, sense, met } = measure;
    const found = rules.get(rule);
    if (found === undefined || ruleNamed(found.rule).isCounted !== true || about.kind === "person") return [];
    return [
      {
        rule: found.text,
        source,
        about: names.subject(about),
        base: base?.counted,
        share: base?.share,
        rate: base === undefined || base.counted === 0 ? null : value / base.counted,
        value: Number(value.toFixed(2)),
        sense: SENSES[sense],
        target: Number(target.toFixed(2)),
        met: emptyRange(measure) ?? yesNo(met),
      },
    ];
  });
  return tableOf({ id: "measures", title: ["规定与完成", "Rules and results"], columns }, rows);
}

interface Group {
  readonly kind: ReturnType<typeof text>;
  readonly name: RowSpec[string];
  /** Whether somebody who works at a school is of the group; who comes from no school is of the county alone. */
  readonly holds: (school: School | undefined, person: number) => boolean;
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
      // A school of several stages has people of each: the post says which.
      holds: (school: School | undefined, person: number) => {
        if (school === undefined) return false;
        const [only, ...others] = stagesOfType(school.type);
        const taught = county.cells[county.cellOf[person] as number]?.stage;
        return (taught ?? (others.length === 0 ? only : undefined)) === stage;
      },
    })),
    ...zones.map((zone) => ({
      kind: text("片区", "zone"),
      name: name(zone),
      holds: (school: School | undefined) => school?.zones.includes(zone) === true,
    })),
    ...schools.map(({ school }) => ({
      kind: text("学校", "school"),
      name: school.name,
      holds: (other: School | undefined) => other?.id === school.id,
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
  const { isInBase, isAsked } = asWritten(source);
  const rows = groupsOf(source).map(({ kind, name, holds }): RowSpec => {
    const inside = (person: number) => {
      const school = county.schools[county.works[person] as number];
      return school !== undefined && holds(school, person);
    };
    const tally = (fits: (person: number) => boolean) => decisions.filter((_, at) => fits(at) && inside(at)).length;
    const moved = source.moves.filter((move) => move.counted && holds(move.from, move.index) && isAsked(move));
    const backbone = moved.filter(({ decision }) => decision.backbone).length;
    const base = tally(isInBase);
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

type QuotaParams = ReturnType<typeof quotaMeaning.schema.parse>;

interface AsWritten {
  readonly isInBase: (person: number) => boolean;
  readonly isAsked: (move: ListedMove) => boolean;
}

/**
 * Who is in the base of some quota of the policy and which moves some quota asks for, as the policy writes them: of those who
 * are due, or of all teachers of a stage (HL-03), a school (GX-01) or a town (CX-02).
 */
function asWritten(source: Source): AsWritten {
  const entries = rulesOf(source.policy.rules, quotaMeaning);
  const least = entries.filter(({ params }) => params.bound === "atLeast");
  const quotas = (least.length > 0 ? least : entries).map(({ params }) => quotaTests(source, params));
  if (quotas.length === 0) {
    const base = quotaBase(source.eligibility, { excludeExempt: true, excludeWithoutPost: true });
    return { isInBase: (person) => base[person] === 1, isAsked: () => true };
  }
  return {
    isInBase: (person) => quotas.some(({ isInBase }) => isInBase(person)),
    isAsked: (move) => quotas.some(({ isAsked }) => isAsked(move)),
  };
}

function quotaTests({ eligibility }: Source, params: QuotaParams): AsWritten {
  const { context, policy, county, decisions } = eligibility;
  const [who, moves] = [params.who, params.moves].map((part) => compilePredicate(part, { context, sets: policy.sets }));
  const due = quotaBase(eligibility, params);
  const isWho = (person: number) => who?.({ ...emptySubject(), person, from: county.works[person] as number }) === true;
  const isAmong = (person: number) => {
    const { standing, exempt } = decisions[person] as Decision;
    if (params.base === "eligible") return due[person] === 1;
    return standing !== "outOfScope" && standing !== "recruit" && !(params.excludeExempt && exempt);
  };
  return {
    isInBase: (person) => isAmong(person) && isWho(person),
    isAsked: ({ index, line, from, to }) =>
      isWho(index) &&
      moves?.({
        ...emptySubject(),
        person: index,
        from: county.schoolIndex.get(from?.id ?? "") ?? -1,
        to: county.schoolIndex.get(to?.id ?? "") ?? -1,
        cell: county.cells.findIndex(({ posts, key }) => posts.includes(line.post) || key === line.post),
        form: line.form,
        relationMoves: line.relationMoves,
        metres: line.distanceMetres ?? 0,
      }) === true,
  };
}
