import type { Text } from "@lungang/core";
import { amountText, isMetres, kilometres, unitWord } from "@lungang/core/plan";
import { placementText } from "@lungang/explain";
import { text } from "../text.ts";
import type { Ground } from "./ground.ts";
import { same } from "./ground.ts";
import type { ComparisonLine, ComparisonPart, SweepPart } from "./page.ts";

/** People of a comparison that are listed; the others are counted. */
const LISTED = 60;

/** Returns in what another plan differs, for the bureau alone. */
export function comparisonPart(ground: Ground): ComparisonPart | null {
  const { comparison, isPublic, wording } = ground;
  if (comparison === undefined || isPublic) return null;
  const names = { ...wording, names: ground.names };
  const people = comparison.people.slice(0, LISTED).map(({ person, before, after }): Text => {
    const [was, is] = [placementText(person, before, names), placementText(person, after, names)];
    const name = ground.names.person(person);
    return text(`${name}：甲方案${was.zh}，乙方案${is.zh}`, `${name}: first plan ${was.en}, second ${is.en}`);
  });
  const rest = comparison.people.length - people.length;
  return {
    lines: [...levelLines(ground, comparison.levels), ...schoolLines(ground, comparison.schools)],
    people: rest === 0 ? people : [...people, text(`另有 ${rest} 人`, `and ${rest} more`)],
  };
}

type Given = NonNullable<Ground["comparison"]>;

function levelLines({ wording }: Ground, levels: Given["levels"]): readonly ComparisonLine[] {
  return levels.map(({ level, unit, before, after }) => {
    const by = amountText(Math.abs(after - before), unit);
    return {
      title: withUnit(wording.level(level), unit),
      one: amountText(before, unit).zh.replace(/ \D*$/u, ""),
      other: amountText(after, unit).zh.replace(/ \D*$/u, ""),
      difference: `${after > before ? "▲ ＋" : "▼ －"}${by.zh.replace(/ \D*$/u, "")}`,
      change: after > before ? "worse" : "better",
    };
  });
}

function withUnit(title: Text, unit: string): Text {
  const word = isMetres(unit) ? text("公里", "km") : unitWord(unit);
  return text(`${title.zh}（${word.zh}）`, `${title.en} (${word.en})`);
}

function schoolLines({ names }: Ground, schools: Given["schools"]): readonly ComparisonLine[] {
  return schools
    .filter(({ working: [one, other] }) => one !== other)
    .map(({ school, working: [one, other] }) => {
      const name = names.school(school);
      return {
        title: text(`${name}在岗（人）`, `${name}, people at work`),
        one: `${one}`,
        other: `${other}`,
        difference: `${other > one ? "＋" : "－"}${Math.abs(other - one)}`,
        change: "same",
      };
    });
}

/** Returns plans under other settings as points of small charts. */
export function sweepPart({ sweep, isPublic }: Ground): SweepPart | null {
  if (sweep === undefined || sweep.length === 0 || isPublic) return null;
  return {
    axes: [
      { title: text("变动人数", "People who move"), unit: text("人", "people") },
      { title: text("岗位缺员", "Posts short"), unit: text("个", "posts") },
      { title: text("到校总路程", "Distance in all"), unit: text("公里", "km") },
    ],
    points: sweep.map(({ title, sentences, status, moves, missing, distanceMetres }) => ({
      title,
      result: sentences[0] ?? same(""),
      planned: status === "planned",
      values: [moves, missing, distanceMetres === null ? null : distanceMetres / 1000],
      shown: [
        moves === null ? "—" : `${moves}`,
        missing === null ? "—" : `${missing}`,
        distanceMetres === null ? "—" : kilometres(distanceMetres),
      ],
    })),
  };
}
