/**
 * What the sheets of a procedure hold, row by row; names are shown and not read back.
 *
 * @public
 */
export interface ProcedureRows {
  readonly progress: readonly {
    readonly event: "publish" | "withdraw" | "finalise";
    readonly on: string;
    readonly until?: string;
    readonly decidedOn?: string;
    readonly plan?: string;
  }[];
  readonly published: readonly {
    readonly line: "move" | "back" | "settles";
    readonly person: string;
    readonly name?: string;
    readonly fromName?: string;
    readonly toName?: string;
    readonly postName?: string;
    readonly from?: string;
    readonly to: string;
    readonly post: string;
    readonly form?: string;
    readonly start?: string;
    readonly end?: string;
    readonly relationMoves?: boolean;
  }[];
  readonly objections: readonly {
    readonly kind: "objection" | "appeal";
    readonly person: string;
    readonly name?: string;
    readonly on: string;
    readonly by?: string;
    readonly reason?: string;
    readonly decision?: "upheld" | "dismissed";
    readonly decidedOn?: string;
    readonly note?: string;
  }[];
  readonly assessments: readonly {
    readonly person: string;
    readonly name?: string;
    readonly place?: string;
    readonly assessor: "leaders" | "students" | "peers" | "parents";
    readonly ethics?: number;
    readonly teaching?: number;
    readonly attendance?: number;
    readonly on?: string;
  }[];
}

/** Sheets of a procedure by the name of their rows. */
export type ProcedureSheetName = keyof ProcedureRows;
