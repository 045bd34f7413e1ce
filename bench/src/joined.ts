import {
  appointmentFiles,
  auditAppointment,
  openApplications,
  openCase,
  readAppointmentList,
  verifyAppointmentList,
} from "lungang";
import type { Instance } from "lungang";
import { openSession } from "lungang/node";
import { loadInstance } from "@lungang/core";
import { postsOfCounty } from "@lungang/appointment/posts";
import { generateCounty } from "@lungang/synthetic";
import { writeWorkbook } from "@lungang/tabular";
import type { OutSheet } from "@lungang/tabular";
import type { Lap } from "./laps.ts";
import { Laps } from "./laps.ts";
import { randomOf } from "./random.ts";
import { AnswerError } from "./run.ts";
import { unwrap } from "./unwrap.ts";

/** How large a county is, and how many of its people apply. */
export interface JoinedSize {
  readonly schools: number;
  readonly people: number;
  readonly applicants: number;
}

/** Figures of rotation and competition together. */
export interface MeasuredJoined {
  readonly laps: readonly Lap[];
  /** People whom the plan moves, and whom the rounds move. */
  readonly rotated: number;
  readonly moved: number;
}

/**
 * Goes the way of a planner through rotation and all rounds over one set of posts: the county is planned, what the plan leaves
 * is competed for in rounds, checked, written, verified again with both ledgers, and has its report card made.
 *
 * @throws {AnswerError} if anything is not planned, not appointed or found wrong
 */
export async function measureJoined(size: JoinedSize): Promise<MeasuredJoined> {
  const { schools, people } = size;
  const instance = unwrap(loadInstance(generateCounty({ seed: "joined", schools, people })));
  const workbook = await writeWorkbook(sheetsOf(instance, size));
  const laps = new Laps();
  const session = openSession();
  try {
    laps.start("plan and verify");
    const planningCase = unwrap(
      await openCase({ county: { instance }, policy: { name: "yulin-notice" }, settings: SETTINGS }),
    );
    const planned = await session.plan(planningCase);
    if (planned.status !== "planned") throw new AnswerError(planned.message.en);
    laps.start("read workbook");
    const after = { planningCase, plan: planned.plan };
    const applications = unwrap(await openApplications({ workbook }, { after }));
    laps.start("decide rounds and tell");
    const outcome = await session.appoint(applications);
    if (outcome.status !== "appointed") throw new AnswerError(outcome.message.en);
    laps.start("write files");
    const files = await appointmentFiles(applications, outcome, { language: "zh" });
    laps.start("verify the list");
    const written = files.find(({ name }) => name === "聘任结果.xlsx")?.content;
    if (!(written instanceof Uint8Array)) throw new AnswerError("No workbook was written");
    const list = unwrap(await readAppointmentList(written));
    const report = unwrap(verifyAppointmentList(applications, list));
    if (!report.ok) throw new AnswerError(report.message.en);
    laps.start("report card");
    unwrap(auditAppointment(applications, list, instance));
    return { laps: laps.stop(), rotated: planned.plan.moves.length, moved: outcome.appointment.counts.moved };
  } finally {
    await session.close();
  }
}

/** What the published policy leaves open. */
const SETTINGS = {
  document74Exemptions: "pregnancy,lactation,seriousIllness,longSickLeave",
  quotaShare: "10%",
};

/** Rounds from the own post outwards. */
const ROUNDS = [
  ["校内竞聘", 1, "本校"],
  ["本乡镇竞聘", 2, "本乡镇"],
  ["跨乡镇竞聘", 3, "跨乡镇"],
  ["全县竞聘", 4, "全县"],
] as const;

const MOST_WISHES = 4;

function sheetsOf(instance: Instance, { applicants }: JoinedSize): readonly OutSheet[] {
  const { posts, people } = postsOfCounty(instance);
  const random = randomOf(11);
  const subjectOf = new Map(posts.map(({ id, stage, subject, kind }) => [id, `${kind} ${stage} ${subject}`]));
  const bySubject = new Map<string, string[]>();
  for (const { id } of posts) {
    const subject = subjectOf.get(id) as string;
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), id]);
  }
  const wishes = people.slice(0, applicants).map(({ id, ownPost }) => {
    const fitting = bySubject.get(subjectOf.get(ownPost) as string) as readonly string[];
    const drawn = Array.from({ length: MOST_WISHES }, () => fitting[Math.floor(random() * fitting.length)] as string);
    return [id, ...new Set(drawn.filter((post) => post !== ownPost))];
  });
  const columns = (...headers: readonly string[]) => headers.map((header) => ({ header }));
  return [
    {
      name: "参数",
      columns: columns("项目", "内容"),
      rows: [
        ["聘任规则", "延迟接受"],
        ["抽签种子", "joined"],
      ],
    },
    {
      name: "岗位",
      columns: [...columns("岗位编号", "学校", "乡镇", "学段", "学科"), { header: "岗位数", type: "integer" }],
      rows: posts.map(({ id, school, township, stage, subject, capacity }) => [
        id,
        school,
        township ?? "县直",
        stage ?? null,
        subject ?? null,
        capacity,
      ]),
    },
    {
      name: "人员",
      columns: [...columns("人员编号", "原岗位编号"), { header: "积分", type: "number" }],
      rows: people.map(({ id, ownPost }) => [id, ownPost, Math.floor(random() * 1000) / 10]),
    },
    {
      name: "报名志愿",
      columns: columns("人员编号", ...Array.from({ length: MOST_WISHES }, (_, at) => `志愿${at + 1}`)),
      rows: wishes.filter((row) => row.length > 1),
    },
    { name: "轮次", columns: columns("轮次", "次序", "岗位范围"), rows: ROUNDS.map((round) => [...round]) },
  ];
}
