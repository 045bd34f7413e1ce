import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** Hexadecimal digits of a lot: 48 bits, which a number holds exactly. */
const LOT_DIGITS = 12;

/**
 * Returns the lot of a person in the public draw with a seed: the first twelve hexadecimal digits of the SHA-256 of
 * seed, line feed and person id in UTF-8, as a number. The smaller lot comes first.
 *
 * Anyone can repeat it, for example with `printf 'seed\nid' | sha256sum`. A seed that is fixed by an event after the
 * closing of applications (a lottery number of a named day) lets nobody choose it.
 */
export function lotOf(seed: string, personId: string): number {
  return Number.parseInt(bytesToHex(sha256(utf8ToBytes(`${seed}\n${personId}`))).slice(0, LOT_DIGITS), 16);
}

/** Returns a lot as it is published: twelve hexadecimal digits. */
export function lotText(lot: number): string {
  return lot.toString(16).padStart(LOT_DIGITS, "0");
}
