import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadInstance } from "@lungang/core";
import type { Instance } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { generateCounty } from "@lungang/synthetic";
import { openCase, pageFile } from "lungang";
import type { PlanningCase } from "lungang";
import { openSession } from "lungang/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isCampaign } from "../../../scripts/campaign-size.ts";
import { DATA, perak } from "../../policies/test/perak-county.ts";
import { chromium, closeBrowser, faultsOf, openFile, pagesOf } from "../../report/test/browser/chromium.ts";

/** Pages of counties that are larger than what every run of the tests has time for: `npm run campaign -- 1 packages/cli`. */

const POLICY = "yulin-notice";
const settings = { document74Exemptions: "pregnancy,lactation,seriousIllness,longSickLeave" };
const MOST_BYTES = 5_000_000;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lungang-pages-"));
});
afterAll(async () => {
  await closeBrowser();
  await rm(folder, { recursive: true, force: true });
});

interface Planned {
  readonly planningCase: PlanningCase;
  readonly plan: Plan;
}

async function planned(instance: Instance): Promise<Planned> {
  const opened = await openCase({ county: { instance }, policy: { name: POLICY }, settings });
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues.slice(0, 3)));
  const session = openSession();
  try {
    const outcome = await session.plan(opened.value, { limits: { relativeGap: 1e-4 } });
    if (outcome.status !== "planned") throw new Error(outcome.message.en);
    return { planningCase: opened.value, plan: outcome.plan };
  } finally {
    await session.close();
  }
}

async function written(
  name: string,
  made: Planned,
  isPublic = false,
): Promise<{ readonly path: string; readonly bytes: number }> {
  const file = await pageFile(name, made, isPublic ? { edition: "public" } : {});
  if (!file.ok) throw new Error(JSON.stringify(file.issues));
  const path = join(folder, name);
  await writeFile(path, file.value.content);
  return { path, bytes: Buffer.byteLength(file.value.content) };
}

describe.skipIf(!isCampaign || chromium === undefined)("large pages in Chromium", () => {
  test.skipIf(DATA === undefined)("Perak is opened, searched, asked about and printed", async () => {
    const made = await planned(perak());
    for (const [name, isPublic] of [
      ["perak.html", false],
      ["perak-public.html", true],
    ] as const) {
      const { path } = await written(name, made, isPublic);
      for (const width of [1280, 390])
        for (const scheme of ["light", "dark"] as const) {
          const opened = await openFile(path, { width, scheme });
          await expect(faultsOf(opened)).resolves.toEqual([]);
          const rows = await opened.page.locator("#list-count").innerText();
          expect(rows).toContain(
            String(made.plan.moves.length + made.plan.returns.filter(({ settles }) => !settles).length),
          );
          await opened.page.close();
        }
    }
    const { page, problems } = await openFile(join(folder, "perak.html"), { width: 1280, scheme: "light" });
    const short = made.plan.shortfalls.reduce((sum, { shortfall }) => sum + shortfall, 0);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    const after = await page
      .locator("#school-shortfalls .dumbbell[data-after]")
      .evaluateAll((rows) => rows.reduce((sum, row) => sum + Number(row.getAttribute("data-after")), 0));
    expect(after).toBe(short);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    await page.locator("#people .who").first().click();
    await expect(page.locator("dialog h3").count()).resolves.toBe(3);
    await page.keyboard.press("Escape");
    await page.locator("#language").click();
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBeGreaterThan(5);
    expect(problems).toEqual([]);
  });

  test("4,000 people fit into 5 MB", async () => {
    const loaded = loadInstance(generateCounty({ seed: "page", schools: 100, people: 4000 }));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues.slice(0, 3)));
    const { path, bytes } = await written("large.html", await planned(loaded.value));
    expect(bytes).toBeLessThan(MOST_BYTES);
    const opened = await openFile(path, { width: 1280, scheme: "light" });
    await expect(faultsOf(opened)).resolves.toEqual([]);
  });
});
