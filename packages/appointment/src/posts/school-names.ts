/** Returns what schools are called by their ids: the name, or the id where several have the name. */
export function schoolNames(
  schools: readonly { readonly id: string; readonly name: string }[],
): (id: string) => string {
  const counts = new Map<string, number>();
  for (const { name } of schools) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = new Map(schools.map(({ id, name }) => [id, (counts.get(name) ?? 0) > 1 ? id : name]));
  return (id) => names.get(id) ?? id;
}
