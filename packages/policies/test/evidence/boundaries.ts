import { readFileSync } from "node:fs";
import { planCounty } from "@lungang/core";
import type { Settings } from "@lungang/core/policy";
import { resolvePolicy } from "@lungang/core/policy";
import type { Solver } from "@lungang/program";
import type { PolicyDocument } from "../../src/index.ts";
import { policyDocument } from "../../src/index.ts";
import { casesOf } from "../counties/cases.ts";
import type { SmallCase } from "../counties/small.ts";
import { readable } from "../sentences.ts";
import { partAt } from "./entries.ts";
import type { Evidence } from "./kill.ts";

/** The smallest step of a number of a policy on which another plan is made: where the answer changes. */
export interface Boundary {
  readonly source: string;
  readonly policy: string;
  readonly place: string;
  /** Which number of the part, or which parameter it is written with. */
  readonly number: string;
  readonly from: string;
  readonly to: string;
  /** The first sentence of the plan that is another one. */
  readonly changes: string;
  /** The small county that shows it, where it is not the first of the policy. */
  readonly county?: string;
}

/** Where boundaries are kept: made by `npm run evidence`. */
export const BOUNDARIES = new URL("boundaries.json", import.meta.url);

/** Returns the boundaries that were found last. */
export function knownBoundaries(): readonly Boundary[] {
  return JSON.parse(readFileSync(BOUNDARIES, "utf8")) as readonly Boundary[];
}

type Json = Readonly<Record<string, unknown>>;

/** A number of a part and the document and settings in which it is another one. */
interface Step {
  readonly number: string;
  readonly from: string;
  readonly to: string;
  readonly document: PolicyDocument;
  readonly settings: Settings;
}

/** Numbers that weigh and do not bound. */
const WEIGHTS = new Set(["price", "weight", "overWeight", "underWeight", "tolerance", "gridMetres", "candidates"]);

/** Steps of a number or share, the smallest first; of a share a head more may take several hundredths. */
function stepsFrom(value: unknown): readonly string[] {
  if (typeof value === "number" && Number.isInteger(value))
    return [value + 1, value - 1].filter((n) => n >= 0).map(String);
  const [, percent] = /^(\d+(?:\.\d+)?)%$/u.exec(typeof value === "string" ? value : "") ?? [];
  if (percent === undefined) return [];
  const near = [1, 5, 10, 25].flatMap((step) => [Number(percent) + step, Number(percent) - step]);
  return near.filter((share) => share >= 0 && share <= 100).map((share) => `${share}%`);
}

const typed = (like: unknown, text: string): string | number => (typeof like === "number" ? Number(text) : text);

/** Every number inside a value, by its path; one that is written as a parameter by the name of that. */
function numbersIn(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => numbersIn(item, [...path, at]));
  if (typeof value !== "object" || value === null) return stepsFrom(value).length > 0 ? [path] : [];
  if ("$param" in value) return [path];
  return Object.entries(value).flatMap(([key, inner]) => (WEIGHTS.has(key) ? [] : numbersIn(inner, [...path, key])));
}

function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);
}

function set(value: unknown, [key, ...rest]: readonly (string | number)[], to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === key ? set(item, rest, to) : item));
  return { ...(value as Json), [key]: set((value as Json)[key], rest, to) };
}

function stepsOf(document: PolicyDocument, place: string, settings: Settings): readonly Step[] {
  if (place.startsWith("parameters/")) return stepsOfParameter(document, place.slice("parameters/".length), settings);
  const path = partAt(document, place);
  if (path === undefined) return [];
  return numbersIn(at(document, path)).flatMap((inner): readonly Step[] => {
    const whole = [...path, ...inner];
    const value = at(document, whole);
    if (typeof value !== "object" || value === null) {
      return stepsFrom(value).map((to) => ({
        number: inner.join("."),
        from: String(value),
        to,
        document: set(document, whole, typed(value, to)) as PolicyDocument,
        settings,
      }));
    }
    return stepsOfParameter(document, (value as { readonly $param: string }).$param, settings);
  });
}

function stepsOfParameter(document: PolicyDocument, name: string, settings: Settings): readonly Step[] {
  const listed = (document as unknown as { readonly parameters: Record<string, Json> }).parameters[name];
  const given = settings[name] ?? listed?.["default"];
  const value = listed?.["type"] === "integer" ? Number(given) : given;
  return stepsFrom(value).map((to) => ({
    number: name,
    from: String(given),
    to,
    document,
    settings: { ...settings, [name]: typed(value, to) },
  }));
}

/** Plans the small counties of policies with numbers that are one more or one less. */
export class BoundaryCourt {
  readonly #solver: Solver;
  readonly #whole = new Map<SmallCase, Promise<readonly string[] | undefined>>();

  constructor(solver: Solver) {
    this.#solver = solver;
  }

  /** Returns the first number of a part whose step makes another plan, undefined where none does. */
  async of({ source, policy, place, county }: Evidence): Promise<Boundary | undefined> {
    const small = casesOf(policy).find(({ name }) => county === undefined || name === county);
    if (small === undefined) return undefined;
    const document = policyDocument(policy) as PolicyDocument;
    const whole = (await this.#said(small)) ?? [];
    for (const { number, from, to, ...changed } of stepsOf(document, place, small.settings ?? {})) {
      const said = await this.#plan(small, changed);
      if (said === undefined) continue;
      const changes = whole.find((line) => !said.includes(line)) ?? said.find((line) => !whole.includes(line));
      if (changes === undefined) continue;
      return { source, policy, place, number, from, to, changes, ...(county === undefined ? {} : { county }) };
    }
    return undefined;
  }

  #said(small: SmallCase): Promise<readonly string[] | undefined> {
    const document = policyDocument(small.policy) as PolicyDocument;
    const known = this.#whole.get(small) ?? this.#plan(small, { document, settings: small.settings ?? {} });
    this.#whole.set(small, known);
    return known;
  }

  /** Who moves, returns and stays; what makes no policy shows nothing. */
  async #plan({ instance }: SmallCase, { document, settings }: Pick<Step, "document" | "settings">) {
    const resolved = resolvePolicy(document, { settings });
    if (!resolved.ok) return undefined;
    const policy = resolved.value;
    const outcome = await planCounty({ instance, policy, solver: this.#solver, limits: { relativeGap: 0 } });
    if (outcome.status !== "planned") return [`no plan: ${outcome.status}`];
    const { moves, returns, stays, light } = readable({ ...outcome, policy });
    return [...moves, ...returns, ...stays, ...light];
  }
}

/** Returns a boundary for each rule of the source documents that changes a plan, from the first of its parts that has one. */
export async function boundariesOf(table: readonly Evidence[], court: BoundaryCourt): Promise<readonly Boundary[]> {
  const found = new Map<string, Boundary>();
  const told = table.filter(({ fate }) => fate === "plan");
  // What verification refuses is shown first.
  for (const part of [...told.filter(({ refused }) => refused === true), ...told]) {
    if (found.has(part.source)) continue;
    const boundary = await court.of(part);
    if (boundary !== undefined) found.set(part.source, boundary);
  }
  return [...found.values()].sort((a, b) => (a.source < b.source ? -1 : 1));
}
