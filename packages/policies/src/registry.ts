import type { Parameter } from "@lungang/core/policy";
import type { PolicyDocument, PolicyText } from "./document.ts";
import { bananChongqing } from "./documents/banan-chongqing.ts";
import { countyJiaoliu } from "./documents/county-jiaoliu.ts";
import { daxuequBaqiao } from "./documents/daxuequ-baqiao.ts";
import { detailedMeasures } from "./documents/detailed-measures.ts";
import { gaopingOpinion } from "./documents/gaoping-opinion.ts";
import { gaoxinFlow } from "./documents/gaoxin-flow.ts";
import { genericChengxiang17 } from "./documents/generic-chengxiang-17.ts";
import { genericLungang18 } from "./documents/generic-lungang-18.ts";
import { genericSchoolExchange } from "./documents/generic-school-exchange.ts";
import { hanlingTown } from "./documents/hanling-town.ts";
import { implementation2024 } from "./documents/implementation-2024.ts";
import { national2014 } from "./documents/national-2014.ts";
import { shichangTownship } from "./documents/shichang-township.ts";
import { xxCounty2021 } from "./documents/xx-county-2021.ts";
import { xxCountyReport } from "./documents/xx-county-report.ts";
import { yiyuanQinglongshan } from "./documents/yiyuan-qinglongshan.ts";
import { yulinNotice } from "./documents/yulin-notice.ts";
import { zhongweiPairing } from "./documents/zhongwei-pairing.ts";

/** Every policy that ships, one line each. */
const POLICIES: ReadonlyMap<string, PolicyDocument> = new Map(
  [
    zhongweiPairing,
    xxCountyReport,
    yulinNotice,
    daxuequBaqiao,
    bananChongqing,
    gaopingOpinion,
    yiyuanQinglongshan,
    xxCounty2021,
    shichangTownship,
    countyJiaoliu,
    hanlingTown,
    detailedMeasures,
    implementation2024,
    gaoxinFlow,
    genericLungang18,
    genericChengxiang17,
    genericSchoolExchange,
    national2014,
  ].map((policy) => [policy.id, policy]),
);

/**
 * Names of the policies that ship, in the order of the rulebook.
 *
 * @public
 */
export const policyNames: readonly string[] = [...POLICIES.keys()];

/**
 * What a list of policies shows.
 *
 * @public
 */
export interface PolicySummary {
  readonly name: string;
  readonly title: PolicyText;
  readonly description: PolicyText;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** Whether the policy also says how people are appointed to posts. */
  readonly appoints: boolean;
}

/**
 * Returns a summary of every policy that ships.
 *
 * @public
 */
export function listPolicies(): readonly PolicySummary[] {
  return [...POLICIES.values()].map(({ id, name, description, parameters, appointment }) => ({
    name: id,
    title: name,
    description,
    parameters,
    appoints: appointment !== undefined,
  }));
}

/**
 * Returns the document of a policy that ships, by its name or by its whole Chinese title; undefined where there is none.
 *
 * @public
 */
export function policyDocument(name: string): PolicyDocument | undefined {
  return POLICIES.get(name) ?? titled((title) => title === bare(name));
}

/** Returns the name of the only policy whose Chinese title begins or ends with a text. */
export function policyTitled(received: string): string | undefined {
  const given = bare(received);
  if (given.length < LEAST_TITLE) return undefined;
  return titled((title) => title.startsWith(given) || title.endsWith(given))?.id;
}

/** Characters from which part of a title may mean it. */
const LEAST_TITLE = 4;

/** Returns the only policy with such a title. */
function titled(fits: (title: string) => boolean): PolicyDocument | undefined {
  const [only, second] = [...POLICIES.values()].filter(({ name }) => fits(bare(name.zh)));
  return second === undefined ? only : undefined;
}

/** A title without what stands in brackets, spaces and title marks. */
function bare(title: string): string {
  return title.normalize("NFKC").replace(/\([^)]*\)|[《》\s]/gu, "");
}
