import type { Issue } from "@lungang/core";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { run } from "../src/index.ts";
import { createProgressView } from "../src/progress.ts";
import { chooseLanguage } from "../src/session.ts";
import type { Session } from "../src/session.ts";
import { reportBadInput } from "../src/text/issue-text.ts";
import { shorten, tableText } from "../src/text/table.ts";

function sessionWith(overrides: Partial<Session["io"]> = {}) {
  const written = { out: "", err: "" };
  const io: Session["io"] = {
    stdout: { write: (text) => (written.out += text) },
    stderr: { write: (text) => (written.err += text) },
    env: {},
    cwd: "/",
    ...overrides,
  };
  return { session: { io, language: "zh", json: false } as const, written };
}

describe("chooseLanguage", () => {
  it("follows the option, then the environment, then is Chinese", () => {
    expect(chooseLanguage("en", { LANG: "zh_CN.UTF-8" })).toBe("en");
    expect(chooseLanguage(undefined, { LANG: "en_US.UTF-8" })).toBe("en");
    expect(chooseLanguage(undefined, { LC_ALL: "zh_CN", LANG: "en_US" })).toBe("zh");
    expect(chooseLanguage(undefined, { LC_ALL: "", LANG: "C" })).toBe("zh");
    expect(chooseLanguage(undefined, {})).toBe("zh");
  });
});

describe("reportBadInput", () => {
  const issue: Issue = {
    code: "invalid-value",
    severity: "error",
    place: { file: "县.xlsx", sheet: "人员", cell: "C12" },
    message: { zh: "性别无法识别", en: "Cannot read the sex" },
    received: "男性?",
    expected: "男、女",
    advice: { zh: "请改为男或女", en: "Write 男 or 女" },
  };

  it("says where, what was found, what is expected and what to do", () => {
    const { session, written } = sessionWith();
    expect(reportBadInput(session, [issue])).toBe(2);
    expect(written.err).toBe(
      "错误 县.xlsx › 人员 › C12：性别无法识别\n    现为：男性?；应为：男、女\n    处理：请改为男或女\n1 个错误，0 个提醒\n",
    );
    expect(written.out).toBe("");
  });

  it("tells all of them, the same problem of many rows in one line, errors first", () => {
    const { session, written } = sessionWith();
    const warning: Issue = { ...issue, severity: "warning" };
    const rows = Array.from({ length: 30 }, (_, k) => ({ ...issue, place: { ...issue.place, cell: `C${k + 2}` } }));
    const others = Array.from({ length: 30 }, (_, k) => ({
      ...issue,
      place: { ...issue.place, sheet: `表${"甲".repeat(k)}` },
    }));
    reportBadInput(session, [warning, ...rows, ...others]);
    const lines = written.err.split("\n").filter((line) => /^(错误|提醒)/u.test(line));
    expect(lines).toHaveLength(32);
    expect(lines[0]).toBe("错误 县.xlsx › 人员 › C2：性别无法识别（同类问题共 30 处：第 2-31 行）");
    expect(lines.at(-1)).toMatch(/^提醒/u);
    expect(written.err).toContain("60 个错误，1 个提醒\n");
  });
});

describe("tableText", () => {
  it("lines up Chinese and Latin letters", () => {
    const text = tableText(
      [{ title: "学校" }, { title: "n", right: true }],
      [
        ["实验小学", 3],
        ["No. 1", 12],
      ],
    );
    const widths = text.split("\n").map((line) => stringWidth(line));
    expect(new Set(widths).size).toBe(1);
  });

  it("cuts by width and not by letters", () => {
    expect(shorten("交流轮岗方案", 7)).toBe("交流轮…");
    expect(shorten("short", 7)).toBe("short");
  });
});

describe("createProgressView", () => {
  const levels = new Map([["shortfall", { zh: "学科缺员", en: "subject shortfall" }]]);

  it("writes each step once where there is no terminal", () => {
    const { session, written } = sessionWith();
    const view = createProgressView(session, levels);
    for (const step of ["relaxation", "integer"] as const) {
      view.onProgress({ phase: "level", level: "shortfall", index: 0, count: 1, step });
    }
    view.close();
    expect(written.err).toBe("求解 1/1 学科缺员\n");
  });

  it("draws a bar on a terminal", () => {
    let drawn = "";
    const stream = {
      isTTY: true,
      columns: 80,
      write: (text: string) => (drawn += text),
      cursorTo: () => true,
      clearLine: () => true,
      moveCursor: () => true,
    };
    const { session } = sessionWith({ stderr: stream });
    const view = createProgressView(session, levels);
    view.onProgress({ phase: "level", level: "shortfall", index: 0, count: 1, step: "integer" });
    view.onProgress({ phase: "decode" });
    view.close();
    expect(drawn).toContain("100%");
  });
});

describe("run", () => {
  it("turns what it did not expect into one short line and exit 1", async () => {
    const { session, written } = sessionWith();
    const stdout = {
      write: () => {
        throw new Error(`broken\n${"x".repeat(200_000)}`);
      },
    };
    const code = await run(["policies"], { ...session.io, stdout });
    expect(code).toBe(1);
    expect(written.err).toBe("程序出错：Error: broken\n");
  });
});
