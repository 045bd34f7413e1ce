import type { Coordinates } from "@lungang/core";
import { foldText } from "../values/text.ts";
import type { Facts } from "./facts.ts";
import type { IssueLog } from "./issues.ts";
import { errorAt, shortText } from "./issues.ts";
import type { RowRecord } from "./rows.ts";
import { placeIn } from "./table.ts";

/**
 * Converts a point to WGS-84 from the system declared by name; undefined for a name that is not known.
 *
 * @public
 */
export type ConvertCoordinates = (point: Coordinates, datumName: string) => Coordinates | undefined;

const WGS84_NAMES = new Set(["wgs84", "cgcs2000", "gps", "国家2000", "天地图"]);

/** Takes only names of WGS-84 and of what counts as it; other systems need a converter. */
export const onlyWgs84: ConvertCoordinates = (point, datumName) =>
  WGS84_NAMES.has(foldText(datumName).replace(/[-_]/g, "")) ? point : undefined;

interface PointAt {
  readonly record: RowRecord;
  readonly key: "coordinates" | "residence";
}

/** Converts all points of schools and people to WGS-84; without a declared system that is an error. */
export function convertPoints(points: readonly PointAt[], county: Facts, tools: DatumTools): void {
  const { log, convert } = tools;
  const complete = points.filter((at) => isComplete(at, log));
  const datum = county.value["datum"];
  delete county.value["datum"];
  if (complete.length === 0 || county.bad.has("datum")) return;
  const unknown = typeof datum !== "string" || convert({ latitude: 30, longitude: 110 }, datum) === undefined;
  if (unknown) {
    reportDatum(county, datum, log);
    return;
  }
  for (const { record, key } of complete) {
    const converted = convert(record.value[key] as Coordinates, datum);
    if (converted !== undefined) record.value[key] = rounded(converted);
  }
}

interface DatumTools {
  readonly log: IssueLog;
  readonly convert: ConvertCoordinates;
}

/** Seven decimals are a centimetre. */
const DECIMALS = 1e7;

function rounded({ latitude, longitude }: Coordinates): Coordinates {
  return {
    latitude: Math.round(latitude * DECIMALS) / DECIMALS,
    longitude: Math.round(longitude * DECIMALS) / DECIMALS,
  };
}

function isComplete({ record, key }: PointAt, log: IssueLog): boolean {
  const { table, row, bad, value } = record;
  if (value[key] === undefined) return false;
  const { latitude, longitude } = value[key] as Partial<Coordinates>;
  if (latitude !== undefined && longitude !== undefined) return true;
  delete value[key];
  const missing = latitude === undefined ? "latitude" : "longitude";
  if (bad.has(`${key}.${missing}`)) return false;
  log.add(
    errorAt(placeIn(table.sheet, row, table.columns.get(`${key}.${missing}`)), "half-a-point", {
      message: { zh: "纬度和经度只填了一个", en: "Only one of latitude and longitude is given" },
      advice: { zh: "请同时填写，或都不填", en: "Give both or neither" },
    }),
  );
  return false;
}

function reportDatum(county: Facts, datum: unknown, log: IssueLog): void {
  const cell = county.cells.get("datum");
  const place = cell === undefined ? placeIn(county.sheet) : placeIn(county.sheet, cell.row, cell.column);
  const missing = datum === undefined;
  log.add(
    errorAt(place, missing ? "datum-missing" : "datum-unknown", {
      message: missing
        ? { zh: "填了经纬度，但“基本信息”中没有坐标系", en: "Coordinates are given without their system" }
        : { zh: "坐标系无法识别", en: "The coordinate system is not known" },
      expected: { zh: "WGS-84、GCJ-02、BD-09", en: "WGS-84, GCJ-02, BD-09" },
      ...(typeof datum === "string" ? { received: shortText(datum) } : {}),
      advice: {
        zh: "请填写坐标来源：GPS、天地图为 WGS-84，高德、腾讯为 GCJ-02，百度为 BD-09",
        en: "Say where the coordinates come from; systems differ by about 500 m",
      },
    }),
  );
}
