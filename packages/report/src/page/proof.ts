import type { Text } from "@lungang/core";
import type { PlanLevel } from "@lungang/core/plan";
import { amountText } from "@lungang/core/plan";
import { text } from "../text.ts";
import type { Ground } from "./ground.ts";
import { same } from "./ground.ts";
import type { LevelLine, Proof } from "./page.ts";

/** Returns how the plan was made, what is proven of it, and how to verify it. Lots and solvers are for the bureau. */
export function proofOf(ground: Ground): Proof {
  const { plan, isPublic, digest } = ground;
  const levels = plan.levels.filter(({ name }) => name !== LOTTERY || !isPublic);
  return {
    verdict: verdictText(ground),
    over: overText(ground),
    levels: levels.map((level) => levelLine(level, ground)),
    facts: [
      ...madeFrom(ground),
      ...(isPublic ? [] : internalFacts(ground)),
      fact(["方案校验码", "Digest of the plan"], digest),
    ],
    verify: isPublic ? PUBLIC_VERIFY : VERIFY,
  };
}

/** The level in which the lot decides. */
const LOTTERY = "lottery";

function verdictText({ plan }: Ground): Text {
  const open = plan.levels.filter(({ reason }) => reason !== "optimal").length;
  const all = plan.levels.length;
  return open === 0
    ? text(
        "各项目标依次求到最好：排在前面的目标已证明不能再好，才考虑后一项。",
        "The aims are taken in order: each was proven to be the best before the next was looked at.",
      )
    : text(
        `${all} 项目标中 ${all - open} 项已证明为最好结果，其余 ${open} 项列出至多还能改进多少。`,
        `${all - open} of ${all} aims are proven to be the best; for the other ${open} the table says how much better they could be at most.`,
      );
}

/** Says what the bound is a bound over: all moves that the policy admits, or the candidates that were kept. */
function overText({ plan }: Ground): Text {
  const { candidateMoves: kept, admittedMoves: all } = plan.termination;
  if (kept === undefined || all === undefined)
    return text("证明的范围：政策允许的去向。", "Proven over the moves that the policy admits.");
  return kept === all
    ? text(`证明的范围：政策允许的全部 ${all} 个去向。`, `Proven over all ${all} moves that the policy admits.`)
    : text(
        `证明的范围：${kept} 个候选去向（政策允许的共 ${all} 个，其余未列入候选）。`,
        `Proven over ${kept} candidate moves; the policy admits ${all}, of which the others were no candidates.`,
      );
}

function levelLine({ name, unit, value, dualBound, relativeGap, reason }: PlanLevel, { wording }: Ground): LevelLine {
  const isLot = name === LOTTERY;
  const proven = reason === "optimal";
  const known = (bound: number | null) => (bound === null ? same("—") : amountText(bound, unit));
  return {
    title: wording.level(name),
    value: isLot ? same("—") : amountText(value, unit),
    bound: isLot ? same("—") : known(dualBound),
    gap: relativeGap === null ? same("—") : same(`${(100 * relativeGap).toFixed(2)}%`),
    proven,
  };
}

type Fact = Proof["facts"][number];

function fact([zh, en]: readonly [string, string], value: string | Text): Fact {
  return { label: text(zh, en), value: typeof value === "string" ? same(value) : value };
}

function madeFrom({ instance, policy, plan }: Ground): readonly Fact[] {
  const { overrides } = plan.manifest;
  const rules = new Map(policy.rules.map((rule) => [rule.id, rule.text]));
  return [
    fact(["县（区）", "County"], instance.county.name),
    fact(["方案年度", "Plan year"], `${instance.planYear}`),
    fact(["依据的政策", "Policy"], policy.name),
    ...overrides.map(({ rule, source, reason }) => {
      const title = rules.get(rule) ?? same(source);
      return fact(
        ["经批准放宽的规定", "Rule set aside"],
        text(`${title.zh}（${source}）：${reason}`, `${title.en} (${source}): ${reason}`),
      );
    }),
  ];
}

function internalFacts({ plan }: Ground): readonly Fact[] {
  const { manifest, termination } = plan;
  return [
    fact(["抽签编号", "Number of the lot"], manifest.seed),
    fact(
      ["计算程序", "Program"],
      Object.entries(manifest.versions)
        .map(([name, version]) => `${name} ${version}`)
        .join("；"),
    ),
    fact(
      ["同样的数据能否得出同样的方案", "Reproducible"],
      termination.reproducible ? text("能", "yes") : text("不能（计算中途停止）", "no (stopped on the way)"),
    ),
    fact(["数据校验码", "Digest of the data"], manifest.hashes.instance),
    fact(["政策校验码", "Digest of the policy"], manifest.hashes.policy),
    fact(["已定事项校验码", "Digest of the decisions"], manifest.hashes.locks),
  ];
}

const VERIFY: readonly Text[] = [
  text(
    "逐条复核：用方案文件和县域数据执行 lungang verify plan.json，复核不使用编制时的计算程序。",
    "Recount every rule: run lungang verify plan.json beside the data of the county; it does not use what made the plan.",
  ),
  text(
    "再次编制：用同样的数据、政策、参数和抽签编号执行 lungang plan，得出的 plan.json 应逐字节相同。",
    "Make it again: lungang plan with the same data, policy, settings and lot gives the same plan.json byte for byte.",
  ),
  text(
    "核对校验码：名册、报表和本页由同一方案生成的，方案校验码相同。",
    "Compare digests: workbooks and pages made from the same plan carry the same digest of the plan.",
  ),
];

const PUBLIC_VERIFY: readonly Text[] = [
  text(
    "本方案已由不使用编制程序的复核逐条核对。对结果有异议的，可在公示期内申请查阅本人的说明。",
    "Every rule was recounted by a check that does not use what made the plan. Who objects may ask for the own statement.",
  ),
];
