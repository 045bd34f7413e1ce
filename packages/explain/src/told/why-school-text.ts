import type { Text } from "@lungang/core";
import type { WhySchool } from "../why-school.ts";
import { joined, quoted, same } from "./wording.ts";
import type { Wording } from "./wording.ts";
import { againText, leastText } from "./why-not-text.ts";

type Post = WhySchool["posts"][number];

/**
 * Returns what a plan does with a school in sentences: heads, then post by post whom it gains and loses and what it lacks.
 *
 * @public
 */
export function whySchoolText({ school, working, posts }: WhySchool, wording: Wording): readonly Text[] {
  const name = wording.names.school(school);
  const { before, after, establishment } = working;
  const of =
    establishment === null ? same("") : { zh: `（编制 ${establishment} 人）`, en: ` (establishment ${establishment})` };
  const all = {
    zh: `${name}：调配前在岗 ${before} 人，调配后 ${after} 人${of.zh}。`,
    en: `${name}: ${before} at work before the plan, ${after} after it${of.en}.`,
  };
  return [all, ...posts.flatMap((post) => postTexts(post, wording))];
}

/**
 * Returns what a plan does with one post of a school, in sentences.
 *
 * @public
 */
export function postTexts(post: Post, wording: Wording): readonly Text[] {
  const title = wording.names.post(post.post);
  const { demand, before, after, left, came } = post;
  const crossing = [
    ...peopleText(left, wording, { zh: "调出", en: "leave" }),
    ...peopleText(came, wording, { zh: "调入", en: "come" }),
  ];
  const who = crossing.length === 0 ? same("") : prefixed(joined(crossing, "，", ", "), { zh: "；", en: "; " });
  const heads = {
    zh: `${title.zh}：应有 ${demand} 人，调配前 ${before} 人，调配后 ${after} 人${who.zh}。`,
    en: `${title.en}: needs ${demand}, has ${before} before and ${after} after${who.en}.`,
  };
  return [heads, ...shortTexts(post, title), ...filledTexts(post, title, wording)];
}

function prefixed({ zh, en }: Text, before: Text): Text {
  return { zh: `${before.zh}${zh}`, en: `${before.en}${en}` };
}

/** People named one by one; of more the number is told. */
const NAMED = 8;

function peopleText(people: readonly string[], { names }: Wording, verb: Text): readonly Text[] {
  if (people.length === 0) return [];
  const list = people.slice(0, NAMED).map((person) => same(names.person(person)));
  const rest = people.length > NAMED ? { zh: "等", en: " and others" } : same("");
  const { zh, en } = joined(list, "、", ", ");
  return [
    { zh: `${verb.zh} ${people.length} 人（${zh}${rest.zh}）`, en: `${people.length} ${verb.en} (${en}${rest.en})` },
  ];
}

function shortTexts({ demand, after, admitted }: Post, title: Text): readonly Text[] {
  if (admitted === null) return [];
  const { staying, elsewhere } = admitted;
  const missing = demand - after;
  const who =
    staying + elsewhere === 0
      ? { zh: "全县没有按政策可以调任此岗的人", en: "the policy admits nobody of the county to it" }
      : {
          zh: `全县按政策可以调任此岗的有 ${staying + elsewhere} 人，其中留任 ${staying} 人，安排到其他岗位 ${elsewhere} 人`,
          en: `of ${staying + elsewhere} people whom the policy admits, ${staying} stay and ${elsewhere} are placed elsewhere`,
        };
  return [{ zh: `${title.zh}仍缺 ${missing} 人：${who.zh}。`, en: `${title.en} still lacks ${missing}: ${who.en}.` }];
}

function filledTexts({ filled, admitted }: Post, title: Text, wording: Wording): readonly Text[] {
  if (filled === null) return [];
  const one = { zh: `${title.zh}再补 1 人`, en: `${title.en} gets one more` };
  switch (filled.answer) {
    case "nobody":
      // That the policy admits nobody is said already.
      if (admitted !== null && admitted.staying + admitted.elsewhere === 0) return [];
      return [{ zh: `${one.zh}：没有可以考虑的人选。`, en: `${one.en}: there is nobody to consider.` }];
    case "open":
      return [
        { zh: `${one.zh}：在规定的限度内没有算完，不能下结论。`, en: `${one.en}: not answered within the limits.` },
      ];
    case "impossible":
      return leastText(filled.leastViolations, quoted(one), wording);
    case "tie":
    case "price":
      return againText(filled, one, wording);
  }
}
