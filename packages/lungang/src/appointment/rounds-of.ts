import type { Market } from "@lungang/appointment";
import { loadRounds } from "@lungang/appointment";
import type { Checked, Issue } from "@lungang/core";
import { checked, hasError } from "@lungang/core";
import type { AppointmentRows } from "@lungang/tabular";
import type { Chain } from "./chain.ts";
import { distanceIssues, metresOf, missingDistances } from "./distances-of.ts";
import { labelIssues } from "./round-labels.ts";
import { ruleNamed } from "./rule-named.ts";
import { townshipMissing } from "./township-missing.ts";

type RoundRow = AppointmentRows["rounds"][number];

/** Reads the rounds of a workbook or its policy; nothing where everything is decided at once. */
export function chainOf(rows: AppointmentRows, market: Market): Checked<Chain | undefined> {
  const withdrawn = rows.withdrawn.map(({ round, person }) => ({ round, person }));
  if (rows.rounds.length === 0) return checked(undefined, withdrawnIssues(rows));
  const order = rows.rounds.map((row, at) => ({ row, at })).sort((a, b) => a.row.order - b.row.order || a.at - b.at);
  const read = loadRounds({ format: "lungang-rounds-1", rounds: order.map(({ row }) => roundOf(row, rows)) }, market);
  const found = (read.ok ? read.warnings : read.issues).map((issue) => inRows(issue, order));
  const issues = [
    ...orderIssues(rows.rounds),
    ...classIssues(rows),
    ...labelIssues(rows),
    ...townshipIssues(rows),
    ...withdrawnIssues(rows),
    ...hardRuleIssues(rows),
    ...found,
    ...distanceIssues(rows),
  ];
  if (!read.ok || hasError(issues)) return { ok: false, issues };
  const chain = { rounds: read.value, metres: metresOf(rows), withdrawn, rows: order.map(({ at }) => at) };
  const missing = missingDistances(market, chain);
  return missing.length > 0 ? { ok: false, issues: [...issues, ...missing] } : checked(chain, issues);
}

function roundOf(row: RoundRow, rows: AppointmentRows): unknown {
  const { id, source, reach, stages, kinds, subjects, who, wishes, fixes, rule } = row;
  return said({
    id,
    source,
    rule: ruleNamed(rule ?? rows.settings.rule, rows.settings),
    reach,
    posts: said({ stages, kinds, subjects, ids: namedPosts(row, rows) }),
    people: namedPeople(row, rows),
    who,
    wishes,
    fixes: fixes ?? "movers",
    offered: offerOf(row),
  });
}

