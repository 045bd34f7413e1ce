import type { Cell } from "../instance/cells.ts";
import type { County } from "../instance/county.ts";
import { NONE } from "../instance/county.ts";
import type { Person } from "../instance/person.ts";
import type { School } from "../instance/school.ts";
import { currentExchange } from "../policy/facts.ts";
import type { PolicyTerms } from "../policy/policy.ts";
import type { Lock } from "./locks.ts";

/** Where somebody whose exchange has ended may go, by record, policy and locks. */
export interface WaysBack {
  /** To the post that the home school keeps. */
  readonly home: boolean;
  /** For good at the host: applied for, approved and allowed (YL-17). */
  readonly host: boolean;
}

interface Deciding {
  readonly county: County;
  readonly policy: PolicyTerms;
  readonly locks: readonly Lock[];
}

/** Returns whether a person may stay for good at the host when the exchange ends. */
export function isStayApproved({ eligibility }: PolicyTerms, person: Person): boolean {
  const stay = currentExchange(person)?.stay;
  return eligibility.returns?.stayAllowed === true && stay?.applied === true && stay.approved;
}

/** Returns which ways out of an ended exchange a person has: a lock may leave one of two, or none. */
export function waysBackOf({ county, policy, locks }: Deciding, index: number): WaysBack {
  const person = county.persons[index] as Person;
  const own = locks.filter((lock) => lock.person === person.id);
  const open = (cell: number, stays: boolean) =>
    cell !== NONE && own.every((lock) => isKept(lock, { county, cell: county.cells[cell] as Cell, stays }));
  return {
    home: open(county.reservedCellOf[index] as number, false),
    host: isStayApproved(policy, person) && open(county.cellOf[index] as number, true),
  };
}

interface Way {
  readonly county: County;
  readonly cell: Cell;
  readonly stays: boolean;
}

function isKept(lock: Lock, { county, cell, stays }: Way): boolean {
  const school = (county.schools[cell.school] as School).id;
  if ("stay" in lock) return stays;
  if ("forbid" in lock) return lock.forbid !== school;
  if ("school" in lock) return lock.school === school;
  return cell.posts.includes(lock.post) || cell.key === lock.post;
}
