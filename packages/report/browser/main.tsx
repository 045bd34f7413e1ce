import { render } from "preact";
import type { Page } from "../src/page/page.ts";
import { App } from "./app.tsx";

const data = document.getElementById("data")?.textContent;
const root = document.getElementById("page");
if (data === undefined || data === null || root === null) throw new Error("The page has no data");
const page = JSON.parse(data) as Page;

// Before the first paint: the style has one set of dark colours, for those who choose them and for those whose screen does.
document.documentElement.dataset["theme"] = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";

/** On paper everything is shown at once: a list is not cut, and details stand open. */
const show = (printing: boolean) => render(<App page={page} printing={printing} />, root);

show(false);
addEventListener("beforeprint", () => show(true));
addEventListener("afterprint", () => show(false));
