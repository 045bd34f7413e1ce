import type { Text } from "@lungang/core";
import { dateText } from "@lungang/core/plan";
import type { Letter } from "@lungang/report";
import { dutyText, officeTexts } from "@lungang/report";
import type { Language } from "../files/out-file.ts";
import type { DecidedAppointment } from "./appointment-outcome.ts";
import { objectionsText } from "./list-notes.ts";
import { listedLines } from "./listed-posts.ts";
import type { Applications } from "./open-applications.ts";
import { englishMarks, namesOfMarket } from "./post-names.ts";
import { postTerms } from "./post-terms.ts";
import { conditionText } from "./tell-procedure.ts";

/** What the file of all letters is called. */
export const LETTERS_TITLE: Text = { zh: "聘任通知和本人说明", en: "Notices of appointment and reasons" };

type Line = DecidedAppointment["lines"][number];

/**
 * Returns a notice of appointment for everybody who has a post, and why for everybody who has none, got one that was no wish, or
 * would rather have had another one, school by school as listed. Nobody else is named in them, and nothing of the lot.
 */
export function appointmentLetters(applications: Applications, { lines }: DecidedAppointment): readonly Letter[] {
  const { market } = applications;
  const names = namesOfMarket(market, applications.names);
  const posts = new Map(market.posts.map((post) => [post.id, post]));
  const dutyOf = (id: string): Text => {
    const { kind = "teaching", subject, office } = posts.get(id) ?? {};
    const work = `${names.work(id)}${(subject ?? office) === undefined ? "岗位" : ""}`;
    return dutyText(kind, { zh: work, en: names.work(id) });
  };
  return listedLines(applications, lines).flatMap((line): readonly Letter[] => {
    const { post, missed } = line;
    if (post === null) return [whyOf(line, undefined, applications)];
    const leads = posts.get(post)?.kind === "management";
    const at = { title: applications.title, school: names.school(post), duty: dutyOf(post), leads };
    const why = missed.length > 0 || isAssigned(line) ? [whyOf(line, at, applications)] : [];
    return [noticeOf(line, at, applications), ...why];
  });
}

function noticeOf(line: Line, at: Post, applications: Applications): Letter {
  return {
    kind: "notice",
    person: line.person,
    title: { zh: "聘任通知", en: "Notice of appointment" },
    to: addressed(line, applications),
    paragraphs: [
      decidedText(line, at),
      ...contractTexts(line),
      ...officeChange(line, applications),
      ...conditionTexts(line),
      signText(line, at),
      objectionsText(applications),
    ],
  };
}

/** Who has an office, or had one, is no 老师 in a letter of the bureau. */
function addressed({ person, name = person, from, post }: Line, { market }: Applications): Text {
  const leads = market.posts.some(({ id, kind }) => (id === from || id === post) && kind === "management");
  return { zh: `${name}${leads ? "同志" : "老师"}：`, en: `To ${name}:` };
}

/** Who stood for no post at all is told so: there is nothing that others got instead. */
function nothingOpen({ round, missed }: Line): readonly Text[] {
  if (missed.length > 0) return [];
  return round === null
    ? [{ zh: "没有您可以应聘的岗位志愿。", en: "There is no wish of yours that counts." }]
    : [{ zh: `“${round}”中没有您可以应聘的岗位。`, en: `No post is open to you in "${round}".` }];
}

/** Who has a post that was no wish was placed there by the rules about those who got none. */
function isAssigned({ post, wish }: Line): boolean {
  return post !== null && wish === null;
}

/** Why somebody has no post, or none of those that were wished for before the one that he has. */
function whyOf(line: Line, at: Post | undefined, applications: Applications): Letter {
  const { points, reason, missed } = line;
  const end =
    at === undefined ? [{ zh: `结果：${reason.zh}。`, en: `Result: ${reason.en}.` }, ...nothingOpen(line)] : [];
  return {
    kind: "reasons",
    person: line.person,
    title: { zh: "竞聘结果说明（本人）", en: "Why this was decided" },
    to: addressed(line, applications),
    paragraphs: [
      whyOpening(line, at, applications),
      ...end,
      ...(points === null ? [] : [{ zh: `您的得分：${points} 分。`, en: `Your points: ${points}.` }]),
      ...missed.map(({ toPerson: { zh, en } }) => ({ zh: `${zh}。`, en: `${englishMarks(en)}.` })),
      ...(at === undefined
        ? [
            ...officeChange(line, applications),
            { zh: "后续安排请留意主管部门和学校的通知。", en: "What follows is told by the bureau and the school." },
          ]
        : []),
      objectionsText(applications),
    ],
  };
}

function whyOpening(line: Line, at: Post | undefined, { title }: Applications): Text {
  const base = { zh: `根据“${title}”的有关规定，`, en: `Under "${title}", ` };
  if (at === undefined)
    return { zh: `${base.zh}您本次没有取得岗位。现将原因说明如下。`, en: `${base.en}you got no post. This is why.` };
  if (line.outcome === "stayed")
    return {
      zh: `${base.zh}您继续聘任在原岗位。现将其他志愿未能实现的原因说明如下。`,
      en: `${base.en}you keep your post. This is why other wishes did not come true.`,
    };
  const place = { zh: `${at.school}${at.duty.zh}`, en: `${at.school}, ${at.duty.en}` };
  return isAssigned(line)
    ? {
        zh: `${base.zh}您的志愿未能实现，由主管部门按规定安排到${place.zh}。现将原因说明如下。`,
        en: `${base.en}no wish of yours came true, and the rules place you at ${place.en}. This is why.`,
      }
    : {
        zh: `${base.zh}您聘任到${place.zh}。现将排在其前的志愿未能实现的原因说明如下。`,
        en: `${base.en}you are appointed to ${place.en}. This is why the wishes before it did not come true.`,
      };
}

