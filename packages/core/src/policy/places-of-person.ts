import type { IsoDate } from "../instance/calendar.ts";
import type { County } from "../instance/county.ts";
import { NONE } from "../instance/county.ts";
import type { Person } from "../instance/person.ts";
import { worksAt } from "../instance/person.ts";
import { exchangesServed } from "./facts.ts";

/** Returns the school at which the spouse works, where the county has both. */
export function spouseSchool({ spouse }: Person, { persons, personIndex }: County): string | undefined {
  const other = spouse === undefined ? undefined : persons[personIndex.get(spouse) ?? NONE];
  return other === undefined ? undefined : worksAt(other);
}

/** Returns the townships of the schools worked at: those of exchanges that were served, and the one of today. */
export function townshipsServed(
  person: Person,
  { county, cutoff }: { readonly county: County; readonly cutoff: IsoDate },
): ReadonlySet<string> {
  const ids = [...exchangesServed(person, cutoff).map(({ to }) => to), worksAt(person) ?? ""];
  const townships = ids.map((id) => county.schools[county.schoolIndex.get(id) ?? NONE]?.township);
  return new Set(townships.filter((township) => township !== undefined));
}
