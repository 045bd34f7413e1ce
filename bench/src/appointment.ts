import { appointmentFiles, openApplications, readAppointmentList, verifyAppointmentList } from "lungang";
import { openSession } from "lungang/node";
import type { MarketInput, Rule } from "@lungang/appointment";
import { appoint, loadMarket, verifyAppointment } from "@lungang/appointment";
import { writeWorkbook } from "@lungang/tabular";
import type { OutSheet } from "@lungang/tabular";
import type { Lap } from "./laps.ts";
import { Laps } from "./laps.ts";
import { randomOf } from "./random.ts";
import { AnswerError } from "./run.ts";
import { unwrap } from "./unwrap.ts";

/** How large a market is, and how much of it competes. */
export interface MarketSize {
  readonly schools: number;
  readonly postsPerSchool: number;
  readonly people: number;
  readonly applicants: number;
  readonly wishes: number;
  readonly heads: number;
}

/** Figures of one market; times count only because every promise of every rule was checked. */
export interface MeasuredMarket {
  readonly laps: readonly Lap[];
  /** People who move, by rule. */
  readonly moved: Readonly<Record<string, number>>;
}

/** Share of the heads that is free: one in twenty. */
const FREE_OF = 20;

/** Makes a market: posts of several subjects a school, people who hold them, some of whom apply; a few schools are wanted by most. */
export function madeMarket({ schools, postsPerSchool, people, applicants, wishes, heads }: MarketSize): MarketInput {
  const random = randomOf(7);
  const below = (limit: number): number => Math.floor(random() * limit);
  const posts = Array.from({ length: schools * postsPerSchool }, (_, at) => ({
    id: `p${at}`,
    school: `s${Math.floor(at / postsPerSchool)}`,
    township: `t${Math.floor(at / postsPerSchool / 8)}`,
    subject: `k${at % postsPerSchool}`,
    stage: "primary",
    capacity: heads + (below(FREE_OF) < heads ? 1 : 0),
  }));
  const rows = Array.from({ length: people }, (_, at) => ({
    id: `u${at}`,
    points: below(1000) / 10,
    ownPost: `p${at % posts.length}`,
  }));
  const applications = rows.slice(0, applicants).map(({ id }, at) => {
    const subject = (at % posts.length) % postsPerSchool;
    const wished = Array.from(
      { length: wishes },
      () => `p${Math.floor(random() ** 2 * schools) * postsPerSchool + subject}`,
    );
    return { person: id, wishes: [...new Set(wished)] };
  });
  return { format: "lungang-market-1", seed: "bench", posts, people: rows, applications };
}

const RULES: readonly Rule[] = [
  { name: "acceptance" },
  { name: "trading" },
  { name: "twoSided", proposer: "post" },
  { name: "cycles", longest: 3, vacancies: "chains" },
];

/** Circles of limited length are meant for a county. */
const MOST_IN_CIRCLES = 20_000;

/**
 * Reads a market, decides it by every rule and checks every promise.
 *
 * @throws {AnswerError} if a promise does not hold
 */
export function measureMarket(size: MarketSize): MeasuredMarket {
  const input = madeMarket(size);
  const laps = new Laps();
  laps.start("read");
  const market = unwrap(loadMarket(input));
  const moved: Record<string, number> = {};
  for (const rule of RULES) {
    if (rule.name === "cycles" && size.people > MOST_IN_CIRCLES) continue;
    laps.start(rule.name);
    const appointment = unwrap(appoint(market, rule));
    laps.start(`${rule.name} checked`);
    if (!unwrap(verifyAppointment(market, appointment)).holds)
      throw new AnswerError(`A promise of ${rule.name} is broken`);
    moved[rule.name] = appointment.counts.moved;
  }
  return { laps: laps.stop(), moved };
}

/**
 * Goes the way of a planner with the same market: a workbook is read, decided, checked, written, and the list verified again.
 *
 * @throws {AnswerError} if the list that was written is found wrong
 */
export async function measureWorkbook(size: MarketSize): Promise<MeasuredMarket> {
  const bytes = await writeWorkbook(sheetsOf(madeMarket(size)));
  const laps = new Laps();
  const session = openSession();
  try {
    laps.start("read workbook");
    const applications = unwrap(await openApplications({ workbook: bytes }));
    laps.start("decide and tell");
    const outcome = await session.appoint(applications);
    if (outcome.status !== "appointed") throw new AnswerError(outcome.message.en);
    laps.start("write files");
    const files = await appointmentFiles(applications, outcome, { language: "zh" });
    laps.start("verify the list");
    const list = files.find(({ name }) => name === "聘任结果.xlsx")?.content;
    if (!(list instanceof Uint8Array)) throw new AnswerError("No workbook was written");
    const report = unwrap(verifyAppointmentList(applications, unwrap(await readAppointmentList(list))));
    if (!report.ok) throw new AnswerError(report.message.en);
    return { laps: laps.stop(), moved: { acceptance: outcome.appointment.counts.moved } };
  } finally {
    await session.close();
  }
}

function sheetsOf({ posts, people, applications = [] }: MarketInput): readonly OutSheet[] {
  const most = applications.reduce((length, { wishes }) => Math.max(length, wishes.length), 0);
  const columns = (...headers: readonly string[]) => headers.map((header) => ({ header }));
  return [
    {
      name: "参数",
      columns: columns("项目", "内容"),
      rows: [
        ["聘任规则", "延迟接受"],
        ["抽签种子", "bench"],
      ],
    },
    {
      name: "岗位",
      columns: [...columns("岗位编号", "学校", "学科"), { header: "岗位数", type: "integer" }],
      rows: posts.map(({ id, school, subject, capacity }) => [id, school, subject, capacity]),
    },
    {
      name: "人员",
      columns: [...columns("人员编号", "原岗位编号"), { header: "积分", type: "number" }],
      rows: people.map(({ id, ownPost, points }) => [id, ownPost, points]),
    },
    {
      name: "报名志愿",
      columns: columns("人员编号", ...Array.from({ length: most }, (_, at) => `志愿${at + 1}`)),
      rows: applications.map(({ person, wishes }) => [person, ...wishes.map(String)]),
    },
  ];
}
