import type { Text } from "@lungang/core";
import { dateText } from "@lungang/core/plan";
import type { Letter } from "./letter.ts";

/**
 * How letters are printed.
 *
 * @public
 */
export interface LettersHtmlOptions {
  readonly language: "zh" | "en";
  /** Who signs and seals. */
  readonly unit: string;
  /** Day of the letters, `YYYY-MM-DD`; left open where it is not given. */
  readonly date?: string;
  /** What the file is called. @defaultValue notices, introductions and reasons */
  readonly title?: Text;
}

const STYLE = `
@page { size: A4 portrait; margin: 30mm 26mm 25mm 28mm; }
body { font: 16pt/1.8 "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", serif; color: #000; background: #fff; }
section { break-after: page; max-width: 160mm; margin: 0 auto 20mm; }
section:last-child { break-after: auto; }
h1 { font: bold 22pt/1.5 "STZhongsong", "SimSun", "Noto Serif CJK SC", serif; text-align: center; margin: 0 0 12mm; }
p { margin: 0; text-indent: 2em; text-align: justify; }
p.to { text-indent: 0; }
.long { font-size: 14pt; line-height: 1.55; }
.longest { font-size: 12pt; line-height: 1.5; }
p:last-of-type { break-after: avoid; }
footer { margin-top: 16mm; text-align: right; break-inside: avoid; }
`;

const TITLE: Text = { zh: "通知书、介绍信和本人说明", en: "Notices, introductions and reasons" };

/**
 * Looks of a letter: characters of a line and lines of a page beside title, seal and day; the first that holds it is taken. A
 * line holds one more, and loses it where the next would begin with a mark.
 */
const LOOKS = [
  { look: "", characters: 26, lines: 17 },
  { look: "long", characters: 31, lines: 24 },
  { look: "longest", characters: 36, lines: 30 },
] as const;

/** Width of a letter that is not Chinese, in Chinese ones. */
const NARROW = 0.55;
const INDENT = 2;

/** Returns how a letter is set, so that seal and day stand on its page. */
function lookOf(paragraphs: readonly string[]): string {
  const widths = paragraphs.map((text) =>
    Array.from(text).reduce((sum, char) => sum + (/[\u2e80-\uffff]/u.test(char) ? 1 : NARROW), INDENT),
  );
  const fits = LOOKS.find(
    ({ characters, lines }) => widths.reduce((sum, width) => sum + Math.ceil(width / characters), 0) <= lines,
  );
  return (fits ?? LOOKS[LOOKS.length - 1])?.look ?? "";
}

const OPEN_DAY = { zh: "　　　　年　　月　　日", en: "____________" } as const;

/**
 * Returns one HTML file with a page for every letter, that opens from disk, asks for nothing and is printed whole.
 *
 * @public
 */
export function lettersHtml(
  letters: readonly Letter[],
  { language, unit, date, title: named = TITLE }: LettersHtmlOptions,
): string {
  const title = named[language];
  const seal = { zh: `${unit}（盖章）`, en: `${unit} (seal)` }[language];
  const day = date === undefined ? OPEN_DAY[language] : dateText(date)[language];
  const pages = letters.map(({ title: heading, to, paragraphs }) => {
    const told = paragraphs.map((paragraph) => `<p>${safe(paragraph[language])}</p>`).join("");
    const page = `<h1>${safe(heading[language])}</h1><p class="to">${safe(to[language])}</p>${told}`;
    const whole = `${page}<footer>${safe(seal)}<br>${safe(day)}</footer>`;
    const look = lookOf([to[language], ...paragraphs.map((paragraph) => paragraph[language])]);
    return `<section>${look === "" ? whole : `<div class="${look}">${whole}</div>`}</section>`;
  });
  return `<!doctype html><html lang="${language === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${safe(title)}</title><style>${STYLE}</style></head><body>\n${pages.join("\n")}\n</body></html>\n`;
}

/** Text of the data is text on the page, whatever it holds. */
function safe(text: string): string {
  return text.replace(/[&<>"']/gu, (char) => `&#${char.codePointAt(0) ?? 0};`);
}
