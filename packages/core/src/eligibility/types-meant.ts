import type { PersonType } from "../instance/codes.ts";
import type { Comparison, Predicate } from "../policy/predicate.ts";

type Types = ReadonlySet<PersonType> | undefined;

/**
 * Returns the types of people outside of which a condition holds of nobody; undefined where the condition does not say so of
 * any type. People of these types need not meet it: the condition may ask for more.
 */
export function typesMeant(condition: Predicate, sets: Readonly<Record<string, Predicate>>): Types {
  const meant = (part: Predicate) => typesMeant(part, sets);
  if ("set" in condition) {
    const named = sets[condition.set];
    return named === undefined ? undefined : meant(named);
  }
  if ("all" in condition) return condition.all.map(meant).find((types) => types !== undefined);
  if ("any" in condition) return together(condition.any.map(meant));
  return "not" in condition ? undefined : typesCompared(condition);
}

function together(parts: readonly Types[]): Types {
  if (parts.length === 0 || parts.includes(undefined)) return undefined;
  return new Set(parts.flatMap((types) => [...(types ?? [])]));
}

function typesCompared({ attr, op, value }: Comparison): Types {
  if (attr !== "person.personType") return undefined;
  if (op === "eq" && typeof value === "string") return new Set([value as PersonType]);
  return op === "in" && Array.isArray(value) ? new Set(value as readonly PersonType[]) : undefined;
}
