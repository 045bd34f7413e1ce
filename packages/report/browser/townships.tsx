import type { Page } from "../src/page/page.ts";
import { useSay } from "./language.ts";
import { UI } from "./words.ts";

/** Largest side of a square, in pixels. */
const SIDE = 30;

/** People between townships: squares and numbers, with totals. */
export function Townships({ page }: { readonly page: Page }) {
  const say = useSay();
  const { columns, rows, totals, net, total } = page.matrix;
  if (rows.length === 0) return null;
  const most = Math.max(...rows.flatMap(({ cells }) => cells), 1);
  return (
    <div class="card">
      <h3>
        {say(UI.townships)}{" "}
        <span class="tag">
          {total} {say(UI.people)}
        </span>
      </h3>
      <div class="scroll">
        <table class="matrix" id="townships">
          <thead>
            <tr>
              <th>{say(UI.fromTo)}</th>
              {columns.map((column, at) => (
                <th class="number" key={at}>
                  {say(column)}
                </th>
              ))}
              <th class="number">{say(UI.total)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ title, cells, total: out }, at) => (
              <tr key={at}>
                <th scope="row">{say(title)}</th>
                {cells.map((people, to) => {
                  const side = `${Math.round(SIDE * Math.sqrt(people / most))}px`;
                  return (
                    <td class="number" key={to}>
                      {people === 0 ? "0" : <i style={{ width: side, height: side }} />}
                      {people === 0 ? null : <b>{people}</b>}
                    </td>
                  );
                })}
                <td class="number">{out}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{say(UI.inTotal)}</th>
              {totals.map((people, at) => (
                <td class="number" key={at}>
                  <b>{people}</b>
                </td>
              ))}
              <td class="number">{total}</td>
            </tr>
            <tr>
              <th scope="row">{say(UI.net)}</th>
              {net.map((people, at) => (
                <td class="number" key={at}>
                  {people}
                </td>
              ))}
              <td />
            </tr>
          </tbody>
        </table>
      </div>
    </div>
  );
}
