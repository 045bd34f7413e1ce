import { isIsoDate } from "@lungang/core";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = "10X98765432";
const PATTERN = /^\d{17}[\dX]$/;

/** What a citizen's identity number says about its holder. */
export interface Identity {
  readonly birthDate: string;
  readonly sex: "male" | "female";
}

/** Returns whether a text has the form of an identity number of 18 characters. */
export function looksLikeIdNumber(text: string): boolean {
  return PATTERN.test(text.toUpperCase());
}

/** Reads an identity number after GB 11643; undefined if form, date or check character is wrong. */
export function readIdNumber(text: string): Identity | undefined {
  const number = text.toUpperCase();
  if (!PATTERN.test(number)) return undefined;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  if (CHECK_CHARACTERS[sum % 11] !== number[17]) return undefined;
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isIsoDate(birthDate)) return undefined;
  return { birthDate, sex: Number(number[16]) % 2 === 1 ? "male" : "female" };
}
