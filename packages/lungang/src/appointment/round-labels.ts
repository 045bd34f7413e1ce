import type { Issue, Text } from "@lungang/core";
import { nearestWord } from "@lungang/core";
import type { AppointmentRows } from "@lungang/tabular";

type PostRow = AppointmentRows["posts"][number];
type Label = "stages" | "subjects" | "schoolTypes";

const LABELS: readonly (readonly [Label, Text, (post: PostRow) => readonly string[]])[] = [
  ["stages", { zh: "学段", en: "stage" }, ({ stage }) => (stage === undefined ? [] : [stage])],
  ["subjects", { zh: "学科", en: "subject" }, ({ subject }) => (subject === undefined ? [] : [subject])],
  ["schoolTypes", { zh: "学校类别", en: "kind of school" }, ({ schoolTypes = [] }) => schoolTypes],
];

/**
 * Says of rounds which of their labels no post carries: the workbook names stages, subjects and kinds of schools as it likes, so
 * that a slip of the pen would leave posts out of a round in silence. There may be no such post this year: a warning.
 */
export function labelIssues({ rounds, posts }: Pick<AppointmentRows, "rounds" | "posts">): readonly Issue[] {
  return LABELS.flatMap(([label, name, labelsOf]) => {
    const known = new Set(posts.flatMap(labelsOf));
    return rounds.flatMap((round, at) =>
      (round[label] ?? [])
        .filter((given) => !known.has(given))
        .map((given) => unknown({ label, name, at, round: round.id }, given, [...known])),
    );
  });
}

interface Asked {
  readonly label: Label;
  readonly name: Text;
  readonly at: number;
  readonly round: string;
}

function unknown({ label, name, at, round }: Asked, given: string, known: readonly string[]): Issue {
  const near = nearestWord(given, known);
  return {
    code: "label-of-round-unknown",
    severity: "warning",
    path: ["rounds", at, label],
    received: given,
    ...(known.length === 0 ? {} : { expected: known.slice(0, 20).join(", ") }),
    message: {
      zh: `“${round}”所列${name.zh}“${given}”，没有一个岗位属于它`,
      en: `Round "${round}" names the ${name.en} "${given}", which no post has`,
    },
    advice:
      near === undefined
        ? {
            zh: "请核对写法；确实没有这样的岗位的，不必改动",
            en: "Check how it is written; leave it where there is no such post",
          }
        : { zh: `是否应为“${near}”？`, en: `Is "${near}" meant?` },
  };
}
