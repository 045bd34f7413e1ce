import type { School, Text } from "@lungang/core";
import { listedSchools } from "@lungang/core/plan";
import type { Overview } from "@lungang/explain";
import { postTexts } from "@lungang/explain";
import { text } from "../text.ts";
import type { Ground } from "./ground.ts";
import { same } from "./ground.ts";
import type { Matrix, PostLine, Route, RouteKind, SchoolMark } from "./page.ts";

/** Returns the schools as the county lists them, with what they have and lack before and after. */
export function schoolMarks(ground: Ground): readonly SchoolMark[] {
  const { instance, plan, overview, names, wording } = ground;
  const heads = new Map(plan.schools.map((balance) => [balance.school, balance]));
  const missing = new Map<string, [number, number]>();
  for (const { school, missingBefore, missingAfter } of overview.posts) {
    const [before, after] = missing.get(school) ?? [0, 0];
    missing.set(school, [before + missingBefore, after + missingAfter]);
  }
  const gains = new Map(ground.gains.map((why) => [why.school, why.posts]));
  const postsOf = (id: string) => (ground.isPublic ? [] : (gains.get(id) ?? []));
  return listedSchools(instance.schools).map((school): SchoolMark => {
    const { id, coordinates, quality, students = null, establishment = null } = school;
    const { workingBefore, workingAfter } = heads.get(id) ?? { workingBefore: 0, workingAfter: 0 };
    const [missingBefore, missingAfter] = missing.get(id) ?? [0, 0];
    return {
      name: names.school(id),
      township: townshipText(ground, school.township ?? null),
      area: school.area ?? null,
      isWeak: quality === "weak",
      students,
      establishment,
      place: coordinates === undefined ? null : [coordinates.longitude, coordinates.latitude],
      workingBefore,
      workingAfter,
      missingBefore,
      missingAfter,
      posts: postsOf(id).flatMap((post) => postTexts(post, wording)),
    };
  });
}

function townshipText({ instance }: Ground, id: School["township"] | null): Text {
  if (id === null || id === undefined) return text("未注明乡镇", "no township");
  return same(instance.groups.find((group) => group.kind === "township" && group.id === id)?.name ?? id);
}

/** Returns what a move is drawn as. */
export function routeKinds({ instance, plan }: Ground): ReadonlyMap<string, RouteKind> {
  const leads = new Set(
    instance.persons.flatMap(({ id, personType }) =>
      personType === "principal" || personType === "vicePrincipal" ? [id] : [],
    ),
  );
  return new Map<string, RouteKind>([
    ...plan.moves.map(
      ({ person, form }) =>
        [person, form === "recruit" ? "recruit" : leads.has(person) ? "leader" : "exchange"] as const,
    ),
    ...plan.returns.map(({ person }) => [person, "return"] as const),
  ]);
}

/** Returns how many people of each kind go from one school to another. */
export function routesOf(ground: Ground): readonly Route[] {
  const { plan, schoolAt } = ground;
  const kinds = routeKinds(ground);
  const routes = new Map<string, Route>();
  for (const { person, from, to } of [...plan.moves, ...plan.returns]) {
    const [start, end] = [from === null ? null : (schoolAt.get(from) ?? null), schoolAt.get(to)];
    if (end === undefined || start === end) continue;
    const kind = kinds.get(person) ?? "exchange";
    const key = [kind, start ?? "", end].join(" ");
    routes.set(key, { kind, from: start, to: end, people: (routes.get(key)?.people ?? 0) + 1 });
  }
  return [...routes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, route]) => route);
}

/** Lays out the flows between townships as a table with totals. */
export function matrixOf(ground: Ground): Matrix {
  const { flows } = ground.overview;
  const townships = listedSchools(ground.instance.schools).map(({ township }) => township);
  const places = [...new Set(flows.flatMap(({ from, to }) => [from, to]).filter((id) => id !== null))].sort(
    (a, b) => townships.indexOf(a) - townships.indexOf(b),
  );
  const nowhere = flows.some(({ to }) => to === null) ? [null] : [];
  const columns = [...places, ...nowhere];
  const hasOutside = flows.some(({ from }) => from === null);
  const rows = [...places, ...(hasOutside ? [null] : [])].map((from) => {
    const cells = columns.map((to) => peopleBetween(flows, from, to));
    const title = from === null ? text("新招聘等", "Recruits and others") : townshipText(ground, from);
    return { title, cells, total: sum(cells) };
  });
  const totals = columns.map((_, at) => sum(rows.map(({ cells }) => cells[at] ?? 0)));
  const net = columns.map((to, at) => {
    const out = rows[places.indexOf(to as string)]?.total ?? 0;
    return signed((totals[at] ?? 0) - out);
  });
  return { columns: columns.map((id) => townshipText(ground, id)), rows, totals, net, total: sum(totals) };
}

function peopleBetween(flows: Overview["flows"], from: string | null, to: string | null): number {
  return flows.find((flow) => flow.from === from && flow.to === to)?.people ?? 0;
}

function signed(value: number): string {
  return value === 0 ? "0" : value > 0 ? `＋${value}` : `－${-value}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** Returns the posts that lack heads before or after. */
export function postLines({ overview, names, schoolAt }: Ground): readonly PostLine[] {
  return overview.posts.map(({ school, post, teaching: _teaching, ...counts }) => ({
    ...counts,
    school: schoolAt.get(school) ?? -1,
    post: names.post(post),
  }));
}
