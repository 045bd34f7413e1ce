/** What is told of every tag: its local name, its text between the brackets, and where it stands. */
export interface XmlHandlers {
  readonly open: (name: string, tag: string, end: number) => void;
  readonly close: (name: string) => void;
}

const [SPACE, EXCLAMATION, QUOTE, APOSTROPHE, SLASH] = [0x20, 0x21, 0x22, 0x27, 0x2f];
const [LESS_THAN, GREATER_THAN, QUESTION] = [0x3c, 0x3e, 0x3f];
/** What an ampersand may begin. */
const BAD_ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/iu;
/** Parts of a document that are no tags, by how they begin and end. */
const OTHERS = [
  ["<!--", "-->"],
  ["<?", "?>"],
  ["<![CDATA[", "]]>"],
] as const;

/**
 * Walks through the tags of an XML document.
 *
 * @returns whether it is well-formed as far as that decides what is read: tags match, quotes close, entities are known
 */
export function walkXml(xml: string, handlers: XmlHandlers): boolean {
  if (BAD_ENTITY.test(xml)) return false;
  const walk: Walk = { xml, handlers, names: [], roots: 0 };
  for (let at = xml.indexOf("<"); at >= 0;) {
    const next = xml.charCodeAt(at + 1);
    const end = next === EXCLAMATION || next === QUESTION ? otherEnd(xml, at) : tagEnd(xml, at);
    if (end < 0 || !takeTag(walk, at, end)) return false;
    at = xml.indexOf("<", end + 1);
  }
  return walk.names.length === 0 && walk.roots === 1;
}

interface Walk {
  readonly xml: string;
  readonly handlers: XmlHandlers;
  /** Names of the tags that are open. */
  readonly names: string[];
  roots: number;
}

/** Returns the last position of a comment, an instruction or character data; -1 without an end or for anything else. */
function otherEnd(xml: string, at: number): number {
  const other = OTHERS.find(([start]) => xml.startsWith(start, at));
  if (other === undefined) return -1;
  const [start, end] = other;
  const found = xml.indexOf(end, at + start.length);
  return found < 0 ? -1 : found + end.length - 1;
}

/** Returns the position of the bracket that closes a tag; brackets in quotes do not. */
function tagEnd(xml: string, at: number): number {
  let quote = 0;
  for (let k = at + 1; k < xml.length; k++) {
    const code = xml.charCodeAt(k);
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === QUOTE || code === APOSTROPHE) quote = code;
    else if (code === GREATER_THAN) return k;
    else if (code === LESS_THAN) return -1;
  }
  return -1;
}

/** Takes one tag on or off the stack of open ones; false where it closes another than the last. */
function takeTag(walk: Walk, at: number, end: number): boolean {
  const { xml, handlers, names } = walk;
  const first = xml.charCodeAt(at + 1);
  if (first === EXCLAMATION || first === QUESTION) return true;
  const start = first === SLASH ? at + 2 : at + 1;
  const name = xml.slice(start, nameEnd(xml, start, end));
  if (first === SLASH) {
    handlers.close(localName(name));
    return names.pop() === name;
  }
  if (name === "") return false;
  if (names.length === 0) walk.roots++;
  handlers.open(localName(name), xml.slice(at + 1, end), end + 1);
  if (xml.charCodeAt(end - 1) === SLASH) handlers.close(localName(name));
  else names.push(name);
  return true;
}

function nameEnd(xml: string, start: number, end: number): number {
  let at = start;
  while (at < end && xml.charCodeAt(at) > SPACE && xml.charCodeAt(at) !== SLASH) at++;
  return at;
}

function localName(name: string): string {
  const at = name.indexOf(":");
  return at < 0 ? name : name.slice(at + 1);
}

const BLANK = /\s/;
const VALUE = /\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/** Returns the value of an attribute of a tag, undefined where it has none. */
export function attributeOf(tag: string, name: string): string | undefined {
  // Every writer puts it like this.
  const usual = tag.indexOf(` ${name}="`);
  if (usual >= 0) {
    const from = usual + name.length + 3;
    return tag.slice(from, tag.indexOf('"', from));
  }
  for (let at = tag.indexOf(name); at >= 0; at = tag.indexOf(name, at + 1)) {
    if (!BLANK.test(tag.charAt(at - 1))) continue;
    VALUE.lastIndex = at + name.length;
    const match = VALUE.exec(tag);
    if (match !== null) return match[1] ?? match[2];
  }
  return undefined;
}
