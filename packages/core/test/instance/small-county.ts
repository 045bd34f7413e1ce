import type { County, InstanceInput, PersonInput, PostInput, SchoolInput } from "../../src/index.ts";
import { indexCounty, loadInstance } from "../../src/index.ts";

/** Returns a school with little in it. */
export function school(id: string, more: Partial<SchoolInput> = {}): SchoolInput {
  return { id, name: id, type: "primary", ...more };
}

/** Returns a teaching post for one head. */
export function post(id: string, more: Partial<PostInput> = {}): PostInput {
  return { id, school: "S1", stage: "primary", subject: "语文", capacity: 1, ...more };
}

/** Returns a teacher of 语文 in a primary school. */
export function person(id: string, more: Partial<PersonInput> = {}): PersonInput {
  return {
    id,
    sex: "female",
    birthDate: "1985-05-05",
    homeSchool: "S1",
    personType: "teacher",
    stageCertified: ["primary"],
    subjects: [{ subject: "语文" }],
    ...more,
  };
}

/** Returns a county of the school S1 with what is given. */
export function county(more: Partial<InstanceInput> = {}): InstanceInput {
  return {
    format: "lungang-instance-1",
    county: { id: "C", name: "示例县" },
    planYear: 2024,
    schools: [school("S1")],
    posts: [],
    persons: [],
    ...more,
  };
}

/** Returns the indexed county and the issues of indexing; the data must load. */
export function indexed(input: InstanceInput): { county: County; codes: string[] } {
  const loaded = loadInstance(input);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const { county: result, issues } = indexCounty(loaded.value);
  return { county: result, codes: issues.map(({ code }) => code) };
}
