import type { RoundStep } from "@lungang/appointment";
import { verifyRounds } from "@lungang/appointment";
import type { Checked, Issue } from "@lungang/core";
import { checked } from "@lungang/core";
import type { AppointmentList } from "@lungang/tabular";
import type { DecidedAppointment } from "./appointment-outcome.ts";
import type { Applications } from "./open-applications.ts";
import { namesOfMarket } from "./post-names.ts";
import type { Chain } from "./chain.ts";
import { propertiesOf } from "./told-properties.ts";

type Properties = DecidedAppointment["properties"];

/** What every round promised, and where everybody is in the end. */
export interface CheckedSteps {
  readonly properties: Properties;
  readonly ends: ReadonlyMap<string, string | null>;
}

/** Checks what rounds changed, round by round; every promise names its round. */
export function checkSteps(
  { market, names }: Applications,
  { rounds, metres, withdrawn }: Chain,
  steps: readonly RoundStep[],
): Checked<CheckedSteps> {
  const read = verifyRounds(market, rounds, { steps, metres, withdrawn, names: namesOfMarket(market, names) });
  if (!read.ok) return read;
  const properties = read.value.rounds.flatMap(({ round, properties: found }) =>
    propertiesOf(found).map(({ text, ...property }) => ({
      ...property,
      text: { zh: `“${round}”：${text.zh}`, en: `"${round}": ${text.en}` },
    })),
  );
  return checked({ properties, ends: read.value.ends }, read.warnings);
}

/** Checks a list that went through rounds; undefined for one that was decided at once. */
export function verifySteps(
  applications: Applications,
  { lines, steps }: AppointmentList,
): Checked<Properties | undefined> {
  const { chain } = applications;
  if (chain === undefined) return steps === undefined ? checked(undefined, []) : refused(STEPS_WITHOUT_ROUNDS);
  if (steps === undefined) return refused(ROUNDS_NOT_LISTED);
  const read = checkSteps(applications, chain, steps);
  if (!read.ok) return read;
  const { ends, properties } = read.value;
  const issues = lines.flatMap(({ person, post }, at) => {
    const end = ends.get(person) ?? null;
    return end === post ? [] : [differs({ person, post, end, at })];
  });
  return issues.length > 0 ? { ok: false, issues } : checked(properties, read.warnings);
}

function refused(issue: Issue): Checked<undefined> {
  return { ok: false, issues: [issue] };
}

const STEPS_WITHOUT_ROUNDS: Issue = {
  code: "steps-without-rounds",
  severity: "error",
  message: {
    zh: "名单有“各轮变动”，报名数据和政策却没有轮次",
    en: "The list has what every round changed, and neither applications nor policy have rounds",
  },
  advice: {
    zh: "请用 --policy 给出规定轮次的政策，或填写报名工作簿的“轮次”表",
    en: "Name the policy that has the rounds with --policy, or fill in the sheet of rounds",
  },
};

const ROUNDS_NOT_LISTED: Issue = {
  code: "rounds-not-listed",
  severity: "error",
  message: {
    zh: "聘任分轮进行，名单却没有“各轮变动”表，无法逐轮复核",
    en: "The appointment has rounds, and the list has no sheet of what every round changed",
  },
  advice: {
    zh: "请按 lungang appoint 写出的工作簿补上“各轮变动”：轮次、人员编号、取得岗位编号（落聘的留空）",
    en: "Add the sheet as lungang appoint writes it: round, person, post (empty where the own one was lost)",
  },
};

function differs(line: {
  readonly person: string;
  readonly post: string | null;
  readonly end: string | null;
  readonly at: number;
}): Issue {
  const { person, post, end, at } = line;
  const [listed, ended] = [post ?? "", end ?? ""];
  return {
    code: "list-differs-from-steps",
    severity: "error",
    path: ["lines", at, "post"],
    received: listed,
    expected: ended,
    message: {
      zh: `“${person}”在名单中为“${listed === "" ? "未聘" : listed}”，按“各轮变动”为“${ended === "" ? "未聘" : ended}”`,
      en: `"${person}" has "${listed === "" ? "no post" : listed}" in the list and "${ended === "" ? "no post" : ended}" by the rounds`,
    },
    advice: { zh: "改动名单时请同时改“各轮变动”", en: "Change the sheet of rounds together with the list" },
  };
}
