import type { OutSheet } from "@lungang/tabular";
import { ENVY_COLUMNS } from "./person-sheets.ts";
import type { Column, SheetContext } from "./sheet-context.ts";
import { sheetOf } from "./sheet-context.ts";

/** What every round came to; for the bureau also whether it was safe to answer honestly, and by which example it is not. */
export function roundsSheet(context: SheetContext): readonly OutSheet[] {
  const { decided, language, public: isPublic } = context;
  if (decided.rounds.length === 0) return [];
  const placed = (steps: DecidedSteps) => steps.filter(({ post }) => post !== null).length;
  return [
    sheetOf(context, ["轮次结果", "Rounds in figures"], {
      columns: [
        ["轮次", "Round", 22],
        ["聘任规则", "Rule", 20],
        ["参加", "Took part", 10, "integer"],
        ["取得岗位", "Got a post", 10, "integer"],
        ["落聘", "Lost the own post", 12, "integer"],
        ["复核", "Checked", 10],
        ...(isPublic ? [] : HONEST_COLUMNS),
      ],
      rows: decided.rounds.map(({ round, ruleName, taking, steps, properties, strategy }) => [
        round,
        ruleName[language],
        taking,
        placed(steps),
        steps.length - placed(steps),
        (properties.every(({ holds }) => holds) ? { zh: "成立", en: "holds" } : { zh: "不成立", en: "broken" })[
          language
        ],
        ...(isPublic
          ? []
          : [
              strategy.text[language],
              (language === "en" ? strategy.reference : null) ?? strategy.example?.[language] ?? null,
            ]),
      ]),
    }),
  ];
}

const HONEST_COLUMNS: readonly Column[] = [
  ["如实填报", "Honest answers", 60],
  ["依据或例子", "Reference or example", 60],
];

/** Both ledgers of every school after rotation and competition. */
export function ledgerSheet(context: SheetContext): readonly OutSheet[] {
  const { ledgers } = context.decided;
  if (ledgers.length === 0) return [];
  return [
    sheetOf(context, ["学校台账", "Ledgers"], {
      columns: [
        ["学校", "School", 26],
        ["编制", "Establishment", 10, "integer"],
        ["人事关系（原）", "Relation before", 14, "integer"],
        ["人事关系（现）", "Relation after", 14, "integer"],
        ["在岗（原）", "Working before", 12, "integer"],
        ["在岗（现）", "Working after", 12, "integer"],
      ],
      rows: ledgers.map(({ name, establishment, relationBefore, relationAfter, workingBefore, workingAfter }) => [
        name,
        establishment,
        relationBefore,
        relationAfter,
        workingBefore,
        workingAfter,
      ]),
    }),
  ];
}

/** The list with the fewest changes after withdrawals, as an alternative, and by name whom it passes over. */
export function fewestChangesSheets(context: SheetContext): readonly OutSheet[] {
  const { decided, names, applications, language } = context;
  const { fewestChanges } = decided;
  if (fewestChanges === null) return [];
  const { changes, changesByRounds, isProven, envy } = fewestChanges;
  const name = (id: string | undefined) => (id === undefined ? "" : (applications.names.get(id) ?? ""));
  const post = (id: string | null | undefined) => (id === null || id === undefined ? null : names.post(id));
  const title = {
    zh: `供选择：最少变动 ${changes.length} 人${isProven ? "" : "（未证明最少）"}，从该轮起重新进行为 ${changesByRounds} 人；另有 ${envy.length} 处越过，列于“最少变动之越过”`,
    en: `An alternative: ${changes.length} people end elsewhere${isProven ? "" : " (not proven fewest)"}, ${changesByRounds} when the rounds are run again; it passes over in ${envy.length} places`,
  }[language];
  return [
    sheetOf(context, ["最少变动", "Fewest changes"], {
      title: [title],
      columns: [
        ["人员编号", "Person id", 13],
        ["姓名", "Name", 11],
        ["撤回前岗位", "Post before", 30],
        ["最少变动岗位", "Post by fewest changes", 30],
      ],
      rows: changes.map(({ person, before, after }) => [person, name(person), post(before), post(after)]),
    }),
    sheetOf(context, ["最少变动之越过", "Passed over by it"], {
      columns: ENVY_COLUMNS,
      rows: envy.map(({ people: [wronged = "", holder], posts: [where], text }) => [
        wronged,
        name(wronged),
        post(where),
        holder ?? null,
        name(holder),
        text[language],
      ]),
    }),
  ];
}

