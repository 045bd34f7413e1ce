/** What is wrong with a text that should be JSON, where. */
export interface JsonFault {
  readonly kind: JsonFaultKind;
  /** Position in the text, counted from 0. */
  readonly at: number;
  /** The key or number that it is about. */
  readonly subject?: string;
}

export type JsonFaultKind =
  | "empty"
  | "key-expected"
  | "colon-expected"
  | "comma-expected"
  | "comma-too-many"
  | "value-expected"
  | "string-not-closed"
  | "bad-escape"
  | "control-character"
  | "chinese-punctuation"
  | "too-deep"
  | "text-behind"
  | "key-twice"
  | "digits-lost";

/** Hears of every value before it is read: its place, and the keys that lead to it. */
export type OnValue = (path: readonly (string | number)[], at: number) => void;

/** Documents of ours are a few levels deep; what is much deeper is a mistake or an attack. */
const MAX_DEPTH = 100;
const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const PLAIN_TEXT = /[^"\\\u0000-\u001f]*/y; // oxlint-disable-line no-control-regex -- exactly those JSON forbids
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const WIDE_SIGNS = "“”‘’：，｛｝［］【】、；＂";

/** Thrown at the first fault of the grammar, and caught by {@link scanJson}. */
class SyntaxFault extends Error {
  readonly fault: JsonFault;

  constructor(fault: JsonFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

/**
 * Reads a text by the grammar of JSON and nothing more, and returns what is wrong with it: the first fault of the grammar
 * after everything that `JSON.parse` would let pass, keys given twice and whole numbers that lose digits.
 */
export function scanJson(text: string, onValue?: OnValue): readonly JsonFault[] {
  const scanner = new Scanner(text, onValue);
  try {
    scanner.document();
    return scanner.faults;
  } catch (error) {
    if (error instanceof SyntaxFault) return [...scanner.faults, error.fault];
    throw error;
  }
}

class Scanner {
  readonly faults: JsonFault[] = [];
  readonly #text: string;
  readonly #onValue: OnValue | undefined;
  readonly #path: (string | number)[] = [];
  #at = 0;

  constructor(text: string, onValue: OnValue | undefined) {
    this.#text = text;
    this.#onValue = onValue;
  }

  document(): void {
    this.#space();
    if (this.#at >= this.#text.length) this.#fail("empty");
    this.#value();
    this.#space();
    if (this.#at < this.#text.length) this.#fail("text-behind");
  }

  #value(): void {
    this.#onValue?.(this.#path, this.#at);
    const char = this.#text[this.#at];
    if (char === "{") this.#members();
    else if (char === "[") this.#items();
    else if (char === '"') this.#string();
    else if (!this.#number() && this.#match(WORD) === undefined) this.#fail("value-expected");
  }

  #members(): void {
    const keys = new Set<string>();
    this.#list("}", () => {
      const at = this.#at;
      if (this.#text[at] !== '"') this.#fail("key-expected");
      this.#string();
      const key = JSON.parse(this.#text.slice(at, this.#at)) as string;
      if (keys.has(key)) this.faults.push({ kind: "key-twice", at, subject: key });
      keys.add(key);
      this.#space();
      if (this.#text[this.#at] !== ":") this.#fail("colon-expected");
      this.#at++;
      this.#space();
      this.#inside(key);
    });
  }

  #items(): void {
    let index = 0;
    this.#list("]", () => this.#inside(index++));
  }

  #inside(key: string | number): void {
    if (this.#path.length >= MAX_DEPTH) this.#fail("too-deep");
    this.#path.push(key);
    this.#value();
    this.#path.pop();
  }

  /** Reads what stands between brackets, entry by entry. */
  #list(end: "}" | "]", entry: () => void): void {
    this.#at++;
    this.#space();
    if (this.#text[this.#at] === end) return void this.#at++;
    for (;;) {
      entry();
      this.#space();
      const char = this.#text[this.#at];
      if (char !== "," && char !== end) this.#fail("comma-expected");
      const comma = this.#at++;
      if (char === end) return;
      this.#space();
      if (this.#text[this.#at] === end) this.#fail("comma-too-many", comma);
    }
  }

  #string(): void {
    const start = this.#at++;
    for (;;) {
      this.#match(PLAIN_TEXT);
      const char = this.#text[this.#at];
      if (char === '"') return void this.#at++;
      if (char === undefined) this.#fail("string-not-closed", start);
      if (char !== "\\") this.#fail("control-character");
      if (this.#match(ESCAPE) === undefined) this.#fail("bad-escape");
    }
  }

  #number(): boolean {
    const at = this.#at;
    const written = this.#match(NUMBER);
    if (written === undefined || written === "") return false;
    const value = Number(written);
    const isWhole = /^-?\d+$/.test(written);
    if (!Number.isFinite(value) || (isWhole && !Number.isSafeInteger(value)))
      this.faults.push({ kind: "digits-lost", at, subject: written.slice(0, 40) });
    return true;
  }

  #space(): void {
    this.#match(SPACE);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #fail(kind: JsonFaultKind, at = this.#at): never {
    const isWide = WIDE_SIGNS.includes(this.#text[at] ?? "none") && kind !== "string-not-closed";
    throw new SyntaxFault({ kind: isWide ? "chinese-punctuation" : kind, at });
  }
}
