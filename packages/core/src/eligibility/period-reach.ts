import type { Cell } from "../instance/cells.ts";
import { NONE } from "../instance/county.ts";
import { isClosed } from "../instance/school.ts";
import type { School } from "../instance/school.ts";
import { emptySubject } from "../policy/attributes.ts";
import type { FactContext } from "../policy/attributes.ts";
import { isFullTime } from "../policy/forms.ts";
import type { PolicyTerms } from "../policy/policy.ts";
import type { CompiledForm } from "./compiled-form.ts";
import { compileForm } from "./compiled-form.ts";
import { inReach } from "./in-reach.ts";
import { qualifies } from "./qualifies.ts";

/** What a condition lacks is told where people are decided about, and admits nobody here. */
const onMissing = () => {};

/**
 * Returns whether a form that rules plan by periods may bring somebody who teaches the subject to a post, by scope and
 * conditions of the form; who has periods to spare is not asked, so that one more load makes no other post.
 *
 * Cost: at most linear in people for each post that is asked about.
 */
export function taughtByPeriods(
  context: FactContext,
  policy: PolicyTerms,
  inScope: Uint8Array,
): (cell: Cell) => boolean {
  const { county } = context;
  const codes = policy.periodForms ?? [];
  const forms = policy.forms.filter((form) => codes.includes(form.code) && !isFullTime(form));
  if (forms.length === 0) return () => false;
  const compiled = forms.map((form) => compileForm(form, { policy, context, onMissing }));
  const subject = emptySubject();
  const brings = ({ form, who, where }: CompiledForm, person: number, cell: Cell) => {
    const [from, to] = [county.works[person] as number, cell.school];
    if (from === NONE || inScope[from] !== 1 || !inReach(county, { from, to }, form.scope)) return false;
    if (!qualifies(county, person, { cell, form })) return false;
    const { code, relationMoves } = form;
    Object.assign(subject, { person, from, to: NONE, form: code, relationMoves });
    if (!who(subject)) return false;
    subject.to = to;
    return where(subject);
  };
  return (cell) =>
    inScope[cell.school] === 1 &&
    !isClosed(county.schools[cell.school] as School) &&
    compiled.some((form) => county.persons.some((_person, person) => brings(form, person, cell)));
}
