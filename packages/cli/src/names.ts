import type { Instance } from "@lungang/core";

/** Names of people and schools, the id where there is none. */
export interface Names {
  readonly person: (id: string) => string;
  readonly school: (id: string | null) => string;
  /** Name of a school or group; nothing where the id is neither. */
  readonly place: (id: string) => string;
  /** Subject or office of a post, the id where neither is known. */
  readonly post: (id: string) => string;
}

/** Returns the names of an instance. */
export function namesOf(instance: Instance): Names {
  const persons = new Map(instance.persons.map((person) => [person.id, person.name]));
  const schools = new Map(instance.schools.map((school) => [school.id, school.name]));
  const posts = new Map(instance.posts.map((post) => [post.id, post.subject ?? post.office ?? post.kind]));
  const groups = new Map(instance.groups.map((group) => [group.id, group.name]));
  return {
    person: (id) => persons.get(id) ?? id,
    school: (id) => (id === null ? "-" : (schools.get(id) ?? id)),
    place: (id) => schools.get(id) ?? groups.get(id) ?? "",
    post: (id) => posts.get(id) ?? id.split("/").at(-1) ?? id,
  };
}
