import { findLevel, kilometres, readLoosened, together } from "lungang";
import { usageIssue } from "../input/arguments.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { say, tell, tellJson, warn } from "../session.ts";
import type { Session } from "../session.ts";
import { tableText } from "../text/table.ts";
import type { ExplainOptions } from "./explained-plan.ts";
import { withCase, withPlan } from "./explained-plan.ts";

/** Options of `explain front`. */
export interface FrontOptions extends ExplainOptions {
  readonly between?: string;
  readonly points: string;
}

/** Options of `explain others`. */
export interface OthersOptions extends ExplainOptions {
  readonly count: string;
  readonly within: readonly string[];
}

/** Plans that are made in one call at most. */
const MOST_POINTS = 1000;
const MOST_OTHERS = 20;

/** Tells what two aims of the policy cost each other. */
export function front(session: Session, instance: string, options: FrontOptions): Promise<ExitCode> {
  return withCase(
    session,
    { instance, options },
    {
      check: ({ policy }) => {
        const named = (options.between ?? "").split(/[,，]/u).map((name) => name.trim());
        const [one = "", other = "", ...more] = named;
        if (one === "" || other === "" || one === other || more.length > 0)
          return { ok: false, issues: [noPair(options)] };
        const most = readCount("--points", options.points, MOST_POINTS);
        return together(findLevel(one, policy), findLevel(other, policy), most);
      },
      answer: (open, [one, other, most]) =>
        withPlan(session, open, async (explanations) => {
          const { value, sentences, titles, values } = await explanations.front([one, other], most, (pair) =>
            session.json ? undefined : warn(session, pair.map((text) => say(session, text)).join(" | ")),
          );
          if (session.json) {
            tellJson(session, { ...value, sentences });
            return EXIT.done;
          }
          const heads = [
            ...titles,
            { zh: "交流人数", en: "moves" },
            { zh: "缺员", en: "missing" },
            { zh: "路程（公里）", en: "km" },
            { zh: "已证明", en: "proven" },
          ];
          const rows = value.points.map(({ moves, missing, distanceMetres, proven }, at) => [
            ...(values[at] ?? []).map((text) => say(session, text)),
            moves,
            missing,
            kilometres(distanceMetres),
            say(session, proven ? { zh: "是", en: "yes" } : { zh: "否", en: "no" }),
          ]);
          const columns = heads.map((title) => ({ title: say(session, title), right: true }));
          tell(session, tableText(columns, rows));
          for (const sentence of sentences) tell(session, say(session, sentence));
          return EXIT.done;
        }),
    },
  );
}

/** Tells which other plans are good enough, each as different as it can be. */
export function others(session: Session, instance: string, options: OthersOptions): Promise<ExitCode> {
  return withCase(
    session,
    { instance, options },
    {
      check: ({ policy }) =>
        together(
          readCount("--count", options.count, MOST_OTHERS),
          together(...options.within.map((text) => readLoosened(text, policy))),
        ),
      answer: (open, [count, loosened]) =>
        withPlan(session, open, async (explanations) => {
          const { value, sentences } = await explanations.different(count, loosened);
          if (session.json) tellJson(session, { ...value, sentences });
          else for (const sentence of sentences) tell(session, say(session, sentence));
          return EXIT.done;
        }),
    },
  );
}

function readCount(option: string, received: string, most: number) {
  const count = /^\d{1,4}$/u.test(received.trim()) ? Number(received) : 0;
  if (count >= 1 && count <= most) return { ok: true, value: count, warnings: [] } as const;
  const message = { zh: `应为 1 到 ${most} 的整数`, en: `It takes a whole number from 1 to ${most}` };
  return { ok: false, issues: [usageIssue(option, message, { received, expected: `1-${most}` })] } as const;
}

function noPair({ between }: FrontOptions) {
  const message = { zh: "请写明两个不同的目标，用逗号分隔", en: "Name two different aims, with a comma between" };
  return usageIssue("--between", message, {
    expected: "shortfall,nearness",
    ...(between === undefined ? {} : { received: between }),
  });
}
