import type { Settings } from "@lungang/core/policy";
import type { PolicyDocument } from "../../src/index.ts";
import { policyDocument } from "../../src/index.ts";

/** A part of a policy that can be taken away, or a parameter that can be shifted: what evidence is asked of. */
export interface PolicyPart {
  readonly policy: string;
  /** Where it stands, for example `rules/quota`. */
  readonly place: string;
  /** Rule of the source documents that it cites. */
  readonly source: string;
  /** The policy without it; for a parameter, with other values. */
  readonly changed: readonly PolicyDocument[];
  /** Name of a parameter without default: the policy stays as it is, and what the authority gives is shifted. */
  readonly given?: string;
}

type Json = Readonly<Record<string, unknown>>;

/** Lists whose members each cite a source, and what names a member. */
const LISTS: readonly (readonly [path: readonly string[], key: string])[] = [
  [["rules"], "id"],
  [["forms"], "code"],
  [["eligibility", "due"], "id"],
  [["eligibility", "exemptions"], "id"],
  [["eligibility", "forced"], "id"],
  [["benefits"], "id"],
  [["reports", "due"], "id"],
  [["reports", "deliverables"], "id"],
  [["appointment", "rounds"], "id"],
  [["appointment", "items"], "id"],
  [["appointment", "steps"], "id"],
  [["appointment", "appointers"], "id"],
  [["appointment", "contracts"], "id"],
  [["appointment", "unplaced"], "id"],
  [["appointment", "selection", "steps"], "id"],
  [["appointment", "selection", "criteria"], "id"],
];

/** Single fields of an appointment with the values that may stand there instead; none: the field is taken away. */
const FIELDS: Readonly<Record<string, readonly unknown[]>> = {
  rule: ["acceptance", "trading", "twoSidedPosts", "examination"],
  ownPost: ["keeps", "contested"],
  rankedBy: ["points", "draw"],
  ties: [],
  surplus: [{ order: "lowestPoints" }, { order: "highestPoints" }],
};

/** Returns every part of a policy that ships, in its order. */
export function partsOf(policy: string): readonly PolicyPart[] {
  const document = policyDocument(policy) as PolicyDocument & Json;
  return [
    ...LISTS.flatMap(([path, key]) => members(policy, document, { path, key })),
    ...fields(policy, document),
    ...roles(policy),
    ...reasons(policy, document),
    ...scope(policy, document),
    ...parameters(policy, document),
  ];
}

/** A field of an appointment cites the source that the section gives it, or that of the section. */
function fields(policy: string, document: Json): readonly PolicyPart[] {
  const section = document["appointment"] as Json | undefined;
  if (section === undefined) return [];
  const sources = (section["sources"] ?? {}) as Json;
  return Object.entries(FIELDS).flatMap(([field, values]) => {
    if (!Object.hasOwn(section, field)) return [];
    const others = values.filter((value) => JSON.stringify(value) !== JSON.stringify(section[field]));
    const kept = Object.fromEntries(Object.entries(section).filter(([key]) => key !== field));
    const changed =
      values.length === 0
        ? [{ ...document, appointment: kept }]
        : others.map((value) => ({ ...document, appointment: { ...section, [field]: value } }));
    const source = String(sources[field] ?? section["source"]);
    return [{ policy, place: `appointment/${field}`, source, changed: changed as unknown as PolicyDocument[] }];
  });
}

/** Reasons that the public is not told (FL-01). */
export const OF_THE_PUBLIC = /^eligibility\/exemptions\/\w+\/sensitive$/u;

function reasons(policy: string, document: Json): readonly PolicyPart[] {
  const path = ["eligibility", "exemptions"];
  const list = (valueAt(document, path) ?? []) as readonly Json[];
  return list.flatMap((entry, at): PolicyPart[] => {
    if (entry["sensitive"] !== true) return [];
    const changed = [withValue(document, path, list.with(at, { ...entry, sensitive: false }))];
    const place = `${path.join("/")}/${String(entry["id"])}/sensitive`;
    return [{ policy, place, source: "FL-01", changed: changed as unknown as PolicyDocument[] }];
  });
}

/** Where the roles of class teachers are tried: they stand in the workbook and in no policy. */
export const ROLES = "appointment/classTeachers";

function roles(policy: string): readonly PolicyPart[] {
  return policy === "yiyuan-qinglongshan" ? [{ policy, place: ROLES, source: "YY-16", changed: [] }] : [];
}

/** The scope of a policy cannot be taken away: it is opened to every school. */
function scope(policy: string, document: Json): readonly PolicyPart[] {
  const changed = [withValue(document, ["scope", "schools"], { all: [] }) as unknown as PolicyDocument];
  return [{ policy, place: "scope/schools", source: String(valueAt(document, ["scope", "source"])), changed }];
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((inner, name) => (inner as Json | undefined)?.[name], value);
}

