import { NO_FORM } from "../eligibility/admissible.ts";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { PostClass } from "../eligibility/post-classes.ts";
import type { Cell } from "../instance/cells.ts";
import { NONE } from "../instance/county.ts";
import type { Coordinates } from "../instance/scalars.ts";
import type { School } from "../instance/school.ts";
import type { TravelTable } from "../instance/travel.ts";
import { SpatialIndex } from "./spatial.ts";

/** Lists of posts up to this length are scanned; longer ones go through a spatial index. */
const SCAN_LENGTH = 64;

/** An admitted move of the person who was asked about. */
export interface FoundPost {
  readonly cell: number;
  readonly form: number;
  readonly metres: number;
}

/** What is asked of a post class. */
export interface NearSearch {
  readonly limit: number;
  /** Great-circle metres. */
  readonly radius: number;
  /** Only posts that hold fewer people than they need. */
  readonly vacant: boolean;
}

/** The posts of one post class that are in scope, or those of them that are short. */
interface Stock {
  readonly cells: Int32Array;
  /** Absent where a list is short enough to be scanned, or where a school has no coordinates. */
  readonly tree: SpatialIndex | undefined;
  /** Cell at a school, -1 where it has none. Shapes: one entry a school. */
  readonly at: Int32Array;
}

/** Finds the admitted posts of a post class that are nearest to where a person lives. */
export class NearPosts {
  readonly #eligibility: DecidedCounty;
  readonly #travel: TravelTable;
  readonly #all: (Stock | undefined)[] = [];
  readonly #vacant: (Stock | undefined)[] = [];
  /** Form of the cells that the search under way has admitted. Shapes: one entry a cell. */
  readonly #forms: Int32Array;

  constructor(eligibility: DecidedCounty, travel: TravelTable) {
    this.#eligibility = eligibility;
    this.#travel = travel;
    this.#forms = new Int32Array(eligibility.county.cells.length);
  }

  /** Returns admitted posts of a post class: the nearest by the air line up to a limit, or all where there are few. */
  near(person: number, postClass: number, { limit, radius, vacant }: NearSearch): FoundPost[] {
    const { county, admission } = this.#eligibility;
    const stock = this.#stockOf(postClass, vacant || admission.asksVacancy(person));
    const reach = admission.schoolsInReach(county.works[person] as number, postClass);
    const at = this.#residence(person);
    if (at === undefined || stock.tree === undefined || reach.length <= SCAN_LENGTH) {
      return this.#admitted(person, stock, reach);
    }
    const accepts = (cell: number) => this.#admits(person, cell);
    return stock.tree.nearest({ at, limit, radiusMetres: radius, accepts }).map((cell) => this.#found(person, cell));
  }

  /** Returns all admitted posts of a post class. */
  all(person: number, postClass: number): FoundPost[] {
    const { county, admission } = this.#eligibility;
    const reach = admission.schoolsInReach(county.works[person] as number, postClass);
    return this.#admitted(person, this.#stockOf(postClass, false), reach);
  }

  #admitted(person: number, { cells, at }: Stock, reach: Int32Array): FoundPost[] {
    const found: FoundPost[] = [];
    const take = (cell: number) => {
      if (cell !== NONE && this.#admits(person, cell)) found.push(this.#found(person, cell));
    };
    if (cells.length <= reach.length) for (const cell of cells) take(cell);
    else for (const school of reach) take(at[school] as number);
    return found;
  }

  #admits(person: number, cell: number): boolean {
    const form = this.#eligibility.admission.formOf(person, cell);
    this.#forms[cell] = form;
    return form !== NO_FORM;
  }

  #found(person: number, cell: number): FoundPost {
    const { school } = this.#eligibility.county.cells[cell] as Cell;
    return { cell, form: this.#forms[cell] as number, metres: this.#travel.metres(person, school) };
  }

  /** Where a search by nearness starts; with a travel matrix great-circle order means nothing. */
  #residence(person: number): Coordinates | undefined {
    const listed = this.#eligibility.county.instance.travel.matrix !== undefined;
    return listed ? undefined : this.#travel.origin(person);
  }

  #stockOf(postClass: number, vacant: boolean): Stock {
    const stocks = vacant ? this.#vacant : this.#all;
    return (stocks[postClass] ??= this.#makeStock(postClass, vacant));
  }

  #makeStock(postClass: number, vacant: boolean): Stock {
    const { county, inScope, admission } = this.#eligibility;
    const school = (cell: number) => (county.cells[cell] as Cell).school;
    const cells = (admission.postClasses.list[postClass] as PostClass).cells.filter(
      (cell) => inScope[school(cell)] === 1 && (!vacant || admission.isShort(cell)),
    );
    const at = new Int32Array(county.schools.length).fill(NONE);
    for (const cell of cells) at[school(cell)] = cell;
    const points = Array.from(cells, (cell) => (county.schools[school(cell)] as School).coordinates);
    const placed = points.filter((point) => point !== undefined);
    const indexed = cells.length > SCAN_LENGTH && placed.length === points.length;
    return { cells, at, tree: indexed ? new SpatialIndex(cells, placed) : undefined };
  }
}