/** Leaves out what is not said. */
function said(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function offerOf({ offerShare, offerRound, offerMost }: RoundRow): object | undefined {
  if (offerShare === undefined && offerMost === undefined) return undefined;
  return said({ share: offerShare, round: offerRound ?? "up", most: offerMost });
}

/** The posts that a round names, by id and by the kind of their school; undefined where it names none. */
function namedPosts(
  { posts: named, schoolTypes }: RoundRow,
  { posts }: AppointmentRows,
): readonly string[] | undefined {
  if (schoolTypes === undefined) return named;
  const isNamed = (id: string): boolean => named?.includes(id) ?? true;
  return posts.flatMap(({ id, schoolTypes: own = [] }) =>
    own.some((type) => schoolTypes.includes(type)) && isNamed(id) ? [id] : [],
  );
}

/** The people whom a round names, by id and by class; undefined where it names none. */
function namedPeople({ people: named, classes }: RoundRow, { people }: AppointmentRows): readonly string[] | undefined {
  if (classes === undefined) return named;
  const isMeant = (id: string): boolean => named?.includes(id) ?? true;
  return people.flatMap(({ id, priorityClass = "" }) => (classes.includes(priorityClass) && isMeant(id) ? [id] : []));
}

/** Problems of rounds have their place in the order; the sheet has rows. */
function inRows(issue: Issue, order: readonly { readonly at: number }[]): Issue {
  const [list, at, field, ...rest] = issue.path ?? [];
  if (list !== "rounds" || typeof at !== "number") return issue;
  const row = order[at]?.at ?? at;
  const path =
    field === "posts" ? ["rounds", row, "posts"] : ["rounds", row, ...(field === undefined ? [] : [field, ...rest])];
  return { ...issue, path };
}

function orderIssues(rounds: readonly RoundRow[]): readonly Issue[] {
  const first = new Map<number, string>();
  return rounds.flatMap(({ id, order }, at): readonly Issue[] => {
    const other = first.get(order);
    if (other === undefined) first.set(order, id);
    if (other === undefined) return [];
    return [
      {
        code: "round-order-twice",
        severity: "error",
        path: ["rounds", at, "order"],
        received: String(order),
        message: { zh: `“${id}”与“${other}”次序相同`, en: `"${id}" and "${other}" have the same place` },
        advice: { zh: "请给每一轮不同的次序", en: "Give every round a place of its own" },
      },
    ];
  });
}

function classIssues({ rounds, priorityClasses }: AppointmentRows): readonly Issue[] {
  const known = new Set(priorityClasses.map(({ id }) => id));
  return rounds.flatMap(({ id, classes = [] }, at) =>
    classes
      .filter((one) => !known.has(one))
      .map((one): Issue => ({
        code: "class-of-round-unknown",
        severity: "error",
        path: ["rounds", at, "classes"],
        received: one,
        message: {
          zh: `“${id}”只限“${one}”参加，“优先类别”表中没有这一类别`,
          en: `Round "${id}" is for the class "${one}", which is not in the sheet of classes`,
        },
        advice: {
          zh: "请在“优先类别”表增加这一类别，并在“人员”表填写属于它的人",
          en: "Add the class, and give it to the people who belong to it",
        },
      })),
  );
}

/** Which posts a round reaches depends on their townships: a post without one would be left out in silence. */
function townshipIssues({ rounds, posts, settings }: AppointmentRows): readonly Issue[] {
  const asking = rounds.find(({ reach }) => reach === "ownTownship" || reach === "betweenTownships");
  if (asking === undefined || settings.offerBy === "township") return [];
  return townshipMissing(posts, (id) => ({
    message: {
      zh: `“${asking.id}”按乡镇划定岗位范围，岗位“${id}”没有填乡镇`,
      en: `Round "${asking.id}" reaches posts by township and post "${id}" has none`,
    },
    advice: { zh: "请填写乡镇", en: "Give the township" },
  }));
}

function withdrawnIssues({ rounds, withdrawn, people }: AppointmentRows): readonly Issue[] {
  const known = new Set(rounds.map(({ id }) => id));
  const ids = new Set(people.map(({ id }) => id));
  return withdrawn.flatMap(({ round, person }, at): readonly Issue[] => [
    ...(known.has(round) ? [] : [withdrawnUnknown(["withdrawn", at, "round"], round)]),
    ...(ids.has(person) ? [] : [withdrawnUnknown(["withdrawn", at, "person"], person)]),
  ]);
}

function withdrawnUnknown(path: readonly (string | number)[], received: string): Issue {
  return {
    code: "withdrawn-unknown",
    severity: "error",
    path,
    received,
    message: {
      zh: `撤回的决定写的是“${received}”，没有这一轮次或人员`,
      en: `There is no round or person "${received}"`,
    },
    advice: { zh: "请与“轮次”“人员”两表核对", en: "Compare it with the sheets of rounds and people" },
  };
}

function hardRuleIssues({ couples, limits }: AppointmentRows): readonly Issue[] {
  if (couples.length + limits.length === 0) return [];
  return [
    {
      code: "hard-rules-with-rounds",
      severity: "error",
      path: couples.length > 0 ? ["couples", 0] : ["limits", 0],
      message: {
        zh: "分轮聘任时不能同时按“夫妻”“人数限制”求解",
        en: "Couples and limits do not go with rounds",
      },
      advice: { zh: "请清空这两表，或不分轮次", en: "Empty both sheets, or decide in one round" },
    },
  ];
}
