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

/**
 * Returns what stands below a list of people: how many there are, by the stage of their posts and by what becomes of them, and
 * in public how to object.
 */
export function listNotes(
  applications: Applications,
  lines: readonly Line[],
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
  return [total[language], ...(isPublic ? [objectionsText(applications)[language]] : [])];
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
