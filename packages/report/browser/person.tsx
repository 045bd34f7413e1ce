import { useEffect, useRef } from "preact/hooks";
import type { Page, PersonRow, Why } from "../src/page/page.ts";
import { useSay } from "./language.ts";
import { UI } from "./words.ts";

/** Why the plan does with one person what it does, in a dialog that Esc closes. */
export function PersonDialog({
  page,
  row,
  close,
}: {
  readonly page: Page;
  readonly row: PersonRow;
  readonly close: () => void;
}) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { texts } = page.people;
  const word = (at: number) => (texts[at] === undefined ? "" : say(texts[at]));
  const { why } = row;
  return (
    <dialog ref={dialog} class="person" aria-labelledby="person-title" onClose={close}>
      <form method="dialog">
        <button class="button" type="submit">
          {say(UI.close)}
        </button>
      </form>
      <h2 id="person-title">{row.name}</h2>
      <p>
        {page.schools[row.from ?? -1]?.name ?? say(UI.recruit)} → {page.schools[row.to ?? -1]?.name ?? say(UI.stays)}
      </p>
      <p class="small">
        <span class="tag">{word(row.standing)}</span> {word(row.post)}
        {row.km === "" ? "" : `　${say(UI.km)} ${row.km}`}
        {word(row.term) === "" ? "" : `　${word(row.term)}`}
      </p>
      {why === undefined ? null : (
        <>
          <h3>{say(UI.meets)}</h3>
          <Sentences told={[...why.figures, ...why.reasons].map(word)} none={say(UI.noReason)} />
          <h3>{say(UI.posts)}</h3>
          <Sentences told={why.posts.map(word)} none={say(UI.weightless)} />
          <h3>{say(UI.others)}</h3>
          <Sentences told={why.alternative.map(word)} none={say(UI.notSolved)} />
        </>
      )}
    </dialog>
  );
}

export function Sentences({ told, none }: { readonly told: readonly string[]; readonly none: string }) {
  if (told.length === 0) return <p class="small">{none}</p>;
  return (
    <ol class="steps">
      {told.map((sentence, at) => (
        <li key={at}>{sentence}</li>
      ))}
    </ol>
  );
}

const NOTHING_KNOWN: Why = { figures: [], reasons: [], posts: [], alternative: [] };

/** One page for one person, to be handed over: what applies, why this place, what else, how to object. */
export function Letter({ page, row }: { readonly page: Page; readonly row: PersonRow }) {
  const say = useSay();
  const { texts } = page.people;
  const word = (at: number) => (texts[at] === undefined ? "" : say(texts[at]));
  const { figures, reasons, posts, alternative, ownAlternative = alternative } = row.why ?? NOTHING_KNOWN;
  const { lead, objection, other, sign } = page.statement;
  const facts = [
    [UI.name, row.name],
    [UI.from, page.schools[row.from ?? -1]?.name ?? say(UI.recruit)],
    [UI.to, page.schools[row.to ?? -1]?.name ?? say(UI.stays)],
    [UI.post, word(row.post)],
    [UI.form, word(row.form)],
    [UI.term, word(row.term) === "" ? "—" : word(row.term)],
  ] as const;
  return (
    <article class="letter card">
      <h2>{say(UI.statement)}</h2>
      <p class="center small">{say(page.title)}</p>
      <p>
        {row.name}
        {say(UI.dear)}
      </p>
      <p>{say(lead)}</p>
      <dl class="facts">
        {facts.map(([label, value], at) => (
          <div key={at}>
            <dt>{say(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{say(UI.you)}</h3>
      <Sentences told={[...figures, ...reasons].map(word)} none={say(UI.noReason)} />
      <h3>{say(UI.whyHere)}</h3>
      <Sentences
        told={[...posts.map(word), ...(row.km === "" ? [] : [`${say(UI.distance)} ${row.km} ${say(UI.kmUnit)}`])]}
        none={say(UI.weightless)}
      />
      <h3>{say(UI.otherwise)}</h3>
      <Sentences told={ownAlternative.map(word)} none={say(other)} />
      <h3>{say(UI.object)}</h3>
      <p>{say(objection)}</p>
      <p class="sign">{say(sign)}</p>
    </article>
  );
}
