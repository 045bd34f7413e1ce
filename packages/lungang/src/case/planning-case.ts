import type { Checked, Instance, Issue, Lock } from "@lungang/core";
import { checkLocks } from "@lungang/core";
import type { Policy, ReportSectionName } from "@lungang/core/policy";
import type { CaseSources } from "./case-sources.ts";
import { readSources } from "./case-sources.ts";
import type { PlaceOf } from "./lock-places.ts";
import { lockPlace, rememberPlaces } from "./lock-places.ts";
import type { FoundPolicy, PolicyChanges } from "./policy.ts";
import { resolveDocument } from "./policy.ts";
import { settingsById } from "./setting-names.ts";
import { sound, together } from "./together.ts";

/**
 * What planning, checking and verifying start from: a county, a policy with its numbers, and decisions already taken.
 *
 * @public
 */
export interface PlanningCase {
  readonly instance: Instance;
  readonly policy: Policy;
  readonly locks: readonly Lock[];
}

/**
 * What a case is opened from. A workbook or a folder of sheets may name its own policy, settings and decisions; what is
 * given goes over that, and a warning says so.
 *
 * @public
 */
export interface CaseRequest extends CaseSources {
  /** Sections of the policy that only reports read and that are filled in too. @defaultValue none */
  readonly withReports?: readonly ReportSectionName[];
}

/** The parts of a case as they were read. */
export interface CaseParts extends PolicyChanges {
  readonly county: Checked<Instance>;
  readonly policy: Checked<FoundPolicy>;
  readonly locks: Checked<readonly Lock[]>;
  readonly withReports?: readonly ReportSectionName[];
  /** Warnings about how the parts were chosen. @defaultValue none */
  readonly warnings?: readonly Issue[];
  /** Where the county says what the path of an issue is about. @defaultValue nowhere */
  readonly placeOf?: PlaceOf;
}

/**
 * Opens a case from its sources; the problems of all of them come at once.
 *
 * @public
 */
export async function openCase({ withReports = [], ...sources }: CaseRequest): Promise<Checked<PlanningCase>> {
  return assembleCase({ withReports, ...(await readSources(sources)) });
}

/** Puts a case together from parts that were read, or returns what is wrong with all of them. */
export function assembleCase(parts: CaseParts): Checked<PlanningCase> {
  const { county, policy, locks, warnings = [], placeOf = () => undefined, ...options } = parts;
  const resolved = policy.ok ? resolveDocument(policy.value, byId(policy.value, options, county)) : policy;
  const read = policy.ok ? policy.warnings : [];
  const all = together(county, locks, resolved);
  if (!all.ok)
    return { ok: false, issues: [...all.issues.map((issue) => placed(issue, placeOf)), ...read, ...warnings] };
  const [instance, taken, terms] = all.value;
  const agreed = checkLocks(taken, instance);
  const placeOfLock: PlaceOf = (path) => placeOf(["locks", ...path]) ?? lockPlace(taken, path);
  if (agreed.ok) rememberPlaces(agreed.value, placeOfLock);
  const told = (agreed.ok ? agreed.warnings : agreed.issues).map((issue) => ofLocks(issue, placeOfLock));
  if (!agreed.ok) return { ok: false, issues: [...told, ...warnings] };
  return sound({ instance, policy: terms, locks: agreed.value }, [...warnings, ...read, ...all.warnings, ...told]);
}

/** Puts ids in place of names in settings, where the county could be read. */
function byId(
  { document }: FoundPolicy,
  options: Pick<CaseParts, "settings" | "overrides" | "withReports">,
  county: Checked<Instance>,
) {
  const { settings } = options;
  if (settings === undefined || !county.ok) return options;
  return { ...options, settings: settingsById(document, settings, county.value) };
}

/** Adds the cell of a value or a decision that the county says itself. */
function placed(issue: Issue, placeOf: PlaceOf): Issue {
  const place = issue.place === undefined ? placeOf(issue.path ?? []) : undefined;
  return place === undefined ? issue : { ...issue, place };
}

/** Says that a path begins at the list of decisions already taken. */
function ofLocks(issue: Issue, placeOf: PlaceOf): Issue {
  const { path = [] } = issue;
  return placed({ ...issue, path: ["locks", ...path] }, () => placeOf(path));
}
