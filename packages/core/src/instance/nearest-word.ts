import type { Text } from "./issue.ts";
import { distance } from "fastest-levenshtein";
import { foldLoosely, foldName } from "./fold-name.ts";

/**
 * Returns the known word that a word is most likely meant to be: alike but for signs, the one that it abbreviates, within few
 * letters, or one of which the other is a part.
 *
 * @returns undefined where none is near
 * @public
 */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const loose = foldLoosely(word);
  const same = known.find((each) => foldLoosely(each) === loose);
  if (same !== undefined) return same;
  const full = abbreviated(loose, known);
  if (full !== undefined) return full;
  const best = withinSteps(word, known);
  if (best !== undefined) return best;
  const sharing = known.filter((each) => shares(loose, foldLoosely(each)));
  // Of several schools that end alike none is meant more than the other.
  return HAN.test(loose) && sharing.length > 1 ? undefined : sharing[0];
}

/** Returns the known word from which the fewest letters differ, if they are few. */
function withinSteps(word: string, known: readonly string[]): string | undefined {
  const [folded, loose] = [foldName(word), foldLoosely(word)];
  let best: string | undefined;
  // Two letters that changed places are two wrong ones; beyond one letter in three it is another word. Characters say more.
  const letters = Array.from(folded).length;
  let least = letters < 4 ? 2 : Math.max(HAN.test(loose) ? 1 : 2, Math.floor(letters / 3)) + 1;
  for (const each of known) {
    const steps = distance(folded, foldName(each));
    // Where half of the letters differ they are what the name is told by: 丙小 is not 甲小 written wrongly.
    const isOther = 2 * steps >= Math.max(letters, Array.from(foldName(each)).length);
    if (steps < least && !isOther && !isOfOtherNumber(loose, foldLoosely(each))) [least, best] = [steps, each];
  }
  return best;
}

/** The third school is not the first one written wrongly, nor the experimental one, which has no number. */
function isOfOtherNumber(a: string, b: string): boolean {
  const [one = "", other = ""] = [a, b].map((word) => word.replace(/\D/gu, ""));
  return one !== "" && one !== other && (other !== "" || HAN.test(a));
}

/** A Chinese word of which an abbreviation can be told; numbers are digits by now. */
const HAN = /^[\p{Script=Han}\d]{2,}$/u;

/** Returns the one Chinese word that has all characters in order: 石桥镇中小 for 石桥镇中心小学, 县一中 for 青山县第一中学. */
function abbreviated(word: string, known: readonly string[]): string | undefined {
  if (!HAN.test(word)) return undefined;
  const fits = known.filter((each) => holdsInOrder(foldLoosely(each), word));
  return fits.length === 1 ? fits[0] : undefined;
}

function holdsInOrder(long: string, short: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}

/** Whether one word begins with a good part of the other: `pregnant` and `pregnancy`, 怀孕期 and 孕期. */
function shares(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  // Two letters are part of many a word, two characters of few.
  if (short.length < (/\p{Script=Han}/u.test(short) ? 2 : 3)) return false;
  if (long.includes(short)) return true;
  const stem = Math.ceil(short.length * 0.7);
  return stem >= 4 && long.startsWith(short.slice(0, stem));
}

/**
 * Returns the advice to take a near word instead; where none is near, what else to do.
 *
 * @public
 */
export function didYouMean(near: string | undefined, otherwise: Text): Text {
  return near === undefined ? otherwise : { zh: `是否应为“${near}”？`, en: `Did you mean "${near}"?` };
}
