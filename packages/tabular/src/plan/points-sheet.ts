import { pointsText } from "@lungang/core/policy";
import type { OutSheet, OutValue } from "../workbook/out-sheet.ts";
import type { PlanContext } from "./plan-context.ts";
import { head } from "./plan-context.ts";

/** Points of everybody item by item, for the bureau alone: disputes are about items. */
export function pointsSheet(context: PlanContext): OutSheet {
  const { say, personById, language, names, points } = context;
  const total = say({ zh: "合计", en: "Total" });
  const colon = say({ zh: "：", en: ": " });
  const row = (scale: string, person: string, cells: readonly OutValue[]): readonly OutValue[] => [
    person,
    personById.get(person)?.name ?? "",
    scale,
    ...cells,
  ];
  const rows = points.flatMap(({ text, sheets }) => {
    const scale = say(text);
    return sheets.flatMap(({ person, items, total: units, cut, atPosts }) => [
      ...items.map((item) => row(scale, person, [pointsText(item.units), say(item.text), item.source ?? ""])),
      ...(cut === 0
        ? []
        : [row(scale, person, [pointsText(0 - cut), say({ zh: "超过总分上限", en: "above the cap" }), ""])]),
      row(scale, person, [pointsText(units), total, ""]),
      ...atPosts.flatMap(({ post, items: own, total: there }) => {
        const at = say(names.subject({ kind: "post", post }));
        return [
          ...own.map((item) =>
            row(scale, person, [pointsText(item.units), `${at}${colon}${say(item.text)}`, item.source ?? ""]),
          ),
          row(scale, person, [pointsText(there), `${at}${colon}${total}`, ""]),
        ];
      }),
    ]);
  });
  return {
    name: { zh: "积分明细", en: "Points" }[language],
    columns: [
      head(context, ["人员编号", "Person id"], 13),
      head(context, ["姓名", "Name"], 11),
      head(context, ["计分办法", "Scale"], 18),
      head(context, ["分数", "Points"], 10),
      head(context, ["说明", "How it counted"], 66),
      head(context, ["依据", "Source"], 12),
    ],
    rows,
  };
}
