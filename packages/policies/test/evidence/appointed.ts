import type { DecidedAppointment } from "../../../lungang/src/index.ts";
import { openApplications, verifyAppointmentList } from "../../../lungang/src/index.ts";
import { openSession } from "../../../lungang/src/node.ts";
import type { PolicyDocument } from "../../src/index.ts";
import { policyDocument } from "../../src/index.ts";
import { competition } from "./competition.ts";
import type { PolicyPart } from "./entries.ts";
import { withoutPart } from "./entries.ts";
import type { Evidence } from "./kill.ts";

/** Where a part of the appointment of a policy stands. */
export const OF_APPOINTMENT = /^appointment\//u;

const nowhere = () => ({});

/** Who gets which post in which round, as sentences; why nobody does where the policy cannot be read. */
async function appointedBy(document: PolicyDocument): Promise<DecidedAppointment | readonly string[]> {
  const read = await openApplications({ workbook: await competition() }, { policy: { document, placeOf: nowhere } });
  if (!read.ok) return read.issues.map(({ code }) => code);
  const session = openSession();
  try {
    const outcome = await session.appoint(read.value);
    return outcome.status === "appointed" ? outcome.appointment : [outcome.status];
  } finally {
    await session.close();
  }
}

const isDecided = (found: DecidedAppointment | readonly string[]): found is DecidedAppointment => "lines" in found;

function sentences(found: DecidedAppointment | readonly string[]): readonly string[] {
  if (!isDecided(found)) return found;
  return found.lines.map(({ person, from, post, round }) =>
    post === null
      ? `${person} finds no post`
      : post === from
        ? `${person} stays at ${post}`
        : `${person} gets ${post}${round === null ? "" : ` in ${round}`}`,
  );
}

/** Tells what becomes of the small competition when a part of the appointment of a policy is taken away. */
export async function appointmentEvidence({ policy, place, source, changed }: PolicyPart): Promise<Evidence> {
  const whole = policyDocument(policy) as PolicyDocument;
  const before = await appointedBy(whole);
  for (const document of changed) {
    const without = await appointedBy(document);
    const lost = firstLost(sentences(before), sentences(without));
    if (lost === undefined) continue;
    const refused = isDecided(without) && (await isRefused(whole, without)) ? { refused: true } : {};
    return { source, policy, place, fate: "plan", killedBy: lost, ...refused };
  }
  const impliedBy = await impliedByRound(whole, place);
  return { source, policy, place, fate: "survives", ...(impliedBy === undefined ? {} : { impliedBy }) };
}

function firstLost(before: readonly string[], after: readonly string[]): string | undefined {
  const there = new Set(after);
  return before.find((sentence) => !there.has(sentence));
}

/** Verifies by the whole policy a list that was made without a part of it. */
async function isRefused(whole: PolicyDocument, { lines, rounds }: DecidedAppointment): Promise<boolean> {
  const read = await openApplications(
    { workbook: await competition() },
    { policy: { document: whole, placeOf: nowhere } },
  );
  if (!read.ok) throw new Error("The whole policy cannot be read");
  const steps = rounds.flatMap(({ round, steps: all }) => all.map(({ person, post }) => ({ round, person, post })));
  const list = { lines: lines.map(({ person, post }) => ({ person, post })), steps, locate: <T>(issue: T) => issue };
  const report = verifyAppointmentList(read.value, list);
  return !report.ok || !report.value.ok;
}

/** Takes another round away together with a round that nothing shows: where others then get the posts, that one did its work. */
async function impliedByRound(whole: PolicyDocument, place: string): Promise<string | undefined> {
  const without = withoutPart(whole, place);
  const { rounds } = whole["appointment"] as unknown as { readonly rounds: readonly { readonly id: string }[] };
  for (const { id } of rounds) {
    const other = `appointment/rounds/${id}`;
    if (other === place) continue;
    const [alone, both] = [
      await appointedBy(withoutPart(whole, other)),
      await appointedBy(withoutPart(without, other)),
    ];
    if (firstLost(sentences(alone), sentences(both)) !== undefined) return other;
  }
  return undefined;
}
