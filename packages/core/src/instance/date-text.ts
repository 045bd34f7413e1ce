import type { IsoDate } from "./calendar.ts";
import type { Text } from "./issue.ts";

/**
 * Returns a day as it stands in a sentence; columns of tables hold it as `YYYY-MM-DD`.
 *
 * @public
 */
export function dateText(date: IsoDate): Text {
  const [, , day = ""] = date.split("-");
  return { zh: `${monthText(date).zh}${Number(day)}日`, en: date };
}

/** Returns the month of a day, for terms that begin and end with a month. */
export function monthText(date: IsoDate): Text {
  const [year = "", month = ""] = date.split("-");
  return { zh: `${Number(year)}年${Number(month)}月`, en: `${year}-${month}` };
}
