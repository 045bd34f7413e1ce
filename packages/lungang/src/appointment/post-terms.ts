import { contractDays } from "@lungang/procedure";
import type { AppointmentTerms } from "@lungang/core/policy";
import type { Text } from "@lungang/core";
import type { AppointmentRows } from "@lungang/tabular";

type PostRow = AppointmentRows["posts"][number];

/** Which posts an entry of a policy is about; what it leaves out is any. */
interface PostFilter {
  readonly kinds?: readonly string[] | undefined;
  readonly offices?: readonly string[] | undefined;
  readonly schoolTypes?: readonly string[] | undefined;
}

/** Returns whether an entry of a policy is about a post. */
export function isMeant({ kinds, offices, schoolTypes }: PostFilter, post: PostRow): boolean {
  return (
    (kinds === undefined || kinds.includes(post.kind ?? "teaching")) &&
    (offices === undefined || (post.office !== undefined && offices.includes(post.office))) &&
    (schoolTypes === undefined || (post.schoolTypes ?? []).some((type) => schoolTypes.includes(type)))
  );
}

/** Who appoints to a post and until when, as the policy has it. */
export interface PostTerms {
  readonly appointer: Text | null;
  readonly contract: { readonly from: string; readonly to: string } | null;
}

/**
 * Returns the terms of an appointment to a post from the first entry of the policy that fits.
 *
 * @param start - first day of the appointments; without it nobody's last day is known
 */
export function postTerms(terms: AppointmentTerms | undefined, post: PostRow, start: string | undefined): PostTerms {
  const appointer = terms?.appointers?.find((entry) => isMeant(entry, post))?.text ?? null;
  const contract = terms?.contracts?.find((entry) => isMeant(entry, post));
  return {
    appointer,
    contract: contract === undefined || start === undefined ? null : contractDays(start, contract.months),
  };
}