interface Post {
  readonly title: string;
  readonly school: string;
  readonly duty: Text;
  /** An office, to which people are appointed. */
  readonly leads: boolean;
}

/** Who keeps the own post and wished for nothing before it did not compete, a head least of all. */
function competed({ outcome, missed }: Line): boolean {
  return outcome !== "stayed" || missed.length > 0;
}

function decidedText(line: Line, { title, school, duty }: Post): Text {
  const rules = { zh: `根据“${title}”的有关规定，`, en: `Under "${title}", ` };
  if (isAssigned(line))
    return {
      zh: `${rules.zh}您的志愿未能实现，安排您到${school}${duty.zh}。`,
      en: `${rules.en}no wish of yours came true; you are placed at ${school}, ${duty.en}.`,
    };
  const base = competed(line) ? { zh: `${rules.zh}经公开竞聘，`, en: rules.en } : rules;
  return line.outcome === "stayed"
    ? {
        zh: `${base.zh}继续聘任您在${school}${duty.zh.replace(/^在/u, "的")}。`,
        en: `${base.en}you keep your post: ${school}, ${duty.en}.`,
      }
    : { zh: `${base.zh}聘任您到${school}${duty.zh}。`, en: `${base.en}you are appointed to ${school}, ${duty.en}.` };
}

/** Who had an office and does not keep it is told who relieves: the notice does not. The terms of the appointment say who appoints. */
function officeChange({ from, post }: Line, { market, names, procedure }: Applications): readonly Text[] {
  const told = namesOfMarket(market, names);
  const officeAt = (id: string | null) => {
    const row = procedure.rows.posts.find((each) => each.id === id);
    if (id === null || row?.kind !== "management") return undefined;
    const { appointer } = postTerms(procedure.terms, row, undefined);
    const office = { school: told.school(id), office: { zh: told.work(id), en: told.work(id) } };
    return appointer === null ? office : { ...office, right: appointer };
  };
  const left = officeAt(from);
  return left === undefined ? [] : officeTexts({ left, entered: officeAt(post) }).slice(0, 1);
}

/** Who appoints and for how long, where a policy says so. */
function contractTexts({ appointer, contract }: Line): readonly Text[] {
  const by = appointer === null ? [] : [{ zh: `聘任权限：${appointer.zh}`, en: `Appointed by: ${appointer.en}` }];
  const term = contract === null ? [] : [termText(contract)];
  const known = [...by, ...term];
  if (known.length === 0) return [];
  return [{ zh: `${known.map(({ zh }) => zh).join("；")}。`, en: `${known.map(({ en }) => en).join("; ")}.` }];
}

/** What holds of work, training and pay at the post, where a policy says so. */
function conditionTexts({ conditions }: Line): readonly Text[] {
  if (conditions.length === 0) return [];
  const told = (language: Language, gap: string) => conditions.map((one) => conditionText(one, language)).join(gap);
  return [{ zh: `上岗与待遇：${told("zh", "；")}。`, en: `Work and pay: ${told("en", "; ")}.` }];
}

function termText({ from, to }: NonNullable<Line["contract"]>): Text {
  const last = dateText(to);
  if (from === null) return { zh: `聘期至${last.zh}止`, en: `contract until ${last.en}` };
  const first = dateText(from);
  return { zh: `聘期自${first.zh}起至${last.zh}止`, en: `contract from ${first.en} to ${last.en}` };
}

/** A teacher signs a contract of employment; who is to lead is appointed by who has the right to, and the notice does not. */
function signText({ outcome }: Line, { school, leads }: Post): Text {
  if (leads) return appointText(outcome, school);
  return outcome === "stayed"
    ? {
        zh: `请在规定时间内在${school}办理续聘手续、签订聘用合同；逾期不办的，按有关规定处理。`,
        en: `Please renew the contract of employment at ${school} within the time that is set.`,
      }
    : {
        zh: `请在规定时间内到${school}报到，办理聘用手续、签订聘用合同；逾期不办的，按有关规定处理。`,
        en: `Please report to ${school} and sign the contract of employment within the time that is set.`,
      };
}

function appointText(outcome: Line["outcome"], school: string): Text {
  return outcome === "stayed"
    ? {
        zh: "续任手续由有任免权限的部门办理，以任职文件为准。",
        en: "You go on in the office by a decision of who appoints to it and not by this letter.",
      }
    : {
        zh: `任职手续由有任免权限的部门办理，以任职文件为准；请在规定时间内到${school}报到，逾期不报到的，按有关规定处理。`,
        en: `You are appointed by who appoints to the office and not by this letter. Please report to ${school} within the time that is set.`,
      };
}
