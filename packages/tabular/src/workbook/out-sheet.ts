import type { Frame } from "./frame.ts";

/**
 * What a column holds; text is always written as a string cell and never as a formula.
 *
 * @public
 */
export type OutColumnType = "text" | "integer" | "number" | "date" | "month" | "percent";

/**
 * A column that is written: header, width, type, choices.
 *
 * @public
 */
export interface OutColumn {
  readonly header: string;
  /** Width in characters; estimated from the header by default. */
  readonly width?: number;
  /** @defaultValue "text" */
  readonly type?: OutColumnType;
  /** Comment on the header cell. */
  readonly comment?: string;
  /** Words offered as a drop-down list. */
  readonly choices?: readonly string[];
  /** Formula of the cells whose texts are offered as a drop-down list, in place of words. */
  readonly choicesFrom?: string;
  /** Other texts than those offered are right as well. */
  readonly isOpen?: boolean;
  /** Marks the header of a column that has to be filled in. */
  readonly required?: boolean;
  /** Left out of sight and of print until somebody shows it. */
  readonly hidden?: boolean;
  /** Folded away with its neighbours, in a group that somebody opens. */
  readonly folded?: boolean;
}

/**
 * A date is the text `YYYY-MM-DD` in a column of type date.
 *
 * @public
 */
export type OutValue = string | number | boolean | null | undefined;

/**
 * A sheet as data.
 *
 * @public
 */
export interface OutSheet {
  readonly name: string;
  /** Colour of the tab, RRGGBB. @defaultValue none */
  readonly tab?: string;
  readonly columns: readonly OutColumn[];
  readonly rows: readonly (readonly OutValue[])[];
  /** Lines above the header. */
  readonly title?: readonly string[];
  /** What the sheet is called in a document, where that is longer than the name of a sheet may be. */
  readonly heading?: string;
  /** Out of sight and of print until somebody shows it. */
  readonly hidden?: boolean;
  /** Is there without rows, too: whoever reads the workbook back asks for it. */
  readonly always?: boolean;
  /** What a table of contents says about the sheet. */
  readonly about?: string;
  /** What an official document has around its table, in place of title and notes. */
  readonly frame?: Frame;
  /** Rows right below the header that explain it, in small type. */
  readonly explanations?: readonly (readonly string[])[];
  /** Number of leading rows that are examples, in grey. */
  readonly exampleRows?: number;
  /** Columns frozen at the left; the header is always frozen. */
  readonly freezeColumns?: number;
  /** Lines below the rows. */
  readonly notes?: readonly string[];
  /** Rows below the header that are formatted and validated; the rows given by default. */
  readonly formattedRows?: number;
  /** Drop-down lists of single cells, by row below the header. */
  readonly rowChoices?: readonly {
    readonly row: number;
    readonly column: number;
    readonly choices: readonly string[];
    /** Formula of the cells that hold the words, where there are too many to stand in the cell itself. */
    readonly choicesFrom?: string;
  }[];
}
