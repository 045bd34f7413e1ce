const EARTH_METRES = 6_371_008.8;

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Metres between two places along the sphere. */
export function onTheSphere(a: Point, b: Point): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (angle: number) => Math.sin(rad(angle) / 2) ** 2;
  const h =
    half(b.latitude - a.latitude) +
    Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * half(b.longitude - a.longitude);
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}
