import { objectionText } from "@lungang/core/plan";
import type { OutSheet, OutValue } from "../workbook/out-sheet.ts";
import type { PlanContext } from "./plan-context.ts";
import { head } from "./plan-context.ts";
import { LIMIT_WORDS, REASON_WORDS } from "./plan-words.ts";
import { yesNo } from "./result-sheets.ts";

/** What a plan is the best of, where it says so. */
function amongRows({ plan, say }: PlanContext): readonly (readonly OutValue[])[] {
  const { candidateMoves: kept, admittedMoves: all } = plan.termination;
  if (kept === undefined || all === undefined) return [];
  return [
    [
      say({ zh: "比较的范围", en: "Chosen among" }),
      say({
        zh: `${kept} 个候选去向（政策允许的共 ${all} 个）`,
        en: `${kept} candidate moves of ${all} that are admitted`,
      }),
    ],
  ];
}

/** What was set in place of what the policy takes by default: who verifies the workbook alone has to set it again. */
function settingRows({ settings, say }: PlanContext): readonly (readonly OutValue[])[] {
  return settings.map(({ meaning, value }) => [
    say({ zh: `设定的参数：${meaning.zh}`, en: `Parameter that was set: ${meaning.en}` }),
    say(value),
  ]);
}

/** How names are published, and how and until when the public may object. */
function publicRows({ say, policy, instance }: PlanContext): readonly (readonly OutValue[])[] {
  const names =
    policy?.publication?.names === "full"
      ? { zh: "姓名按政策规定全名公布", en: "Names are published in full, as the policy says" }
      : { zh: "姓名已隐去", en: "Names are masked" };
  const objections = objectionText(policy ?? {}, instance);
  return [
    [
      say({ zh: "公开版本", en: "Public version" }),
      say({
        zh: `${names.zh}，不含人员编号、距离、个人情形和未交流人员名单；各校人数见学校前后对比`,
        en: `${names.en}; no ids, distances, circumstances or list of those who stay; heads stand with the schools`,
      }),
    ],
    [
      say({ zh: "异议的提出", en: "Objections" }),
      say({ zh: `对公示内容有异议的，${objections.zh}`, en: `Objections go ${objections.en}` }),
    ],
  ];
}

/** What the plan was made from. */
export function manifestSheet(context: PlanContext): OutSheet {
  const { plan, instance, say, policyTitle, ruleTitle } = context;
  const { manifest, termination } = plan;
  const recruits = plan.moves.filter(({ form }) => form === "recruit").length;
  const limit =
    termination.limit === undefined
      ? ""
      : say({ zh: `（${LIMIT_WORDS[termination.limit].zh}）`, en: ` (${LIMIT_WORDS[termination.limit].en})` });
  const t = (zh: string, en: string) => say({ zh, en });
  const internal = (): readonly (readonly OutValue[])[] => [
    [t("结论", "Status"), `${say(REASON_WORDS[termination.reason])}${limit}`],
    ...amongRows(context),
    [t("条件相同者的先后", "Among equals"), t(`按公开抽签号（${manifest.seed}）确定`, `public lot ${manifest.seed}`)],
    [t("相同数据再次编制结果相同", "Reproducible"), yesNo(context, termination.reproducible)],
    ...settingRows(context),
    ...manifest.overrides.map((entry) => [
      t("经批准突破的规定", "Rule set aside"),
      t(
        `${ruleTitle(entry.rule)}（${entry.source}）：${entry.reason}`,
        `${ruleTitle(entry.rule)} (${entry.source}): ${entry.reason}`,
      ),
    ]),
    [t("数据校验码", "Check code of the data"), manifest.hashes.instance],
    [t("政策校验码", "Check code of the policy"), manifest.hashes.policy],
    [t("已定人员校验码", "Check code of the locks"), manifest.hashes.locks],
  ];
  return {
    name: t("编制说明", "About"),
    columns: [head(context, ["项目", "Item"], 30), head(context, ["内容", "Content"], 90)],
    rows: [
      [t("县（区）", "County"), instance.county.name],
      [t("方案年度", "Plan year"), `${manifest.instance.planYear}`],
      [t("政策文件（依据）", "Policy"), policyTitle],
      [t("交流人数", "People who move"), `${plan.moves.length - recruits}`],
      ...(recruits === 0 ? [] : [[t("新招聘教师人数", "Recruits who are placed"), `${recruits}`]]),
      ...(context.public ? publicRows(context) : internal()),
    ],
  };
}
