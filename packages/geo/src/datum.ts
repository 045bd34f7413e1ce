import type { Coordinates } from "@lungang/core";
import gcoordModule from "gcoord";

/**
 * Coordinate systems met in Chinese data; CGCS2000 differs from WGS-84 by centimetres and counts as it.
 *
 * @public
 */
export type Datum = "WGS-84" | "GCJ-02" | "BD-09";

/**
 * The systems that coordinates are converted between.
 *
 * @public
 */
export const DATUMS: readonly Datum[] = ["WGS-84", "GCJ-02", "BD-09"];

/** Names under which a system is declared; compared without case, width, spaces and hyphens. */
const ALIASES: Readonly<Record<Datum, readonly string[]>> = {
  "WGS-84": [
    "wgs84",
    "wgs1984",
    "epsg4326",
    "gps",
    "gps坐标",
    "地球坐标",
    "北斗",
    "天地图",
    "世界大地坐标系",
    "cgcs2000",
    "epsg4490",
    "国家2000",
    "2000国家大地坐标系",
    "国家大地2000",
    "大地2000",
  ],
  "GCJ-02": [
    "gcj02",
    "gcj2",
    "高德",
    "高德地图",
    "高德坐标",
    "腾讯",
    "腾讯地图",
    "腾讯坐标",
    "火星坐标",
    "火星坐标系",
    "国测局",
    "国测局坐标",
    "amap",
    "gaode",
    "tencent",
    "mars",
  ],
  "BD-09": ["bd09", "bd09ll", "百度", "百度地图", "百度坐标", "百度坐标系", "baidu", "bmap"],
};

const DATUM_BY_NAME: ReadonlyMap<string, Datum> = new Map(
  DATUMS.flatMap((datum) => ALIASES[datum].map((alias): [string, Datum] => [alias, datum])),
);

// The types describe an ES module with a default export; Node gives the object itself.
const gcoord = gcoordModule as unknown as typeof gcoordModule.default;

/**
 * Returns the system with a declared name such as `高德` or `CGCS2000`; undefined for a name that is not known.
 *
 * @public
 */
export function datumOf(name: string): Datum | undefined {
  const folded = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-()（）.]/gu, "");
  return DATUM_BY_NAME.get(folded);
}

/**
 * Converts a point to WGS-84.
 *
 * Outside China GCJ-02 and BD-09 equal WGS-84 by definition and the point is returned as it is.
 *
 * Guarantees: the argument is not changed; the way back errs by less than 0.5 m within China.
 *
 * @public
 */
export function toWgs84(point: Coordinates, datum: Datum): Coordinates {
  if (datum === "WGS-84") return { latitude: point.latitude, longitude: point.longitude };
  return transform(point, gcoordName(datum), gcoord.WGS84);
}

/**
 * Converts a WGS-84 point to another system, for maps that are drawn in it.
 *
 * @public
 */
export function fromWgs84(point: Coordinates, datum: Datum): Coordinates {
  if (datum === "WGS-84") return { latitude: point.latitude, longitude: point.longitude };
  return transform(point, gcoord.WGS84, gcoordName(datum));
}

/**
 * Converts a point whose system is declared by name; undefined if the name is not known.
 *
 * This is what a reader of county files takes as its converter.
 *
 * @public
 */
export function convertDeclared(point: Coordinates, datumName: string): Coordinates | undefined {
  const datum = datumOf(datumName);
  return datum === undefined ? undefined : toWgs84(point, datum);
}

type GcoordName = typeof gcoord.GCJ02 | typeof gcoord.BD09 | typeof gcoord.WGS84;

function gcoordName(datum: "GCJ-02" | "BD-09"): GcoordName {
  return datum === "GCJ-02" ? gcoord.GCJ02 : gcoord.BD09;
}

function transform(point: Coordinates, from: GcoordName, to: GcoordName): Coordinates {
  const position: [number, number] = [point.longitude, point.latitude];
  const [longitude, latitude] = gcoord.transform(position, from, to);
  return { latitude, longitude };
}
