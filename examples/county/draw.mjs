// Draws a plan of the example county as docs/plan.svg. After npm run quickstart: node examples/county/draw.mjs
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readPlanFile } from "lungang/node";
import { exampleCase, need } from "./load.mjs";

const MAP = { left: 70, top: 70, width: 440, height: 440 };
const TABLE = 600;
const COLOURS = { urban: "#7b5ea7", town: "#4a90d9", rural: "#3f9b5f", remote: "#1f6b3a" };
const AREAS = { urban: "县城 urban", town: "镇区 town", rural: "乡村 rural", remote: "边远 remote" };
const FONT = "font-family=\"'Noto Sans CJK SC','Noto Serif CJK SC','PingFang SC','Microsoft YaHei',sans-serif\"";

/** @typedef {import("lungang").Instance} Instance */
/** @typedef {import("lungang").Plan} Plan */

/**
 * Returns the point of every school on the map.
 * @param {Instance} instance
 */
function project({ schools }) {
  const at = schools.flatMap(({ id, coordinates }) => (coordinates ? [{ id, ...coordinates }] : []));
  const range = (/** @type {number[]} */ values) => [Math.min(...values), Math.max(...values)];
  const [south = 0, north = 1] = range(at.map((point) => point.latitude));
  const [west = 0, east = 1] = range(at.map((point) => point.longitude));
  const scale = Math.min(MAP.width / (east - west), MAP.height / (north - south));
  const x = (/** @type {number} */ longitude) =>
    MAP.left + (longitude - west) * scale + (MAP.width - (east - west) * scale) / 2;
  const y = (/** @type {number} */ latitude) =>
    MAP.top + (north - latitude) * scale + (MAP.height - (north - south) * scale) / 2;
  return new Map(at.map(({ id, latitude, longitude }) => [id, { x: x(longitude), y: y(latitude) }]));
}

/**
 * Returns the arrows of the moves, one for each pair of schools, as wide as there are people.
 * @param {Plan} plan
 * @param {Map<string, { x: number, y: number }>} points
 */
function arrows({ moves }, points) {
  const pairs = new Map();
  for (const { from, to } of moves)
    if (from !== null) pairs.set(`${from}|${to}`, (pairs.get(`${from}|${to}`) ?? 0) + 1);
  return [...pairs].map(([pair, count]) => {
    const [from, to] = pair.split("|").map((/** @type {string} */ id) => points.get(id));
    if (!from || !to) return "";
    const bend = { x: (from.x + to.x) / 2 + (to.y - from.y) / 6, y: (from.y + to.y) / 2 - (to.x - from.x) / 6 };
    const path = `M${n(from.x)} ${n(from.y)}Q${n(bend.x)} ${n(bend.y)} ${n(to.x)} ${n(to.y)}`;
    return `<path d="${path}" fill="none" stroke="#d9662b" stroke-opacity=".75" stroke-width="${1 + count}" marker-end="url(#tip)"/>`;
  });
}

/** @param {number} value */
function n(value) {
  return value.toFixed(1);
}

/**
 * Returns the schools: colour by area, size by posts, with the recruits as a number in the label.
 * @param {Instance} instance
 * @param {Plan} plan
 * @param {Map<string, { x: number, y: number }>} points
 */
