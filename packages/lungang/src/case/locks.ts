import type { Checked, Issue, Lock } from "@lungang/core";
import { locksSchema } from "@lungang/core";
import { readPlan } from "../documents/plan-document.ts";
import { readJsonDocument } from "./json-text.ts";
import type { PlaceOf } from "./lock-places.ts";
import { rememberPlaces } from "./lock-places.ts";

/**
 * Where decisions already taken come from: a list in memory, or the text of a JSON file.
 *
 * @public
 */
export type LocksSource =
  { readonly document: unknown; readonly file?: string } | { readonly text: string; readonly file: string };

const EXPECTED = '{"person": "...", "school" | "post" | "forbid": "..." | "stay": true, "reason": "..."}';

/**
 * Reads decisions already taken; one that cannot be read refuses all of them.
 *
 * @public
 */
export function readLocks(source: LocksSource): Checked<readonly Lock[]> {
  if ("text" in source) return readJsonDocument(source, (document, placeOf) => listed(document, source.file, placeOf));
  const parsed = locksSchema.safeParse(source.document);
  if (parsed.success) return { ok: true, value: parsed.data, warnings: [] };
  return { ok: false, issues: parsed.error.issues.map(({ path }) => invalidLock(path, source.file)) };
}

/** Reads a list of decisions, and remembers where each stands. */
function listed(document: unknown, file: string, placeOf: PlaceOf): Checked<readonly Lock[]> {
  const read = readLocks({ document, file });
  if (read.ok) rememberPlaces(read.value, placeOf);
  return read;
}

function invalidLock(path: readonly PropertyKey[], file: string | undefined): Issue {
  const number = Number(path[0] ?? 0) + 1;
  return {
    code: "invalid-lock",
    severity: "error",
    ...(file === undefined ? {} : { place: { file } }),
    path: path.map((key) => (typeof key === "symbol" ? String(key) : key)),
    message: { zh: `第 ${number} 条“已定人员”填写有误`, en: `Cannot read lock number ${number}` },
    expected: EXPECTED,
    advice: {
      zh: "每条“已定人员”写明一人、一种决定和理由",
      en: "Each lock names one person, one decision and a reason",
    },
  };
}

/** Reads decisions from the text of a JSON file, which may be a plan. */
export function locksOfText(source: { readonly text: string; readonly file: string }): Checked<readonly Lock[]> {
  const { file } = source;
  return readJsonDocument(source, (document, placeOf) => {
    const isPlan = document !== null && typeof document === "object" && "moves" in document;
    if (!isPlan) return listed(document, file, placeOf);
    const plan = readPlan({ document, file });
    return plan.ok ? { ok: true, value: locksOfMoves(plan.value.moves), warnings: [] } : plan;
  });
}

/** Why somebody goes where a plan says that is given as decided. */
const AS_PLANNED = "按所给方案已定";

/** Returns the decisions that everybody goes where a plan or a roster says; to the post where it names one. */
export function locksOfMoves(
  moves: readonly { readonly person: string; readonly to: string; readonly post?: string }[],
): readonly Lock[] {
  return moves.map(({ person, to, post }) =>
    post === undefined || post.includes("/")
      ? { person, school: to, reason: AS_PLANNED }
      : { person, post, reason: AS_PLANNED },
  );
}
