import { strategyOfSurplus } from "@lungang/appointment";
import type { Text } from "@lungang/core";
import type { OutSheet } from "@lungang/tabular";
import type { Column, SheetContext } from "./sheet-context.ts";
import { sheetOf } from "./sheet-context.ts";

const SURPLUS_WORDS: Readonly<Record<"volunteers" | "lastInOrder", Text>> = {
  volunteers: { zh: "自愿分流", en: "volunteers" },
  lastInOrder: { zh: "按次序分流", en: "last in the order" },
};

/** Who has to leave an overfull post. */
export function surplusSheet(context: SheetContext): readonly OutSheet[] {
  const { decided, names, applications, language } = context;
  if (decided.surplus.length === 0) return [];
  const { text, reference } = strategyOfSurplus();
  return [
    sheetOf(context, ["超岗分流", "Surplus"], {
      title: [text[language], ...(reference === undefined || language !== "en" ? [] : [reference])],
      columns: [
        ["岗位", "Post", 30],
        ["超岗人数", "Surplus", 10, "integer"],
        ["人员编号", "Person id", 13],
        ["姓名", "Name", 11],
        ["原因", "Why", 16],
      ],
      rows: decided.surplus.flatMap(({ post, excess, leaving }) =>
        leaving.map(({ person, because }) => [
          names.post(post),
          excess,
          person,
          applications.names.get(person) ?? "",
          SURPLUS_WORDS[because][language],
        ]),
      ),
    }),
  ];
}

/** Columns of who is passed over for whom. */
export const ENVY_COLUMNS: readonly Column[] = [
  ["人员编号", "Person id", 13],
  ["姓名", "Name", 11],
  ["更愿去的岗位", "Would rather have", 30],
  ["取得者编号", "Holder id", 13],
  ["取得者姓名", "Holder", 11],
  ["说明", "In words", 60],
];

/** Who is passed over for somebody behind him, by name: under trading the price of more moves. */
export function envySheet(context: SheetContext): readonly OutSheet[] {
  const { decided, names, applications, language } = context;
  if (decided.envy.length === 0) return [];
  const name = (id: string | undefined) => (id === undefined ? "" : (applications.names.get(id) ?? ""));
  return [
    sheetOf(context, ["被越过人员", "Passed over"], {
      columns: ENVY_COLUMNS,
      rows: decided.envy.map(({ people: [wronged = "", holder = ""], posts: [post = ""], text }) => [
        wronged,
        name(wronged),
        names.post(post),
        holder,
        name(holder),
        text[language],
      ]),
    }),
  ];
}

/** Pairs that couples and limits keep from each other, each with its rule. */
export function remainingSheet(context: SheetContext): readonly OutSheet[] {
  const { decided, names, applications, language } = context;
  if (decided.remaining.length === 0) return [];
  return [
    sheetOf(context, ["未满足及原因", "Remaining pairs"], {
      columns: [
        ["人员编号", "Person id", 13],
        ["姓名", "Name", 11],
        ["更愿去的岗位", "Would rather have", 30],
        ["造成原因的规定", "Caused by", 24],
        ["说明", "In words", 60],
      ],
      rows: decided.remaining.map(({ person, post, causes, text }) => [
        person,
        applications.names.get(person) ?? "",
        names.post(post),
        causes.join({ zh: "、", en: ", " }[language]),
        text[language],
      ]),
    }),
  ];
}

/** Points item by item: disputes are about items. */
export function pointSheet(context: SheetContext): readonly OutSheet[] {
  const { decided, names, applications, language } = context;
  if (decided.sheets.length === 0) return [];
  const total = { zh: "合计分数", en: "Total" }[language];
  return [
    sheetOf(context, ["积分明细", "Points"], {
      columns: [
        ["人员编号", "Person id", 13],
        ["姓名", "Name", 11],
        ["计分项", "Item", 18],
        ["得分", "Points", 10, "number"],
        ["怎样得出", "How", 40],
        ["只在此岗位", "At this post only", 30],
        ["依据", "Source", 14],
      ],
      rows: decided.sheets.flatMap(({ person, items, total: sum }) => {
        const name = applications.names.get(person) ?? "";
        return [
          ...items.map(({ item, points, text, post, source }) => [
            person,
            name,
            item,
            Number(points),
            text[language],
            post === null ? null : names.post(post),
            source,
          ]),
          [person, name, total, Number(sum), null, null, null],
        ];
      }),
    }),
  ];
}
