// Bundles what a page does in the browser: script and style as text. As a build step it puts them into the package.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Bundles the code of the browser.
 * @returns {Promise<{ script: string, style: string }>}
 */
export async function bundleBrowser() {
  const bundle = await rolldown({
    input: here("browser/main.tsx"),
    platform: "browser",
    tsconfig: here("browser/tsconfig.json"),
    transform: { target: "es2022" },
  });
  const { output } = await bundle.generate({ format: "iife", minify: true, sourcemap: false });
  await bundle.close();
  const [{ code }] = output;
  return { script: code.trim(), style: (await readFile(here("browser/page.css"), "utf8")).replaceAll("\r\n", "\n") };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const code = JSON.stringify(await bundleBrowser());
  await writeFile(here("dist/page/browser-code.js"), `export async function browserCode() {\n  return ${code};\n}\n`);
}
