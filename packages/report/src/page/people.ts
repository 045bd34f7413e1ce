import type { Person, Text } from "@lungang/core";
import type { PlanMove, PlanStay } from "@lungang/core/plan";
import { STANDING_WORDS, dateText, kilometres } from "@lungang/core/plan";
import type { WhyPerson } from "@lungang/explain";
import { stayTexts, whyPersonParts } from "@lungang/explain";
import { mainSubject } from "../source.ts";
import { text } from "../text.ts";
import type { Ground } from "./ground.ts";
import { joined, same } from "./ground.ts";
import type { Group, People, PersonRow, Why } from "./page.ts";

/** Texts by position: the same text is written once. */
export class Texts {
  readonly all: Text[] = [];
  readonly #at = new Map<string, number>();

  add(entry: Text): number {
    const key = `${entry.zh}\n${entry.en}`;
    const known = this.#at.get(key);
    if (known !== undefined) return known;
    this.#at.set(key, this.all.length);
    return this.all.push(entry) - 1;
  }
}

/** What the plan does with a person. */
interface Fate {
  readonly group: "exchange" | "recruit" | "return" | "settle";
  readonly to: string;
  readonly post: string;
  readonly form: Text;
  readonly term: Text;
  readonly metres: number | null;
}

const RETURN = text("期满返回", "exchange ends");
const SETTLE = text("期满留任", "stays for good");
const NOTHING = text("", "");

/**
 * Returns everybody in scope as the bureau sees them, or those who move as they are published: ordered by what is shown,
 * because the order of the data tells about people.
 */
export function peopleOf(ground: Ground): People {
  const texts = new Texts();
  const rowOf = rowMaker(ground, texts);
  const moving = fatesOf(ground);
  const shown = ground.isPublic ? ground.people.filter(({ person }) => moving.has(person)) : ground.people;
  const sorted = shown.map((why) => rowOf(why)).sort((a, b) => (keyOf(a, texts) < keyOf(b, texts) ? -1 : 1));
  const told = new Texts();
  const rows = sorted.map((row) => retold(row, (at) => told.add(texts.all[at] ?? NOTHING)));
  const counts = GROUPS.map(([group, label]) => ({
    group,
    label,
    people: rows.filter((row) => row.groups.includes(group)).length,
  }));
  const kept = counts.filter(({ group, people }) => people > 0 && (!ground.isPublic || PUBLISHED.has(group)));
  return { texts: told.all, rows, groups: kept };
}

/** Returns a row whose texts are numbered in the order of the rows that are shown: that of the data tells about people. */
function retold(row: PersonRow, told: (at: number) => number): PersonRow {
  const { post, form, subject, standing, term, because, why, ...rest } = row;
  const short = {
    post: told(post),
    form: told(form),
    subject: told(subject),
    standing: told(standing),
    term: told(term),
    because: told(because),
  };
  if (why === undefined) return { ...rest, ...short };
  const { figures, reasons, posts, alternative, ownAlternative } = why;
  return {
    ...rest,
    ...short,
    why: {
      figures: figures.map(told),
      reasons: reasons.map(told),
      posts: posts.map(told),
      alternative: alternative.map(told),
      ...(ownAlternative === undefined ? {} : { ownAlternative: ownAlternative.map(told) }),
    },
  };
}

/** Returns the row of the person whose page it is, in full; its texts go with those of the page. */
export function ownRow(ground: Ground, people: People): { readonly row: PersonRow; readonly texts: readonly Text[] } {
  const why = ground.people.find(({ person }) => person === ground.person);
  if (why === undefined)
    throw new RangeError(`Cannot make the page of "${ground.person ?? ""}": nobody in scope has this id`);
  const texts = new Texts();
  for (const entry of people.texts) texts.add(entry);
  const row = rowMaker({ ...ground, isPublic: false, names: namesFor(ground, why.person) }, texts, true)(why);
  return { row, texts: texts.all };
}

const GROUPS: readonly (readonly [Group, Text])[] = [
  ["moves", text("全部变动", "All changes")],
  ["exchange", text("交流", "Exchange")],
  ["recruit", text("新招聘", "Recruits")],
  ["return", text("期满返回", "Exchange ends")],
  ["waiting", text("符合条件未安排", "Due, not placed")],
  ["volunteer", text("自愿未安排", "Applied, not placed")],
  ["backbone", text("骨干", "Backbone")],
  ["exempt", text("不纳入", "Exempt")],
  ["all", text("全部人员", "Everybody")],
];

const PUBLISHED: ReadonlySet<Group> = new Set(["moves", "exchange", "recruit", "return"]);
const ORDER = GROUPS.map(([group]) => group);

function keyOf(row: PersonRow, texts: Texts): string {
  const first = Math.min(...row.groups.map((group) => ORDER.indexOf(group)).filter((at) => at > 0));
  const say = (at: number) => texts.all[at]?.zh ?? "";
  const words = [row.name, say(row.post), say(row.form), say(row.term)];
  return [first, String(row.from ?? -1).padStart(6, "0"), String(row.to ?? -1).padStart(6, "0"), ...words].join("\n");
}