function withValue(document: Json, [name, ...rest]: readonly string[], value: unknown): Json {
  const key = name as string;
  const inner = rest.length === 0 ? value : withValue((document[key] ?? {}) as Json, rest, value);
  return { ...document, [key]: inner };
}

function members(
  policy: string,
  document: Json,
  { path, key }: { readonly path: readonly string[]; readonly key: string },
): readonly PolicyPart[] {
  const list = (valueAt(document, path) ?? []) as readonly Json[];
  const isWeighed = path.at(-1) === "criteria";
  return list.map((member, at) => ({
    policy,
    place: `${path.join("/")}/${String(member[key] ?? member["base"])}`,
    source: String(member["source"]),
    changed: (isWeighed ? judgedByOthers(list, at) : [list.toSpliced(at, 1)]).map(
      (left) => withValue(document, path, left) as unknown as PolicyDocument,
    ),
  }));
}

/** The weights of criteria make a whole: one is taken away by judging its share by each of the others. */
function judgedByOthers(list: readonly Json[], at: number): readonly (readonly Json[])[] {
  const own = list[at] as Json;
  return list.flatMap((other) => (other === own ? [] : [list.with(at, { ...own, column: other["column"] })]));
}

/** Returns a policy without the member of a list that stands at a place such as `rules/quota`. */
export function withoutPart(document: PolicyDocument, place: string): PolicyDocument {
  const [path, key] = LISTS.find(([list]) => place.startsWith(`${list.join("/")}/`)) ?? [];
  if (path === undefined || key === undefined) throw new Error(`No list holds "${place}"`);
  const list = (valueAt(document, path) ?? []) as readonly Json[];
  const name = place.slice(path.join("/").length + 1);
  const at = list.findIndex((member) => String(member[key] ?? member["base"]) === name);
  const kept = at < 0 ? list : list.toSpliced(at, 1);
  return withValue(document as PolicyDocument & Json, path, kept) as unknown as PolicyDocument;
}

/** Returns the path in a document of the member that stands at a place such as `rules/quota`; undefined for a parameter. */
export function partAt(document: PolicyDocument, place: string): readonly (string | number)[] | undefined {
  const [path, key] = LISTS.find(([list]) => place.startsWith(`${list.join("/")}/`)) ?? [];
  if (path === undefined || key === undefined) return undefined;
  const list = (valueAt(document, path) ?? []) as readonly Json[];
  const name = place.slice(path.join("/").length + 1);
  const at = list.findIndex((member) => String(member[key] ?? member["base"]) === name);
  return at < 0 ? undefined : [...path, at];
}

/** Parameters: their defaults are shifted, of those without one what the authority gives in the small county. */
function parameters(policy: string, document: Json): readonly PolicyPart[] {
  const listed = document["parameters"] as Readonly<Record<string, Json>>;
  return Object.entries(listed).flatMap(([name, parameter]): PolicyPart[] => {
    const [place, source] = [`parameters/${name}`, String(parameter["source"])];
    if (parameter["default"] === undefined) return [{ policy, place, source, changed: [], given: name }];
    const values = shifted(parameter);
    if (values.length === 0) return [];
    const changed = values.map(
      (value) => withValue(document, ["parameters", name, "default"], value) as unknown as PolicyDocument,
    );
    return [{ policy, place, source, changed }];
  });
}

/** Returns the settings of a small county with the neighbours of one value that the authority gives; none where it gives none. */
export function shiftedSettings(document: PolicyDocument, settings: Settings, name: string): readonly Settings[] {
  const listed = (document as unknown as { readonly parameters: Readonly<Record<string, Json>> }).parameters[name];
  const given = settings[name];
  if (listed === undefined || given === undefined) return [];
  const shifts = shifted({ ...listed, default: readAs(listed["type"], String(given)) });
  const written = (shift: unknown) => (Array.isArray(shift) ? shift.join(",") : shift) as Settings[string];
  return shifts.map((shift) => ({ ...settings, [name]: written(shift) }));
}

function readAs(type: unknown, given: string): unknown {
  if (type === "integer" || type === "distance") return Number(given);
  if (type === "boolean") return given === "true";
  return type === "list" ? given.split(",") : given;
}

/** Returns neighbours of a default: one more and one less, half and twice, the other, one member fewer. */
function shifted({ type, default: value, choices }: Json): readonly unknown[] {
  if (value === undefined) return [];
  if (type === "integer") return [(value as number) + 1, (value as number) - 1].filter((shift) => shift >= 0);
  if (type === "distance") return [(value as number) / 2, (value as number) * 2];
  if (type === "boolean") return [value !== true];
  if (type === "list") return (value as readonly string[]).map((_entry, at) => (value as string[]).toSpliced(at, 1));
  if (type === "text") return ((choices ?? []) as readonly string[]).filter((choice) => choice !== value);
  if (type !== "share") return [];
  const percent = Number.parseFloat(value as string);
  return [percent / 2, percent * 2].filter((share) => share <= 100).map((share) => `${share}%`);
}
