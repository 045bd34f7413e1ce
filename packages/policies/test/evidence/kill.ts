import { planCounty, verifyRoster } from "@lungang/core";
import type { PlanOutcome } from "@lungang/core";
import { resolvePolicy } from "@lungang/core/policy";
import type { Policy, Settings } from "@lungang/core/policy";
import type { Solver } from "@lungang/program";
import type { PolicyDocument } from "../../src/index.ts";
import { policyDocument } from "../../src/index.ts";
import { casesOf } from "../counties/cases.ts";
import type { SmallCase } from "../counties/small.ts";
import { policyOf, readable } from "../sentences.ts";
import type { PolicyPart } from "./entries.ts";
import { OF_THE_PUBLIC, shiftedSettings, withoutPart } from "./entries.ts";
import { reportLines } from "./report-lines.ts";

/** What became of a policy when a part of it was taken away or shifted. */
export type Fate =
  /** Other people move, or nobody can be planned. */
  | "plan"
  /** The same people move; a number or a sentence of the plan is another. */
  | "printed"
  /** The plan is the same; a cell or sentence of a report is another. */
  | "reported"
  /** Nothing of the plan or of a report shows it. */
  | "survives";

/** The evidence of one part. */
export interface Evidence {
  readonly source: string;
  readonly policy: string;
  readonly place: string;
  readonly fate: Fate;
  /** The first sentence of the plan, or line of a report, that is another one without the part. */
  readonly killedBy?: string;
  /** The plan made without the part is refused by the check of the whole policy. */
  readonly refused?: boolean;
  /**
   * Of a part that nothing shows: the rule without which it does change the plan; `every policy` where the rule holds whether
   * it is written or not; `other forms` where it is one of several that a rule counts alike.
   */
  readonly impliedBy?: string;
  /** The small county that shows it, where it is not the first of the policy. */
  readonly county?: string;
}

/** What a plan says, in the order in which a difference is told. */
interface Said {
  readonly people: readonly string[];
  readonly numbers: readonly string[];
  readonly outcome?: Planned;
}

type Planned = Extract<PlanOutcome, { status: "planned" }>;

const RANK: readonly Fate[] = ["plan", "printed", "reported", "survives"];

function best(found: readonly Evidence[]): Evidence {
  return [...found].sort((a, b) => RANK.indexOf(a.fate) - RANK.indexOf(b.fate))[0] as Evidence;
}

/** Plans the small counties of each policy, whole and without a part. */
export class EvidenceCourt {
  readonly #solver: Solver;
  /** Plans of whole policies, and of those without one rule, by county and place. */
  readonly #known = new Map<SmallCase, Map<string, Promise<Said>>>();

  constructor(solver: Solver) {
    this.#solver = solver;
  }

  /** Asks the first county of the policy, and the others where nothing shows the part there. */
  async of(part: PolicyPart): Promise<Evidence> {
    const [first, ...others] = casesOf(part.policy);
    const here = await this.#in(first, part);
    if (here.fate !== "survives") return here;
    for (const other of others) {
      const there = await this.#in(other, part);
      if (there.fate !== "survives") return { ...there, county: other.name ?? "" };
    }
    const impliedBy = await this.#impliedBy(first, part);
    return impliedBy === undefined ? here : { ...here, impliedBy };
  }

  async #in(small: SmallCase, part: PolicyPart): Promise<Evidence> {
    const { policy, place, source } = part;
    const whole = withoutOwn(await this.#saidOnce(small, "", policyDocument(policy) as PolicyDocument), place);
    const found: Evidence[] = [];
    for (const { document, settings } of changesIn(small, part)) {
      const without = withoutOwn(await this.#said({ ...small, settings }, document), place);
      const byPlan = fateOf(whole, without);
      const changed = { small, document, settings, place };
      const line = byPlan === "survives" ? reportDifference(whole, without, changed) : undefined;
      const fate = line === undefined ? byPlan : "reported";
      const killedBy = line ?? firstDifference(whole, without);
      const told = killedBy === undefined ? {} : { killedBy };
      const refused = fate === "plan" && isRefused(small, without) ? { refused: true } : {};
      found.push({ source, policy, place, fate, ...told, ...refused });
    }
    return best(found.length > 0 ? found : [{ source, policy, place, fate: "survives" }]);
  }

  /** Takes a rule away together with the part: where the plan then is another one, the rule had done the work of both. */
  async #impliedBy(small: SmallCase, { place, changed: [without] }: PolicyPart): Promise<string | undefined> {
    if (without === undefined || !DECIDES.test(place) || OF_THE_PUBLIC.test(place)) return undefined;
    const whole = policyDocument(small.policy) as PolicyDocument;
    if (isHeldAnyway(small, place, without)) return "every policy";
    for (const { id } of (whole as unknown as { readonly rules: readonly { readonly id: string }[] }).rules) {
      const other = `rules/${id}`;
      if (other === place) continue;
      const alone = await this.#saidOnce(small, other, withoutPart(whole, other));
      const both = await this.#said(small, withoutPart(without, other));
      if (alone.people.join("\n") !== both.people.join("\n")) return other;
    }
    return (await this.#isOneOfMany(small, place)) ? "other forms" : undefined;
  }

  /** Of forms that a rule counts alike the first that fits is taken: one is asked for where there are no others. */
  async #isOneOfMany(small: SmallCase, place: string): Promise<boolean> {
    const document = policyDocument(small.policy) as PolicyDocument;
    const [, own] = /^forms\/(.+)$/u.exec(place) ?? [];
    const others = countedAlike(document, own);
    if (others.length === 0) return false;
    const alone = others.reduce((left, code) => withoutPart(left, `forms/${code}`), document);
    const [one, none] = [await this.#said(small, alone), await this.#said(small, withoutPart(alone, place))];
    return one.people.join("\n") !== none.people.join("\n");
  }

  #saidOnce(small: SmallCase, place: string, document: PolicyDocument): Promise<Said> {
    const plans = this.#known.get(small) ?? new Map<string, Promise<Said>>();
    this.#known.set(small, plans);
    const known = plans.get(place) ?? this.#said(small, document);
    plans.set(place, known);
    return known;
  }