function rowMaker(ground: Ground, texts: Texts, isOwn = false): (why: WhyPerson) => PersonRow {
  const { isPublic, plan } = ground;
  const fates = fatesOf(ground);
  const stays = new Map(plan.stays.map((stay) => [stay.person, stay]));
  const told = stayTexts(ground, ground.wording);
  const placesOf = placeReader(ground, texts);
  const nothing = texts.add(NOTHING);
  return (why) => {
    const fate = fates.get(why.person);
    const places = placesOf(why, fate);
    if (isPublic)
      return { ...places, groups: ["moves", ...groupOf(fate)], standing: nothing, because: nothing, km: "" };
    return {
      ...places,
      groups: groupsOf(why, fate),
      standing: texts.add(STANDING_WORDS[why.standing as keyof typeof STANDING_WORDS]),
      because: texts.add(becauseText(why, { stay: stays.get(why.person), isOwn, told })),
      km: typeof fate?.metres === "number" ? kilometres(fate.metres) : "",
      why: whyOf(ground, texts, { why, isOwn }),
    };
  };
}

type Places = Pick<PersonRow, "name" | "from" | "to" | "post" | "form" | "subject" | "term">;

/** Reads who somebody is and where the plan leaves them: what every edition shows of those whom it lists. */
function placeReader({ instance, names, schoolAt }: Ground, texts: Texts) {
  const persons = new Map(instance.persons.map((person) => [person.id, person]));
  const placeOf = (school: string | null) => schoolAt.get(school ?? "") ?? null;
  return ({ person, school, left }: WhyPerson, fate: Fate | undefined): Places => {
    const post = fate?.post ?? left?.post;
    return {
      name: names.person(person),
      from: placeOf(school),
      to: placeOf(goesTo(fate)),
      post: texts.add(post === undefined ? same("—") : names.post(post)),
      form: texts.add(fate?.form ?? same("—")),
      subject: texts.add(same(mainSubject(persons.get(person) as Person))),
      term: texts.add(fate?.term ?? NOTHING),
    };
  };
}

/** Who stays at the host for good goes nowhere. */
function goesTo(fate: Fate | undefined): string | null {
  return fate === undefined || fate.group === "settle" ? null : fate.to;
}

function groupOf(fate: Fate | undefined): Group[] {
  return fate === undefined || fate.group === "settle" ? [] : [fate.group];
}

function groupsOf({ standing, backbone, reasons }: WhyPerson, fate: Fate | undefined): Group[] {
  const goes = groupOf(fate);
  const applied = reasons.some(({ code }) => code === "volunteer");
  return [
    "all",
    ...(goes.length > 0 ? (["moves", ...goes] as const) : []),
    ...(fate === undefined && (standing === "due" || standing === "forced") ? (["waiting"] as const) : []),
    ...(fate === undefined && applied ? (["volunteer"] as const) : []),
    ...(backbone ? (["backbone"] as const) : []),
    ...(standing === "exempt" ? (["exempt"] as const) : []),
  ];
}

function fatesOf({ plan, names }: Ground): ReadonlyMap<string, Fate> {
  return new Map<string, Fate>([
    ...plan.moves.map(({ person, to, post, form, start, end, distanceMetres }) => {
      const group = form === "recruit" ? "recruit" : "exchange";
      return [
        person,
        { group, to, post, form: names.form(form), term: termText(start, end), metres: distanceMetres },
      ] as const;
    }),
    ...plan.returns.map(({ person, to, post, settles }) => {
      const [group, form] = settles ? (["settle", SETTLE] as const) : (["return", RETURN] as const);
      return [person, { group, to, post, form, term: NOTHING, metres: null }] as const;
    }),
  ]);
}

function termText(start: PlanMove["start"], end: PlanMove["end"]): Text {
  const first = dateText(start);
  if (end === null) return text(`${first.zh}起`, `from ${first.en}`);
  const last = dateText(end);
  return text(`${first.zh}至${last.zh}`, `${first.en} to ${last.en}`);
}

const EXEMPT = text("按规定不纳入", "exempt by the rules");

type StayTexts = ReturnType<typeof stayTexts>;

/** Says in a few words why; health and discipline are told where one asks for the person, and to the person. */
function becauseText(
  why: WhyPerson,
  { stay, isOwn, told }: { readonly stay: PlanStay | undefined; readonly isOwn: boolean; readonly told: StayTexts },
): Text {
  if (!isOwn && why.reasons.some(({ sensitive }) => sensitive)) return EXEMPT;
  const reasons = why.reasons.filter(({ code }) => code !== "recruit").map((reason) => reason.text);
  if (stay === undefined) return joined(reasons, "；", "; ");
  const { reason, facts } = told({ ...why, alternative: null }, stay);
  return joined([reason, ...facts], "；", "; ");
}

/** In the person's own edition the alternative is told with the number of others, who are not published, and in no other way. */
function whyOf(
  ground: Ground,
  texts: Texts,
  { why, isOwn }: { readonly why: WhyPerson; readonly isOwn: boolean },
): Why {
  const { wording } = ground;
  const { figures, reasons, posts, wishes, alternative } = whyPersonParts(why, wording);
  const positions = (told: readonly Text[]) => told.map((entry) => texts.add(entry));
  const told = { figures: positions(figures), reasons: positions(reasons), posts: positions(posts) };
  // Of schools wished for nobody else is named: both editions read the same of them.
  const wished = positions(wishes);
  if (alternative.length === 0) return { ...told, alternative: wished };
  const own = whyPersonParts(why, { ...wording, names: namesFor(ground, why.person), to: why.person });
  const ownAlternative = [...wished, ...positions(own.alternative)];
  return isOwn
    ? { ...told, alternative: ownAlternative }
    : { ...told, alternative: [...wished, ...positions(alternative)], ownAlternative };
}

/** Returns names as one person may see them: the own in full, all others as they are published. */
function namesFor({ wording, masked }: Ground, own: string): Ground["names"] {
  return { ...masked, person: (id) => (id === own ? wording.names.person(id) : masked.person(id)) };
}
