import { readXlsxBook } from "@lungang/tabular";
import { afterAll, describe, expect, test } from "vitest";
import { appointmentFiles } from "../src/index.ts";
import { openSession } from "../src/node.ts";
import type { Sheets } from "./applications.ts";
import { ROUND_HEADER, opened } from "./applications.ts";

/** What people read after rounds: where they stand, by which round each wish was lost, and nobody else. */

const session = openSession();
afterAll(() => session.close());

/** Three of the centre school compete for two posts; who is left goes to the nearest school that has room. */
const THREE_FOR_TWO: Sheets = {
  参数: [
    ["项目", "内容"],
    ["名称", "某县竞聘"],
    ["聘任规则", "延迟接受"],
    ["编制单位", "某县教育局"],
  ],
  岗位: [
    ["岗位编号", "学校", "乡镇", "岗位类别", "学段", "学科", "岗位数"],
    ["P", "中心小学", "甲镇", null, "小学", "语文", 2],
    ["V", "近村小学", "甲镇", null, "小学", "语文", 1],
    ["H", "远乡小学", "乙乡", null, "小学", "语文", 1],
    ["S", "中心小学", "甲镇", "教辅岗位", null, null, 1],
    ["M", "县中", "丙镇", null, "初中", "语文", 1],
    ["D", "丁中", "丁镇", null, "初中", "语文", 1],
  ],
  人员: [
    ["人员编号", "姓名", "原岗位编号", "积分", "原岗处理"],
    ["A1", "任静", "P", 82, "参加竞聘"],
    ["A2", "姜波", "P", 77, "参加竞聘"],
    ["A3", "范晓", "P", 69, "参加竞聘"],
    ["V1", "谭平", "V", 60, "参加竞聘"],
    ["S1", "邹敏", "S", 20, "参加竞聘"],
    ["D1", "段平", "D", 50, "参加竞聘"],
    ["E1", "尹丽", null, 90, null],
  ],
  报名志愿: [
    ["人员编号", "第一志愿", "第二志愿"],
    ["A1", "P", null],
    ["A2", "P", null],
    ["A3", "P", null],
    ["V1", "P", "V"],
    ["S1", "S", null],
    ["D1", "M", "D"],
    ["E1", "M", null],
  ],
  轮次: [
    ROUND_HEADER,
    ["本镇竞聘", 1, "本乡镇", null, null, null, null],
    ["全县选聘", 2, "全县", null, null, null, null],
    ["就近安置", 3, "全县", "未聘人员", null, "就近安排", null],
  ],
  学校距离: [
    ["起点学校", "终点学校", "公里"],
    ["中心小学", "近村小学", 5],
    ["中心小学", "远乡小学", 27],
  ],
};

async function filesOf(sheets: Sheets) {
  const applications = await opened(sheets);
  const outcome = await session.appoint(applications);
  if (outcome.status !== "appointed") throw new Error(outcome.message.en);
  const files = await appointmentFiles(applications, outcome, { language: "zh" });
  return { outcome, files: new Map(files.map(({ name, content }) => [name, content])) };
}

const PLAIN = /<[^>]*>/gu;

async function lettersTo(name: string, sheets = THREE_FOR_TWO) {
  const { files } = await filesOf(sheets);
  const pages = String(files.get("聘任通知.html")).match(/<section>.*?<\/section>/gsu) ?? [];
  return pages.filter((page) => page.includes(name)).map((page) => page.replace(PLAIN, " "));
}

