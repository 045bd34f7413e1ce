/** What a door of a package lets out, read from its source: types too, which a running program cannot see. */
import { readFileSync } from "node:fs";
import ts from "typescript";

/** One exported name and where it is declared. */
interface DoorExport {
  readonly name: string;
  readonly declared: string;
  readonly file: URL;
}

/**
 * Returns the names that a door exports, sorted. A door is a list of `export { ... } from "./file.ts"` or of
 * `export * as name from "./file.ts"` and nothing else.
 *
 * @throws {Error} if it is anything else
 */
export function exportNames(door: URL): readonly string[] {
  return exportsOf(door).map(({ name }) => name);
}

/** Returns the exported names whose declaration has no description or no `@public`, sorted. */
export function undocumentedNames(door: URL): readonly string[] {
  return exportsOf(door)
    .filter(({ declared, file }) => !isDocumented(file, declared))
    .map(({ name }) => name);
}

function exportsOf(door: URL): readonly DoorExport[] {
  const found = parse(door).statements.flatMap((statement) => exportsIn(statement, door));
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function exportsIn(statement: ts.Statement, door: URL): readonly DoorExport[] {
  const { moduleSpecifier, exportClause } = statement as ts.ExportDeclaration;
  if (!ts.isExportDeclaration(statement) || !exportClause || !moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) {
    throw new Error(
      `Cannot read ${door.pathname}: "${statement.getText().slice(0, 60)}" is no list of names from a file`,
    );
  }
  const file = new URL(moduleSpecifier.text, door);
  if (ts.isNamespaceExport(exportClause)) return [{ name: exportClause.name.text, declared: WHOLE_FILE, file }];
  return exportClause.elements.map(({ name, propertyName }) => ({
    name: name.text,
    declared: (propertyName ?? name).text,
    file,
  }));
}

/** Stands for all names of a file together. */
const WHOLE_FILE = "*";

/** A file that is let out whole is described by a comment at its head. */
function isDocumented(file: URL, name: string): boolean {
  if (name === WHOLE_FILE) return /^\/\*\*(?:(?!\*\/)[\s\S])*@public/u.test(parse(file).text);
  return parse(file).statements.some((statement) => {
    if (!namesOf(statement).includes(name)) return false;
    const tags = ts.getJSDocTags(statement).map(({ tagName }) => tagName.text);
    const described = ts.getJSDocCommentsAndTags(statement).some((doc) => ts.isJSDoc(doc) && doc.comment !== undefined);
    return described && tags.includes("public");
  });
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const { name } = statement as ts.DeclarationStatement;
  return name === undefined ? [] : [name.text];
}

function parse(file: URL): ts.SourceFile {
  return ts.createSourceFile(file.pathname, readFileSync(file, "utf8"), ts.ScriptTarget.ESNext, true);
}
