import { around } from "geokdbush";
import KDBush from "kdbush";
import type { Coordinates } from "../instance/scalars.ts";

const METRES_PER_KM = 1000;
/** Items of one leaf of the tree: a search asks about all of them. */
const LEAF = 8;

/** What a search for near items asks. */
export interface NearQuery {
  readonly at: Coordinates;
  readonly limit: number;
  /** Great-circle metres. */
  readonly radiusMetres: number;
  readonly accepts: (item: number) => boolean;
}

/** Items with coordinates, searchable by nearness. */
export class SpatialIndex {
  readonly #items: Int32Array;
  readonly #tree: KDBush;

  /** Shapes: `items[k]` stands at `points[k]`. */
  constructor(items: ArrayLike<number>, points: readonly Coordinates[]) {
    this.#items = Int32Array.from(items);
    this.#tree = new KDBush(items.length, LEAF);
    for (const point of points) this.#tree.add(point.longitude, point.latitude);
    this.#tree.finish();
  }

  get size(): number {
    return this.#items.length;
  }

  /** Returns the nearest items that are accepted, nearest first. */
  nearest({ at, limit, radiusMetres, accepts }: NearQuery): number[] {
    const items = this.#items;
    const positions = around(this.#tree, at.longitude, at.latitude, limit, radiusMetres / METRES_PER_KM, (position) =>
      accepts(items[position] as number),
    );
    return positions.map((position) => items[position] as number);
  }
}
