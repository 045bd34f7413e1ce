import type { ReportCardDocument } from "lungang";
import { say, tell } from "../session.ts";
import type { Session } from "../session.ts";
import type { Column } from "./table.ts";
import { tableText } from "./table.ts";

/** Cases that are shown of each finding; the workbook has them all. */
const SHOWN = 5;

/** Writes a report card for readers: findings with their first cases, burden by group, and the sentence about all of it. */
export function tellCard(session: Session, card: ReportCardDocument): void {
  tell(session, findingsTable(session, card));
  for (const { cases = [], text } of card.findings) {
    if (cases.length === 0) continue;
    tell(session, `${say(session, text)}${session.language === "zh" ? "：" : ":"}`);
    for (const found of cases.slice(0, SHOWN)) tell(session, `  ${say(session, found.text)}`);
    const rest = cases.length - SHOWN;
    if (rest > 0)
      tell(
        session,
        `  ${say(session, { zh: `（另有 ${rest} 例，见 --json 或工作簿）`, en: `(${rest} more; see --json or the workbook)` })}`,
      );
  }
  tell(session, burdenTable(session, card));
  tell(session, say(session, card.verified.text));
  tell(session, say(session, card.message));
}

function findingsTable(session: Session, { findings }: ReportCardDocument): string {
  return tableText(
    [
      head(session, "评估项目", "looked for"),
      { ...head(session, "结果", "found"), right: true },
      head(session, "说明", "note"),
    ],
    findings.map(({ text, value, because }) => [
      say(session, text),
      value ?? "-",
      because === null ? "" : say(session, because),
    ]),
  );
}

/** Schools are many; the workbook has them. */
function burdenTable(session: Session, { burden }: ReportCardDocument): string {
  const groups = burden.filter(({ grouping }) => grouping !== "school");
  return tableText(
    [
      head(session, "分组", "grouping"),
      head(session, "组别", "group"),
      { ...head(session, "人数", "people"), right: true },
      { ...head(session, "调动", "move"), right: true },
      { ...head(session, "不如留任", "worse"), right: true },
    ],
    groups.flatMap(({ text, groups: all }) =>
      all.map((group) => [say(session, text), say(session, group.text), group.people, group.moved, group.worse]),
    ),
  );
}

function head(session: Session, zh: string, en: string): Column {
  return { title: say(session, { zh, en }) };
}
