import type { Issue } from "@lungang/core";
import type { AppointmentTerms, Share } from "@lungang/core/policy";
import { parseShare } from "@lungang/core/policy";
import type { AppointmentRows } from "@lungang/tabular";
import { settingText } from "@lungang/tabular";

type Settings = AppointmentRows["settings"];
type RoundRow = AppointmentRows["rounds"][number];

/** Rows with the rounds of the policy, and where workbook and policy say something else. */
export interface SettledRows {
  readonly rows: AppointmentRows;
  readonly issues: readonly Issue[];
}

/** Returns the settings of a workbook with what the policy says where it says nothing. */
export function completedSettings(own: Settings, terms: AppointmentTerms | undefined): Settings {
  return terms === undefined ? own : { ...settingsOf(terms), ...own };
}

/**
 * Puts the rounds of a policy into rows that have none, and finds where workbook and policy contradict each other.
 *
 * @param own - the settings of the workbook alone
 */
export function settledRows(rows: AppointmentRows, own: Settings, terms: AppointmentTerms | undefined): SettledRows {
  const said = terms === undefined ? {} : settingsOf(terms);
  const rounds = (terms?.rounds ?? []).map(roundRow);
  const issues = [...contradictions(own, said), ...roundContradictions(rows.rounds, rounds)];
  if (rows.settings.rule === undefined) issues.push(ruleMissing());
  return { rows: { ...rows, rounds: rows.rounds.length > 0 ? rows.rounds : rounds }, issues };
}

/** What a policy says, as the sheet of settings would. */
function settingsOf(terms: AppointmentTerms): Settings {
  const { rule, ownPost, rankedBy, ties, offered, surplus, circles } = terms;
  return given({
    rule,
    ownPost,
    rankedBy,
    ties,
    offerShare: ratio(offered?.share),
    offerRound: offered?.round,
    offerBy: offered?.by,
    holdBack: ratio(offered?.holdBack),
    schoolDecidesUpTo: offered?.schoolDecidesUpTo,
    surplus: surplus?.order,
    volunteerOrder: surplus?.volunteers,
    longest: circles?.longest,
    chains: circles?.chains,
  });
}

function roundRow(round: NonNullable<AppointmentTerms["rounds"]>[number], at: number): RoundRow {
  const { text, source, reach, stages, kinds, subjects, who, classes, wishes, fixes, rule, offered } = round;
  const offer = { offerShare: ratio(offered?.share), offerRound: offered?.round, offerMost: offered?.most };
  return given({
    id: text.zh,
    order: at + 1,
    reach,
    source,
    stages,
    kinds,
    subjects,
    who,
    classes,
    wishes,
    fixes,
    rule,
    schoolTypes: round.schoolTypes,
    ...offer,
  });
}

function ratio(share: Share | undefined): string | undefined {
  return share === undefined ? undefined : `${share.numerator}/${share.denominator}`;
}

/** Leaves out what is not said. */
function given<Fields extends object>(fields: Fields): { [Key in keyof Fields]: Exclude<Fields[Key], undefined> } {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as { [Key in keyof Fields]: Exclude<Fields[Key], undefined> };
}

function contradictions(own: Settings, said: Settings): Issue[] {
  return (Object.keys(said) as (keyof Settings)[]).flatMap((key): readonly Issue[] => {
    const [mine, theirs] = [own[key], said[key]];
    return mine === undefined || isSame(mine, theirs) ? [] : [contradiction(key, mine, theirs)];
  });
}

function isSame(one: unknown, other: unknown): boolean {
  const [first, second] = [one, other].map((value) => (typeof value === "string" ? parseShare(value) : undefined));
  if (first === undefined || second === undefined) return JSON.stringify(one) === JSON.stringify(other);
  return first.numerator * second.denominator === second.numerator * first.denominator;
}

function contradiction(key: keyof Settings, mine: unknown, theirs: unknown): Issue {
  const [own, policy] = [settingText(key, mine), settingText(key, theirs)];
  return {
    code: "differs-from-policy",
    severity: "error",
    path: ["settings", key],
    received: own.value,
    expected: policy.value,
    message: {
      zh: `“${own.name}”填的是“${own.value}”，政策规定为“${policy.value}”`,
      en: `"${own.name}" is "${own.value}", and the policy says "${policy.value}"`,
    },
    advice: {
      zh: "请清空这一格以政策为准，或改用与此一致的政策",
      en: "Empty the cell to follow the policy, or use a policy that says so",
    },
  };
}

/** Fields of a round that decide something; names of documents do not. */
function decisive({ source: _source, ...round }: RoundRow): string {
  return JSON.stringify(Object.entries(round).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function roundContradictions(own: readonly RoundRow[], said: readonly RoundRow[]): readonly Issue[] {
  if (own.length === 0 || said.length === 0) return [];
  const sorted = own.map((round, at) => ({ round, at })).sort((a, b) => a.round.order - b.round.order);
  const named = sorted.map(({ round }, at) => ({ ...round, order: at + 1 }));
  const wrong = sorted.find((_, at) => {
    const [mine, theirs] = [named[at], said[at]];
    return mine === undefined || theirs === undefined || decisive(mine) !== decisive(theirs);
  });
  if (wrong === undefined && own.length === said.length) return [];
  const row = wrong ?? sorted.at(-1);
  return [
    {
      code: "differs-from-policy",
      severity: "error",
      path: ["rounds", row?.at ?? 0, "id"],
      received: row?.round.id ?? "",
      expected: said.map(({ id }) => id).join("、"),
      message: {
        zh: `“轮次”表与政策规定的轮次不一致：政策为“${said.map(({ id }) => id).join("、")}”`,
        en: `The rounds of the sheet are not those of the policy: ${said.map(({ id }) => id).join(", ")}`,
      },
      advice: {
        zh: "请清空“轮次”表以政策为准，或改用与此一致的政策",
        en: "Empty the sheet to follow the policy, or use a policy that says so",
      },
    },
  ];
}

function ruleMissing(): Issue {
  return {
    code: "rule-missing",
    severity: "error",
    path: ["settings", "rule"],
    message: { zh: "没有写明聘任规则", en: "Nothing says by which rule people are appointed" },
    advice: {
      zh: "请填写“聘任规则”，或在“政策”一行写明规定了聘任规则的政策",
      en: "Give the rule, or name a policy that has one",
    },
  };
}
