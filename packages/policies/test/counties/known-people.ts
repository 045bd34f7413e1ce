/** People of small counties. */

export const office = (name: "principal" | "vicePrincipal", start: string, rest: object = {}) => ({
  personType: name,
  offices: [{ office: name, start }],
  ...rest,
});

const excellent = { evaluations: [{ year: 2024, grade: "excellent" as const }] };

export const recent = { tenureStart: "2021-09-01" };

/** Came back this summer from a year of support. */
export const supported = (from: string, to: string) => ({
  ...excellent,
  exchanges: [{ from, to, form: "support" as const, start: "2023-09-01", end: "2024-08-31" }],
});

/** Schools that have posts of a head and of a vice head. */
export const led = (posts: Readonly<Record<string, number>>) => ({ ...posts, principal: 1, vicePrincipal: 1 });
