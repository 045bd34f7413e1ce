import type { Text } from "@lungang/core";
import { words } from "@lungang/core";
import type { Language } from "../files/out-file.ts";
import type { DecidedAppointment } from "./appointment-outcome.ts";
import type { Applications } from "./open-applications.ts";

type Line = DecidedAppointment["lines"][number];

/** What becomes of people, in the order in which it is counted. */
export const OUTCOMES: Readonly<Record<Line["outcome"], Text>> = {
  stayed: { zh: "留任", en: "stays" },
  moved: { zh: "调动", en: "moves" },
  appointed: { zh: "新聘", en: "appointed" },
  unplaced: { zh: "未聘", en: "no post" },
};

/** Until when and to whom objections go, as the policy says where it does. */
export function objectionsText({
  authority,
  publicityDays,
  publication,
}: Pick<Applications, "authority" | "publicityDays" | "publication">): Text {
  const days = publicityDays === undefined ? "" : `（${publicityDays} 个工作日）`;
  const how = publication?.objections ?? {
    zh: `以书面形式向${authority ?? "编制单位"}提出，并附有关材料`,
    en: `in writing to ${authority ?? "the office that seals this"}, with what proves them`,
  };
  const within = publicityDays === undefined ? "" : ` (${publicityDays} working days)`;
  return {
    zh: `对聘任结果有异议的，请在公示期${days}内${how.zh}；情况属实的，将予以纠正。`,
    en: `Objections go ${how.en}, while the list is published${within}.`,
  };
}

/** How many promises of the rules were checked, and whether all hold: the list itself is for the bureau. */
function checkedText(properties: DecidedAppointment["properties"]): Text {
  const broken = properties.filter(({ holds }) => !holds).length;
  const found =
    broken === 0
      ? { zh: "全部符合规定", en: "and all hold" }
      : { zh: `其中${broken}项不符合规定`, en: `and ${broken} do not hold` };
  const count = properties.length;
  return {
    zh: `复核结论：本名单已由另一套程序逐项核对，共核对${count}项，${found.zh}。`,
    en: `Check: what the rules promise was counted again by a program that shares nothing with the one that appoints; ${count} promises were checked ${found.en}.`,
  };
}

/**
 * Returns what stands below a list of people: how many there are, by the stage of their posts and by what becomes of them, and
 * in public what the check came to and how to object.
 */
export function listNotes(
  applications: Applications,
  { lines, properties }: Pick<DecidedAppointment, "lines" | "properties">,
  { language, public: isPublic }: { readonly language: Language; readonly public: boolean },
): readonly string[] {
  if (lines.length === 0) return [];
  const stages = new Map(applications.procedure.rows.posts.map(({ id, stage }) => [id, stage]));
  const byStage = countsOf(
    lines.flatMap(({ post }) => (post === null ? [] : [stageOf(stages.get(post))])),
    { ...words.stage, "": { zh: "其他岗位", en: "other posts" } },
    language,
  );
  const byOutcome = countsOf(
    lines.map(({ outcome }) => outcome),
    OUTCOMES,
    language,
  );
  const count = lines.length;
  const total = {
    zh: `合计：${count}人（${[byStage, byOutcome].filter((part) => part !== "").join("；")}）`,
    en: `Total: ${count} (${[byStage, byOutcome].filter((part) => part !== "").join("; ")})`,
  };
  const inPublic = [checkedText(properties), objectionsText(applications)].map((text) => text[language]);
  return [total[language], ...(isPublic ? inPublic : [])];
}

const STAGE_CODES = new Map(Object.entries(words.stage).map(([code, { zh }]) => [zh, code]));

/** The workbook names stages as it likes: their usual words are known, posts of others stand together. */
function stageOf(given = ""): string {
  if (given in words.stage) return given;
  return STAGE_CODES.get(given) ?? "";
}

/** Counts of what occurs, in the order of the words. */
function countsOf(values: readonly string[], named: Readonly<Record<string, Text>>, language: Language): string {
  const parts = Object.entries(named).flatMap(([code, { zh, en }]) => {
    const count = values.filter((value) => value === code).length;
    return count === 0 ? [] : [{ zh: `${zh}${count}人`, en: `${en} ${count}` }[language]];
  });
  return parts.join({ zh: "，", en: ", " }[language]);
}
