import type { Text } from "../../instance/issue.ts";
import { words } from "../../instance/vocabulary.ts";
import type { BalanceParams } from "./schema.ts";

/** Returns the sentence that states the balance. */
export function balanceText({ stages }: BalanceParams): Text {
  const list = stages ?? [];
  const zh = list.length === 0 ? "各学段" : list.map((stage) => words.stage[stage].zh).join("、");
  const en = list.length === 0 ? "every stage" : list.map((stage) => words.stage[stage].en).join(", ");
  return {
    zh: `${zh}各校指定人员数与学生数相称，每百名学生的平均偏差尽量小`,
    en: `In ${en} schools have the named people in proportion to their pupils, with little mean deviation`,
  };
}
