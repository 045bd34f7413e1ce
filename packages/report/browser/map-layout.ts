import { forceCollide, forceSimulation, forceX, forceY } from "d3-force";
import { geoMercator } from "d3-geo";
import { polygonHull } from "d3-polygon";
import { scaleSqrt } from "d3-scale";
import type { SchoolMark } from "../src/page/page.ts";

/** A school on the drawing. */
export interface Spot {
  readonly school: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Where its name stands; none where there is no room. */
  readonly label: { readonly x: number; readonly y: number; readonly anchor: "start" | "end" | "middle" } | null;
}

export interface Layout {
  readonly height: number;
  readonly spots: readonly Spot[];
  readonly townships: readonly { readonly key: string; readonly path: string }[];
}

const EDGE = 46;
const FONT = 12;
/** Room to each side of a name. */
const GAP = 6;
/** Room for how many recruits come. */
const NUMBER = 28;
/** Steps after which no two schools cover each other. */
const STEPS = 120;

/**
 * Places schools by their coordinates, apart from each other, with names where there is room.
 *
 * @param recruits - schools behind whose name a number of recruits stands
 */
export function layoutOf(schools: readonly SchoolMark[], width: number, recruits: ReadonlySet<number>): Layout {
  const placed = schools.flatMap(({ place }, school) =>
    place === null ? [] : [{ school, place: [...place] as [number, number] }],
  );
  const height = Math.round(Math.min(620, Math.max(300, width * 0.72)));
  const projection = geoMercator().fitExtent(
    [
      [EDGE, EDGE / 2],
      [width - EDGE, height - EDGE / 2],
    ],
    { type: "MultiPoint", coordinates: placed.map(({ place }) => place) },
  );
  const most = Math.max(...schools.map(({ establishment }) => establishment ?? 0), 1);
  const size = scaleSqrt()
    .domain([0, most])
    .range([3, placed.length > 80 ? 7 : 10]);
  const nodes = placed.map(({ school, place }) => {
    const [x, y] = projection(place) ?? [0, 0];
    return { school, x, y, atX: x, atY: y, radius: size(schools[school]?.establishment ?? 0) };
  });
  forceSimulation(nodes)
    .force("x", forceX<(typeof nodes)[number]>(({ atX }) => atX).strength(0.3))
    .force("y", forceY<(typeof nodes)[number]>(({ atY }) => atY).strength(0.3))
    .force(
      "apart",
      forceCollide<(typeof nodes)[number]>(({ radius }) => radius + 3),
    )
    .stop()
    .tick(STEPS);
  return {
    height,
    spots: withLabels(
      nodes.map(({ school, x, y, radius }) => ({ school, x, y, radius })),
      { schools, width, recruits },
    ),
    townships: hulls(nodes, schools),
  };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Puts each name beside its school where it covers no other name and no mark; large schools come first. */
function withLabels(
  nodes: readonly Omit<Spot, "label">[],
  {
    schools,
    width,
    recruits,
  }: { readonly schools: readonly SchoolMark[]; readonly width: number; readonly recruits: ReadonlySet<number> },
): readonly Spot[] {
  const taken: Box[] = nodes.map(({ x, y, radius: r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  const labels = new Map<number, Spot["label"]>();
  for (const { school, x, y, radius } of nodes.toSorted((a, b) => b.radius - a.radius)) {
    const long = widthOf(schools[school]?.name ?? "") + (recruits.has(school) ? NUMBER : 0);
    const options = [
      { x: x + radius + 4, y: y + 4, anchor: "start", left: x + radius + 4 },
      { x: x - radius - 4, y: y + 4, anchor: "end", left: x - radius - 4 - long },
      { x, y: y - radius - 5, anchor: "middle", left: x - long / 2 },
      { x, y: y + radius + FONT + 2, anchor: "middle", left: x - long / 2 },
    ] as const;
    const free = options.find(({ left, y: base, anchor }) => {
      // Beside its own mark a name stands close.
      const box = {
        left: anchor === "start" ? left : left - GAP,
        right: anchor === "end" ? left + long : left + long + GAP,
        top: base - FONT,
        bottom: base + 3,
      };
      return left >= 0 && box.right <= width && !taken.some((other) => covers(box, other));
    });
    labels.set(school, free === undefined ? null : { x: free.x, y: free.y, anchor: free.anchor });
    if (free !== undefined)
      taken.push({ left: free.left, right: free.left + long, top: free.y - FONT, bottom: free.y + 3 });
  }
  return nodes.map((node) => ({ ...node, label: labels.get(node.school) ?? null }));
}

function covers(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function widthOf(name: string): number {
  return Array.from(name).reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0xff ? FONT : FONT * 0.58), 0);
}

/** Townships as light hulls around their schools. */
function hulls(
  nodes: readonly { readonly school: number; readonly x: number; readonly y: number }[],
  schools: readonly SchoolMark[],
): Layout["townships"] {
  const byTownship = new Map<string, [number, number][]>();
  for (const { school, x, y } of nodes) {
    const key = schools[school]?.township.zh ?? "";
    byTownship.set(key, [...(byTownship.get(key) ?? []), [x, y]]);
  }
  return [...byTownship].flatMap(([key, points]) => {
    const hull = points.length < 3 ? null : polygonHull(points);
    return hull === null ? [] : [{ key, path: `M${hull.map((point) => point.map(Math.round).join(" ")).join("L")}Z` }];
  });
}
