import type { PolicyText } from "../document.ts";

/** What a round of an appointment says beside its id and source. */
interface RoundWords {
  readonly text: PolicyText;
  readonly reach: "ownPost" | "ownSchool" | "ownTownship" | "betweenTownships" | "county";
  readonly kinds?: readonly string[];
  readonly stages?: readonly string[];
  readonly who?: "unplaced" | "holders";
  readonly wishes?: "nearest";
  readonly schoolTypes?: readonly string[];
  readonly offered?: object;
}

/** Returns a step of the procedure of an appointment. */
export function procedureStep(
  id: string,
  source: string,
  words: {
    readonly text: PolicyText;
    readonly by?: PolicyText;
    readonly due?: string;
    readonly gate?: boolean;
    readonly recorded?: "once" | "byApplication" | "each";
  },
): object {
  return { id, source, ...words };
}

/** Returns a round of an appointment. */
export function round(id: string, source: string, words: RoundWords): object {
  return { id, source, ...words };
}
