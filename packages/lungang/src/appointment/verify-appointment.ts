import { z } from "zod";
import type { Checked, Issue } from "@lungang/core";
import { checkHardRules, readAppointment, verifyAppointment } from "@lungang/appointment";
import type { AppointmentList } from "@lungang/tabular";
import { outcomeBase } from "../outcome/parts.ts";
import { plainIssues } from "../outcome/told.ts";
import { checkedPropertySchema } from "./appointment-outcome.ts";
import type { Applications } from "./open-applications.ts";
import { joinedWithPlan } from "./joined.ts";
import { namesOfMarket, withPostIds } from "./post-names.ts";
import { propertiesOf } from "./told-properties.ts";
import { surplusKept } from "./surplus-kept.ts";
import { verifySteps } from "./verify-steps.ts";
import type { TermsLine } from "./verify-terms.ts";
import { missingColumns, verifyTerms } from "./verify-terms.ts";

/**
 * What the check of an appointment found, as plain data.
 *
 * @public
 */
export const appointmentReportSchema = z.strictObject({
  format: z.literal("lungang-appointment-report-1"),
  ok: z.boolean(),
  ...outcomeBase,
  rule: z.string(),
  properties: z.array(checkedPropertySchema),
});

/**
 * What the check of an appointment found; see {@link appointmentReportSchema}.
 *
 * @public
 */
export type AppointmentReport = z.infer<typeof appointmentReportSchema>;

type Lines = AppointmentList["lines"];

/**
 * Checks an appointment, by whomever it was made, against every property that the rule of the applications claims: heads,
 * posts that people wished, own posts, and what the rule promises beyond; with couples and limits those.
 *
 * @returns the report, or what is wrong with the lines, each at its cell where the list was read from a workbook
 * @public
 */
export function verifyAppointmentList(applications: Applications, given: AppointmentList): Checked<AppointmentReport> {
  const list = withPostIds(applications.market, given);
  const read = readAppointment(applications.market, documentOf(list.lines));
  if (!read.ok) return { ok: false, issues: read.issues.map((issue) => list.locate(issue)) };
  const found = verifySteps(applications, list);
  if (!found.ok) return { ok: false, issues: found.issues.map((issue) => list.locate(issue)) };
  const { after, market, names } = applications;
  const asked = termsLines(applications, list);
  const missing = list.fields === undefined ? [] : missingColumns(applications.procedure, asked, list.fields);
  if (missing.length > 0) return { ok: false, issues: missing.map((issue) => list.locate(issue)) };
  const joined = joinedWithPlan(market, read.value.placement, after);
  const properties = [
    ...(found.value ?? checkList(applications, list.lines)),
    ...surplusKept(applications, list.lines),
    ...joined.properties,
    ...verifyTerms(applications.procedure, asked, names),
  ];
  const broken = properties.filter(({ holds }) => !holds);
  const places = broken.reduce((sum, { findings }) => sum + findings.length, 0);
  const report: AppointmentReport = {
    format: "lungang-appointment-report-1",
    ok: broken.length === 0,
    message:
      broken.length === 0
        ? { zh: "复核通过：规则的每一项保证都成立。", en: "Verified: everything that the rule promises holds." }
        : {
            zh: `复核未通过：${broken.length} 项保证不成立，共 ${places} 处。`,
            en: `Not verified: ${broken.length} promises are broken in ${places} places.`,
          },
    issues: plainIssues(read.warnings.map((issue: Issue) => list.locate(issue))),
    rule: applications.chain === undefined ? applications.rule.name : "rounds",
    properties,
  };
  return { ok: true, value: report, warnings: read.warnings };
}

/** Lines with what the steps of the rounds say of how they came about. */
function termsLines({ chain }: Applications, { lines, steps = [] }: AppointmentList): readonly TermsLine[] {
  const placing = new Set((chain?.rounds ?? []).flatMap(({ id, who }) => (who === "unplaced" ? [id] : [])));
  const later = new Set(
    steps.flatMap(({ round, person, post }) => (placing.has(round) ? [JSON.stringify([person, post])] : [])),
  );
  return lines.map((line) => ({ ...line, isPlacedLater: later.has(JSON.stringify([line.person, line.post])) }));
}

function documentOf(lines: Lines): unknown {
  return { format: "lungang-appointment-1", lines };
}

/** What couples and limits leave of the promises of a rule: heads, wishes, own posts and posts of titles. */
const BESIDE_HARD_RULES: ReadonlySet<string> = new Set(["seatsKept", "onlyWished", "ownPostKept", "titlesKept"]);

const HARD_RULES = { zh: "“夫妻”和“人数限制”均得到满足", en: "all couples and limits are kept" };

/**
 * Checks the lines of an appointment.
 *
 * @throws {Error} if the lines are no appointment of the market
 */
export function checkList(
  { market, rule, hardRules, names }: Applications,
  lines: Lines,
): AppointmentReport["properties"] {
  const report = verifyAppointment(market, documentOf(lines), { rule, names: namesOfMarket(market, names) });
  const read = readAppointment(market, documentOf(lines));
  if (!report.ok || !read.ok) throw new Error("Cannot check: the lines are no appointment of the market");
  const properties = propertiesOf(report.value.properties);
  if (hardRules === undefined) return properties;
  const { placement } = read.value;
  const found = checkHardRules(market, hardRules, { placement, names: namesOfMarket(market, names) });
  const findings = found.map(({ people, posts, text }) => ({ people: [...people], posts: [...posts], text }));
  return [
    ...properties.filter(({ name }) => BESIDE_HARD_RULES.has(name)),
    { name: "hardRulesKept", text: HARD_RULES, holds: findings.length === 0, findings },
  ];
}
