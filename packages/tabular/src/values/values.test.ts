import { describe, expect, test } from "vitest";
import { codes, words } from "@lungang/core";
import { readDateNumber, readDateText } from "./dates.ts";
import { readIdNumber } from "./identity.ts";
import { cleanId, cleanText, escapeItem, maskIdNumbers, splitBrackets, splitList, unescapeItem } from "./text.ts";
import type { WordKind } from "@lungang/core";
import { codeOf, wordOf, wordsOf } from "@lungang/core";

describe("readDateText", () => {
  test.each([
    ["2018-09-01", "2018-09-01", "day"],
    ["2018/9/1", "2018-09-01", "day"],
    ["2018.9.1", "2018-09-01", "day"],
    ["２０１８．９．１", "2018-09-01", "day"],
    ["2018年9月1日", "2018-09-01", "day"],
    ["2018年 9月 1号", "2018-09-01", "day"],
    ["20180901", "2018-09-01", "day"],
    ["2018-09-01T00:00:00Z", "2018-09-01", "day"],
    ["2018-09-01 00:00", "2018-09-01", "day"],
    ["2018/9/1 上午 12:00:00", "2018-09-01", "day"],
    ["2018-09-01 12:00:00 AM", "2018-09-01", "day"],
    ["2018.9", "2018-09-01", "month"],
    ["2018.10", "2018-10-01", "month"],
    ["2018年9月", "2018-09-01", "month"],
    ["2024-02-29", "2024-02-29", "day"],
  ])("reads %s", (text, date, precision) => expect(readDateText(text)).toEqual({ date, precision }));

  test.each([
    ["2018-09-01T08:30:00Z", "2018-09-01", "dropped"],
    ["2018年9月1日 8时30分", "2018-09-01", "dropped"],
    ["2018/9/1 下午 3:00:00", "2018-09-01", "dropped"],
    ["2018-08-31 23:59:17", "2018-09-01", "next-day"],
    ["2018-08-31 23:54:17", "2018-09-01", "next-day"],
    ["2018-08-31T16:00:00.000Z", "2018-09-01", "next-day"],
    ["2018-08-31 15:54:17", "2018-09-01", "next-day"],
    ["2018-08-31 下午 4:00:00", "2018-09-01", "next-day"],
    ["2018-12-31 23:59:59", "2019-01-01", "next-day"],
    ["2018-08-31 23:50:00", "2018-08-31", "dropped"],
    ["2018-08-31 16:00:01", "2018-08-31", "dropped"],
  ])("reads the time of day of %s", (text, date, time) =>
    expect(readDateText(text)).toEqual({ date, precision: "day", time }),
  );

  test.each(["2023-02-29", "2018-13-01", "2018", "1/9/2018", "18-9-1", "201809", "", "去年", "2018-9-1-1"])(
    "does not read %j",
    (text) => expect(readDateText(text)).toBeUndefined(),
  );
});

describe("readDateNumber", () => {
  test.each([
    [43344, false, "2018-09-01"],
    [43344 - 1462, true, "2018-09-01"],
    [43344.5, false, "2018-09-01"],
    [20180901, false, "2018-09-01"],
    [2018.9, false, "2018-09-01"],
    [2018.12, false, "2018-12-01"],
  ])("reads %d (1904: %s)", (value, date1904, date) => expect(readDateNumber(value, date1904)).toMatchObject({ date }));

  test.each([2018, 0, -5, 1e9, Number.NaN, Number.POSITIVE_INFINITY, 99_999_999])("does not read %d", (value) =>
    expect(readDateNumber(value, false)).toBeUndefined(),
  );

  test("cannot tell 2018.10 typed as a number from January", () =>
    expect(readDateNumber(2018.1, false)).toBe("ambiguous"));
});

describe("readIdNumber", () => {
  test("reads date and sex, also with the check character x", () => {
    expect(readIdNumber("110101199003071233")).toEqual({ birthDate: "1990-03-07", sex: "male" });
    expect(readIdNumber("11010519491231002X")).toEqual({ birthDate: "1949-12-31", sex: "female" });
    expect(readIdNumber("11010519491231002x")).toEqual({ birthDate: "1949-12-31", sex: "female" });
  });
  test.each(["110101199003071234", "110101199002301230", "11010119900307123", "", "abc"])("refuses %j", (text) =>
    expect(readIdNumber(text)).toBeUndefined(),
  );
});

describe("texts", () => {
  test("lose invisible characters and outer spaces only", () => {
    expect(cleanText("\u200B 张 三\u3000\uFEFF")).toBe("张 三");
    expect(cleanId("Ｓ００１　⾼")).toBe("S001\u3000⾼");
  });
  test("lists split outside of brackets, dates and escapes", () => {
    expect(splitList("语文(主、小学)、音乐；体育,\n美术")).toEqual(["语文(主、小学)", "音乐", "体育", "美术"]);
    expect(splitList("病假(2025/1/1至2026/3/1)、 、语文/数学")).toEqual(["病假(2025/1/1至2026/3/1)", "语文", "数学"]);
    for (const item of ["a、b", "x(y)", "a\\b", "a/b"])
      expect(splitList(escapeItem(item)).map(unescapeItem)).toEqual([item]);
    expect(splitBrackets("语文（主，小学）")).toEqual({ word: "语文", notes: ["主", "小学"] });
  });
  test("identity numbers are masked in any text", () => {
    expect(maskIdNumbers("人员“11010119900307123X”重复")).toBe("人员“1101**************”重复");
    expect(maskIdNumbers("电话13800000000")).toBe("电话13800000000");
  });
});

describe("the vocabulary", () => {
  const kinds = Object.keys(words) as WordKind[];
  test.each(kinds)("of %s reads every code, word and English word back", (kind) => {
    for (const [code, text] of Object.entries(words[kind]) as [string, { zh: string; en: string }][]) {
      expect([code, text.zh, text.en].map((word) => codeOf(kind, word))).toEqual([code, code, code]);
      expect(wordOf(kind, code)).toBe(text.zh);
    }
    expect(new Set(wordsOf(kind)).size).toBe(wordsOf(kind).length);
  });
  test("covers every enumeration of the codes", () => {
    const lists = Object.values(codes).filter((value) => Array.isArray(value)) as (readonly string[])[];
    const known = kinds.map((kind) => Object.keys(words[kind]).sort().join());
    expect(lists.filter((list) => !known.includes([...list].sort().join()))).toEqual([]);
  });
});
