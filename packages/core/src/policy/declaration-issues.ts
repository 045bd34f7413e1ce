import type { Issue, Text } from "../instance/issue.ts";
import { didYouMean, nearestWord } from "../instance/nearest-word.ts";
import { isIsoDate } from "../instance/calendar.ts";
import { codeAmongWords } from "./attribute-vocabulary.ts";
import type { AttributeType, Attributes } from "./attributes.ts";
import { CONDITION_SUBJECTS, predicateIssues } from "./condition-issues.ts";
import type { OwnAttribute } from "./own-attributes.ts";
import { typeOfOwn } from "./own-attributes.ts";
import { parsePoints } from "../points/decimal.ts";
import { countsThereOnly } from "./point-attributes.ts";
import type { PointItem, PointScale } from "./points-section.ts";
import type { Declared } from "./policy-attributes.ts";
import { attributesOf } from "./policy-attributes.ts";

type Path = readonly (string | number)[];

/** Returns what is wrong with the attributes and points that a policy declares. */
export function declarationIssues(policy: Declared): readonly Issue[] {
  const { attributes, points } = policy;
  return [
    ...attributes.flatMap((own, index) => [
      ...ownIssues(own, ["attributes", index], before(policy, index, 0)),
      ...repeatedId(own, ["attributes", index, "id"], attributes.slice(0, index)),
    ]),
    ...points.flatMap((scale, index) =>
      scaleIssues(scale, { path: ["points", index], policy, known: before(policy, attributes.length, index) }),
    ),
  ];
}

/** What may be asked for where only the first of the declarations are known: nothing is counted from itself. */
function before({ attributes, points, sets }: Declared, own: number, scales: number): Attributes {
  return attributesOf({ attributes: attributes.slice(0, own), points: points.slice(0, scales), sets });
}

function issue(path: Path, received: string, words: Pick<Issue, "message" | "advice" | "expected">): Issue {
  return { code: "invalid-attribute", severity: "error", path, received, ...words };
}

/** People and schools may have attributes of the same id: they are compared with each other. */
function repeatedId({ id, of }: OwnAttribute, path: Path, earlier: readonly OwnAttribute[]): readonly Issue[] {
  if (!earlier.some((other) => other.id === id && other.of === of)) return [];
  return [
    {
      code: "duplicate-id",
      severity: "error",
      path,
      received: id,
      message: { zh: `属性编号“${id}”重复`, en: `Duplicate id of an attribute "${id}"` },
      advice: { zh: "请给每个属性不同的编号", en: "Give every attribute an id of its own" },
    },
  ];
}

const KINDS = ["type", "count", "sum"] as const;

function ownIssues(own: OwnAttribute, path: Path, known: Attributes): readonly Issue[] {
  const kinds = KINDS.filter((kind) => own[kind] !== undefined);
  if (kinds.length !== 1) {
    return [
      issue(path, kinds.join(", "), {
        expected: KINDS.join(", "),
        message: {
          zh: `属性“${own.id}”应写明是数据中的一列（type）、计数（count）还是求和（sum），只写其中一项`,
          en: `Attribute "${own.id}" is a column (type), a count or a sum: exactly one of them has to be written`,
        },
        advice: { zh: "请只保留一项", en: "Write one of the three" },
      }),
    ];
  }
  return [...uselessKeys(own, path), ...emptyIssues(own, path), ...sourceIssues(own, path, known)];
}

/** Keys that say nothing beside what an attribute is made from. */
function uselessKeys(own: OwnAttribute, path: Path): readonly Issue[] {
  const words = own.type !== undefined && own.type !== "text" && own.type !== "set";
  const useless = [
    ...(own.type === undefined ? (["column", "words", "empty"] as const) : words ? (["words"] as const) : []),
    ...(own.sum === undefined ? (["per"] as const) : []),
  ].filter((key) => own[key] !== undefined);
  return useless.map((key) =>
    issue([...path, key], key, {
      message: {
        zh: `属性“${own.id}”不能写“${key}”：它对这种属性不起作用`,
        en: `Attribute "${own.id}" cannot have ${key}, which says nothing about an attribute of its kind`,
      },
      advice: { zh: "请删去这一项", en: "Delete the key" },
    }),
  );
}

const FITS: Readonly<Record<AttributeType, (value: unknown) => boolean>> = {
  number: (value) => typeof value === "number" && parsePoints(value) !== undefined,
  boolean: (value) => typeof value === "boolean",
  text: (value) => typeof value === "string",
  date: (value) => typeof value === "string" && isIsoDate(value),
  set: (value) => Array.isArray(value),
};

/** What a value of a type is called. */
export const TYPE_TEXTS: Readonly<Record<AttributeType, Text>> = {
  number: { zh: "数字（最多四位小数）", en: "a number with at most four decimals" },
  boolean: { zh: "是或否（true、false）", en: "true or false" },
  text: { zh: "文字", en: "text" },
  date: { zh: "日期，如 2024-09-01", en: "a date such as 2024-09-01" },
  set: { zh: "列表", en: "a list" },
};

/** Returns whether a value is one of an own attribute, its words among those that are listed. */
export function fitsOwn(own: OwnAttribute, value: unknown): boolean {
  if (!FITS[typeOfOwn(own)](value)) return false;
  const { words } = own;
  if (words === undefined) return true;
  const given = Array.isArray(value) ? value : [value];
  return given.every((word) => codeAmongWords(String(word), { own: words }) !== undefined);
}

