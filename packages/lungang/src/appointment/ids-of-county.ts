import { postsOfCounty } from "@lungang/appointment/posts";
import type { Instance } from "@lungang/core";
import { wordOf } from "@lungang/core";
import type { KnownIds } from "@lungang/tabular";

const YEAR_DIGITS = 4;

/** Returns the ids of a county with what a workbook without ids says of people and posts. */
export function idsOfCounty(instance: Instance): KnownIds {
  return {
    people: instance.persons.flatMap(({ id, name, sex, hiredOn, recruitYear }) => {
      const year = hiredOn?.slice(0, YEAR_DIGITS) ?? recruitYear?.toString();
      return name === undefined ? [] : [{ id, name, sex: wordOf("sex", sex), ...(year === undefined ? {} : { year }) }];
    }),
    posts: postsOfCounty(instance).posts.map(({ id, school, stage, subject, office, kind }) => ({
      id,
      school,
      ...(stage === undefined ? {} : { stage }),
      work: subject ?? office ?? wordOf("postKind", kind),
    })),
  };
}
