import type { Text } from "@lungang/core";
import type { OutSheet } from "@lungang/tabular";
import type { DecidedAppointment } from "./appointment-outcome.ts";
import type { SheetContext } from "./sheet-context.ts";
import { sheetOf } from "./sheet-context.ts";

type State = DecidedAppointment["procedure"][number]["state"];

const STATES: Readonly<Record<State, Text>> = {
  passed: { zh: "已通过", en: "passed" },
  failed: { zh: "未通过", en: "failed" },
  open: { zh: "未登记", en: "not recorded" },
};

/** Steps of the procedure with the day by which each was due, for everybody to see. */
export function procedureResultSheet(context: SheetContext): readonly OutSheet[] {
  const { decided, language } = context;
  if (decided.procedure.length === 0) return [];
  return [
    sheetOf(context, ["程序", "Procedure"], {
      columns: [
        ["步骤", "Step", 30],
        ["办理单位", "By", 24],
        ["应完成日期", "Due", 12],
        ["办理日期", "Done on", 12],
        ["情况", "State", 12],
        ["依据", "Source", 12],
      ],
      rows: decided.procedure.map(({ text, by, due, on, state, isLate, source }) => [
        text[language],
        by?.[language] ?? null,
        due,
        on,
        (isLate ? { zh: "已通过（超期）", en: "passed late" } : STATES[state])[language],
        source,
      ]),
    }),
  ];
}

/** Who applied for posts filled by selection, how far everybody came, and the points of the criteria. */
export function candidateSheet(context: SheetContext): readonly OutSheet[] {
  const { decided, applications, language } = context;
  const { terms } = applications.procedure;
  if (decided.candidates.length === 0) return [];
  const gap = { zh: "、", en: ", " }[language];
  const supervisor = terms?.selection?.supervisedBy?.[language];
  const title = supervisor === undefined ? [] : [`${{ zh: "监督：", en: "Supervised by: " }[language]}${supervisor}`];
  return [
    sheetOf(context, ["选聘过程", "Selection"], {
      title: [terms?.selection?.text[language] ?? "", ...title],
      columns: [
        ["人员编号", "Person id", 13],
        ["姓名", "Name", 11],
        ["已通过步骤", "Steps passed", 50],
        ["止于", "Stopped at", 18],
        ["得分", "Points", 10, "number"],
        ["各项得分", "Item by item", 50],
      ],
      rows: decided.candidates.map(({ person, passed, stoppedAt, because, points, items }) => [
        person,
        applications.names.get(person) ?? "",
        passed.map((text) => text[language]).join(gap),
        stoppedAt === null ? null : `${stoppedAt[language]}（${STATES[because ?? "open"][language]}）`,
        points === null ? null : Number(points),
        items.map(({ item, text, points: each }) => `${item} ${each}（${text[language]}）`).join(gap),
      ]),
    }),
  ];
}
