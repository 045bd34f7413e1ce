import type { AppointmentOutcome, AppointmentReport, DecidedAppointment } from "lungang";
import { say, tell } from "../session.ts";
import type { Session } from "../session.ts";
import { tableText } from "./table.ts";

/** Lines of findings that are shown; the workbook has them all. */
const SHOWN = 20;

/** Writes for readers what an appointment came to: both rules side by side, and who is passed over. */
export function tellAppointment(
  session: Session,
  { appointment, message }: AppointmentOutcome & { readonly status: "appointed" },
): void {
  tell(session, comparison(session, appointment));
  const { strategy, envy, remaining, fewestChanges } = appointment;
  tellTexts(session, [...envy, ...remaining]);
  if (fewestChanges !== null) tellFewestChanges(session, fewestChanges);
  tell(session, say(session, strategy.text));
  if (strategy.example !== null) tell(session, say(session, strategy.example));
  tell(session, say(session, message));
}

function tellFewestChanges(session: Session, found: NonNullable<DecidedAppointment["fewestChanges"]>): void {
  const { changes, changesByRounds, isProven, envy } = found;
  const [zh, en] = isProven ? ["", ""] : ["（未证明最少）", " (not proven fewest)"];
  tell(
    session,
    say(session, {
      zh: `撤回后从该轮起重新进行，${changesByRounds} 人变动；最少变动的名单 ${changes.length} 人变动${zh}，由此另有 ${envy.length} 处越过：`,
      en: `Run again from the round, ${changesByRounds} people end elsewhere; by the fewest changes ${changes.length} do${en}, and it passes over in ${envy.length} places:`,
    }),
  );
  for (const { person, before, after } of changes) {
    const none = { zh: "未聘", en: "no post" }[session.language];
    tell(session, `  ${person}: ${before ?? none} -> ${after ?? none}`);
  }
  tellTexts(session, envy);
}

function comparison(session: Session, { compared }: DecidedAppointment): string {
  const head = (zh: string, en: string, right = true) => ({ title: say(session, { zh, en }), right });
  return tableText(
    [
      head("规则", "rule", false),
      head("调动", "move"),
      head("新聘", "appointed"),
      head("未聘", "no post"),
      head("第一志愿", "first wish"),
      head("被越过", "passed over"),
    ],
    compared.map(({ name, chosen, moved, appointed, unplaced, firstWish, passedOver }) => [
      `${say(session, name)}${chosen ? say(session, { zh: "（采用）", en: " (chosen)" }) : ""}`,
      moved,
      appointed,
      unplaced,
      firstWish,
      passedOver,
    ]),
  );
}

/** Writes for readers which promises of a rule hold, and where one does not. */
export function tellAppointmentReport(session: Session, { properties, message }: AppointmentReport): void {
  const words = { zh: ["成立", "不成立"], en: ["holds", "broken"] }[session.language];
  const rows = properties.map(({ text, holds, findings }) => [
    say(session, text),
    words[holds ? 0 : 1] ?? "",
    findings.length,
  ]);
  const columns = [
    { title: say(session, { zh: "规则的保证", en: "promise of the rule" }) },
    { title: say(session, { zh: "复核", en: "checked" }) },
    { title: say(session, { zh: "不符处", en: "places" }), right: true },
  ];
  tell(session, tableText(columns, rows));
  tellTexts(
    session,
    properties.flatMap(({ findings }) => findings),
  );
  tell(session, say(session, message));
}

/** Says which promises a list does not keep together with the plan before it; nothing where it keeps them all. */
export function tellBrokenPromises(session: Session, { properties }: Pick<DecidedAppointment, "properties">): void {
  const broken = properties.filter(({ holds }) => !holds);
  if (broken.length === 0) return;
  const texts = { zh: broken.map(({ text }) => text.zh).join("；"), en: broken.map(({ text }) => text.en).join("; ") };
  tell(session, say(session, { zh: `复核未通过：${texts.zh}——不成立`, en: `Not kept: ${texts.en}` }));
  tellTexts(
    session,
    broken.flatMap(({ findings }) => findings),
  );
}

function tellTexts(session: Session, findings: readonly { readonly text: { zh: string; en: string } }[]): void {
  for (const { text } of findings.slice(0, SHOWN)) tell(session, say(session, text));
  const rest = findings.length - SHOWN;
  if (rest > 0) tell(session, say(session, { zh: `（另有 ${rest} 处，见 --json）`, en: `(${rest} more; see --json)` }));
}
