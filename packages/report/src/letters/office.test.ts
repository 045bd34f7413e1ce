import { expect, test } from "vitest";
import { officeTexts } from "./office.ts";

const said = (zh: string, en = zh) => ({ zh, en });
const vice = { school: "一小", office: said("副校长", "vice principal") };
const head = { school: "二小", office: said("校长", "principal") };
const zh = (change: Parameters<typeof officeTexts>[0]) => officeTexts(change).map((told) => told.zh);

test("who becomes a teacher for good is told who relieves of the office, and that the letter does not", () => {
  expect(zh({ left: vice, entered: undefined })).toEqual([
    "您在一小的副校长职务，由主管部门按干部管理权限办理免职手续，以任免文件为准。",
  ]);
  const known = { ...vice, by: said("县教育局", "the county") };
  expect(zh({ left: known, entered: undefined })[0]).toContain("，由县教育局按干部管理权限办理免职手续");
  const right = { ...vice, right: said("校长提名，学校聘任", "the principal proposes") };
  expect(officeTexts({ left: right, entered: undefined })).toEqual([
    {
      zh: "您在一小的副校长职务，按该岗位的聘任权限（校长提名，学校聘任）办理免职手续，以任免文件为准。",
      en: "You are relieved of the office of vice principal at 一小 by who appoints to it (the principal proposes) and not by this letter.",
    },
  ]);
});

test("whether an office is kept during an exchange is for who appoints to it", () => {
  expect(zh({ left: vice, entered: undefined, returns: true })).toEqual([
    "您在一小的副校长职务交流期间是否保留，由主管部门按干部管理权限确定；需要免去的，另行办理免职手续，以任免文件为准。",
  ]);
});

test("who gets another office is relieved of the one and appointed to the other, also for a time", () => {
  for (const returns of [false, true])
    expect(zh({ left: vice, entered: head, returns })).toEqual([
      "您在一小的副校长职务，由主管部门按干部管理权限办理免职手续，以任免文件为准。",
      "您在二小的校长职务，由主管部门按干部管理权限办理任命手续，以任免文件为准。",
    ]);
  expect(zh({ left: undefined, entered: head })).toHaveLength(1);
});

test("nothing is told where no office changes", () => {
  expect(zh({ left: undefined, entered: undefined })).toEqual([]);
  expect(zh({ left: vice, entered: { ...vice } })).toEqual([]);
});