function emptyIssues(own: OwnAttribute, path: Path): readonly Issue[] {
  if (own.empty === undefined || own.type === undefined || fitsOwn(own, own.empty)) return [];
  const { zh, en } = TYPE_TEXTS[own.type];
  return [
    issue([...path, "empty"], JSON.stringify(own.empty), {
      message: {
        zh: `属性“${own.id}”空格所代表的值应为${zh}`,
        en: `What an empty cell of "${own.id}" stands for has to be ${en}`,
      },
      advice: { zh: `请改为${zh}`, en: `Write ${en}` },
    }),
  ];
}

/** What is counted is a set, what is summed are numbers, of the same person or school and declared before. */
function sourceIssues(own: OwnAttribute, path: Path, known: Attributes): readonly Issue[] {
  const roots = own.of === "person" ? CONDITION_SUBJECTS.person : CONDITION_SUBJECTS.school;
  const asked = { known, roots };
  return [
    ...(own.count === undefined ? [] : pathIssues(own.count, [...path, "count"], { ...asked, type: "set" })),
    ...(own.sum ?? []).flatMap(({ attr }, k) =>
      pathIssues(attr, [...path, "sum", k, "attr"], { ...asked, type: "number" }),
    ),
  ];
}

interface AskedPath {
  readonly known: Attributes;
  readonly roots: readonly string[];
  readonly type: AttributeType;
}

function pathIssues(attr: string, path: Path, { known, roots, type }: AskedPath): readonly Issue[] {
  const fitting = [...known].flatMap(([name, { type: found }]) =>
    found === type && roots.some((root) => name.startsWith(`${root}.`)) ? [name] : [],
  );
  if (fitting.includes(attr)) return [];
  const near = nearestWord(attr, fitting);
  return [
    issue(path, attr, {
      expected: fitting.join(", "),
      message: {
        zh: known.has(attr) ? `“${attr}”不能用在这里：类型或对象不符` : `没有“${attr}”这个属性，或它在后面才写明`,
        en: known.has(attr)
          ? `"${attr}" cannot be used here: it is of another type or about something else`
          : `There is no attribute "${attr}", or it is declared further down`,
      },
      advice: didYouMean(near, { zh: "请从可用的属性中选择", en: "Choose one of the attributes expected" }),
    }),
  ];
}

interface ScalePlace {
  readonly path: Path;
  readonly policy: Declared;
  readonly known: Attributes;
}

function scaleIssues(scale: PointScale, { path, policy, known }: ScalePlace): readonly Issue[] {
  const roots = CONDITION_SUBJECTS.person;
  const components = new Set(scale.components.map(({ id }) => id));
  return [
    ...scale.items.flatMap((item, k) => [
      ...itemIssues(item, [...path, "items", k], { known, components }),
      ...(item.when === undefined
        ? []
        : predicateIssues(item.when, {
            sets: policy.sets,
            attributes: known,
            about: CONDITION_SUBJECTS.move,
            path: [...path, "items", k, "when"],
          })),
      ...(item.set !== undefined && countsThereOnly(item, policy.sets) ? [setThereOnly([...path, "items", k])] : []),
    ]),
    ...scale.ties.flatMap(({ attr }, k) => {
      const isOrdered = ["number", "date"].includes(known.get(attr)?.type ?? "");
      const isOfPerson = roots.some((root) => attr.startsWith(`${root}.`));
      if (isOrdered && isOfPerson) return [];
      return pathIssues(attr, [...path, "ties", k, "attr"], { known, roots, type: "number" });
    }),
  ];
}

/** A whole total is of the person: a place can only add to it. */
function setThereOnly(path: Path): Issue {
  return issue([...path, "set"], "set", {
    message: {
      zh: "直接计分的条件只能问人员和现任教学校",
      en: "The condition of a total that is set may ask about the person and the school worked at only",
    },
    advice: { zh: "请改为加分（points）", en: "Write points that are added instead" },
  });
}

/** An item is one of four: an amount with points or with a weight, points under a condition, a whole total under one. */
function itemIssues(
  item: PointItem,
  path: Path,
  { known, components }: { readonly known: Attributes; readonly components: ReadonlySet<string> },
): readonly Issue[] {
  const { per, points, weight, set, when, max, component } = item;
  const has = (value: unknown) => (value === undefined ? 0 : 1);
  const gives = has(points) + has(weight) + has(set);
  const isRight =
    gives === 1 &&
    (per === undefined ? when !== undefined && weight === undefined && max === undefined : set === undefined);
  return [
    ...(isRight ? [] : [noItem(path)]),
    ...(per === undefined
      ? []
      : pathIssues(per, [...path, "per"], { known, roots: CONDITION_SUBJECTS.person, type: "number" })),
    ...(component === undefined || components.has(component)
      ? []
      : [unknownComponent(component, path, [...components])]),
  ];
}

function noItem(path: Path): Issue {
  return issue(path, "", {
    expected: "per + points, per + weight, when + points, when + set",
    message: {
      zh: "计分项写法不对：应写明每单位几分、按比例折算、符合条件加几分或符合条件直接计几分之一",
      en: "An item is so many points a unit, a score with its weight, points under a condition, or a whole total under one",
    },
    advice: {
      zh: "请写成 per 加 points、per 加 weight、when 加 points 或 when 加 set；max 只与 per 同写",
      en: "Write per with points, per with weight, when with points, or when with set; max goes with per only",
    },
  });
}

function unknownComponent(name: string, path: Path, known: readonly string[]): Issue {
  const near = nearestWord(name, known);
  return issue([...path, "component"], name, {
    expected: known.join(", "),
    message: { zh: `计分中没有“${name}”这一部分`, en: `The points have no component "${name}"` },
    advice: didYouMean(near, { zh: "请在 components 中写明这一部分", en: "Declare it under components" }),
  });
}
