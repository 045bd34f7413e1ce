import type { DecidedAppointment, Issue } from "../../../lungang/src/index.ts";
import { openApplications, verifyAppointmentList } from "../../../lungang/src/index.ts";
import { openSession } from "../../../lungang/src/node.ts";
import type { PolicyDocument } from "../../src/index.ts";
import { policyDocument } from "../../src/index.ts";
import { MASKED_IN_APPOINTMENT } from "../masked-values.ts";
import type { Variant } from "./competition.ts";
import { competition } from "./competition.ts";
import type { PolicyPart } from "./entries.ts";
import { ROLES, withoutPart } from "./entries.ts";
import type { Evidence } from "./kill.ts";

/** Where a part of the appointment of a policy stands. */
export const OF_APPOINTMENT = /^appointment\//u;

/** Steps that have to pass before anybody is appointed: without one of them a county whose step failed appoints. */
const OF_STEPS = /^appointment\/(?:steps|selection\/steps|unplaced)\//u;

const nowhere = () => ({});

type Found = DecidedAppointment | readonly string[];

/** The policy that is read, with the values that it asks for; a value that nothing asks for any more is left out. */
const opened = async (document: PolicyDocument, whole: PolicyDocument, variant: Variant = {}) => {
  const asked = JSON.stringify(document["appointment" as keyof PolicyDocument]);
  const given = Object.entries(MASKED_IN_APPOINTMENT[whole.id] ?? {});
  return openApplications(
    { workbook: await competition(whole, variant) },
    {
      policy: { document, placeOf: nowhere },
      settings: Object.fromEntries(given.filter(([name]) => asked.includes(`"${name}"`))),
    },
  );
};

const known = new Map<string, Promise<Found>>();

/** Who gets which post in which round; why nobody does where something is wrong. Decided once. */
function appointedBy(document: PolicyDocument, whole: PolicyDocument, variant: Variant = {}): Promise<Found> {
  const key = JSON.stringify([whole.id, document["appointment" as keyof PolicyDocument], variant]);
  const found = known.get(key) ?? decided(document, whole, variant);
  known.set(key, found);
  return found;
}

async function decided(document: PolicyDocument, whole: PolicyDocument, variant: Variant): Promise<Found> {
  const read = await opened(document, whole, variant);
  if (!read.ok) return errorsOf(read.issues);
  const session = openSession();
  try {
    const outcome = await session.appoint(read.value);
    return outcome.status === "appointed" ? outcome.appointment : [outcome.status];
  } finally {
    await session.close();
  }
}

function errorsOf(issues: readonly Issue[]): readonly string[] {
  const errors = issues.filter(({ severity }) => severity === "error");
  return [...new Set(errors.map(({ message }) => message.en))];
}

const isDecided = (found: Found): found is DecidedAppointment => "lines" in found;

function sentences(found: Found): readonly string[] {
  if (!isDecided(found)) return found;
  return found.lines.map(({ person, from, post, round }) =>
    post === null
      ? `${person} finds no post`
      : post === from
        ? `${person} stays at ${post}`
        : `${person} gets ${post}${round === null ? "" : ` in ${round}`}`,
  );
}

/** What the list says beside who gets which post. */
function terms(found: Found): readonly string[] {
  if (!isDecided(found)) return [];
  const { lines, procedure } = found;
  return [
    ...lines.flatMap(({ person, post, appointer, contract, conditions }) => [
      ...(appointer === null ? [] : [`${person} is appointed to ${post ?? ""}: ${appointer.en}`]),
      ...(contract === null ? [] : [`${person} is appointed to ${post ?? ""} until ${contract.to}`]),
      ...conditions.map(
        ({ text, met }) => `${person}: ${text.en}${met === null ? "" : met ? " (passed)" : " (not passed)"}`,
      ),
    ]),
    ...procedure.map(({ text, due, state }) => `${text.en}${due === null ? "" : `, due ${due}`}: ${state}`),
  ];
}

/** Tells what becomes of the small competition when a part of the appointment of a policy is taken away. */
export async function appointmentEvidence(part: PolicyPart): Promise<Evidence> {
  const { policy, place, source } = part;
  const whole = policyDocument(policy) as PolicyDocument;
  const name = OF_STEPS.test(place) ? nameOfStep(whole, place) : undefined;
  const found =
    place === ROLES
      ? await roleEvidence(whole)
      : ((name === undefined ? undefined : await stopped(whole, part, name)) ??
        (await differing(whole, part, name === undefined ? {} : { without: name })));
  if (found !== undefined) return { source, policy, place, ...found };
  const impliedBy = await impliedByRound(whole, place);
  return { source, policy, place, fate: "survives", ...(impliedBy === undefined ? {} : { impliedBy }) };
}

type Difference = Pick<Evidence, "fate" | "killedBy" | "refused">;

