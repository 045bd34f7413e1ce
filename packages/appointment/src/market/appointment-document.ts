import type { Checked, Issue } from "@lungang/core";
import { checked, hasError } from "@lungang/core";
import { z } from "zod";
import { errorIssue, repeatedIds, text, unknownId } from "./issues.ts";
import type { Market, Placement } from "./market.ts";
import { NO_POST } from "./market.ts";
import { ruleSchema } from "./rule.ts";
import type { Rule } from "./rule.ts";
import { shapeIssues } from "@lungang/core";

const id = z.string().trim().min(1);

/** Who gets which post, by a rule or by hand; the format `lungang-appointment-1`. Columns for readers may stand beside. */
export const appointmentSchema = z.object({
  format: z.literal("lungang-appointment-1"),
  /** Left out for a list made by hand under no rule of ours. */
  rule: ruleSchema.optional(),
  lines: z.array(z.object({ person: id, post: id.nullable() })),
  /** People whom a floor kept where they are. */
  held: z.array(id).default([]),
});

/** An appointment as it may be written by hand. */
export type AppointmentInput = z.input<typeof appointmentSchema>;

/** An appointment that was read: everybody of the market stands in it once. */
export interface ReadAppointment {
  readonly rule: Rule | undefined;
  readonly placement: Placement;
  /** Positions of people whom a floor kept where they are. */
  readonly held: readonly number[];
}

/** Reads an appointment of a market; who is lost, stands twice or is unknown is an issue, all at once. */
export function readAppointment(market: Market, data: unknown): Checked<ReadAppointment> {
  const parsed = appointmentSchema.safeParse(data);
  if (!parsed.success) return { ok: false, issues: shapeIssues(parsed.error, { data }) };
  const { lines, rule, held } = parsed.data;
  const people = new Map(market.people.map((person, at) => [person.id, at]));
  const posts = new Map(market.posts.map((post, at) => [post.id, at]));
  const issues = [
    ...repeatedIds({
      ids: lines.map((line) => line.person),
      path: (index) => ["lines", index, "person"],
      code: "appointed-twice",
      noun: text("人员", "person"),
    }),
    ...unknownLines(lines, people, posts),
    ...lost(market, new Set(lines.map((line) => line.person))),
  ];
  if (hasError(issues)) return { ok: false, issues };
  const placement = new Int32Array(market.people.length).fill(NO_POST);
  for (const { person, post } of lines) {
    placement[people.get(person) as number] = post === null ? NO_POST : (posts.get(post) as number);
  }
  return checked({ rule, placement, held: held.flatMap((person) => people.get(person) ?? []) }, issues);
}

type Positions = ReadonlyMap<string, number>;

function unknownLines(lines: AppointmentInput["lines"], people: Positions, posts: Positions): readonly Issue[] {
  return lines.flatMap(({ person, post }, index) => [
    ...(people.has(person)
      ? []
      : [unknownId({ id: person, noun: text("人员", "person"), path: ["lines", index, "person"] })]),
    ...(post === null || posts.has(post)
      ? []
      : [unknownId({ id: post, noun: text("岗位", "post"), path: ["lines", index, "post"] })]),
  ]);
}

function lost(market: Market, listed: ReadonlySet<string>): readonly Issue[] {
  return market.people
    .filter((person) => !listed.has(person.id))
    .map((person) =>
      errorIssue({
        code: "person-lost",
        path: ["lines"],
        expected: person.id,
        message: text(`聘任名单中没有“${person.id}”`, `The appointment does not say what becomes of "${person.id}"`),
        advice: text("请补上一行；未聘上者岗位留空", "Add a line; leave the post empty for somebody without one"),
      }),
    );
}
