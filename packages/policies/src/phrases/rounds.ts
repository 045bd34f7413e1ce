import type { PolicyText } from "../document.ts";

/** What a round of an appointment says beside its id and source. */
interface RoundWords {
  readonly text: PolicyText;
  readonly reach: "ownPost" | "ownSchool" | "ownTownship" | "betweenTownships" | "county";
  readonly kinds?: readonly string[];
  readonly stages?: readonly string[];
  readonly who?: "unplaced" | "holders";
  readonly wishes?: "nearest";
}

/** Returns a round of an appointment. */
export function round(id: string, source: string, words: RoundWords): object {
  return { id, source, ...words };
}
