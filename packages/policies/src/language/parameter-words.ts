import type { PolicyText } from "../document.ts";
import { text } from "../document.ts";

/** What a rule is called and does, and what its parameters mean. */
export interface RuleWords {
  readonly title: PolicyText;
  readonly does: PolicyText;
  readonly params: Readonly<Record<string, PolicyText>>;
}

/** Parameters that mean the same in every rule. */
export const LEVEL = text("计入哪个目标层级（levels 中的名称）", "Level that counts it, by its name under levels");
const WEIGHT = text("在该层级中的权重", "Weight in the level");
export const SHARE = text("比例", "Share");
export const ROUNDING = text(
  "折算人数的取整：up 进一、down 舍去、halfUp 四舍五入、halfDown 五舍六入；不写时下限进一、上限舍去",
  "How the share becomes a number: up, down, or to the nearer with a half up or down; without it a least is rounded up and a most down",
);
export const BY = text("按什么分别计算", "Counted for what apart");
export const PRICED = { level: LEVEL, weight: WEIGHT };
