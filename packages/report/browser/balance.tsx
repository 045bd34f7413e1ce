import { useState } from "preact/hooks";
import { useContext } from "preact/hooks";
import type { Page } from "../src/page/page.ts";
import { SayingContext, useSay } from "./language.ts";
import { BeforeAfterLegend, Dumbbells, Part } from "./numbers.tsx";
import type { DumbbellRow } from "./numbers.tsx";
import { UI } from "./words.ts";

/** Schools drawn at first; the others are shown when asked for, and on paper. */
const DRAWN = 24;

export function Balance({ page }: { readonly page: Page }) {
  const say = useSay();
  // One axis a unit: heads and coefficients do not share one.
  const rowsOf = (axis: "heads" | "coefficient") =>
    page.changes.flatMap((line, at): readonly DumbbellRow[] =>
      line.axis === axis ? [{ ...line, key: String(at), label: say(line.title), shown: say(line.shown) }] : [],
    );
  const [heads, small] = [rowsOf("heads"), rowsOf("coefficient")];
  return (
    <Part id="balance" title={say(UI.balance)} lead={say(UI.balanceLead)}>
      <div class="two">
        <div class="card">
          <h3>{say(UI.schoolMissing)}</h3>
          <SchoolShortfalls page={page} />
          <BeforeAfterLegend />
        </div>
        <div class="card">
          <h3>{say(UI.indicators)}</h3>
          {heads.length > 0 ? <Dumbbells rows={heads} title={say(UI.indicators)} /> : null}
          {small.length > 0 ? <Dumbbells rows={small} title={say(UI.indicators)} /> : null}
          <p class="note">{say(UI.indicatorNote)}</p>
        </div>
      </div>
      <PostTable page={page} />
    </Part>
  );
}

function SchoolShortfalls({ page }: { readonly page: Page }) {
  const say = useSay();
  const { printing } = useContext(SayingContext);
  const [all, setAll] = useState(false);
  const rows = page.schools
    .filter(({ missingBefore, missingAfter }) => missingBefore > 0 || missingAfter > 0)
    .map(({ name, missingBefore: before, missingAfter: after }, at): DumbbellRow => {
      const change = after > before ? "worse" : after < before ? "better" : "same";
      return {
        key: String(at),
        label: name,
        before,
        after,
        shown: change === "same" ? `${after}` : `${before} → ${after}`,
        change,
      };
    })
    .sort((a, b) => b.after - b.before - (a.after - a.before) || b.after - a.after);
  const shown = all || printing ? rows : rows.slice(0, DRAWN);
  return (
    <div id="school-shortfalls">
      <Dumbbells rows={shown} title={say(UI.schoolMissing)} />
      {shown.length < rows.length ? (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {say(UI.allSchools)} {rows.length}
        </button>
      ) : null}
    </div>
  );
}

function PostTable({ page }: { readonly page: Page }) {
  const say = useSay();
  const { printing } = useContext(SayingContext);
  return (
    <details class="card" open={printing}>
      <summary>
        {say(UI.postTable)} <span class="tag">{page.posts.length}</span>
      </summary>
      <div class="scroll">
        <table id="short-posts">
          <thead>
            <tr>
              <th>{say(UI.chosen)}</th>
              <th>{say(UI.post)}</th>
              <th class="number">{say(UI.demand)}</th>
              <th class="number">{say(UI.has)}</th>
              <th class="number">{say(UI.will)}</th>
              <th class="number">{say(UI.lacks)}</th>
            </tr>
          </thead>
          <tbody>
            {page.posts.map(({ school, post, demand, before, after, missingBefore, missingAfter }, at) => (
              <tr key={at}>
                <td>{page.schools[school]?.name}</td>
                <td>{say(post)}</td>
                <td class="number">{demand}</td>
                <td class="number">{before}</td>
                <td class="number">{after}</td>
                <td class={missingAfter > missingBefore ? "number worse" : "number"}>
                  {missingAfter > missingBefore ? "▲ " : ""}
                  {missingAfter}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