function schoolMarks(instance, plan, points) {
  const marks = instance.schools.flatMap((school) => {
    const point = points.get(school.id);
    if (!point) return [];
    const recruits = plan.moves.filter((move) => move.from === null && move.to === school.id).length;
    const radius = 3 + Math.sqrt(school.establishment ?? 9) / 1.6;
    const label = recruits > 0 ? `${school.name} +${recruits}` : school.name;
    return [{ ...point, radius, label, colour: COLOURS[school.area ?? "rural"] }];
  });
  const taken = marks.map(({ x, y, radius }) => box(x - radius, y - radius, 2 * radius, 2 * radius));
  return marks.flatMap(({ x, y, radius, label, colour }) => {
    const width = 11.5 * label.length;
    const places = [
      box(x + radius + 3, y - 7, width, 14),
      box(x - radius - 3 - width, y - 7, width, 14),
      box(x - width / 2, y - radius - 16, width, 14),
      box(x - width / 2, y + radius + 2, width, 14),
    ].filter(({ left, right }) => left > 4 && right < TABLE - 10);
    const place = places.find((candidate) => !taken.some((other) => overlap(candidate, other)));
    if (place) taken.push(place);
    const circle = `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${colour}" stroke="#fff"/>`;
    if (!place) return [circle];
    const at = `x="${n(place.left)}" y="${n(place.top + 11)}" textLength="${n(width)}"`;
    return [
      circle,
      `<text ${at} font-size="11" fill="#333" stroke="#fff" stroke-width="3" paint-order="stroke">${label}</text>`,
    ];
  });
}

/**
 * @param {number} left
 * @param {number} top
 * @param {number} width
 * @param {number} height
 */
function box(left, top, width, height) {
  return { left, top, right: left + width, bottom: top + height };
}

/**
 * @param {ReturnType<typeof box>} a
 * @param {ReturnType<typeof box>} b
 */
function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Returns the table beside the map: what the rules ask for, and what the levels reached.
 * @param {Plan} plan
 * @param {import("lungang").Policy} policy
 */
function table({ measures, levels }, { rules, levels: titles }) {
  const signs = { atLeast: "≥", atMost: "≤", equal: "=" };
  const asked = measures
    .filter(({ sense, value, target }) => sense === "atLeast" || value !== target)
    .map(({ rule, source, value, target, sense, met }) => {
      const title = rules.find(({ id }) => id === rule)?.text.zh.split(/[：，（]/u)[0] ?? rule;
      return [`${title} ${source}`, `${value} ${signs[sense]} ${target} ${met ? "✓" : "✗"}`];
    });
  const reached = levels
    .filter(({ name }) => name !== "lottery")
    .map(({ name, value, unit }) => [titles.find((level) => level.name === name)?.text.zh ?? name, `${value} ${unit}`]);
  const rows = [["规则 rules", ""], ...asked, ["目标，依次最优 levels, each proven optimal", ""], ...reached];
  return rows.flatMap(([left = "", right = ""], k) => {
    const y = 84 + k * 24;
    const weight = right === "" ? ' font-weight="bold"' : "";
    return [
      `<text x="${TABLE}" y="${y}" font-size="13"${weight}>${left}</text>`,
      `<text x="980" y="${y}" font-size="13" text-anchor="end">${right}</text>`,
    ];
  });
}

const file = fileURLToPath(new URL("../../out/quickstart/plan.json", import.meta.url));
const plan = need(await readPlanFile(file));
const { instance, policy } = await exampleCase();
const points = project(instance);
const exchanged = plan.moves.filter((move) => move.from !== null).length;
const legend = Object.entries(AREAS).flatMap(([area, text], k) => [
  `<circle cx="${40 + k * 120}" cy="546" r="6" fill="${COLOURS[/** @type {keyof typeof COLOURS} */ (area)]}"/>`,
  `<text x="${51 + k * 120}" y="550" font-size="12">${text}</text>`,
]);
const svg = [
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1010 570" ${FONT} fill="#222">`,
  '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z" fill="#d9662b"/></marker></defs>',
  '<rect width="1010" height="570" fill="#fff"/>',
  `<text x="30" y="34" font-size="18" font-weight="bold">${instance.county.name} ${instance.planYear}：交流 ${exchanged} 人，新教师 ${plan.moves.length - exchanged} 人 (arrows: exchange, +n: recruits)</text>`,
  ...arrows(plan, points),
  ...schoolMarks(instance, plan, points),
  ...legend,
  ...table(plan, policy),
  "</svg>",
  "",
].join("\n");
await writeFile(new URL("../../docs/plan.svg", import.meta.url), svg);
