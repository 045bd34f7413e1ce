import type { OutSheet } from "@lungang/tabular";
import type { Column, SheetContext } from "./sheet-context.ts";
import { sheetOf } from "./sheet-context.ts";

/** Every post with an empty head, and of each one whether it was offered, and why not. */
export function vacancySheet(context: SheetContext): readonly OutSheet[] {
  const { decided, names, language, public: isPublic } = context;
  const filled = new Map<string, number>();
  for (const { post } of decided.lines) if (post !== null) filled.set(post, (filled.get(post) ?? 0) + 1);
  const heads = new Map(context.applications.market.posts.map(({ id, capacity }) => [id, capacity]));
  const gap = { zh: "；", en: "; " }[language];
  const rows = decided.vacancies
    .filter((vacancy) => vacancy.gap > 0 || (heads.get(vacancy.post) ?? 0) > (filled.get(vacancy.post) ?? 0))
    .map(({ post, school, gap: empty, offered, notOffered }) => [
      ...(isPublic ? [] : [names.listed(post)]),
      school,
      names.work(post),
      empty,
      offered,
      Math.max(0, (heads.get(post) ?? 0) - (filled.get(post) ?? 0)),
      notOffered.map(({ heads: count, text }) => `${text[language]} ${count}`).join(gap),
    ]);
  const id: Column = ["岗位编号", "Post id", 16];
  return [
    sheetOf(context, ["空岗及原因", "Vacancies"], {
      columns: [
        ...(isPublic ? [] : [id]),
        ["学校", "School", 22],
        ["岗位", "Post", 16],
        ["空岗", "Empty before", 10, "integer"],
        ["公布", "Offered", 10, "integer"],
        ["聘任后仍空", "Empty after", 12, "integer"],
        ["未公布及原因", "Not offered, and why", 50],
      ],
      rows,
    }),
  ];
}

/** The rules side by side, and whether it was safe to answer honestly; for the bureau alone. */
export function comparedSheet(context: SheetContext): readonly OutSheet[] {
  const { decided, language } = context;
  return [
    sheetOf(context, ["规则比较", "Rules compared"], {
      title: titleLines(context),
      columns: [
        ["规则", "Rule", 26],
        ["采用", "Chosen", 8],
        ["调动", "Move", 10, "integer"],
        ["新聘", "Appointed", 10, "integer"],
        ["未聘", "No post", 10, "integer"],
        ["第一志愿", "First wish", 10, "integer"],
        ["被越过的人", "Passed over", 12, "integer"],
      ],
      rows: decided.compared.map(({ name, chosen, moved, appointed, unplaced, firstWish, passedOver }) => [
        name[language],
        chosen ? { zh: "是", en: "yes" }[language] : null,
        moved,
        appointed,
        unplaced,
        firstWish,
        passedOver,
      ]),
    }),
  ];
}

const DRAW_WORDS = {
  zh: {
    draw: "公开抽签号",
    none: "没有用到抽签",
    how: "每人的签：抽签号、换行、人员编号的 SHA-256 前 12 位十六进制数，小者在前，任何人可以复算",
    answers: "如实填报",
    theorem: "文献",
    publicity: (days: number) => `名单公示不少于 ${days} 个工作日`,
  },
  en: {
    draw: "Seed of the draw",
    none: "no draw was needed",
    how: "Lot of a person: first 12 hexadecimal digits of the SHA-256 of seed, line feed and id, the smaller first; anyone can repeat it",
    answers: "Honest answers",
    theorem: "Reference",
    publicity: (days: number) => `The list is public for at least ${days} working days`,
  },
} as const;

/**
 * What decided, above the table, because everybody asks, and how to repeat the draw. What was written about a rule is in
 * English and stands in English alone.
 */
function titleLines({ decided, language }: SheetContext): readonly string[] {
  const { strategy, seed, publicityDays } = decided;
  const words = DRAW_WORDS[language];
  const colon = { zh: "：", en: ": " }[language];
  const reference = language === "en" ? strategy.reference : null;
  const draw = [`${words.draw}${colon}${seed ?? words.none}`, ...(seed === null ? [] : [words.how])];
  return [
    `${words.answers}${colon}${strategy.text[language]}`,
    ...(reference === null ? [] : [`${words.theorem}${colon}${reference}`]),
    ...(strategy.example === null ? [] : [strategy.example[language]]),
    ...draw,
    ...(publicityDays === null ? [] : [words.publicity(publicityDays)]),
  ];
}

/** Every promise of the rule, and that it was checked. */
export function checkSheet(context: SheetContext): readonly OutSheet[] {
  const { decided, language } = context;
  return [
    sheetOf(context, ["复核", "Checks"], {
      columns: [
        ["规则的保证", "What the rule promises", 50],
        ["复核", "Checked", 10],
      ],
      rows: decided.properties.map(({ text, holds }) => [
        text[language],
        (holds ? { zh: "成立", en: "holds" } : { zh: "不成立", en: "broken" })[language],
      ]),
    }),
  ];
}
