import type { Issue, Text } from "@lungang/core";
import type { Notice } from "../values/codec.ts";
import { MORALITY } from "@lungang/core";
import type { SheetData } from "../workbook/book.ts";
import type { IssueLog } from "./issues.ts";
import { shortText, warningAt } from "./issues.ts";
import type { Column } from "../sheets/spec.ts";
import { placeIn } from "./table.ts";

const NOTICES: Readonly<Record<Counted, Text>> = {
  "width-normalised": {
    zh: "个单元格的全角字符已按半角处理",
    en: "cells: full-width characters were read as ordinary ones",
  },
  "number-as-text": {
    zh: "个单元格的数字以文本保存，已按数字读入",
    en: "cells: numbers stored as text were read as numbers",
  },
  "month-only": {
    zh: "个日期只有年月，已补为月初或月末",
    en: "dates without a day were completed to the first or last day",
  },
  "serial-date": { zh: "个日期是未设格式的序列数，已换算为日期", en: "unformatted serial numbers were read as dates" },
  "number-in-id": {
    zh: "个编号以数字保存，前导的 0 可能已丢失",
    en: "ids stored as numbers; leading zeros may be lost",
  },
  "time-next-day": {
    zh: "个日期带有时刻，是换算时差造成的前一天，已按次日读入",
    en: "dates carry a time of day that a shift of time zones makes of midnight; the next day was read",
  },
  "time-dropped": { zh: "个日期带有时刻，只读入日期", en: "dates carry a time of day; only the day was read" },
  "unit-dropped": { zh: "个数字后面带有单位，只读入数字", en: "numbers carry a unit; only the number was read" },
  "fraction-dropped": {
    zh: "个数字有小数，只读入整数部分",
    en: "numbers have a fraction; only the whole part was read",
  },
  "id-number-hidden": { zh: "个号码已隐去，无法核对", en: "numbers are hidden and cannot be compared" },
  "stage-in-subject": {
    zh: "个学科名称带有学段，已分开读入",
    en: "subjects carry a stage in their name; the two were read apart",
  },
};

/** Small changes that are counted; what a renamed subject is called in documents is told with its cells. */
type Counted = Exclude<Notice, "subject-renamed">;

/** What to do about what was read with a change. */
const NOTICE_ADVICE: Text = {
  zh: "读入的结果无误时不用改；否则请改正单元格",
  en: "Nothing to do if that is right; correct the cells otherwise",
};

/** Where something small was changed. */
interface NoticeAt {
  readonly sheet: SheetData;
  readonly row: number;
  readonly index: number;
  readonly column: Column;
}

/** Counts a small change of reading; it is said once a column. */
export function countNotice(notice: Notice, at: NoticeAt, log: IssueLog): void {
  const { sheet, row, index, column } = at;
  if (notice === "subject-renamed") {
    log.add(renamedSubject(at));
    return;
  }
  // Numbers of a text file are texts anyway.
  if (notice === "number-as-text" && sheet.lines !== undefined) return;
  log.count(`${notice}/${sheet.file ?? ""}/${sheet.name}/${column.key}`, (count) =>
    warningAt(placeIn(sheet, row, index), notice, {
      message: {
        zh: `“${column.zh}”列有 ${count} ${NOTICES[notice].zh}`,
        en: `${count} ${NOTICES[notice].en}, column "${column.key}"`,
      },
      advice: NOTICE_ADVICE,
    }),
  );
}

function renamedSubject({ sheet, row, index, column }: NoticeAt): Issue {
  return warningAt(placeIn(sheet, row, index), "subject-renamed", {
    message: {
      zh: `“${column.zh}”列有课程旧称，已按现行名称“${MORALITY.name}”读入`,
      en: `A former name of a course was read as "${MORALITY.name}", its present one: column "${column.key}"`,
    },
    received: shortText(sheet.rows[row]?.[index] ?? ""),
    advice: {
      zh: `${MORALITY.former.join("、")}均按此读入；岗位和人员都不必改`,
      en: "Posts and people are read alike; nothing is to be done",
    },
  });
}
