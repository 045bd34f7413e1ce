import { expect, it } from "vitest";
import { openTerminal } from "./terminal.ts";

/** Every wrong call names the command, what was given and what is right. */

const { call } = openTerminal();

it.each([
  [["chek"], "lungang：没有“chek”这个命令，是否想写 check？", "应为：plan、years、"],
  [["check", "a.xlsx", "--polisy", "x"], "lungang check：没有 --polisy 这个选项，是否想写 --policy？", "--help"],
  [["adopt", "a.xlsx"], "没有给出县域数据，方案旁也没有编制它所用的数据", "应为：--instance 县域数据.xlsx"],
  [
    ["explain", "compare", "a.json", "b.json"],
    "lungang explain compare：缺少必需的选项 --instance <instance>",
    "运行 lungang explain compare --help",
  ],
  [["check"], "lungang check：缺少参数 <instance>", "运行 lungang check --help"],
  [["init", "a.xlsx", "b.xlsx"], "lungang init：参数多了", "给出 2 个，应为 1 个"],
  [["plan", "a.xlsx", "--policy"], "lungang plan：选项后面缺少值：--policy <name|file>", "--help"],
  [
    ["plan", "a.xlsx", "--policy", "x", "--solver", "cplex"],
    "lungang plan：--solver <name> 的值不正确",
    "现为：cplex；应为：network",
  ],
  [
    ["years", "a.xlsx", "--policy", "x", "--method", "fast"],
    "lungang years：--method <name> 的值不正确",
    "应为：整体求解 (program), 逐年滚动 (rolling)",
  ],
  [
    ["explain", "price", "a.xlsx", "--of", "规则"],
    "lungang explain price：--of <what> 的值不正确",
    "现为：规则；应为：规定 (rules), 参数 (parameters)",
  ],
  [
    ["explain", "why-not", "a.xlsx", "--school", "某校", "--nobody", "stays"],
    "lungang explain why-not：--nobody <what> 的值不正确",
    "现为：stays；应为：不派出 (leaves), 不接收 (comes)",
  ],
  [["policies", "yulin"], "没有名为“yulin”的政策，是否指 yulin-notice？", "应为：zhongwei-pairing"],
  [["check", "no.xlsx", "--policy", "detailed-mesures"], "是否指 detailed-measures？", "no.xlsx"],
])("%s", async (argv, message, right) => {
  const { code, out, err } = await call(...argv);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(message);
  expect(err).toContain(right);
  expect(err).not.toMatch(/error:|Expected|Did you mean|Allowed/u);
});

it("the help of every verb is in one language", async () => {
  const ofParser = /Usage:|Options:|Arguments:|Commands:|display help|version number|choices:|default:/u;
  const { out } = await call("--help", "--lang", "zh");
  const verbs = [...out.matchAll(/^ {2}([a-z]+) /gmu)].map(([, name = ""]) => name);
  expect(verbs).toContain("years");
  for (const args of [[], ...verbs.map((name) => [name])]) {
    const { out: help } = await call(...args, "--help", "--lang", "zh");
    expect([args, help.match(ofParser)]).toEqual([args, null]);
    expect(help).toContain("显示用法");
  }
  const english = await call("years", "--help", "--lang", "en");
  expect(english.out).toMatch(/Usage:[\s\S]*Options:/u);
});
