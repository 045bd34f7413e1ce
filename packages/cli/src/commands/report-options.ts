import type { BesidePlanOptions } from "../input/plan-input.ts";
import type { DatedOptions } from "../output.ts";

/** Options of `report` as they stand on the command line. */
export interface ReportOptions extends BesidePlanOptions, DatedOptions {
  /** Ids of reports separated by commas. */
  readonly only?: string;
  readonly public?: boolean;
  /** Day on which the plan was decided. */
  readonly decided?: string;
  /** JSON file of what the data of one year do not hold. */
  readonly records?: string;
  /** Page to write in place of the workbook. */
  readonly html?: string;
  /** File of letters to write in place of the workbook. */
  readonly letters?: string;
  /** Name or id of the person whose own page it is. */
  readonly person?: string;
  /** Another plan of the same county, that the page compares with. */
  readonly compare?: string;
  /** What `explain` wrote as JSON, shown on the page. */
  readonly explained?: readonly string[];
}
