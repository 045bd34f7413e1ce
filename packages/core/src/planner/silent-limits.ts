import { Admission, NO_FORM } from "../eligibility/admissible.ts";
import { mayMove } from "../eligibility/decision.ts";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { Issue } from "../instance/issue.ts";
import type { Person } from "../instance/person.ts";
import type { School } from "../instance/school.ts";
import { words } from "../instance/vocabulary.ts";
import { conditionText } from "../policy/condition-text.ts";
import { FORM_CATALOGUE } from "../policy/forms.ts";
import type { Form, PolicyTerms } from "../policy/policy.ts";
import { EVERYTHING } from "../policy/predicate.ts";
import { attributesOf } from "../policy/policy-attributes.ts";
import type { Policy } from "../policy/resolved.ts";

/** A policy, as it was written and as it decides about a county. */
interface Decided {
  readonly policy: Policy;
  readonly eligibility: DecidedCounty;
}

/**
 * Returns a warning for every limit that a policy does not write and that keeps people of a county from posts: conditions
 * that a form takes over from the catalogue, groups that no school belongs to, and vacancies that volunteers are made to wait for.
 */
export function silentLimits(context: Decided): readonly Issue[] {
  return [...narrowForms(context), ...scopesWithoutGroups(context), ...volunteersWithoutSwaps(context)];
}

type Written = Readonly<Record<string, unknown>>;

/** Returns a section of the policy as it is written. */
function written({ origin }: Policy, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Readonly<Record<string | number, unknown>> | undefined)?.[key],
    origin.document,
  );
}

/** The eligibility of the same people under the same decisions, with other words about where they may go. */
function withTerms(eligibility: DecidedCounty, changes: Partial<PolicyTerms>): DecidedCounty {
  const { context, decisions, inScope, locks } = eligibility;
  const policy = { ...eligibility.policy, ...changes };
  const admission = new Admission({ policy, context, decisions, inScope, locks, onMissing: () => undefined });
  return { ...eligibility, policy, admission };
}

/** Conditions of a form that only the catalogue states. */
function inherited(policy: Policy, form: Form, index: number): readonly ("who" | "where")[] {
  const entry = written(policy, "forms", index) as Written | undefined;
  const template = form.base === undefined ? undefined : FORM_CATALOGUE[form.base];
  if (entry === undefined || template === undefined) return [];
  return (["who", "where"] as const).filter((key) => template[key] !== undefined && !(key in entry));
}

/** Who is due and finds no post only because of conditions that a form takes from the catalogue shrinks every base. */
function narrowForms({ policy, eligibility }: Decided): readonly Issue[] {
  return policy.forms.flatMap((form, index): readonly Issue[] => {
    const keys = inherited(policy, form, index);
    if (keys.length === 0) return [];
    const open = Object.fromEntries(keys.map((key) => [key, EVERYTHING]));
    const forms = policy.forms.map((each, k) => (k === index ? { ...each, ...open } : each));
    const kept = keptFromPosts(eligibility, forms);
    return kept === 0 ? [] : [narrowForm(form, index, { keys, kept, policy })];
  });
}

/** People who are due and have a post to go to under other forms alone. */
function keptFromPosts(eligibility: DecidedCounty, forms: readonly Form[]): number {
  const wider = withTerms(eligibility, { forms: [...forms] });
  return eligibility.decisions.filter(
    ({ meetsDue, standing }, person) =>
      meetsDue && mayMove(standing) && !eligibility.admission.hasPost(person) && wider.admission.hasPost(person),
  ).length;
}

/** Where a school says to which groups it belongs. */
const GROUPS_OF = {
  township: "township",
  zone: "zones",
  alliance: "alliances",
  schoolGroup: "schoolGroups",
  pair: "pairs",
} as const satisfies Partial<Record<Form["scope"], keyof School>>;

type GroupScope = keyof typeof GROUPS_OF;

/** People exchange inside groups, and no school names one: nobody has a post to go to, and nothing else says why. */
function scopesWithoutGroups({ policy, eligibility }: Decided): readonly Issue[] {
  const { schools } = eligibility.county;
  const scopes = new Set(policy.forms.map(({ scope }) => scope).filter((scope) => scope in GROUPS_OF) as GroupScope[]);
  return [...scopes].flatMap((scope): readonly Issue[] => {
    const key = GROUPS_OF[scope];
    if (schools.some((school) => (school[key] ?? []).length > 0)) return [];
    const forms = policy.forms.map((form) => (form.scope === scope ? { ...form, scope: "county" as const } : form));
    const kept = keptFromPosts(eligibility, forms);
    return kept === 0 ? [] : [groupsMissing(scope, kept, policy)];
  });
}

