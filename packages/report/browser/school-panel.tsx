import type { Page } from "../src/page/page.ts";
import { useSay } from "./language.ts";
import { UI } from "./words.ts";

interface Chosen {
  readonly page: Page;
  readonly chosen: number | null;
  readonly open: (row: number) => void;
}

/** What a school has and lacks before and after, and who leaves and comes. */
export function SchoolPanel({ page, chosen, open }: Chosen) {
  const say = useSay();
  const school = page.schools[chosen ?? worstOf(page)];
  const at = chosen ?? worstOf(page);
  if (school === undefined) return null;
  const { name, township, establishment, students, workingBefore, workingAfter, missingBefore, missingAfter, posts } =
    school;
  return (
    <div class="card school" aria-live="polite">
      <h3>{name}</h3>
      <p class="small">{say(township)}</p>
      <dl>
        <dt>{say(UI.working)}</dt>
        <dd>
          {workingBefore} → {workingAfter} {say(UI.people)}
        </dd>
        <dt>{say(UI.missing)}</dt>
        <dd class={missingAfter > missingBefore ? "worse" : ""}>
          {missingAfter > missingBefore ? "▲ " : missingAfter < missingBefore ? "▼ " : ""}
          {missingBefore} → {missingAfter}
        </dd>
        {establishment === null ? null : <dt>{say(UI.establishment)}</dt>}
        {establishment === null ? null : <dd>{establishment}</dd>}
        {students === null ? null : <dt>{say(UI.students)}</dt>}
        {students === null ? null : <dd>{students}</dd>}
      </dl>
      <Crossing page={page} school={at} side="from" open={open} />
      <Crossing page={page} school={at} side="to" open={open} />
      {posts.length === 0 ? null : (
        <details>
          <summary>{say(UI.byPost)}</summary>
          <ul class="plain small">
            {posts.map((told, line) => (
              <li key={line}>{say(told)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Where nobody has chosen, the school is shown that loses the most. */
function worstOf({ schools }: Page): number {
  const loss = ({ missingAfter, missingBefore }: Page["schools"][number]) => missingAfter - missingBefore;
  return schools.reduce((worst, school, at) => (loss(school) > loss(schools[worst] ?? school) ? at : worst), 0);
}

interface Side extends Chosen {
  readonly school: number;
  readonly side: "from" | "to";
}

function Crossing({ page, school, side, open }: Omit<Side, "chosen">) {
  const say = useSay();
  const people = page.people.rows.flatMap((row, at) =>
    row.groups.includes("moves") && row[side] === school ? [{ row, at }] : [],
  );
  return (
    <>
      <h4>
        {say(side === "from" ? UI.leaves : UI.comes)} {people.length} {say(UI.people)}
      </h4>
      <ul class="plain">
        {people.map(({ row, at }) => {
          const other = page.schools[(side === "from" ? row.to : row.from) ?? -1]?.name ?? say(UI.recruit);
          const post = page.people.texts[row.post];
          return (
            <li key={at}>
              <Who name={row.name} open={row.why === undefined ? undefined : () => open(at)} />{" "}
              <span class="small">
                {post === undefined ? "" : say(post)} {side === "from" ? "→" : "←"} {other}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** A name that opens what is known of the person, where the edition has it. */
export function Who({ name, open }: { readonly name: string; readonly open: (() => void) | undefined }) {
  if (open === undefined) return <b>{name}</b>;
  return (
    <button type="button" class="who" onClick={open}>
      {name}
    </button>
  );
}
