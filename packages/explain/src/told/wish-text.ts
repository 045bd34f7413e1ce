import type { Text } from "@lungang/core";
import { words } from "@lungang/core";
import { amountText } from "@lungang/core/plan";
import type { PlaceBound } from "../place-bounds.ts";
import { isBound } from "../place-bounds.ts";
import type { WhyPerson } from "../why-person.ts";
import type { WishFacts } from "../wish-facts.ts";
import { leastCostText } from "./own-place-text.ts";
import { REFUSALS } from "./why-not-text.ts";
import type { Wording } from "./wording.ts";
import { joined, quoted, same } from "./wording.ts";

/**
 * Returns for every school wished for and not given, in the order of the wishes, why: what refuses it, who has filled the posts,
 * which limits are reached, and what it would cost the county where that is known. Nobody else is named, so that the person may
 * read it as well as the bureau.
 *
 * @public
 */
export function wishTexts(why: WhyPerson, wording: Wording): readonly Text[] {
  return (why.wishes ?? []).map((wish): Text => {
    const { rank, school, refusal } = wish;
    const name = wording.names.school(school);
    const told =
      refusal === undefined ? [...openTexts(wish, wording), ...costTexts(wish, why, wording)] : [refusalText(refusal)];
    const list = joined(told, "；", "; ");
    return { zh: `第 ${rank} 志愿${name}：${list.zh}。`, en: `Wish ${rank}, ${name}: ${list.en}.` };
  });
}

type Refusal = NonNullable<WishFacts["refusal"]>;

/** Why no post of the school is for the person, whoever fills it. */
function refusalText({ reason, form, asks, scope, subjects = [] }: Refusal): Text {
  if (reason === "ownSchool") return { zh: "为现任教学校", en: "it is the present school" };
  if (reason === "notQualified") return unqualifiedText(subjects.join("、"));
  const way = wayText(form);
  if (scope !== undefined) return reachText(way, words.scope[scope as keyof typeof words.scope] ?? same(scope));
  if (asks !== undefined)
    return {
      zh: `不符合${way.zh}对去向的要求（${asks.zh}）`,
      en: `${way.en} does not lead there (it asks: ${asks.en})`,
    };
  return (OF_FORM.has(reason) ? undefined : REFUSALS[reason]) ?? NO_SUCH_POST;
}

/** Word of a form, in quotation marks. */
function wayText(form: string | undefined): Text {
  return form === undefined ? same("") : quoted(words.form[form as keyof typeof words.form] ?? same(form));
}

function unqualifiedText(subjects: string): Text {
  const data =
    subjects === "" ? same("") : { zh: `（登记的任教学科：${subjects}）`, en: ` (the data have: ${subjects})` };
  return {
    zh: `没有与本人学段、学科或职务相符的岗位${data.zh}`,
    en: `no post there asks for the person's stage, subject or office${data.en}`,
  };
}

function reachText(way: Text, within: Text): Text {
  return {
    zh: `${way.zh}只在同一${within.zh}内进行，该校与现任教学校不在同一${within.zh}`,
    en: `${way.en} stays within one ${within.en}, and the school is in another than the present one`,
  };
}

/** Reasons that say something of a form alone. */
const OF_FORM: ReadonlySet<string> = new Set(["kind", "who", "where", "outOfReach"]);

const NO_SUCH_POST: Text = {
  zh: "没有政策允许本人交流去的岗位",
  en: "no post there is one to which the policy admits the person",
};

/** Posts told one by one. */
const SHOWN = 3;

/** Heads of the posts that would be for the person, and the limits of the school. */
function openTexts({ posts, full }: WishFacts, wording: Wording): readonly Text[] {
  const { names } = wording;
  const limits = full.map(({ rule, value, target, unit, leaving }): Text => {
    const [title, most, now] = [quoted(names.rule(rule)), amountText(target, unit), amountText(value, unit)];
    if (leaving)
      return {
        zh: `${title.zh}规定现任教学校交流出以 ${most.zh}为限，本方案已有 ${now.zh}`,
        en: `${title.en} lets ${most.en} leave the present school, and the plan has ${now.en}`,
      };
    return {
      zh: `${title.zh}以 ${most.zh}为限，本方案已有 ${now.zh}`,
      en: `${title.en} admits ${most.en}, and the plan has ${now.en}`,
    };
  });
  return [...posts.slice(0, SHOWN).map((post) => postText(post, wording)), ...limits];
}

function postText({ post, demand, before, after, entered, ahead }: WishFacts["posts"][number], wording: Wording): Text {
  const name = wording.names.post(post);
  const needs = { zh: `${name.zh}需 ${demand} 人`, en: `${name.en} needs ${demand}` };
  if (after < demand)
    return {
      zh: `${needs.zh}，调配后 ${after} 人，仍缺 ${demand - after} 人`,
      en: `${needs.en}, has ${after} after the plan and still lacks ${demand - after}`,
    };
  if (entered === 0)
    return { zh: `${needs.zh}，已有 ${after} 人，没有空岗`, en: `${needs.en} and has ${after}: none is empty` };
  const first =
    ahead === 0
      ? same("")
      : {
          zh: `，补入人员中 ${ahead} 人积分高于本人，按规定积分高者优先`,
          en: `; ${ahead} of these have more points, and who has more comes first by the policy`,
        };
  return {
    zh: `${needs.zh}，调配前 ${before} 人，调配后 ${after} 人，其中本次由其他 ${entered} 人补入，已满${first.zh}`,
    en: `${needs.en}, has ${before} before the plan and ${after} after, ${entered} of them others who come now${first.en}`,
  };
}

/** What the school would cost the county; where others fill the post or it stays open, and nobody knows, that is said. */
function costTexts({ school, posts }: WishFacts, { alternative }: WhyPerson, wording: Wording): readonly Text[] {
  const bound = alternative !== null && isBound(alternative) ? alternative : undefined;
  const known = bound === undefined || bound.answer === "onlyPlace" ? undefined : wishedAt(bound, school);
  if (known !== undefined) {
    const cost = leastCostText(known.cost, wording);
    return [
      {
        zh: `${known.othersHeld ? "其他人员的安排不变，" : ""}若安排到该校，${cost.zh}`,
        en: `to go there${known.othersHeld ? ", with all others as they are placed," : ""} ${cost.en}`,
      },
    ];
  }
  const isSettled = posts.every(({ demand, after, entered, ahead }) => after >= demand && entered === ahead);
  return isSettled ? [] : [NOT_COMPUTED];
}

const NOT_COMPUTED: Text = {
  zh: "改到该校对全县各项目标有多大影响尚未核算，可以书面申请核算",
  en: "what going there would cost the county has not been computed, and can be asked for in writing",
};

function wishedAt(bound: Exclude<PlaceBound, { answer: "onlyPlace" }>, school: string) {
  const cost = bound.wished?.find((each) => each.school === school);
  return cost && { cost, othersHeld: bound.answer === "atLeast" && bound.othersHeld === true };
}
