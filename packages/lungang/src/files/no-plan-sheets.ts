import type { Text } from "@lungang/core";
import { amountText } from "@lungang/core/plan";
import type { Conflict, Highest, Repair, Wording } from "@lungang/explain";
import { reachedShare, wordingOf } from "@lungang/explain";
import type { OutSheet, OutValue } from "@lungang/tabular";
import type { PlanningCase } from "../case/planning-case.ts";
import type { Told } from "../explain/explanations.ts";
import { settingsRows } from "../explain/steps.ts";
import type { ToldLeastViolation } from "../outcome/told.ts";
import type { Language } from "./out-file.ts";

/**
 * Why a case has no plan, as far as it was found.
 *
 * @public
 */
export interface NoPlan {
  /** What came of planning, in a sentence. @defaultValue what the conflict says */
  readonly message?: Text;
  /** What has to give at the least where all rules may give. */
  readonly leastViolations?: readonly ToldLeastViolation[];
  /** Which rules cannot hold together, and how far each has to give alone. */
  readonly conflict?: Told<Conflict | undefined>;
  /** How far each quota and share can be raised. */
  readonly highest?: readonly Told<Highest>[];
}

/** Header in both languages, and width. */
type Column = readonly [zh: string, en: string, width: number];

interface Context {
  readonly language: Language;
  readonly wording: Wording;
}

/** Returns the sheets that say why a case has no plan: conclusion, ways to give, highest values, least violations, settings. */
export function noPlanSheets(planningCase: PlanningCase, found: NoPlan, language: Language): readonly OutSheet[] {
  const context = { language, wording: wordingOf(planningCase) };
  return [
    conclusionSheet(context, found),
    repairSheet(context, found.conflict?.value?.repairs ?? []),
    highestSheet(context, found.highest ?? []),
    leastSheet(context, found.leastViolations ?? []),
    settingSheet(context, planningCase),
  ];
}

function sheet(
  { language }: Context,
  name: Text,
  { columns, rows, notes = [] }: { columns: readonly Column[]; rows: OutSheet["rows"]; notes?: readonly Text[] },
): OutSheet {
  return {
    name: name[language],
    columns: columns.map(([zh, en, width]) => ({ header: { zh, en }[language], width })),
    rows,
    notes: notes.map((note) => note[language]),
  };
}

/** What there is no plan for, in sentences: what cannot hold together and where, what helps, how far it goes. */
function conclusionSheet(context: Context, { message, conflict, highest = [] }: NoPlan): OutSheet {
  const known = [conflict, ...highest].flatMap((told) => told?.sentences ?? []);
  const sentences = message === undefined ? known : [message, ...known];
  return sheet(
    context,
    { zh: "结论", en: "Conclusion" },
    {
      columns: [
        ["序号", "No.", 6],
        ["内容", "Content", 112],
      ],
      rows: sentences.map((text, at) => [String(at + 1), text[context.language]]),
      notes: [
        {
          zh: "注：本说明不是方案，不得据以调配人员；同一文件夹中如有方案，是此前另行编制的。",
          en: "Note: this is no plan and nobody is placed by it; a plan in the same folder was made before, for itself.",
        },
      ],
    },
  );
}

/** Each rule of the conflict, where it alone gives. */
function repairSheet(context: Context, repairs: readonly Repair[]): OutSheet {
  const { names } = context.wording;
  const say = (text: Text) => text[context.language];
  const gap = { zh: "；", en: "; " }[context.language];
  const placed = (about: Text, amount: Text) =>
    `${say(about)}${{ zh: "：", en: ": " }[context.language]}${say(amount)}`;
  return sheet(
    context,
    { zh: "可行的放宽办法", en: "What would help" },
    {
      columns: [
        ["只放宽这一条", "If only this gives", 34],
        ["依据", "Source", 10],
        ["至少放宽", "By at least", 34],
        ["此时可达到", "Reaches then", 24],
        ["规定要求", "Asked for", 24],
        ["其余规定", "All other rules", 20],
      ],
      rows: repairs.map(({ rule, source, gives, measures, verified }): readonly OutValue[] => [
        say(names.rule(rule)),
        source,
        gives.map(({ about, amount, unit }) => placed(names.subject(about), amountText(amount, unit))).join(gap),
        measures.map(({ about, value, unit }) => placed(names.subject(about), amountText(value, unit))).join(gap),
        measures.map(({ about, target, unit }) => placed(names.subject(about), amountText(target, unit))).join(gap),
        verified
          ? say({ zh: "经核验全部满足", en: "kept, as the check finds" })
          : say({ zh: "受影响，不能直接采用", en: "broken too: not to be used as it is" }),
      ]),
    },
  );
}