/** A county in which the step failed, with the step and without: whom it keeps from a post. */
async function stopped(
  whole: PolicyDocument,
  { changed: [document] }: PolicyPart,
  failed: string,
): Promise<Difference | undefined> {
  if (document === undefined) return undefined;
  const before = await appointedBy(whole, whole, { failed });
  const without = await appointedBy(document, whole, { failed, without: failed });
  const lost = firstLost(sentences(before), sentences(without));
  if (lost === undefined || !isDecided(without)) return undefined;
  return { fate: "plan", killedBy: lost, ...((await isRefused(whole, without, { failed })) ? { refused: true } : {}) };
}

/** The first change of the part after which others have posts, else the first after which the list says something else. */
async function differing(
  whole: PolicyDocument,
  { changed }: PolicyPart,
  variant: Variant,
): Promise<Difference | undefined> {
  const before = await appointedBy(whole, whole);
  if (!isDecided(before)) throw new Error(`Nobody is appointed by ${whole.id}: ${before.join("; ")}`);
  let told: Difference | undefined;
  for (const document of changed) {
    const without = await appointedBy(document, whole, variant);
    const lost = firstLost(sentences(before), sentences(without));
    const said = lost ?? firstLost(terms(before), terms(without));
    if (said === undefined) continue;
    const refused = isDecided(without) && (await isRefused(whole, without)) ? { refused: true } : {};
    if (lost !== undefined) return { fate: "plan", killedBy: said, ...refused };
    told ??= { fate: "printed", killedBy: said, ...refused };
  }
  return told;
}

/** The step of the policy at a place, by its name in the records. */
function nameOfStep(whole: PolicyDocument, place: string): string | undefined {
  const path = place.split("/").slice(0, -1);
  const list = path.reduce<unknown>((inner, key) => (inner as Readonly<Record<string, unknown>>)[key], whole);
  const steps = list as readonly { readonly id: string; readonly text: { readonly zh: string } }[];
  return steps.find(({ id }) => place.endsWith(`/${id}`))?.text.zh;
}

function firstLost(before: readonly string[], after: readonly string[]): string | undefined {
  const there = new Set(after);
  return before.find((sentence) => !there.has(sentence));
}

/** Verifies by the whole policy a list that was made without a part of it. */
async function isRefused(whole: PolicyDocument, decided: DecidedAppointment, variant?: Variant): Promise<boolean> {
  const read = await opened(whole, whole, variant);
  // A county in which a step failed can have no list at all.
  if (!read.ok) return true;
  const report = verifyAppointmentList(read.value, listOf(decided));
  return !report.ok || !report.value.ok;
}

/** The list of an appointment as its workbook is read. */
function listOf({ lines, rounds }: DecidedAppointment): Parameters<typeof verifyAppointmentList>[1] {
  const steps = rounds.flatMap(({ round, steps: all }) => all.map(({ person, post }) => ({ round, person, post })));
  return {
    lines: lines.map(({ person, post, appointer, contract, conditions }) => ({
      person,
      post,
      ...(appointer === null ? {} : { appointer: appointer.zh }),
      ...(contract === null ? {} : { contractFrom: contract.from ?? "", contractTo: contract.to }),
      ...(conditions.length === 0 ? {} : { conditions: conditions.map(({ text }) => text.zh).join("；") }),
    })),
    ...(rounds.length === 0 ? { steps: undefined } : { steps }),
    locate: <T>(issue: T) => issue,
  };
}

/** A class teacher with the fewest points of an overfull post keeps it; the list of who does not is refused. */
async function roleEvidence(whole: PolicyDocument): Promise<Difference | undefined> {
  const variant: Variant = { roles: [["七（1）班", "甲中学", "last"]] };
  const before = await appointedBy(whole, whole, variant);
  const without = await appointedBy(whole, whole);
  const lost = firstLost(sentences(before), sentences(without));
  if (lost === undefined || !isDecided(before) || !isDecided(without)) return undefined;
  return { fate: "plan", killedBy: lost, ...((await isRefused(whole, without, variant)) ? { refused: true } : {}) };
}

/** Takes another round away together with a round that nothing shows: where others then get the posts, that one did its work. */
async function impliedByRound(whole: PolicyDocument, place: string): Promise<string | undefined> {
  if (!place.startsWith("appointment/rounds/")) return undefined;
  const without = withoutPart(whole, place);
  const { rounds } = whole["appointment" as keyof PolicyDocument] as unknown as {
    readonly rounds: readonly { readonly id: string }[];
  };
  for (const { id } of rounds) {
    const other = `appointment/rounds/${id}`;
    if (other === place) continue;
    const [alone, both] = [
      await appointedBy(withoutPart(whole, other), whole),
      await appointedBy(withoutPart(without, other), whole),
    ];
    if (firstLost(sentences(alone), sentences(both)) !== undefined) return other;
  }
  return undefined;
}
