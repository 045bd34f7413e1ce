import type { Issue } from "@lungang/core";
import { looksLikeIdNumber, readIdNumber } from "../values/identity.ts";
import type { IssueLog } from "./issues.ts";
import { errorAt, warningAt } from "./issues.ts";
import type { RowRecord } from "./rows.ts";
import { placeIn, rowNumber } from "./table.ts";

/** Checks the identity number of a person against check digit, sex and birth date. */
export function checkIdentity(record: RowRecord, log: IssueLog): void {
  const { value, table } = record;
  const { id, idNumber } = value;
  if (typeof idNumber === "string") checkNumber(record, { column: "idNumber", number: idNumber, mustBe: true }, log);
  if (typeof id !== "string" || !looksLikeIdNumber(id)) return;
  checkNumber(record, { column: "id", number: id, mustBe: false }, log);
  const place = placeIn(table.sheet, record.row, table.columns.get("id"));
  log.count(`id-number-as-id/${table.sheet.file ?? ""}`, (count) =>
    warningAt(place, "id-number-as-id", {
      message: {
        zh: `${count} 人以身份证号作为编号，会出现在内部名册中`,
        en: `${count} people have identity numbers as ids; lists will show them`,
      },
      advice: { zh: "建议改用工号", en: "Use staff numbers instead" },
    }),
  );
}

/** Finds rows with one identity number, as number or as id, and takes the numbers out of the records. */
export function checkNumbersTwice(people: readonly RowRecord[], log: IssueLog): void {
  const rowOf = new Map<string, RowRecord>();
  for (const record of people) {
    const { idNumber, id } = record.value;
    delete record.value["idNumber"];
    const number = [idNumber, id].find((text) => typeof text === "string" && looksLikeIdNumber(text));
    if (typeof number !== "string") continue;
    const first = rowOf.get(number.toUpperCase());
    if (first === undefined) rowOf.set(number.toUpperCase(), record);
    else log.add(numberTwice(first, record));
  }
}

function numberTwice(first: RowRecord, { table, row }: RowRecord): Issue {
  const line = rowNumber(table.sheet, first.row);
  const column = table.columns.get("idNumber") ?? table.columns.get("id");
  return errorAt(placeIn(table.sheet, row, column), "id-number-twice", {
    message: {
      zh: `身份证号与第 ${line} 行相同，两行是同一人`,
      en: `The identity number is that of row ${line}: both rows are one person`,
    },
    advice: { zh: "同一人请只保留一行；号码录错的请改正", en: "Keep one row of one person, or correct the number" },
  });
}

interface NumberToCheck {
  readonly column: "id" | "idNumber";
  readonly number: string;
  /** Whether anything but a valid number is an error. */
  readonly mustBe: boolean;
}

function checkNumber(record: RowRecord, { column, number, mustBe }: NumberToCheck, log: IssueLog): void {
  const { table, row, value } = record;
  const place = placeIn(table.sheet, row, table.columns.get(column));
  const identity = readIdNumber(number);
  if (identity === undefined) {
    const details = {
      message: {
        zh: "身份证号的位数、日期或校验码不对",
        en: "Length, date or check digit of the identity number is wrong",
      },
      advice: { zh: "请按证件核对", en: "Compare it with the card" },
    };
    log.add(mustBe ? errorAt(place, "bad-id-number", details) : warningAt(place, "bad-id-number", details));
    return;
  }
  if (value["sex"] !== undefined && value["sex"] !== identity.sex) {
    log.add(
      warningAt(placeIn(table.sheet, row, table.columns.get("sex")), "sex-mismatch", {
        message: { zh: "性别与身份证号不一致", en: "The sex does not agree with the identity number" },
        advice: { zh: "请核对", en: "Check both" },
      }),
    );
  }
  if (value["birthDate"] !== undefined && value["birthDate"] !== identity.birthDate) {
    log.add(
      warningAt(placeIn(table.sheet, row, table.columns.get("birthDate")), "birth-date-mismatch", {
        message: { zh: "出生日期与身份证号不一致", en: "The birth date does not agree with the identity number" },
        advice: { zh: "请核对；干部以档案认定的日期为准", en: "Check both; for cadres the date in the file counts" },
      }),
    );
  }
}
