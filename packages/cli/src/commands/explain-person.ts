import type { AskedQuestion, Text, Told } from "lungang";
import { findPerson, findSchool, readQuestion } from "lungang";
import { callIssue, usageIssue } from "../input/arguments.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { say, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { reportBadInput } from "../text/issue-text.ts";
import type { ExplainOptions } from "./explained-plan.ts";
import { nothingMore, withCase, withPlan } from "./explained-plan.ts";

/** Options that say what would be done with a person instead. */
export interface QuestionOptions extends ExplainOptions {
  readonly school?: string;
  readonly post?: string;
  readonly notSchool?: string;
  readonly stay?: boolean;
  readonly leave?: boolean;
  /** Asks about the whole school. */
  readonly nobody?: "leaves" | "comes";
}

/** Which county, and about whom. */
interface About {
  readonly instance: string;
  readonly person: string | undefined;
}

/** Options of `explain why`. */
export interface WhyOptions extends ExplainOptions {
  readonly all?: boolean;
  /** Name or id of the school that is asked about. */
  readonly school?: string;
}

/** Tells why the plan places a person as it does, or everybody. */
export async function why(
  session: Session,
  { instance, person }: { readonly instance: string; readonly person: string | undefined },
  options: WhyOptions,
): Promise<ExitCode> {
  const { all = false, school } = options;
  const asked = [...(all ? [0] : []), ...[person, school].filter((each) => each !== undefined)];
  if (asked.length !== 1) return reportBadInput(session, [aboutWhom()]);
  if (school !== undefined) return whySchool(session, { instance, school }, options);
  if (person === undefined) return whyAll(session, instance, options);
  return withCase(
    session,
    { instance, options },
    {
      check: (planningCase) => findPerson(person, planningCase.instance),
      answer: (open, id) =>
        withPlan(session, open, async (explanations) => deliver(session, await explanations.why(id))),
    },
  );
}

const WHOM: Text = { zh: "姓名或编号，或 --school 学校，或 --all", en: "a name or an id, --school NAME, or --all" };

function aboutWhom() {
  const message = {
    zh: "请写明一个人，或用 --school 问一所学校、用 --all 问全部人员，只选其一",
    en: "Name one person, or ask about one school with --school, or about everybody with --all",
  };
  return callIssue(message, { expected: WHOM });
}

/** Tells whom a school gains and loses, and what it could not get. */
function whySchool(
  session: Session,
  { instance, school }: { readonly instance: string; readonly school: string },
  options: WhyOptions,
): Promise<ExitCode> {
  return withCase(
    session,
    { instance, options },
    {
      check: (planningCase) => findSchool(school, planningCase.instance),
      answer: (open, id) =>
        withPlan(session, open, async (explanations) => deliver(session, await explanations.school(id))),
    },
  );
}

/** Tells of everybody in scope why the plan places them so, and what any other place costs at the least. */
function whyAll(session: Session, instance: string, options: ExplainOptions): Promise<ExitCode> {
  return withCase(
    session,
    { instance, options },
    {
      check: nothingMore,
      answer: (open) =>
        withPlan(session, open, async (explanations) => {
          const all = await explanations.everybody();
          const gap = session.language === "zh" ? "" : " ";
          if (session.json) tellJson(session, { people: all.map(({ value, sentences }) => ({ ...value, sentences })) });
          else
            for (const { sentences } of all)
              tell(session, sentences.map((sentence) => say(session, sentence)).join(gap));
          return EXIT.done;
        }),
    },
  );
}

/** Tells what another place for a person would cost, and whom. */
export function whyNot(session: Session, { instance, person }: About, options: QuestionOptions): Promise<ExitCode> {
  const { nobody, school } = options;
  if (nobody !== undefined && school !== undefined && person === undefined) {
    return withCase(
      session,
      { instance, options },
      {
        check: (planningCase) => findSchool(school, planningCase.instance),
        answer: (open, atSchool) =>
          withPlan(session, open, async (explanations) =>
            deliver(session, await explanations.whyNotSchool({ atSchool, nobody })),
          ),
      },
    );
  }
  return withCase(
    session,
    { instance, options },
    {
      check: (planningCase) => {
        const question = person === undefined || nobody !== undefined ? undefined : questionOf(person, options);
        return question === undefined
          ? { ok: false, issues: [noQuestion()] }
          : readQuestion(question, planningCase.instance);
      },
      answer: (open, question) =>
        withPlan(session, open, async (explanations) => deliver(session, await explanations.whyNot(question))),
    },
  );
}

/** Exactly one of the options says what is asked. */
function questionOf(person: string, options: QuestionOptions): AskedQuestion | undefined {
  const { school, post, notSchool, stay, leave } = options;
  const asked: readonly AskedQuestion[] = [
    ...(school === undefined ? [] : [{ person, school }]),
    ...(post === undefined ? [] : [{ person, post }]),
    ...(notSchool === undefined ? [] : [{ person, notSchool }]),
    ...(stay === true ? [{ person, stay }] : []),
    ...(leave === true ? [{ person, leave }] : []),
  ];
  return asked.length === 1 ? asked[0] : undefined;
}

const ONE_QUESTION: Text = {
  zh: "姓名或编号，加 --school、--post、--not-school、--stay、--leave 之一；或 --school 学校 --nobody",
  en: "a name or an id with one of --school, --post, --not-school, --stay, --leave; or --school NAME --nobody",
};

function noQuestion() {
  return usageIssue(
    "--school",
    {
      zh: "请写明一个人和一种设想：到哪所学校、到哪个岗位、不到哪所学校、留任或参加交流；或一所学校不派出、不接收",
      en: "Name a person and one thing that would be done instead, or a school that nobody leaves or comes to",
    },
    { expected: ONE_QUESTION },
  );
}

function deliver<T>(session: Session, { value, sentences }: Told<T>): ExitCode {
  if (session.json) tellJson(session, { ...value, sentences });
  else for (const sentence of sentences) tell(session, say(session, sentence));
  return EXIT.done;
}
