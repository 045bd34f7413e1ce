import type { SchoolInput, SchoolType } from "@lungang/core";
import { largestRemainder } from "../shares.ts";

/** What sort of school stands where; the range of its staff is relative, counties are scaled to their people. */
export interface SchoolKind {
  readonly type: SchoolType;
  readonly level: NonNullable<SchoolInput["level"]>;
  /** `town`: county town; `seat`: seat of a township; `field`: villages around a seat. */
  readonly where: "town" | "seat" | "field";
  readonly staff: readonly [low: number, high: number];
  readonly ownership: "public" | "private";
  readonly suffix: string;
}

const PUBLIC = { ownership: "public" } as const;

export const KINDS = {
  urbanPrimary: { ...PUBLIC, type: "primary", level: "countyTown", where: "town", staff: [45, 90], suffix: "小学" },
  urbanJunior: { ...PUBLIC, type: "junior", level: "countyTown", where: "town", staff: [55, 105], suffix: "初级中学" },
  senior: { ...PUBLIC, type: "senior", level: "demonstration", where: "town", staff: [90, 150], suffix: "高级中学" },
  kindergarten: {
    ...PUBLIC,
    type: "kindergarten",
    level: "countyTown",
    where: "town",
    staff: [8, 20],
    suffix: "幼儿园",
  },
  private: {
    ownership: "private",
    type: "nineYear",
    level: "countyTown",
    where: "town",
    staff: [40, 80],
    suffix: "民办学校",
  },
  center: { ...PUBLIC, type: "primary", level: "townshipCenter", where: "seat", staff: [38, 68], suffix: "中心小学" },
  middle: { ...PUBLIC, type: "junior", level: "townshipMiddle", where: "seat", staff: [40, 75], suffix: "中学" },
  nineYear: {
    ...PUBLIC,
    type: "nineYear",
    level: "townshipMiddle",
    where: "seat",
    staff: [36, 64],
    suffix: "九年制学校",
  },
  complete: {
    ...PUBLIC,
    type: "primary",
    level: "completePrimary",
    where: "field",
    staff: [18, 34],
    suffix: "完全小学",
  },
  village: { ...PUBLIC, type: "primary", level: "village", where: "field", staff: [8, 15], suffix: "村小学" },
  point: { ...PUBLIC, type: "primary", level: "teachingPoint", where: "field", staff: [2, 5], suffix: "教学点" },
} as const satisfies Record<string, SchoolKind>;

/** Counts of schools by where they stand; fields are 完全小学, 村小学 and 教学点 in this order. */
export interface SchoolMix {
  readonly town: readonly SchoolKind[];
  readonly townships: number;
  readonly fields: readonly SchoolKind[];
  /** Schools at the seats: two a township, or one nine-year school. */
  readonly seats: readonly (readonly SchoolKind[])[];
}

const times = (count: number, kind: SchoolKind): SchoolKind[] => Array.from({ length: count }, () => kind);

/** Returns which schools a county of some size has; a single school is a primary of the county town. */
export function mixSchools(count: number): SchoolMix {
  const senior = count >= 20 ? 1 + Math.floor(count / 60) : 0;
  const kindergarten = Math.floor(count / 30);
  const closed = count >= 100 ? 2 : count >= 30 ? 1 : 0;
  const compulsory = count - senior - kindergarten - closed;
  const urban = Math.min(compulsory, Math.max(1, Math.round(0.22 * compulsory)));
  const urbanJunior = Math.round(0.35 * urban - 0.1);
  const outside = compulsory - urban;
  const townships = outside === 0 ? 0 : Math.max(1, Math.round(outside / 6.5));
  const seats = seatSchools(townships, outside);
  const fields = outside - seats.flat().length;
  const [complete = 0, village = 0, point = 0] = largestRemainder(fields, [45, 38, 17]);
  return {
    town: [
      ...times(urban - urbanJunior, KINDS.urbanPrimary),
      ...times(urbanJunior, KINDS.urbanJunior),
      ...times(senior, KINDS.senior),
      ...times(kindergarten, KINDS.kindergarten),
      ...times(closed, KINDS.private),
    ],
    townships,
    seats,
    fields: [...times(complete, KINDS.complete), ...times(village, KINDS.village), ...times(point, KINDS.point)],
  };
}

/** Every third township has a nine-year school in place of a primary and a middle school. */
function seatSchools(townships: number, limit: number): SchoolKind[][] {
  let left = limit;
  return Array.from({ length: townships }, (_, index) => {
    const kinds: SchoolKind[] = index % 3 === 2 || left === 1 ? [KINDS.nineYear] : [KINDS.center, KINDS.middle];
    left -= kinds.length;
    return kinds;
  });
}
