import { z } from "zod";

/** Beyond this a sum of weights over a large county is no longer an exact number. */
const MOST_POINTS = 1_000_000;

/** A hundred years: nothing that people call a term is longer. */
const MOST_MONTHS = 1200;

/** Points of a level for one unit of something; 0 where it costs nothing. */
export const pointsSchema = z.int().min(0).max(MOST_POINTS);

/** Weight of a rule in the level that it names. */
export const weightSchema = z.int().min(1).max(MOST_POINTS);

/** Length of a term in months. */
export const monthsSchema = z.int().min(1).max(MOST_MONTHS);
