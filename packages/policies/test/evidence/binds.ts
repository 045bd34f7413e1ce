import { policyNames } from "../../src/index.ts";
import { casesOf } from "../counties/cases.ts";
import { OF_THE_PUBLIC } from "./entries.ts";
import type { Evidence } from "./kill.ts";
import { REASONS } from "./reasons.ts";
import { evidenceTable } from "./table.ts";

/** What decides who moves: of the other parts of a policy reports and procedures tell. */
const DECIDES = /^(?:rules|forms|eligibility|scope)\//u;

function whyNot({ policy, place, impliedBy }: Evidence): string {
  const reason = REASONS[`${policy} ${place}`];
  if (reason !== undefined) return reason.why;
  if (impliedBy === "every policy") return "holds in every policy, written or not";
  if (impliedBy === "other forms") return "the other forms that the same rule counts do the same";
  return impliedBy === undefined ? "not shown" : `${impliedBy} does the same`;
}

function rowOf(policy: string): string {
  const entries = evidenceTable().filter(
    (entry) => entry.policy === policy && DECIDES.test(entry.place) && !OF_THE_PUBLIC.test(entry.place),
  );
  const binding = entries.filter(({ fate }) => fate === "plan" || fate === "printed");
  const others = entries.filter((entry) => !binding.includes(entry));
  const first = binding.filter(({ county }) => county === undefined).length;
  const told = others.map((entry) => `\`${entry.place}\` (${entry.source}): ${whyNot(entry)}`);
  const counts = [entries.length, binding.length, first, casesOf(policy).length];
  return `| ${[`\`${policy}\``, ...counts, told.join("<br>")].join(" | ")} |`;
}

/** Returns the page that tells, policy by policy, which entries decide something in its small counties. */
export function bindsPage(): string {
  return `# Entries that decide

How many entries of each policy (rules, forms, due groups, exemptions, scope) decide who moves, or a number of the plan, in the small
counties of the policy: without the entry the plan is another one. Why one decides nothing whatever the county is, a test reads
from the policy. Counted by \`npm run evidence\`, from the table behind
[rulebook](../rulebook.md). In the example county (\`examples/county\`) every entry of \`yulin-notice\` decides
something, as its \`binds.json\` tells.

| Policy | Entries | Decide | In its first county | Counties | Those that do not, and why |
| --- | ---: | ---: | ---: | ---: | --- |
${policyNames.map(rowOf).join("\n")}
`;
}