/** How far each quota and share can be raised while all other rules hold. */
function highestSheet(context: Context, highest: readonly Told<Highest>[]): OutSheet {
  const { names } = context.wording;
  const say = (text: Text) => text[context.language];
  const states: Readonly<Record<Highest["status"], Text>> = {
    found: { zh: "已算出", en: "found" },
    infeasible: { zh: "其余规定本身不能同时满足", en: "the other rules alone cannot hold together" },
    open: { zh: "限度内没有算出", en: "not found within the limits" },
  };
  const proof = ({ status, proven }: Highest) =>
    status === "found" && !proven ? { zh: "尚未证明为最高", en: "not proven to be the most" } : states[status];
  return sheet(
    context,
    { zh: "最高可达", en: "The most that can be reached" },
    {
      columns: [
        ["规定", "Rule", 34],
        ["依据", "Source", 10],
        ["范围", "Where", 18],
        ["规定要求", "Asked for", 12],
        ["最高可达", "At the most", 12],
        ["基数", "Of", 12],
        ["最高比例", "Highest share", 12],
        ["说明", "Remark", 26],
      ],
      rows: highest.map(({ value }): readonly OutValue[] => {
        const { rule, source, about, reached, of, asked } = value;
        const people = (count: number | null) => (count === null ? "" : say(amountText(count, "people")));
        return [
          say(names.rule(rule)),
          source,
          say(names.subject(about)),
          people(asked),
          people(reached),
          people(of),
          reachedShare(value) ?? "",
          say(proof(value)),
        ];
      }),
      notes: [
        {
          zh: "注：每一行只变动该条规定，其余规定不变；最高比例按所列人数舍去尾数。",
          en: "Note: each line changes its own rule and keeps all others; the share is rounded down.",
        },
      ],
    },
  );
}

/** What has to give at the least where all rules may give. */
function leastSheet({ language, wording }: Context, least: readonly ToldLeastViolation[]): OutSheet {
  const { names } = wording;
  return sheet(
    { language, wording },
    { zh: "合计最小差额", en: "Least violation in all" },
    {
      columns: [
        ["规定", "Rule", 44],
        ["依据", "Source", 10],
        ["对象", "Where", 34],
        ["差额", "By", 16],
      ],
      rows: least.map(({ rule, source, about, amount, unit }) => [
        names.rule(rule)[language],
        source,
        names.subject(about)[language],
        amountText(amount, unit)[language],
      ]),
      notes: [
        {
          zh: "注：各条规定都可放宽时，合计最小的差额所在；放宽哪一条由主管部门决定。",
          en: "Note: where the least lies if every rule may give; which one gives is for the authority to decide.",
        },
      ],
    },
  );
}

/** Under which policy and values there is no plan. */
function settingSheet(context: Context, { policy }: PlanningCase): OutSheet {
  const { language } = context;
  const title = { zh: `《${policy.name.zh}》`, en: policy.name.en };
  return sheet(
    context,
    { zh: "所用政策和取值", en: "Policy and values" },
    {
      columns: [
        ["项目", "Item", 60],
        ["取值", "Value", 50],
      ],
      rows: [
        [{ zh: "政策文件（依据）", en: "Policy" }[language], title[language]],
        ...settingsRows(policy, policy.origin.settings).map(({ meaning, value }) => [
          meaning[language],
          value[language],
        ]),
      ],
    },
  );
}
