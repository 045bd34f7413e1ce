import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "../pnpm.mjs";

/** @typedef {{ part: string, file: string, line: number, mutator: string, before: string, after: string, fate: string }} Tried */

const NOTICED = new Set(["killed", "endless"]);
const MISSED = new Set(["survived", "uncovered"]);

/**
 * Writes what became of the mutants of each part, and tells the score of each file.
 * @param {string} folder
 * @param {readonly string[]} parts
 */
export function tell(folder, parts) {
  const tried = parts.flatMap((part) => triedIn(folder, part));
  const lines = [
    "| Part | File | Noticed | Of | Score |",
    "| --- | --- | ---: | ---: | ---: |",
    ...parts.flatMap((part) => scores(part, tried)),
    "",
    ...tried.filter(({ fate }) => MISSED.has(fate)).map(survivor),
    "",
  ];
  writeFileSync(join(folder, "report.md"), lines.join("\n"));
  process.stdout.write(`${lines.filter((line) => line.startsWith("|")).join("\n")}\n`);
}

/**
 * @param {string} folder
 * @param {string} part
 * @returns {readonly Tried[]}
 */
function triedIn(folder, part) {
  const [list, fates] = [join(folder, `${part}.mutants.json`), join(folder, `${part}.jsonl`)];
  if (!existsSync(list) || !existsSync(fates)) return [];
  /** The last word on each: one that was started only ended its process. */
  const told = new Map(
    readFileSync(fates, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
      .map(({ id, fate }) => [id, fate]),
  );
  return JSON.parse(readFileSync(list, "utf8")).flatMap((/** @type {any} */ mutant) => {
    const fate = told.get(mutant.id);
    if (fate === undefined) return [];
    const { start, end } = mutant.location;
    const text = readFileSync(mutant.fileName, "utf8").split("\n");
    const whole = text.slice(start.line, end.line + 1).join("\n");
    const tail = (text[end.line] ?? "").length - end.column;
    return [
      {
        part,
        file: relative(root, mutant.fileName),
        line: start.line + 1,
        mutator: mutant.mutatorName,
        before: whole.slice(start.column, whole.length - tail),
        after: mutant.replacement,
        fate,
      },
    ];
  });
}

/**
 * @param {string} part
 * @param {readonly Tried[]} tried
 * @returns {readonly string[]}
 */
function scores(part, tried) {
  const own = tried.filter((each) => each.part === part);
  const files = [...new Set(own.map(({ file }) => file))];
  return [
    ...files.map((file) =>
      row(
        part,
        file,
        own.filter((each) => each.file === file),
      ),
    ),
    ...(own.length > 0 ? [row(part, "all", own)] : []),
  ];
}

/**
 * @param {string} part
 * @param {string} file
 * @param {readonly Tried[]} tried
 */
function row(part, file, tried) {
  const noticed = tried.filter(({ fate }) => NOTICED.has(fate)).length;
  const all = noticed + tried.filter(({ fate }) => MISSED.has(fate)).length;
  return `| ${part} | ${file} | ${noticed} | ${all} | ${all === 0 ? "" : `${((100 * noticed) / all).toFixed(1)} %`} |`;
}

/** @param {Tried} tried */
function survivor({ part, file, line, mutator, before, after, fate }) {
  const short = (/** @type {string} */ text) => text.replace(/\s+/gu, " ").slice(0, 100);
  return `- ${part} ${file}:${line} ${mutator} ${fate}: \`${short(before)}\` -> \`${short(after)}\``;
}
