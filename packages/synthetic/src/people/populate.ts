import type { PersonInput } from "@lungang/core";
import { numberedId } from "../names.ts";
import { addCouples } from "./couples.ts";
import type { Setting } from "./draft.ts";
import { addExchanges } from "./exchanges.ts";
import { tellApart } from "./namesakes.ts";
import { makePeople } from "./person.ts";
import { makeRecruits } from "./recruits.ts";
import { addStatuses } from "./statuses.ts";
import { addApplications } from "./wishes.ts";

const ID_DIGITS = 6;

/**
 * Makes the people of planned schools and the recruits of the year.
 *
 * Each step draws from a stream of its own, so a changed rate changes only what it is about.
 */
export function populate(setting: Setting, recruits: number): PersonInput[] {
  const drafts = makePeople(setting);
  const persons = [...drafts.map(({ person }) => person), ...makeRecruits(recruits, setting)];
  persons.forEach((person, index) => (person.id = numberedId("T", index, ID_DIGITS)));
  tellApart(persons, setting.seed);
  addStatuses(drafts, setting);
  addExchanges(drafts, setting);
  addApplications(drafts, setting);
  addCouples(drafts, setting);
  return persons;
}
