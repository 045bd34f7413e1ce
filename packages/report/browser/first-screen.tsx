import type { Page } from "../src/page/page.ts";
import { useSay } from "./language.ts";
import { UI } from "./words.ts";

/** Lines of each column on the first screen; the others follow below. */
const LINES = 8;
/** Lines about rules, which take two rows each. */
const RULES = 6;

const MARKS = { worse: "▲", better: "▼", same: "＝" } as const;

export function Head({ page }: { readonly page: Page }) {
  const say = useSay();
  return (
    <header class="head">
      <p class="meta">
        <span class="tag decide">{say(page.label)}</span> {say(page.basis)}
      </p>
      <h1>{say(page.title)}</h1>
      <p class="meta">
        {page.facts.map((fact, at) => (
          <span key={at}>
            {at > 0 ? " ・ " : ""}
            {say(fact)}
          </span>
        ))}
      </p>
    </header>
  );
}

export function FirstScreen({ page }: { readonly page: Page }) {
  const say = useSay();
  return (
    <section id="overview" aria-label={say(UI.overview)}>
      <p class="verdict">
        {say(page.good)}
        {page.bad === null ? null : <span class="worse">{say(page.bad)}</span>}
      </p>
      <Figures page={page} />
      <div class={page.edition === "internal" ? "three" : "two"}>
        <Reached page={page} />
        <Changed page={page} />
        {page.edition === "internal" ? <Decide page={page} /> : null}
      </div>
      {page.edition === "internal" ? (
        <div class="signs">
          {UI.signs.map((sign, at) => (
            <div key={at}>{say(sign)}</div>
          ))}
        </div>
      ) : null}
    </section>
  );
}

function Figures({ page }: { readonly page: Page }) {
  const say = useSay();
  return (
    <div class="figures">
      {page.figures.map(({ label, before, value, unit, note, isWorse }, at) => (
        <div key={at}>
          <div class="small">{say(label)}</div>
          <div class={isWorse ? "big worse" : "big"} data-figure={at}>
            {isWorse ? "▲ " : ""}
            {before === undefined ? null : (
              <>
                {before}
                <span class="unit"> → </span>
              </>
            )}
            {value}
            <span class="unit"> {say(unit)}</span>
          </div>
          <div class="tiny">{say(note)}</div>
        </div>
      ))}
    </div>
  );
}

function Reached({ page }: { readonly page: Page }) {
  const say = useSay();
  const shown = page.rules.slice(0, RULES);
  return (
    <div class="column">
      <h3>{say(UI.reached)}</h3>
      {shown.map(({ title, about, met, hard, shown: numbers, base, slack }, at) => (
        <div class="line" key={at}>
          <span class={met ? "mark good" : hard ? "mark worse" : "mark"}>{met ? "✓" : "✗"}</span>
          <span>
            {say(title)}
            {about === null ? "" : `（${say(about)}）`}
          </span>
          <b class={met || !hard ? "number" : "number worse"}>{say(numbers)}</b>
          {base === null && slack === null && hard ? null : (
            <span class="small under">
              {[base, hard ? slack : UI.soft]
                .flatMap((part) => (part === null ? [] : [say(part)]))
                .join(say({ zh: "；", en: "; " }))}
            </span>
          )}
        </div>
      ))}
      {page.rules.length > RULES ? <p class="tiny">{say(UI.more)}</p> : null}
    </div>
  );
}

function Changed({ page }: { readonly page: Page }) {
  const say = useSay();
  return (
    <div class="column">
      <h3>{say(UI.changed)}</h3>
      {page.changes.slice(0, LINES).map(({ title, shown, change }, at) => (
        <div class="line" key={at}>
          <span class={`mark ${change}`}>{MARKS[change]}</span>
          <span>{say(title)}</span>
          <b class={change === "worse" ? "number worse" : "number"}>{say(shown)}</b>
        </div>
      ))}
    </div>
  );
}

function Decide({ page }: { readonly page: Page }) {
  const say = useSay();
  return (
    <div class="column deciding">
      <h3>
        {say(UI.decide)}{" "}
        <span class="tag decide">
          {page.decisions.length} {say(UI.items)}
        </span>
      </h3>
      {page.decisions.length === 0 ? <p class="small">{say(UI.nothingToDecide)}</p> : null}
      {page.decisions.map(({ title, text }, at) => (
        <div class="question" key={at}>
          <b>
            {at + 1}　{say(title)}
          </b>
          <div class="small">{say(text)}</div>
        </div>
      ))}
    </div>
  );
}
