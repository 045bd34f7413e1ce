// Takes the picture of the page in the READMEs with an installed Chromium. After npm run quickstart:
// node examples/county/picture.mjs
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = process.env["LUNGANG_CHROMIUM"] ?? PLACES.find((path) => existsSync(path));
if (executablePath === undefined) throw new Error("Chromium is not installed; name it in LUNGANG_CHROMIUM");

const page = new URL("../../out/quickstart/轮岗方案.html", import.meta.url);
const picture = fileURLToPath(new URL("../../docs/page.png", import.meta.url));

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const shown = await browser.newPage({ viewport: { width: 1200, height: 820 }, colorScheme: "light" });
await shown.goto(page.href);
await shown.waitForSelector("#people");
await shown.screenshot({ path: picture });
await browser.close();
