import { param } from "../document.ts";

/** A condition as policies write it. */
export type Condition = Readonly<Record<string, unknown>>;

/** Returns the condition that one attribute has a value. */
export function is(attr: string, value: unknown, more: object = {}): Condition {
  return { attr, op: "eq", value, ...more };
}

/** Returns the condition that one attribute has one of some values. */
export function isIn(attr: string, value: unknown, more: object = {}): Condition {
  return { attr, op: "in", value, ...more };
}

/** Returns the condition that a set holds one of some values. */
export function has(attr: string, value: unknown): Condition {
  return { attr, op: "has", value };
}

/** Returns the condition that all hold. */
export function all(...parts: readonly Condition[]): Condition {
  return { all: parts };
}

/** Returns the condition that one of them holds. */
export function any(...parts: readonly Condition[]): Condition {
  return { any: parts };
}

/** Returns the condition that it does not hold. */
export function not(part: Condition): Condition {
  return { not: part };
}

/** Returns the reference to a named set of the policy. */
export function set(name: string): Condition {
  return { set: name };
}

/** Returns a condition that follows a switch: everybody in scope is in post. */
export function whenSwitched(parameter: string): Condition {
  return is("person.inPost", param(parameter));
}

export const TEACHERS = isIn("person.personType", ["teacher", "midLevel", "reserveCadre"]);
export const LEADERS = isIn("person.personType", ["principal", "vicePrincipal"]);
export const TOWN = ["urban", "town"];
export const RURAL = ["rural", "remote"];

/** Silence on quality means that nobody has named the school as weak; silence on the area is an issue. */
export const WEAK_OR_RURAL = any(is("to.quality", "weak", { ifMissing: false }), isIn("to.area", RURAL));

/** People of weak or rural schools. */
export const FROM_WEAK_OR_RURAL = any(is("from.quality", "weak", { ifMissing: false }), isIn("from.area", RURAL));

/** Town to country. */
export const DOWNWARDS = all(isIn("from.area", TOWN), isIn("to.area", RURAL));

/** Country to town. */
export const UPWARDS = all(isIn("from.area", RURAL), isIn("to.area", TOWN));

/** Backbone teachers by the honours that the policy lists. */
export const BACKBONE = has("person.honours", param("backboneHonours"));

/** Returns the condition that both schools teach one of the stages. */
export function sharedStage(stages: readonly string[]): Condition {
  return any(...stages.map((stage) => all(has("from.stages", stage), has("to.stages", stage))));
}

/** Returns the condition that a person is not over the age limits; whether they include the limit is a switch. */
export function withinAge({ male, female, inclusive }: { male: string; female: string; inclusive: string }): Condition {
  const limit = (sex: string, name: string) =>
    all(
      is("person.sex", sex),
      any(
        { attr: "person.age", op: "lt", value: param(name) },
        all(is("person.age", param(name)), whenSwitched(inclusive)),
      ),
    );
  return any(limit("male", male), limit("female", female));
}

/** Public schools of the stages that the policy lists. */
export const PUBLIC_SCHOOLS = all(is("school.ownership", "public"), has("school.stages", param("stages")));

/** Returns the condition that fewer years are left to retirement; a category is asked for only where it decides. */
export function nearRetirement(parameter: string): Condition {
  const less = (attr: string) => ({ attr, op: "lt", value: param(parameter) });
  return all(less("person.yearsToEarliestRetirement"), less("person.yearsToRetirement"));
}
