/** The report card of a plan, by whomever it was made. */
export type { CardFacts, CardNames, CardPerson, CardPost, CardSchool, Grouping, Strength } from "./card/facts.ts";
export { GROUPINGS, STRENGTHS } from "./card/facts.ts";
export { marketOfPlan } from "./market/market-of-plan.ts";
export type { ReportCard } from "./card/report-card.ts";
export { reportCard } from "./card/report-card.ts";
export type { CardCase } from "./card/card-case.ts";
export type { CardFinding, CardFindingName } from "./card/card-findings.ts";
export { CARD_FINDINGS } from "./card/card-findings.ts";
export type { Burden, GroupBurden } from "./card/burden.ts";
export type { Distances } from "./card/distances.ts";
export type { PersonEnd } from "./card/ends.ts";
export type { Flow } from "./card/flow.ts";
export type { Lorenz, SchoolShortfall, Shortfalls } from "./card/shortfalls.ts";
