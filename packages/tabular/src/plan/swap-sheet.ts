import type { Swap, SwapStep } from "@lungang/core/plan";
import { compareIds, swapsOf } from "@lungang/core/plan";
import type { OutSheet, OutValue } from "../workbook/out-sheet.ts";
import type { PlanContext } from "./plan-context.ts";
import { head } from "./plan-context.ts";
import { SWAP_WORDS } from "./plan-words.ts";

/** Who replaces whom: every swap of two or more people, one row a person. */
export function swapSheet(context: PlanContext): OutSheet {
  const { plan, instance, names, language, placeOf, public: isPublic } = context;
  const found = swapsOf(plan, instance, names).filter(({ steps }) => steps.length > 1);
  const startOf = ({ steps }: Swap) => placeOf(steps[0]?.from ?? null);
  const keyOf = ({ steps, text }: Swap) => (isPublic ? text[language] : (steps[0]?.person ?? ""));
  const swaps = found.sort((a, b) => startOf(a) - startOf(b) || compareIds(keyOf(a), keyOf(b)));
  return {
    name: { zh: "互换和轮换", en: "Swaps" }[language],
    columns: [
      head(context, ["组号", "Swap"], [6, "integer"]),
      head(context, ["类型", "Kind"], 10),
      ...(isPublic ? [] : [head(context, ["人员编号", "Person id"], 11)]),
      head(context, ["姓名", "Name"], 9),
      head(context, ["原单位名称", "From"], 16),
      head(context, ["原岗位", "Post left"], 12),
      head(context, ["交流轮岗单位名称", "To"], 16),
      head(context, ["岗位", "Post entered"], 12),
      head(context, ["接替", "Replaces"], 11),
      head(context, ["说明", "In words"], 44),
    ],
    rows: swaps.flatMap((swap, index) => swap.steps.map((step, at) => stepRow(context, { swap, index, step, at }))),
  };
}

interface Place {
  readonly swap: Swap;
  readonly index: number;
  readonly step: SwapStep;
  readonly at: number;
}

function stepRow(context: PlanContext, { swap, index, step, at }: Place): readonly OutValue[] {
  const { names, say, schoolName, personById, public: isPublic } = context;
  const pair = swap.kind === "cycle" && swap.steps.length === 2;
  const post = (id: string | null) => (id === null ? "" : say(names.post(id)));
  const vacancy = { zh: "（空岗）", en: "(vacancy)" };
  return [
    index + 1,
    say(SWAP_WORDS[pair ? "pair" : swap.kind]),
    ...(isPublic ? [] : [step.person]),
    isPublic ? names.person(step.person) : (personById.get(step.person)?.name ?? ""),
    schoolName(step.from),
    post(step.leaves),
    schoolName(step.to),
    post(step.enters),
    step.replaces === null ? say(vacancy) : names.person(step.replaces),
    at === 0 ? say(swap.text) : null,
  ];
}