describe("letters after rounds", () => {
  test("tell who is placed where he did not wish that it is so, in which round he last stood for his wish, and what was nearer", async () => {
    const [notice = "", why = "", ...more] = await lettersTo("范晓");
    expect(more).toEqual([]);
    expect(notice).toContain("您的志愿未能实现，安排您到远乡小学任小学语文教师。");
    expect(notice).not.toContain("经公开竞聘");
    expect(why).toContain("您的志愿未能实现，由主管部门按规定安排到远乡小学任小学语文教师。");
    expect(why).toContain(
      "“全县选聘”：第 1 志愿“中心小学 小学语文”可聘 2 人；取得者中有 2 人排在前面（最低 77 分，本人 69 分）。",
    );
    expect(why).toContain("“就近安置”：较近的“近村小学 小学语文”可聘 1 人；取得者中有 1 人排在前面（已在该岗位）。");
    expect(why).toContain("有异议的");
    expect(`${notice}${why}`).not.toMatch(/任静|姜波|谭平/u);
  });

  test("tell who got a later wish why the earlier one was lost, counted in the whole list", async () => {
    const [notice = "", why = ""] = await lettersTo("谭平");
    expect(notice).toContain("继续聘任您在近村小学任小学语文教师。");
    expect(why).toContain("第 1 志愿“中心小学 小学语文”可聘 2 人；取得者中有 2 人排在前面（最低 77 分，本人 60 分）。");
  });

  test("tell who kept the own post why a wish was lost in a round after it", async () => {
    const [notice = "", why = ""] = await lettersTo("段平");
    expect(notice).toContain("继续聘任您在丁中任初中语文教师。");
    expect(why).toContain(
      "“全县选聘”：第 1 志愿“县中 初中语文”可聘 1 人；取得者中有 1 人排在前面（最低 90 分，本人 50 分）。",
    );
  });

  test("are one notice for who got the first wish", async () => {
    await expect(lettersTo("任静")).resolves.toHaveLength(1);
    const [notice] = await lettersTo("邹敏");
    // Who wished for nothing else did not compete; who lost a wish did.
    expect(notice).not.toContain("经公开竞聘");
    expect((await lettersTo("段平"))[0]).toContain("经公开竞聘，继续聘任您");
    expect(notice).toContain("继续聘任您在中心小学的教辅岗位工作。");
  });

  test("and the list counts stages by the words of the workbook", async () => {
    const { files } = await filesOf(THREE_FOR_TWO);
    const book = await readXlsxBook(files.get("聘任结果-公示.xlsx") as Uint8Array);
    const rows = (book.ok ? book.value.sheets.find(({ name }) => name === "聘任名单")?.rows : undefined) ?? [];
    expect(rows.map(([first]) => String(first)).find((line) => line.startsWith("合计"))).toBe(
      "合计：7人（小学4人，初中2人，其他岗位1人；留任5人，调动1人，新聘1人）",
    );
  });

  test("and the figures of rounds say inside alone whether honest answers were safe", async () => {
    const { files } = await filesOf(THREE_FOR_TWO);
    const header = async (name: string) => {
      const book = await readXlsxBook(files.get(name) as Uint8Array);
      const rows = (book.ok ? book.value.sheets.find((sheet) => sheet.name === "轮次结果")?.rows : undefined) ?? [];
      return rows.find((row) => row.includes("轮次"));
    };
    expect(await header("聘任结果.xlsx")).toContain("如实填报");
    expect(await header("聘任结果-公示.xlsx")).toEqual(["轮次", "聘任规则", "参加", "取得岗位", "落聘", "复核"]);
  });
});

/** A vice head loses the office to a teacher and gets the teacher's post. */
const OFFICE: Sheets = {
  参数: [
    ["项目", "内容"],
    ["名称", "某县竞聘"],
    ["聘任规则", "延迟接受"],
    ["编制单位", "某县教育局"],
  ],
  岗位: [
    ["岗位编号", "学校", "岗位类别", "职务", "学段", "学科", "岗位数"],
    ["F", "中心小学", "管理岗位", "副校长", null, null, 1],
    ["T", "近村小学", null, null, "小学", "语文", 1],
  ],
  人员: [
    ["人员编号", "姓名", "原岗位编号", "积分", "原岗处理"],
    ["F1", "傅平", "F", 60, "参加竞聘"],
    ["T1", "谭敏", "T", 90, "参加竞聘"],
  ],
  报名志愿: [
    ["人员编号", "第一志愿", "第二志愿"],
    ["F1", "F", "T"],
    ["T1", "F", "T"],
  ],
};

describe("a notice of appointment to who had an office", () => {
  test("says who relieves of it: the bureau where no policy says who appoints", async () => {
    const [notice] = await lettersTo("傅平", OFFICE);
    expect(notice).toContain("聘任您到近村小学任小学语文教师");
    expect(notice).toContain("您在中心小学的副校长职务，由主管部门按干部管理权限办理免职手续，以任免文件为准。");
    expect((await lettersTo("谭敏", OFFICE))[0]).not.toContain("免职");
    expect(notice).toContain("傅平同志：");
    expect((await lettersTo("任静"))[0]).toContain("任静老师：");
  });

  test("says by whose right where the policy has it", async () => {
    const applications = await opened(OFFICE);
    const outcome = await session.appoint(applications);
    if (outcome.status !== "appointed") throw new Error(outcome.message.en);
    const text = { zh: "校长提名，学校聘任", en: "The principal proposes" };
    const terms = { appointers: [{ id: "leaders", source: "XC-04", text, kinds: ["management"] }] } as never;
    const named = { ...applications, procedure: { ...applications.procedure, terms } };
    const files = await appointmentFiles(named, outcome, { language: "zh" });
    const letters = String(files.find(({ name }) => name === "聘任通知.html")?.content);
    expect(letters).toContain(
      "您在中心小学的副校长职务，按该岗位的聘任权限（校长提名，学校聘任）办理免职手续，以任免文件为准。",
    );
  });

  test("asks who is to lead for no contract: the office is given by who appoints to it, and a teacher signs one", async () => {
    const [entered = ""] = await lettersTo("谭敏", OFFICE);
    expect(entered).toContain("任职手续由有任免权限的部门办理，以任职文件为准；请在规定时间内到中心小学报到");
    const [kept = ""] = await lettersTo("傅平", {
      ...OFFICE,
      报名志愿: [
        ["人员编号", "第一志愿"],
        ["F1", "F"],
      ],
    });
    expect(kept).toContain("续任手续由有任免权限的部门办理，以任职文件为准。");
    for (const letter of [entered, kept]) expect(letter).not.toContain("聘用合同");
    expect((await lettersTo("傅平", OFFICE))[0]).toContain("签订聘用合同");
  });
});
