import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { AreaShape, Page, Route, RouteKind } from "../src/page/page.ts";
import { useSay } from "./language.ts";
import { layoutOf } from "./map-layout.ts";
import type { Spot } from "./map-layout.ts";
import { Part } from "./numbers.tsx";
import { SchoolPanel } from "./school-panel.tsx";
import { Townships } from "./townships.tsx";
import { UI } from "./words.ts";

const KINDS: readonly RouteKind[] = ["exchange", "leader", "recruit", "return"];
const AREAS: readonly AreaShape[] = ["urban", "town", "rural", "remote"];

/** Schools by their coordinates, and who goes from which to which. */
export function Places({ page, open }: { readonly page: Page; readonly open: (row: number) => void }) {
  const say = useSay();
  const [kinds, setKinds] = useState<ReadonlySet<RouteKind>>(new Set(KINDS));
  const [chosen, setChosen] = useState<number | null>(null);
  const counts = new Map(KINDS.map((kind) => [kind, headsOf(page.routes, kind)]));
  const shown = page.routes.filter(
    ({ kind, from, to }) => kinds.has(kind) && (chosen === null || from === chosen || to === chosen),
  );
  const toggle = (kind: RouteKind) => {
    const next = new Set(kinds);
    if (!next.delete(kind)) next.add(kind);
    setKinds(next);
  };
  const hasPlaces = page.schools.some(({ place }) => place !== null);
  return (
    <Part id="map" title={say(UI.map)} lead={say(hasPlaces ? UI.mapLead : UI.noMap)}>
      <div class="filters">
        {KINDS.filter((kind) => (counts.get(kind) ?? 0) > 0).map((kind) => (
          <button type="button" class="chip" key={kind} aria-pressed={kinds.has(kind)} onClick={() => toggle(kind)}>
            {say(UI.kinds[kind])} {counts.get(kind)}
          </button>
        ))}
        <select
          class="field"
          aria-label={say(UI.chosen)}
          value={chosen === null ? "" : String(chosen)}
          onChange={({ currentTarget: { value } }) => setChosen(value === "" ? null : Number(value))}
        >
          <option value="">{say(UI.allSchools)}</option>
          {page.schools.map(({ name }, at) => (
            <option key={at} value={String(at)}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div class="map-grid">
        <div class="card">
          {hasPlaces ? <Drawing page={page} routes={shown} chosen={chosen} choose={setChosen} /> : null}
          <Legend />
        </div>
        <SchoolPanel page={page} chosen={chosen} open={open} />
      </div>
      <Townships page={page} />
    </Part>
  );
}

function headsOf(routes: readonly Route[], kind: RouteKind): number {
  return routes.filter((route) => route.kind === kind).reduce((sum, { people }) => sum + people, 0);
}

interface Drawn {
  readonly page: Page;
  readonly routes: readonly Route[];
  readonly chosen: number | null;
  readonly choose: (school: number | null) => void;
}

const FIRST_WIDTH = 700;

function Drawing({ page, routes, chosen, choose }: Drawn) {
  const say = useSay();
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const measure = () => setWidth(Math.max(260, Math.round(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const { spots, townships, height } = useMemo(() => {
    const comes = page.routes.filter(({ kind }) => kind === "recruit").map(({ to }) => to);
    return layoutOf(page.schools, width, new Set(comes));
  }, [page, width]);
  const at = new Map(spots.map((spot) => [spot.school, spot]));
  const near = new Set(routes.flatMap(({ from, to }) => [from, to]));
  const recruits = new Map<number, number>();
  for (const { kind, to, people } of routes) if (kind === "recruit") recruits.set(to, (recruits.get(to) ?? 0) + people);
  return (
    <div ref={frame}>
      <svg
        class="map"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="group"
        aria-label={say(UI.map)}
      >
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
            markerUnits="userSpaceOnUse"
          >
            <path d="M0 0.5L8 4L0 7.5Z" />
          </marker>
        </defs>
        {townships.map(({ key, path }) => (
          <path key={key} class="township" d={path} />
        ))}
        {routes.map(({ kind, from, to, people }) => {
          const [start, end] = [at.get(from ?? -1), at.get(to)];
          if (start === undefined || end === undefined) return null;
          return (
            <path
              key={`${kind} ${from} ${to}`}
              class={`route ${kind}`}
              d={arc(start, end)}
              stroke-width={1 + 0.8 * Math.min(people, 6)}
              marker-end="url(#arrow)"
              data-people={people}
            />
          );
        })}
        {spots.map((spot) => (
          <Mark
            key={spot.school}
            spot={spot}
            page={page}
            recruits={recruits.get(spot.school) ?? 0}
            dim={chosen !== null && spot.school !== chosen && !near.has(spot.school)}
            pressed={spot.school === chosen}
            choose={() => choose(spot.school === chosen ? null : spot.school)}
          />
        ))}
      </svg>
    </div>
  );
}

/** An arc that bends to the right, from edge to edge of two marks. */
function arc(from: Spot, to: Spot): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const bend = Math.min(40, length * 0.16);
  const start = [from.x + ux * from.radius, from.y + uy * from.radius];
  const end = [to.x - ux * (to.radius + 3), to.y - uy * (to.radius + 3)];
  const middle = [from.x + dx / 2 - uy * bend, from.y + dy / 2 + ux * bend];
  const [a, b, c] = [start, middle, end].map((point) => point.map((value) => value.toFixed(1)).join(" "));
  return `M${a}Q${b} ${c}`;
}

interface Marked {
  readonly spot: Spot;
  readonly page: Page;
  readonly recruits: number;
  readonly dim: boolean;
  readonly pressed: boolean;
  readonly choose: () => void;
}

function Mark({ spot, page, recruits, dim, pressed, choose }: Marked) {
  const { x, y, radius } = spot;
  const school = page.schools[spot.school];
  if (school === undefined) return null;
  const { name, area, isWeak, missingBefore, missingAfter } = school;
  const classes = ["mark", isWeak ? "weak" : "", dim ? "dim" : "", pressed ? "pressed" : ""].join(" ");
  return (
    <g
      class={classes}
      role="button"
      tabindex={0}
      aria-pressed={pressed}
      aria-label={name}
      onClick={choose}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        choose();
      }}
    >
      <title>{name}</title>
      <circle class="hit" cx={x} cy={y} r={Math.max(14, radius + 4)} />
      <path class={missingAfter > missingBefore ? "shape losing" : "shape"} d={shapeOf(area, spot)} />
      <Label spot={spot} name={name} recruits={recruits} pressed={pressed} />
    </g>
  );
}

interface Labelled extends Pick<Marked, "spot" | "recruits" | "pressed"> {
  readonly name: string;
}

/** The name of a school where there is room, or where it is chosen. */
function Label({ spot: { x, y, radius, label }, name, recruits, pressed }: Labelled) {
  if (label === null && !pressed) return null;
  const place = label ?? { x, y: y - radius - 5, anchor: "middle" };
  return (
    <text x={place.x} y={place.y} text-anchor={place.anchor}>
      {name}
      {recruits > 0 ? <tspan class="recruits"> ＋{recruits}</tspan> : null}
    </text>
  );
}

/** Square for towns, diamond for market towns, triangle for remote schools, circle for the country and where nobody says. */
function shapeOf(area: AreaShape | null, { x, y, radius: r }: Pick<Spot, "x" | "y" | "radius">): string {
  const [left, right, top, bottom] = [x - r, x + r, y - r, y + r];
  if (area === "urban") return `M${left} ${top}H${right}V${bottom}H${left}Z`;
  if (area === "town") return `M${x} ${top - 1}L${right + 1} ${y}L${x} ${bottom + 1}L${left - 1} ${y}Z`;
  if (area === "remote") return `M${x} ${top - 1}L${right + 1} ${bottom}H${left - 1}Z`;
  return `M${left} ${y}A${r} ${r} 0 1 0 ${right} ${y}A${r} ${r} 0 1 0 ${left} ${y}Z`;
}

function Legend() {
  const say = useSay();
  return (
    <p class="legend small">
      {AREAS.map((area) => (
        <span key={area}>
          <svg class="map key" width="16" height="16" aria-hidden="true">
            <path class="shape" d={shapeOf(area, { x: 8, y: 8, radius: 5 })} />
          </svg>
          {say(UI.areas[area])}
        </span>
      ))}
      <span>
        <svg class="map key" width="16" height="16" aria-hidden="true">
          <g class="weak">
            <path class="shape" d={shapeOf("rural", { x: 8, y: 8, radius: 5 })} />
          </g>
        </svg>
        {say(UI.weak)}
      </span>
      {(["exchange", "leader", "return"] as const).map((kind) => (
        <span key={kind}>
          <svg class="map key" width="34" height="10" aria-hidden="true">
            <path class={`route ${kind}`} d="M1 5H33" stroke-width="2" />
          </svg>
          {say(UI.kinds[kind])}
        </span>
      ))}
      <span class="recruits">＋n {say(UI.kinds.recruit)}</span>
    </p>
  );
}
