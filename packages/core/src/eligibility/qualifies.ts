import type { Cell } from "../instance/cells.ts";
import type { Stage } from "../instance/codes.ts";
import { stagesOfType } from "../instance/codes.ts";
import type { County } from "../instance/county.ts";
import type { Person } from "../instance/person.ts";
import type { Form } from "../policy/policy.ts";

/** What somebody may be qualified for. */
interface Wanted {
  readonly cell: Cell;
  readonly form: Form;
  /** Cell that the person fills when it matters. @defaultValue the one on plan start */
  readonly from?: Cell | undefined;
}

/** Returns whether a person is qualified for a cell: subject and stage certified, or the right kind of office. */
export function qualifies(county: County, index: number, { cell, form, from }: Wanted): boolean {
  const person = county.persons[index] as Person;
  if (cell.kind === "management")
    return fitsOffice(person, cell.office) || (form.promotes && rises(person, cell.office));
  if (cell.kind !== "teaching") return person.personType === cell.kind;
  const { stage, subject } = cell;
  if (stage === undefined || subject === undefined) return false;
  const now = (from ?? county.cells[county.cellOf[index] as number])?.stage;
  return teachesSubject(person, subject, form) && teachesStage(county, index, { stage, subject, form, now });
}

/** Certified in the subject, which is the main one where the form asks for that. */
function teachesSubject({ subjects }: Person, subject: string, form: Form): boolean {
  const skill = subjects.find((entry) => entry.subject === subject);
  return skill?.certified === true && (form.crossSubject || subjects.length === 1 || skill.main);
}

/** Certified for the stage, or at a school of that stage where no certificate is listed; the same stage as now. */
function teachesStage(
  county: County,
  index: number,
  {
    stage,
    subject,
    form,
    now,
  }: { readonly stage: Stage; readonly subject: string; readonly form: Form; readonly now: Stage | undefined },
): boolean {
  const { stageCertified, subjects } = county.persons[index] as Person;
  const school = county.schools[county.works[index] as number];
  const taught = school === undefined ? [] : stagesOfType(school.type);
  if (!(stageCertified.length > 0 ? stageCertified : taught).includes(stage)) return false;
  const only = subjects.find((entry) => entry.subject === subject)?.stages;
  if (only !== undefined && !only.includes(stage)) return false;
  return form.crossStage || now === undefined || now === stage;
}

function fitsOffice(person: Person, office: Cell["office"]): boolean {
  if (person.personType === "principal" || person.personType === "vicePrincipal")
    return office === undefined || office === person.personType;
  return person.personType === "midLevel" && office === "midLevel";
}

/** The next office up: a vice principal becomes a principal, a middle leader or reserve cadre a vice principal. */
function rises({ personType }: Person, office: Cell["office"]): boolean {
  if (office === "principal") return personType === "vicePrincipal";
  return office === "vicePrincipal" && (personType === "midLevel" || personType === "reserveCadre");
}
