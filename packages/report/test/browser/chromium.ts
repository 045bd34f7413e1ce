import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium as driver } from "playwright-core";
import type { Browser, Page } from "playwright-core";

/** Chromium as people have it; tests that need it are skipped where it is not installed. */

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The program; undefined where it is not installed. */
export const chromium = process.env["LUNGANG_CHROMIUM"] ?? PLACES.find((path) => existsSync(path));

/** How a page is looked at. */
export interface Look {
  readonly width: number;
  readonly scheme: "light" | "dark";
}

/** A page that was opened from disk, with everything that went wrong in it and every request that left its file. */
export interface Opened {
  readonly page: Page;
  readonly problems: readonly string[];
}

let browser: Browser | undefined;

/** Closes the browser; a test file that opens pages calls it at its end. */
export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

/** Opens a file from disk in a window of its own. */
export async function openFile(path: string, { width, scheme }: Look): Promise<Opened> {
  if (browser === undefined) {
    browser = await driver.launch({ executablePath: chromium ?? "", args: ["--no-sandbox"] });
  }
  const page = await browser.newPage({ viewport: { width, height: width < 600 ? 844 : 800 }, colorScheme: scheme });
  const problems: string[] = [];
  const own = pathToFileURL(path).href;
  page.on("console", (message) => problems.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", ({ message }) => problems.push(message));
  page.on("request", (request) => {
    if (request.url() !== own) problems.push(`request: ${request.url()}`);
  });
  await page.goto(own);
  await page.waitForSelector("#people");
  return { page, problems };
}

/** What a page says where something was forgotten. */
const FORGOTTEN = /undefined|NaN|\[object|\bnull\b/u;

/** Returns everything that is wrong with a page as it stands: what broke or left the file, what is too wide or empty. */
export async function faultsOf({ page, problems }: Opened): Promise<readonly string[]> {
  const words = await page.locator("#page").innerText();
  const tooWide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
  return [
    ...problems,
    ...(tooWide === 0 ? [] : [`${String(tooWide)} pixels too wide`]),
    ...(FORGOTTEN.exec(words) ?? []).map((word) => `it says ${word}`),
  ];
}

/** Returns how many pages a PDF has. */
export function pagesOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
}
