import type { Issue, Text } from "../instance/issue.ts";
import { conditionText } from "../policy/condition-text.ts";
import { fillPolicy } from "../policy/fill.ts";
import { FORM_CATALOGUE } from "../policy/forms.ts";
import { parametersUsed } from "../policy/parameters.ts";
import type { FilledPolicy, RuleEntry } from "../policy/policy.ts";
import type { Predicate } from "../policy/predicate.ts";
import { resolvePolicy } from "./resolve-policy.ts";

type Path = readonly (string | number)[];
type Written = Readonly<Record<string | number, unknown>>;

/**
 * Returns everything that is wrong with a policy document, and warnings about what is seldom meant: nobody exempt, no
 * rule about posts, establishment or direction, strengths that the words of the text do not bear, and what nothing uses.
 *
 * Values that the authority has to give are not asked for.
 *
 * @public
 */
export function lintPolicy(document: unknown): readonly Issue[] {
  const resolved = resolvePolicy(document, { withReports: true });
  const told = resolved.ok ? resolved.warnings : resolved.issues;
  const found = told.filter(({ code }) => code !== "parameter-required");
  const { policy, inDocument } = fillPolicy(document, { withReports: true });
  if (policy === undefined) return found;
  const written = document as Written;
  return [
    ...found,
    ...inDocument([
      ...missingParts(policy),
      ...policy.rules.flatMap((entry, index) => strengthIssues(entry, ["rules", index])),
    ]),
    ...silentDefaults(written),
    ...endlessPublication(policy),
    ...unusedParts(policy, written),
  ];
}

function warning(code: Issue["code"], path: Path, told: Pick<Issue, "message" | "advice"> & Partial<Issue>): Issue {
  return { code, severity: "warning", path, ...told };
}

/** What nearly every policy has, and which rules say it. */
const PARTS: readonly { readonly rules: readonly string[]; readonly what: Text; readonly why: Text }[] = [
  {
    rules: ["postBalance"],
    what: { zh: "岗位余缺（postBalance）", en: "posts and people (postBalance)" },
    why: { zh: "方案可能使某些学科缺员更多", en: "a plan may leave subjects without teachers" },
  },
  {
    rules: ["establishment"],
    what: { zh: "编制（establishment）", en: "establishment (establishment)" },
    why: { zh: "方案可能使学校超编", en: "a plan may bring schools over their establishment" },
  },
  {
    rules: ["direction", "directionMatrix", "netInflow"],
    what: { zh: "流向（direction 等）", en: "direction (direction and the like)" },
    why: { zh: "方案可能不往农村和薄弱学校去", en: "a plan may not lead to rural and weak schools" },
  },
];

function missingParts({ eligibility, rules }: FilledPolicy): readonly Issue[] {
  const names = new Set(rules.map(({ rule }) => rule));
  const parts = PARTS.filter((part) => !part.rules.some((name) => names.has(name))).map(({ what, why }) =>
    warning("missing-part", ["rules"], {
      message: {
        zh: `政策没有关于${what.zh}的规则：${why.zh}`,
        en: `The policy has no rule about ${what.en}: ${why.en}`,
      },
      advice: { zh: "如原文有此规定请补上", en: "Add one if the text says so" },
    }),
  );
  if (eligibility.exemptions.length > 0) return parts;
  return [
    warning("missing-part", ["eligibility"], {
      message: {
        zh: "政策没有写明哪些人当年不纳入交流：孕期、重病等人员也会被安排",
        en: "The policy exempts nobody: people who are pregnant or seriously ill will be sent too",
      },
      advice: { zh: "请在 eligibility 中写明 exemptions", en: "Write exemptions under eligibility" },
    }),
    ...parts,
  ];
}

/** Words of a text that bear a strength; the first that fits decides. */
const STRENGTH_WORDS: readonly {
  readonly words: RegExp;
  readonly means: RuleEntry["strength"] | "order";
  readonly how: Text;
}[] = [
  {
    words: /首先|\bfirst of all\b/iu,
    means: "order",
    how: {
      zh: "目标层级的先后（levels 和 params 中的 level）",
      en: "an order of levels (levels, and level in the parameters)",
    },
  },
  {
    words: /一般|原则上|\b(?:generally|in principle|as a rule)\b/iu,
    means: "override",
    how: { zh: "strength: override（可说明理由放宽）", en: "strength: override (may be set aside for a reason)" },
  },
  {
    words: /鼓励|优先|尽量|\b(?:encourage[ds]?|preferably|preferred)\b/iu,
    means: "soft",
    how: { zh: "strength: soft（按 price 计价）", en: "strength: soft (at a price)" },
  },
  {
    words: /必须|一律|不得|应(?!届|聘|急|用)|\b(?:must|shall|has to|have to)\b/iu,
    means: "hard",
    how: { zh: "strength: hard（不写即为 hard）", en: "strength: hard (the default)" },
  },
];

