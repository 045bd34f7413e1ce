import type { Instance, Plan, Swap } from "lungang";
import { namesOf, swapsOf, words } from "lungang";
import { say } from "../session.ts";
import type { Session } from "../session.ts";
import { tableText } from "./table.ts";

/** Swaps shown on a terminal; the workbook holds all of them. */
const SHOWN_SWAPS = 5;

/** Lines of light forms shown on a terminal. */
const SHOWN_LINES = 10;

interface ExchangeView {
  readonly plan: Plan;
  readonly instance: Instance;
}

/** Returns who replaces whom: the swaps of two and more people in a few sentences; nothing where there are none. */
export function swapLines(session: Session, { plan, instance }: ExchangeView): string {
  const swaps = swapsOf(plan, instance, namesOf(instance)).filter(({ steps }) => steps.length > 1);
  if (swaps.length === 0) return "";
  const pairs = swaps.filter(isPair).length;
  const cycles = swaps.filter(({ kind }) => kind === "cycle").length - pairs;
  const chains = swaps.length - cycles - pairs;
  const head = say(session, {
    zh: `互换与轮换：两人对调 ${pairs} 对，多人轮换 ${cycles} 组，依次接替 ${chains} 组。`,
    en: `Swaps: ${pairs} pairs swap places, ${cycles} larger rotations, ${chains} chains of people who replace each other.`,
  });
  const lines = swaps.slice(0, SHOWN_SWAPS).map(({ text }) => `  ${say(session, text)}`);
  return [head, ...lines, ...moreLines(session, swaps.length - lines.length)].join("\n");
}

function isPair({ kind, steps }: Swap): boolean {
  return kind === "cycle" && steps.length === 2;
}

/** Returns who takes part in light forms and who teaches periods elsewhere; nothing where nobody does. */
export function lightTable(session: Session, { plan, instance }: ExchangeView): string {
  const names = namesOf(instance);
  const lines = [
    ...plan.participations.map((line) => ({ ...line, teaches: "" })),
    ...plan.itineraries.map((line) => {
      const subject = say(session, names.post(line.post));
      return {
        ...line,
        teaches: say(session, { zh: `${subject} ${line.periods} 节`, en: `${subject}, ${line.periods}` }),
      };
    }),
  ];
  if (lines.length === 0) return "";
  const titles = [
    { zh: "姓名", en: "person" },
    { zh: "所在学校", en: "school" },
    { zh: "参加学校", en: "at" },
    { zh: "形式", en: "form" },
    { zh: "每周课时", en: "periods a week" },
  ];
  const rows = lines
    .slice(0, SHOWN_LINES)
    .map(({ person, from, to, form, teaches }) => [
      names.person(person),
      names.school(from),
      names.school(to),
      say(session, words.form[form]),
      teaches,
    ]);
  const head = say(session, {
    zh: `不占岗位的交流：${plan.participations.length} 人次，走教和兼课（含本校兼课）${plan.itineraries.length} 人次。`,
    en: `Without a post: ${plan.participations.length} participations, ${plan.itineraries.length} times somebody teaches beside the post, at other schools or the own.`,
  });
  const table = tableText(
    titles.map((title) => ({ title: say(session, title) })),
    rows,
  );
  return [head, table, ...moreLines(session, lines.length - rows.length)].join("\n");
}

function moreLines(session: Session, rest: number): readonly string[] {
  if (rest <= 0) return [];
  return [say(session, { zh: `  ……另有 ${rest} 项，见工作簿`, en: `  ... and ${rest} more in the workbook` })];
}
