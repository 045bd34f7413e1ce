/** What a page does and looks like in the browser. */
export interface BrowserCode {
  /** A classic script. */
  readonly script: string;
  readonly style: string;
}

let bundled: Promise<BrowserCode> | undefined;

/**
 * Returns what a page does in the browser. Run from source it is bundled here and now; the build of the package puts the
 * bundle in the place of this file.
 */
export function browserCode(): Promise<BrowserCode> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<BrowserCode> {
  const { bundleBrowser } = (await import(new URL("../../bundle.mjs", import.meta.url).href)) as {
    readonly bundleBrowser: () => Promise<BrowserCode>;
  };
  return bundleBrowser();
}
