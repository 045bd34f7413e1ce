import { Random } from "../random.ts";
import type { Draft, Setting } from "./draft.ts";

/** At most so many years lie between the two. */
const AGE_GAP = 6;

/** Marries a share of the people to one of the same township; both then live at one place. Ids must be set. */
export function addCouples(drafts: readonly Draft[], setting: Setting): void {
  const random = new Random(`${setting.seed}/couples`);
  const single = new Map<string, Draft[]>();
  for (const draft of random.shuffled(drafts)) {
    const key = circleOf(draft, draft.person.sex);
    const circle = single.get(key);
    if (circle === undefined) single.set(key, [draft]);
    else circle.push(draft);
  }
  for (const draft of drafts) {
    // Each who looks marries somebody who does not have to look.
    if (!random.chance(setting.rates.coupleRate / 2) || draft.person.spouse !== undefined) continue;
    const circle = single.get(circleOf(draft, draft.person.sex === "male" ? "female" : "male")) ?? [];
    const partner = nextSingle(circle);
    if (partner !== undefined) marry(draft, partner);
  }
}

/** People of one sex, township and age group. */
function circleOf({ person, plan }: Draft, sex: "male" | "female"): string {
  const near = plan.school.township ?? plan.school.zones?.[0] ?? "";
  return `${near}/${sex}/${Math.floor(Number(person.birthDate.slice(0, 4)) / AGE_GAP)}`;
}

/** Takes people from the end of a circle up to one who is not married. */
function nextSingle(circle: Draft[]): Draft | undefined {
  for (;;) {
    const draft = circle.pop();
    if (draft?.person.spouse === undefined) return draft;
  }
}

function marry({ person }: Draft, { person: partner }: Draft): void {
  person.spouse = partner.id;
  partner.spouse = person.id;
  if (partner.residence !== undefined) person.residence = partner.residence;
}
