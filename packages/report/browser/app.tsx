import { useEffect, useMemo, useState } from "preact/hooks";
import type { Page } from "../src/page/page.ts";
import { Balance } from "./balance.tsx";
import { FirstScreen, Head } from "./first-screen.tsx";
import { Compare, Conflict, Proof, Sweep } from "./given.tsx";
import { SayingContext, useSay } from "./language.ts";
import type { Language, Saying } from "./language.ts";
import { List, NO_FILTER, peopleThrough } from "./list.tsx";
import { Places } from "./map.tsx";
import { Gauges, Part } from "./numbers.tsx";
import { Letter, PersonDialog } from "./person.tsx";
import { Swaps } from "./swaps.tsx";
import { UI } from "./words.ts";

export function App({ page, printing }: { readonly page: Page; readonly printing: boolean }) {
  const [language, setLanguage] = useState<Language>("zh");
  const [letters, setLetters] = useState(false);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = page.title[language];
  }, [language]);
  const saying = useMemo<Saying>(() => ({ language, say: (text) => text[language], printing }), [language, printing]);
  return (
    <SayingContext.Provider value={saying}>
      <Bar
        page={page}
        letters={letters}
        leave={() => setLetters(false)}
        switchLanguage={() => setLanguage(language === "zh" ? "en" : "zh")}
      />
      <Body page={page} letters={letters} setLetters={setLetters} />
    </SayingContext.Provider>
  );
}

interface Barred {
  readonly page: Page;
  readonly letters: boolean;
  readonly leave: () => void;
  readonly switchLanguage: () => void;
}

function Bar({ page, letters, leave, switchLanguage }: Barred) {
  const say = useSay();
  const isHere: Readonly<Partial<Record<keyof typeof UI.links, boolean>>> = {
    own: page.own !== null,
    sweep: page.sweep !== null,
    conflict: page.conflict !== null,
    compare: page.comparison !== null,
    statements: page.edition === "internal",
  };
  const links = Object.entries(UI.links).filter(([id]) => isHere[id as keyof typeof UI.links] ?? true);
  return (
    <nav class="bar" aria-label={say(UI.parts)}>
      <div>
        <b class="brand">{say(UI.brand)}</b>
        <span class="links">
          {letters
            ? null
            : links.map(([id, title]) => (
                <a key={id} href={`#${id}`}>
                  {say(title)}
                </a>
              ))}
        </span>
        {letters ? (
          <button type="button" class="button" onClick={leave}>
            {say(UI.back)}
          </button>
        ) : null}
        <button type="button" class="plain-button" id="language" onClick={switchLanguage}>
          {say(UI.english)}
        </button>
        <button
          type="button"
          class="plain-button"
          id="theme"
          aria-label={say(UI.theme)}
          title={say(UI.theme)}
          onClick={switchTheme}
        >
          ◐
        </button>
        <button type="button" class="button" onClick={() => window.print()}>
          {say(UI.print)}
        </button>
      </div>
    </nav>
  );
}

function switchTheme(): void {
  const { dataset } = document.documentElement;
  dataset["theme"] = dataset["theme"] === "dark" ? "light" : "dark";
}

interface Shown {
  readonly page: Page;
  readonly letters: boolean;
  readonly setLetters: (letters: boolean) => void;
}

function Body({ page, letters, setLetters }: Shown) {
  const say = useSay();
  const [filter, setFilter] = useState(NO_FILTER);
  const [opened, setOpened] = useState<number | null>(null);
  const shown = useMemo(() => peopleThrough(page, filter), [page, filter]);
  const row = opened === null ? undefined : page.people.rows[opened];
  if (letters)
    return (
      <main class="letters">
        {shown.map((at) => {
          const person = page.people.rows[at];
          return person === undefined ? null : <Letter key={at} page={page} row={person} />;
        })}
      </main>
    );
  return (
    <main>
      <Head page={page} />
      {page.own === null ? null : (
        <section id="own">
          <Letter page={page} row={page.own} />
        </section>
      )}
      <FirstScreen page={page} />
      <Gauges page={page} />
      <Places page={page} open={setOpened} />
      <Balance page={page} />
      <Swaps page={page} />
      <List page={page} filter={filter} setFilter={setFilter} shown={shown} open={setOpened} />
      {page.sweep === null ? null : <Sweep sweep={page.sweep} />}
      {page.conflict === null ? null : <Conflict told={page.conflict} />}
      {page.comparison === null ? null : <Compare comparison={page.comparison} />}
      <Proof page={page} />
      {page.edition === "internal" ? (
        <Part id="statements" title={say(UI.statements)} lead={say(UI.statementsLead)}>
          <button type="button" class="button" id="make-statements" onClick={() => setLetters(true)}>
            {say(UI.makeStatements)}（{shown.length} {say(UI.pages)}）
          </button>
        </Part>
      ) : null}
      <footer class="tiny">
        {say(page.label)} ・ {say(page.title)}
      </footer>
      {row === undefined ? null : <PersonDialog key={opened} page={page} row={row} close={() => setOpened(null)} />}
    </main>
  );
}