function groupsMissing(scope: GroupScope, kept: number, { forms }: Policy): Issue {
  const { zh, en } = words.groupKind[scope];
  return {
    code: "scope-without-groups",
    severity: "warning",
    path: ["schools", 0, GROUPS_OF[scope]],
    source: forms.find((form) => form.scope === scope)?.source ?? "",
    received: String(kept),
    message: {
      zh: `政策规定在同一${zh}内交流，而没有一所学校填写${zh}：${kept}名应交流人员因此没有可去的岗位`,
      en: `People exchange within one ${en}, and no school names its ${en}: ${kept} of those who are due have no post to go to because of it`,
    },
    advice: {
      zh: `请在“学校”表填写各校的${zh}，或按政策允许的范围另定交流范围`,
      en: `Name the ${en} of each school, or set another scope of exchange if the policy has one`,
    },
  };
}

function narrowForm(
  form: Form,
  index: number,
  {
    keys,
    kept,
    policy,
  }: {
    readonly keys: readonly ("who" | "where")[];
    readonly kept: number;
    readonly policy: Policy;
  },
): Issue {
  const texts = keys.map((key) => conditionText(form[key], policy.sets, attributesOf(policy)));
  const zh = texts.map((text) => text.zh).join("；");
  const en = texts.map((text) => text.en).join("; ");
  return {
    code: "form-narrows-base",
    severity: "warning",
    path: ["forms", index],
    source: form.source,
    received: String(kept),
    message: {
      zh: `形式“${form.text.zh}”沿用目录中的条件（${zh}），政策没有写明：${kept}名应交流人员因此没有可去的岗位，仍在指标基数内`,
      en: `The form "${form.text.en}" takes conditions from the catalogue that the policy does not write (${en}): ${kept} of those who are due have no post to go to because of it, and count in bases all the same`,
    },
    advice: {
      zh: `请在该形式中写明 ${keys.join("、")}；不设限写 {all: []}`,
      en: `Write ${keys.join(" and ")} in the form; {all: []} sets no limit`,
    },
  };
}

/** Volunteers who want what is full, under a policy that does not say whether it has to be vacant: no swap can be. */
function volunteersWithoutSwaps({ policy, eligibility }: Decided): readonly Issue[] {
  const { volunteers } = policy.eligibility;
  const entry = written(policy, "eligibility", "volunteers") as Written | undefined;
  if (volunteers?.needsVacancy !== true || entry === undefined || "needsVacancy" in entry) return [];
  const wider = withTerms(eligibility, {
    eligibility: { ...policy.eligibility, volunteers: { ...volunteers, needsVacancy: false } },
  });
  const kept = eligibility.decisions.filter(
    ({ standing }, person) => standing === "volunteer" && wantsWhatIsFull(person, eligibility, wider),
  ).length;
  if (kept === 0) return [];
  return [
    {
      code: "volunteers-need-vacancy",
      severity: "warning",
      path: ["eligibility", "volunteers"],
      source: volunteers.source,
      received: String(kept),
      message: {
        zh: `政策没有写明自愿者是否只去缺员的岗位，按默认只去缺员的岗位：${kept}名自愿者想去的学校因此去不了，满员学校之间也不能互换`,
        en: `The policy does not say whether volunteers need a vacancy; by default they do: ${kept} of them cannot go where they wish, and no swap between full schools is possible`,
      },
      advice: {
        zh: "请在政策文件的自愿申请一节写明：自愿者只去缺员的岗位，或允许互换",
        en: "Say in the policy whether volunteers go to posts that lack people alone, or may swap",
      },
    },
  ];
}

/** Whether a person wishes for a post, or any at all where no wish was stated, that only the demand for a vacancy closes. */
function wantsWhatIsFull(person: number, closed: DecidedCounty, open: DecidedCounty): boolean {
  const { county } = closed;
  const wishes = (county.persons[person] as Person).application?.wishes ?? [];
  const wished = new Set(wishes.map((id) => county.schoolIndex.get(id)));
  const { list } = open.admission.postClasses;
  return open.admission.postClassesFor(person).some((postClass) =>
    list[postClass]?.cells.some((cell) => {
      const school = county.cells[cell]?.school;
      if (wishes.length > 0 && !wished.has(school)) return false;
      return open.admission.formOf(person, cell) !== NO_FORM && closed.admission.formOf(person, cell) === NO_FORM;
    }),
  );
}
