import type { Settings } from "@lungang/core/policy";
import type { PolicyDocument } from "../../src/index.ts";
import { partAt } from "./entries.ts";

type Json = Readonly<Record<string, unknown>>;

/** A number of a part and the document and settings in which it is another one. */
export interface NumberStep {
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

/** Returns every step of the numbers of a part, those that it is written with as parameters among them. */
export function numberSteps(document: PolicyDocument, place: string, settings: Settings): readonly NumberStep[] {
  if (place.startsWith("parameters/")) return stepsOfParameter(document, place.slice("parameters/".length), settings);
  const path = partAt(document, place);
  if (path === undefined) return [];
  return numbersIn(at(document, path)).flatMap((inner): readonly NumberStep[] => {
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

function stepsOfParameter(document: PolicyDocument, name: string, settings: Settings): readonly NumberStep[] {
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
