import type { Cell } from "../instance/cells.ts";
import type { County } from "../instance/county.ts";
import type { Person } from "../instance/person.ts";
import { stagesOfType } from "../instance/codes.ts";

/** Returns whether a person is one of those who can stand before a class: not support or logistics staff. */
export function isTeachingStaff({ personType }: Person): boolean {
  return personType !== "support" && personType !== "logistics";
}

/**
 * Returns whether a person can teach what a post asks for, whichever post the person fills: who fills it now, and who is
 * certified for its subject and stage.
 */
export function canTeach(county: County, index: number, cell: number): boolean {
  const person = county.persons[index] as Person;
  if (!isTeachingStaff(person)) return false;
  if (county.cellOf[index] === cell) return true;
  const { stage, subject } = county.cells[cell] as Cell;
  const skill = person.subjects.find((entry) => entry.subject === subject);
  if (stage === undefined || skill?.certified !== true) return false;
  if (skill.stages !== undefined && !skill.stages.includes(stage)) return false;
  return certifiedStages(county, index).includes(stage);
}

/** The stages of the certificate; where none is listed, those that the school worked at teaches. */
function certifiedStages(county: County, index: number): readonly string[] {
  const { stageCertified } = county.persons[index] as Person;
  if (stageCertified.length > 0) return stageCertified;
  const school = county.schools[county.works[index] as number];
  return school === undefined ? [] : stagesOfType(school.type);
}
