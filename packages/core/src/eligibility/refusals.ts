import type { Cell } from "../instance/cells.ts";
import type { Text } from "../instance/issue.ts";
import { NONE } from "../instance/county.ts";
import type { Person } from "../instance/person.ts";
import { isClosed } from "../instance/school.ts";
import type { School } from "../instance/school.ts";
import type { FormCode } from "../instance/codes.ts";
import { emptySubject } from "../policy/attributes.ts";
import { conditionText } from "../policy/condition-text.ts";
import { isFullTime } from "../policy/forms.ts";
import type { Form } from "../policy/policy.ts";
import { attributesOf } from "../policy/policy-attributes.ts";
import type { Predicate } from "../policy/predicate.ts";
import { compilePredicate } from "../policy/predicate.ts";
import { mayMove } from "./decision.ts";
import type { Decision } from "./decision.ts";
import type { DecidedCounty } from "./eligibility.ts";
import { inReach } from "./in-reach.ts";
import { allowsPost } from "./locks.ts";
import { qualifies } from "./qualifies.ts";

/**
 * Why a person may not fill a post, whatever the form.
 *
 * @public
 */
export type PersonRefusal =
  /** The standing of the person allows no move: exempt, not due, away, held, out of scope. */
  | "standing"
  /** The school is outside the scope of the policy. */
  | "schoolOutOfScope"
  /** The school is closed. */
  | "schoolClosed"
  /** The person fills this very post. */
  | "samePost"
  /** A decision taken before says otherwise. */
  | "locked"
  /** A volunteer goes only to a post that is short (DM-08). */
  | "noVacancy"
  /** A volunteer did not agree to the region of the school (DM-08). */
  | "noConsent"
  /** A volunteer goes only to schools that he wishes for. */
  | "notWished";

/**
 * Why one form does not admit a person to a post.
 *
 * @public
 */
export type FormRefusal =
  /** The form fills no post, posts of another kind, or is for recruits only or for others only. */
  | "kind"
  /** The form is for other people. */
  | "who"
  /** The person is not qualified for stage, subject or office under the form. */
  | "notQualified"
  /** The school is outside the reach of the form. */
  | "outOfReach"
  /** The form does not lead there. */
  | "where";

/**
 * What stands between a person and a post; nothing at all where some form admits the person.
 *
 * @public
 */
export interface Refusals {
  readonly person: readonly PersonRefusal[];
  /** The first reason of every form of the policy, in its order; empty where one admits the person. */
  readonly forms: readonly {
    readonly form: FormCode;
    readonly reason: FormRefusal;
    /** What the form asks of where it leads, where that is the reason. */
    readonly asks?: Text;
  }[];
}

/**
 * Returns every reason why a person may not fill a post: the same answer as `Admission.formOf`, with its grounds.
 *
 * @public
 */
export function refusalsOf(eligibility: DecidedCounty, person: number, cell: number): Refusals {
  const { policy } = eligibility;
  const forms = policy.forms.map((form) => ({ form, reason: formRefusal(eligibility, form, { person, cell }) }));
  const admitted = forms.some(({ reason }) => reason === undefined);
  const told = forms.flatMap(({ form, reason }) => {
    if (reason === undefined) return [];
    const asks = reason === "where" ? { asks: conditionText(form.where, policy.sets, attributesOf(policy)) } : {};
    return [{ form: form.code, reason, ...asks }];
  });
  return { person: personRefusals(eligibility, person, cell), forms: admitted ? [] : told };
}

function personRefusals(eligibility: DecidedCounty, person: number, cell: number): readonly PersonRefusal[] {
  const { county, decisions, inScope, admission } = eligibility;
  const { standing } = decisions[person] as Decision;
  const target = county.cells[cell] as Cell;
  const holds: Readonly<Record<PersonRefusal, boolean>> = {
    standing: !mayMove(standing),
    schoolOutOfScope: inScope[target.school] !== 1,
    schoolClosed: isClosed(county.schools[target.school] as School),
    samePost: county.cellOf[person] === cell,
    locked: !keepsLocks(eligibility, person, target),
    noVacancy: admission.lacksVacancy(person, cell),
    noConsent: standing === "volunteer" && !agrees(eligibility, person, target),
    notWished: standing === "volunteer" && !wishedFor(eligibility, person, target),
  };
  return (Object.keys(holds) as readonly PersonRefusal[]).filter((reason) => holds[reason]);
}

function keepsLocks({ county, locks }: DecidedCounty, person: number, target: Cell): boolean {
  const { id } = county.persons[person] as Person;
  const school = (county.schools[target.school] as School).id;
  return locks.every((lock) => lock.person !== id || allowsPost(lock, target, school));
}

function agrees({ county }: DecidedCounty, person: number, { school }: Cell): boolean {
  const regions = (county.persons[person] as Person).application?.consentRegions ?? [];
  const { township, zones, alliances } = county.schools[school] as School;
  const lies = [township, ...zones, ...alliances].some((region) => region !== undefined && regions.includes(region));
  return regions.length === 0 || lies;
}

/** Where the policy takes volunteers only where they wish to go, they have to. */
function wishedFor({ county, policy }: DecidedCounty, person: number, { school }: Cell): boolean {
  if (policy.eligibility.volunteers?.onlyWishes !== true) return true;
  const { id } = county.schools[school] as School;
  return (county.persons[person] as Person).application?.wishes.includes(id) === true;
}

interface Pairing {
  readonly person: number;
  readonly cell: number;
}

/** Conditions of a form in the order in which they are told. */
const FORM_CONDITIONS: readonly (readonly [
  FormRefusal,
  (eligibility: DecidedCounty, form: Form, pairing: Pairing) => boolean,
])[] = [
  [
    "kind",
    ({ county }, form, { person, cell }) => fillsKind(form, county.works[person] as number, county.cells[cell] as Cell),
  ],
  ["who", (eligibility, form, { person }) => holds(eligibility, form.who, { form, person, cell: NONE })],
  [
    "notQualified",
    ({ county }, form, { person, cell }) => qualifies(county, person, { cell: county.cells[cell] as Cell, form }),
  ],
  [
    "outOfReach",
    ({ county }, { scope }, { person, cell }) => {
      const from = county.works[person] as number;
      return from === NONE || inReach(county, { from, to: (county.cells[cell] as Cell).school }, scope);
    },
  ],
  ["where", (eligibility, form, pairing) => holds(eligibility, form.where, { form, ...pairing })],
];

function formRefusal(eligibility: DecidedCounty, form: Form, pairing: Pairing): FormRefusal | undefined {
  return FORM_CONDITIONS.find(([, isMet]) => !isMet(eligibility, form, pairing))?.[0];
}

/** Only recruits have no school; light forms fill no post. */
function fillsKind(form: Form, from: number, { kind }: Cell): boolean {
  return isFullTime(form) && (from === NONE) === (form.code === "recruit") && form.kinds.includes(kind);
}

function holds(
  { county, context, policy }: DecidedCounty,
  condition: Predicate,
  { form, person, cell }: Pairing & { readonly form: Form },
): boolean {
  const subject = {
    ...emptySubject(),
    person,
    from: county.works[person] as number,
    cell,
    to: county.cells[cell]?.school ?? NONE,
    form: form.code,
    relationMoves: form.relationMoves,
  };
  return compilePredicate(condition, { context, sets: policy.sets })(subject);
}