/** A rule that the words of its own text make stronger or weaker than its strength says. */
function strengthIssues({ text, strength, params, source }: RuleEntry, path: Path): readonly Issue[] {
  const found = STRENGTH_WORDS.flatMap(({ words, ...entry }) => {
    const word = words.exec(text.zh)?.[0] ?? words.exec(text.en)?.[0];
    return word === undefined ? [] : [{ ...entry, word }];
  })[0];
  // What a level counts is wanted and not demanded: order and price stand there, and no strength is asked for.
  const isCounted = params["level"] !== undefined;
  if (found === undefined || found.means === strength) return [];
  if (isCounted && found.means !== "hard" && found.means !== "override") return [];
  if (isCounted && strength === "hard") return [];
  const { word, how } = found;
  return [
    warning("strength-of-words", [...path, "strength"], {
      source,
      received: strength,
      message: {
        zh: `“${text.zh}”中的“${word}”与 strength: ${strength} 不一致`,
        en: `"${word}" in "${text.en}" does not bear strength: ${strength}`,
      },
      advice: { zh: `通常写作 ${how.zh}`, en: `It is mostly written as ${how.en}` },
    }),
  ];
}

/** Limits that nobody wrote and that hold by default. */
function silentDefaults({ eligibility, forms }: Written): readonly Issue[] {
  const volunteers = (eligibility as Written | undefined)?.["volunteers"];
  const silent =
    isRecord(volunteers) && !("needsVacancy" in volunteers)
      ? [
          warning("silent-default", ["eligibility", "volunteers"], {
            message: {
              zh: "没有写明自愿者是否只去缺员的岗位：默认只去缺员的岗位，满员学校之间不能互换",
              en: "Whether volunteers need a vacancy is not written: by default they do, and full schools cannot swap",
            },
            advice: { zh: "请写明 needsVacancy: true 或 false", en: "Write needsVacancy: true or false" },
          }),
        ]
      : [];
  return [...silent, ...(Array.isArray(forms) ? forms.flatMap(silentForm) : [])];
}

/** Names of people in full, and no word of until when they may object to it. */
function endlessPublication({ publication, calendar }: FilledPolicy): readonly Issue[] {
  const { publicityDays, deadlines } = calendar;
  if (publication?.names !== "full" || publicityDays !== undefined || deadlines?.end !== undefined) return [];
  return [
    warning("publication-without-end", ["publication", "names"], {
      source: publication.source,
      message: {
        zh: "政策规定全名公示，却没有写明公示多久",
        en: "The policy publishes names in full and does not say for how long",
      },
      advice: {
        zh: "请写明 calendar 的 publicityDays 或 deadlines.end，或改为隐去姓名（names: masked）",
        en: "Write publicityDays or deadlines.end under calendar, or mask the names (names: masked)",
      },
    }),
  ];
}

function isRecord(value: unknown): value is Written {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function silentForm(form: unknown, index: number): readonly Issue[] {
  if (!isRecord(form)) return [];
  const template = Object.hasOwn(FORM_CATALOGUE, String(form["base"]))
    ? FORM_CATALOGUE[form["base"] as keyof typeof FORM_CATALOGUE]
    : undefined;
  const keys = (["who", "where"] as const).filter((key) => template?.[key] !== undefined && !(key in form));
  if (template === undefined || keys.length === 0) return [];
  const texts = keys.map((key) => conditionText(template[key] as Predicate));
  return [
    warning("silent-default", ["forms", index], {
      message: {
        zh: `形式“${template.text.zh}”的条件没有写明，沿用目录：${texts.map(({ zh }) => zh).join("；")}`,
        en: `The form "${template.text.en}" takes its conditions from the catalogue: ${texts.map(({ en }) => en).join("; ")}`,
      },
      advice: { zh: `请写明 ${keys.join("、")}`, en: `Write ${keys.join(" and ")}` },
    }),
  ];
}

/** Sets and parameters that nothing of the policy asks for. */
function unusedParts({ sets, parameters, eligibility }: FilledPolicy, document: Written): readonly Issue[] {
  const named = new Set([...setsNamed(document), eligibility.backbone]);
  const { parameters: _declared, ...sections } = document;
  const asked = parametersUsed(sections);
  const unused = (path: Path, zh: string, en: string) =>
    warning("unused-part", path, {
      message: { zh: `没有条文用到${zh}`, en: `Nothing uses ${en}` },
      advice: { zh: "请用上，或删去", en: "Use it, or delete it" },
    });
  return [
    ...Object.keys(sets).flatMap((name) =>
      named.has(name) ? [] : [unused(["sets", name], `集合“${name}”`, `the set "${name}"`)],
    ),
    ...Object.keys(parameters).flatMap((name) =>
      asked.has(name) ? [] : [unused(["parameters", name], `参数“${name}”`, `the parameter "${name}"`)],
    ),
  ];
}

function setsNamed(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(setsNamed);
  if (!isRecord(value)) return [];
  const own = typeof value["set"] === "string" ? [value["set"]] : [];
  return [...own, ...Object.values(value).flatMap(setsNamed)];
}
