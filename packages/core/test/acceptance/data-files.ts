import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Folder of the reference data, which is no part of the project; tests that need it are skipped where it is unset. */
export const DATA = process.env["LUNGANG_DATA"];

/** Returns the text of a reference file; a missing file is an error. */
export function dataText(path: string): string {
  if (DATA === undefined) throw new Error(`Cannot read "${path}": LUNGANG_DATA is not set`);
  return readFileSync(join(DATA, path), "utf8").replace(/^\uFEFF/u, "");
}

/** Costs of an assignment problem. Shapes: square; `costs[i][j]` sends row i to column j. */
export type Costs = readonly (readonly number[])[];

/** Reads the size and the rows of an assignment problem; line breaks mean nothing. */
export function readAssignment(path: string): Costs {
  const numbers = dataText(path).trim().split(/\s+/u).map(Number);
  const size = numbers[0] as number;
  if (!numbers.every(Number.isSafeInteger) || numbers.length !== 1 + size * size) {
    throw new Error(`Cannot read "${path}": it must hold n and then n times n integers`);
  }
  return Array.from({ length: size }, (_, row) => numbers.slice(1 + row * size, 1 + (row + 1) * size));
}

/** Returns the first rows and columns of a problem. */
export function cutOut(costs: Costs, size: number): Costs {
  return costs.slice(0, size).map((row) => row.slice(0, size));
}

/** A school of a transport problem. */
export interface TransportSchool {
  readonly id: string;
  readonly name: string;
  readonly lng: number;
  readonly lat: number;
  readonly teachers: number;
  readonly students: number;
  readonly target: number;
}

/** Surplus teachers who go to schools in deficit, and the least distance that they travel together. */
export interface Transport {
  readonly name: string;
  readonly schools: readonly TransportSchool[];
  readonly moves: number;
  readonly optimum_metres: number;
}

/** Reads a transport problem. */
export function readTransport(path: string): Transport {
  return JSON.parse(dataText(path)) as Transport;
}