/** Posts of titles of every school, and who holds them before and after. */
export function titleSheet(context: SheetContext): readonly OutSheet[] {
  const { titlePosts } = context.decided;
  if (titlePosts.length === 0) return [];
  return [
    sheetOf(context, ["职称岗位", "Posts of titles"], {
      columns: [
        ["学校", "School", 26],
        ["职称等级", "Level", 12],
        ["岗位数", "Posts", 10, "integer"],
        ["原占用", "Held before", 10, "integer"],
        ["现占用", "Held after", 10, "integer"],
        ["空余", "Vacant", 10, "integer"],
        ["超出", "Beyond", 10, "integer"],
      ],
      rows: titlePosts.map(({ school, level, posts, before, after, vacant, over }) => [
        school,
        level,
        posts,
        before,
        after,
        vacant,
        over,
      ]),
    }),
  ];
}

/** The establishment of every school by pupils and classes, beside its posts. */
export function establishmentSheet(context: SheetContext): readonly OutSheet[] {
  const { decided, language } = context;
  if (decided.establishment === null) return [];
  const { countyTotal, held, isScarce, schools } = decided.establishment;
  const title = {
    zh: `全县编制总量 ${countyTotal}，县级掌握 ${held}${isScarce ? "；总量不足，按核定数比例分配" : ""}`,
    en: `${countyTotal} heads in the county, ${held} held by it${isScarce ? "; divided in proportion, as they do not suffice" : ""}`,
  }[language];
  return [
    sheetOf(context, ["编制核定", "Establishment"], {
      title: [title],
      columns: [
        ["学校", "School", 26],
        ["按标准", "By the standard", 10, "integer"],
        ["其中小规模增加", "Of which small school", 14, "number"],
        ["核定编制", "Establishment", 10, "integer"],
        ["设岗数", "Posts", 10, "integer"],
        ["空余", "Spare", 10, "integer"],
        ["超出", "Beyond", 10, "integer"],
      ],
      rows: schools.map(({ school, byStandard, smallSchoolHundredths, heads, posts }) => [
        school,
        byStandard,
        smallSchoolHundredths / HUNDREDTHS,
        heads,
        posts,
        Math.max(0, heads - posts),
        Math.max(0, posts - heads),
      ]),
    }),
  ];
}

const HUNDREDTHS = 100;

type DecidedSteps = SheetContext["decided"]["rounds"][number]["steps"];

/** Who ends elsewhere because decisions were withdrawn. */
export function withdrawnSheet(context: SheetContext): readonly OutSheet[] {
  const { decided, names, applications } = context;
  if (decided.withdrawn.length === 0) return [];
  const post = (id: string | null) => (id === null ? null : names.post(id));
  return [
    sheetOf(context, ["撤回后变动", "After withdrawals"], {
      columns: [
        ["人员编号", "Person id", 13],
        ["姓名", "Name", 11],
        ["撤回前岗位", "Post before", 30],
        ["撤回前轮次", "Round before", 20],
        ["撤回后岗位", "Post after", 30],
        ["撤回后轮次", "Round after", 20],
      ],
      rows: decided.withdrawn.map(({ person, before, after, rounds: [first, second] }) => [
        person,
        applications.names.get(person) ?? "",
        post(before),
        first,
        post(after),
        second,
      ]),
    }),
  ];
}
