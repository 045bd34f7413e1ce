import type { BrowserCode } from "./browser-code.ts";
import { browserCode } from "./browser-code.ts";
import type { Page } from "./page.ts";

/**
 * Returns a page as one HTML file that needs nothing else: no request leaves it, only its own script runs, and the data
 * stand in it as data.
 *
 * @public
 */
export async function pageHtml(page: Page): Promise<string> {
  return htmlOf(page, await browserCode());
}

/** What a file may do: run its own script and style, known by their hashes, and nothing else. */
async function contentPolicy({ script, style }: BrowserCode): Promise<string> {
  return [
    "default-src 'none'",
    `script-src '${await hashOf(script)}'`,
    `style-src '${await hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

async function hashOf(code: string): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest("SHA-256", new TextEncoder().encode(code));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

async function htmlOf(page: Page, code: BrowserCode): Promise<string> {
  if (/<\/(?:script|style)|<!--/iu.test(code.script + code.style))
    throw new Error("The bundle would end its own element");
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${await contentPolicy(code)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(page.title.zh)}</title>
<style>${code.style}</style>
</head>
<body>
<noscript>本页需要浏览器允许运行脚本。This page needs scripts to be allowed.</noscript>
<div id="page"></div>
<script type="application/json" id="data">${jsonText(page)}</script>
<script>${code.script}</script>
</body>
</html>
`;
}

/** JSON that no text in it can end early: within an element of data only "<" could. */
function jsonText(page: Page): string {
  return JSON.stringify(page).replaceAll("<", "\\u003c");
}

function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
