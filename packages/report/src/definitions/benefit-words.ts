import type { Alternative, ConditionStatus } from "@lungang/procedure";
import type { PenaltyFlag, Threshold } from "@lungang/core/policy";
import { text } from "../text.ts";

/** What the states of a condition are called. */
export const STATUS: Readonly<Record<ConditionStatus, ReturnType<typeof text>>> = {
  met: text("符合", "met"),
  missing: text("不符合", "not met"),
  unknown: text("数据不足", "unknown"),
};

const UNITS: Readonly<Record<Threshold, readonly [string, string]>> = {
  schools: ["所学校任职经历", "schools"],
  ruralYears: ["年农村任教", "rural years"],
  weakYears: ["年薄弱学校任教", "years at weak schools"],
  ruralOrWeakYears: ["年农村或薄弱学校任教", "rural or weak years"],
  remoteYears: ["年边远地区任教", "remote years"],
  exchangeMonths: ["个月交流", "months of exchange"],
  exchanges: ["次交流", "exchanges"],
};

/** Says what each way still asks for; ways that nobody can judge are marked. */
export function missingText(alternatives: readonly Alternative[], joined: readonly [string, string]) {
  const open = alternatives.filter(({ status }) => status !== "met");
  const one = (language: 0 | 1) => (way: Alternative) => {
    const unit = UNITS[way.threshold][language];
    const doubt = way.status === "unknown" ? ["（待核实）", " (to be checked)"][language] : "";
    return language === 0 ? `差${way.missing}${unit}${doubt}` : `${way.missing} ${unit}${doubt}`;
  };
  return text(open.map(one(0)).join(joined[0]), open.map(one(1)).join(joined[1]));
}

/** What each consequence of a penalty is called. */
export const FLAGS: Readonly<Record<PenaltyFlag, ReturnType<typeof text>>> = {
  noTitle: text("不得评职称", "no title"),
  noAwards: text("不得评优", "no awards"),
  assessmentFailed: text("年度考核不合格", "annual assessment failed"),
  noSalaryStep: text("不晋升薪级", "no salary step"),
  wageMoves: text("工资转到安排学校", "wage moves to the assigned school"),
  losesTownshipAllowance: text("停发乡镇补贴", "no township allowance"),
  losesRuralSubsidy: text("停发乡村生活补助", "no rural subsidy"),
  losesRewardPay: text("停发奖励性绩效", "no reward pay"),
  monthlyTest: text("每月测试", "monthly test"),
  attendanceRules: text("按请假考勤规定处理", "rules on leave and attendance"),
  exchangeVoid: text("交流经历无效", "exchange is void"),
};