  async #said({ instance, settings = {} }: SmallCase, document: PolicyDocument): Promise<Said> {
    const policy = resolved(document, settings);
    if (policy === undefined) return { people: ["no policy"], numbers: [] };
    const outcome = await planCounty({ instance, policy, solver: this.#solver, limits: { relativeGap: 0 } });
    if (outcome.status !== "planned") return { people: [outcome.status], numbers: [] };
    const { moves, returns, stays, light, measures, violations } = readable({ ...outcome, policy });
    return { people: [...moves, ...returns, ...stays, ...light], numbers: [...measures, ...violations], outcome };
  }
}

/** The changed policies of a part with their settings in a small county. */
function changesIn({ settings = {} }: SmallCase, { policy, changed, given }: PolicyPart) {
  if (given === undefined) return changed.map((document) => ({ document, settings }));
  const document = policyDocument(policy) as PolicyDocument;
  return shiftedSettings(document, settings, given).map((shifted) => ({ document, settings: shifted }));
}

/** A parameter that nothing uses any more is no fault of the part: a setting for it is left out. */
function resolved(document: PolicyDocument, settings: Settings): Policy | undefined {
  const result = resolvePolicy(document, { settings });
  return result.ok ? result.value : undefined;
}

/** The number that a rule tells of itself goes with it and shows nothing. */
function withoutOwn(said: Said, place: string): Said {
  const [, own] = /^rules\/(.+)$/u.exec(place) ?? [];
  if (own === undefined) return said;
  return { ...said, numbers: said.numbers.filter((sentence) => !sentence.startsWith(`${own} (`)) };
}

function fateOf(whole: Said, without: Said): Fate {
  if (whole.people.join("\n") !== without.people.join("\n")) return "plan";
  return whole.numbers.join("\n") === without.numbers.join("\n") ? "survives" : "printed";
}

/** Parts that decide who moves: only of these is another rule asked for that does the same. */
const DECIDES = /^(?:rules|forms|eligibility)\//u;

/** Rules that every policy has: written or not, the same rule holds. */
function isHeldAnyway({ policy, settings = {} }: SmallCase, place: string, without: PolicyDocument): boolean {
  const own = policyOf(policy, settings).rules.find(({ id }) => `rules/${id}` === place);
  const held = resolved(without, settings)?.rules.find(({ rule }) => rule === own?.rule);
  return held !== undefined && JSON.stringify(held.params) === JSON.stringify(own?.params);
}

/** Returns the other forms that a rule lists beside one. */
function countedAlike(document: PolicyDocument, form: string | undefined): readonly string[] {
  const { rules } = document as unknown as {
    readonly rules: readonly { readonly params?: { forms?: readonly string[] } }[];
  };
  const lists = rules.flatMap(({ params }) => (params?.forms === undefined ? [] : [params.forms]));
  const own = lists.find((forms) => form !== undefined && forms.includes(form)) ?? [];
  return own.filter((code) => code !== form);
}

interface ChangedPart {
  readonly small: SmallCase;
  readonly document: PolicyDocument;
  readonly settings: Settings;
  readonly place: string;
}

/** Sections that reports alone read, and parameters, which they may read. */
const OF_REPORTS = /^(?:benefits|reports|parameters)\//u;

/** Returns the first line of a report that is another one without a part that reports read. */
function reportDifference(
  whole: Said,
  without: Said,
  { small, document, settings, place }: ChangedPart,
): string | undefined {
  const audience = OF_THE_PUBLIC.test(place) ? "public" : "internal";
  if (
    (!OF_REPORTS.test(place) && audience === "internal") ||
    whole.outcome === undefined ||
    without.outcome === undefined
  )
    return undefined;
  const { instance, policy } = small;
  const lines = (written: unknown, { plan }: Planned, given: Settings) =>
    reportLines({ instance, settings: given, plan, policy, written, audience });
  const before = lines(policyDocument(policy), whole.outcome, small.settings ?? {});
  const after = lines(document, without.outcome, settings);
  const [now, then] = [new Set(after), new Set(before)];
  return before.find((line) => !now.has(line)) ?? after.find((line) => !then.has(line));
}

function firstDifference(whole: Said, without: Said): string | undefined {
  const all = new Set([...without.people, ...without.numbers]);
  const there = new Set([...whole.people, ...whole.numbers]);
  const lost = [...there].find((sentence) => !all.has(sentence));
  return lost ?? [...all].find((sentence) => !there.has(sentence));
}

function isRefused({ policy: name, instance, settings }: SmallCase, { outcome }: Said): boolean {
  if (outcome === undefined) return false;
  const { moves, returns, participations, itineraries } = outcome.plan;
  const policy = policyOf(name, settings);
  return !verifyRoster({ instance, policy, moves, returns, participations, itineraries }).ok;
}
