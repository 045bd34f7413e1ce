import { useContext, useMemo, useState } from "preact/hooks";
import type { Group, Page, PersonRow } from "../src/page/page.ts";
import { SayingContext, useSay } from "./language.ts";
import { Part } from "./numbers.tsx";
import { Who } from "./school-panel.tsx";
import { UI } from "./words.ts";

/** People shown at first, and how many more at a time. */
const FIRST = 100;
const MORE = 200;

/** What the list is filtered by; texts and schools by position, -1 for any. */
export interface Filter {
  readonly group: Group;
  readonly search: string;
  readonly school: number;
  readonly township: string;
  readonly form: number;
  readonly subject: number;
}

export const NO_FILTER: Filter = { group: "moves", search: "", school: -1, township: "", form: -1, subject: -1 };

/** Returns the positions of the people that a filter lets through. */
export function peopleThrough({ people, schools }: Page, filter: Filter): readonly number[] {
  const { group, school, township, form, subject } = filter;
  const words = filter.search
    .trim()
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== "");
  const placesOf = ({ from, to }: PersonRow) => [schools[from ?? -1], schools[to ?? -1]];
  const tests: readonly ((row: PersonRow) => boolean)[] = [
    (row) => row.groups.includes(group),
    (row) => school < 0 || row.from === school || row.to === school,
    (row) => township === "" || placesOf(row).some((place) => place?.township.zh === township),
    (row) => form < 0 || row.form === form,
    (row) => subject < 0 || row.subject === subject,
    (row) => {
      if (words.length === 0) return true;
      const told = [row.post, row.subject, row.form].flatMap((at) => Object.values(people.texts[at] ?? {}));
      const all = [row.name, ...placesOf(row).map((place) => place?.name), ...told].join("\n").toLowerCase();
      return words.every((word) => all.includes(word));
    },
  ];
  const fits = (row: PersonRow) => tests.every((test) => test(row));
  return people.rows.flatMap((row, at) => (fits(row) ? [at] : []));
}

interface Listed {
  readonly page: Page;
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  readonly shown: readonly number[];
  readonly open: (row: number) => void;
}

/** Everybody whom the edition may list, with search and filters. */
export function List(props: Listed) {
  const say = useSay();
  const { page, shown, filter, setFilter } = props;
  const isInternal = page.edition === "internal";
  return (
    <Part id="list" title={say(UI.list)} lead={say(isInternal ? UI.listLead : UI.publicList)}>
      <div class="card">
        <Filters {...props} />
        <p class="small" aria-live="polite" id="list-count">
          {say(UI.shown)} {shown.length}
          {say(UI.of)}
          {page.people.rows.length} {say(UI.people)}
        </p>
        {shown.length > 0 ? (
          <Table {...props} />
        ) : (
          <div class="empty">
            <p>{say(UI.noMatch)}</p>
            <button
              type="button"
              class="button"
              onClick={() => setFilter({ ...NO_FILTER, search: filter.search, group: isInternal ? "all" : "moves" })}
            >
              {say(isInternal ? UI.searchAll : UI.clear)}
            </button>
          </div>
        )}
      </div>
    </Part>
  );
}

interface Choice {
  readonly label: string;
  readonly value: number;
  readonly entries: readonly (readonly [number, string])[];
  readonly set: (value: number) => void;
}

/** One of several entries by position, or any. */
function Choose({ label, value, entries, set }: Choice) {
  return (
    <select
      class="field"
      aria-label={label}
      value={String(value)}
      onChange={({ currentTarget }) => set(Number(currentTarget.value))}
    >
      <option value="-1">{label}</option>
      {entries.map(([at, name]) => (
        <option key={at} value={String(at)}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Filters({ page, filter, setFilter }: Listed) {
  const say = useSay();
  const { texts, rows, groups } = page.people;
  const options = useMemo(() => {
    const used = (of: "form" | "subject") => [...new Set(rows.map((row) => row[of]))];
    const townships = new Map(page.schools.map(({ township }) => [township.zh, township]));
    return { forms: used("form"), subjects: used("subject"), townships: [...townships.values()] };
  }, [page]);
  const word = (at: number) => (texts[at] === undefined ? "" : say(texts[at]));
  return (
    <div class="filters">
      <input
        class="field search"
        type="search"
        aria-label={say(UI.search)}
        placeholder={say(UI.search)}
        value={filter.search}
        onInput={({ currentTarget: { value: search } }) => setFilter({ ...filter, search })}
      />
      {groups.map(({ group, label, people }) => (
        <button
          type="button"
          class="chip"
          key={group}
          data-group={group}
          aria-pressed={filter.group === group}
          onClick={() => setFilter({ ...filter, group })}
        >
          {say(label)} {people}
        </button>
      ))}
      <Choose
        label={say(UI.allSchools)}
        value={filter.school}
        entries={page.schools.map(({ name }, at) => [at, name])}
        set={(school) => setFilter({ ...filter, school })}
      />
      <select
        class="field"
        aria-label={say(UI.anyTownship)}
        value={filter.township}
        onChange={({ currentTarget: { value: township } }) => setFilter({ ...filter, township })}
      >
        <option value="">{say(UI.anyTownship)}</option>
        {options.townships.map((township) => (
          <option key={township.zh} value={township.zh}>
            {say(township)}
          </option>
        ))}
      </select>
      <Choose
        label={say(UI.anyForm)}
        value={filter.form}
        entries={options.forms.map((at) => [at, word(at)])}
        set={(form) => setFilter({ ...filter, form })}
      />
      <Choose
        label={say(UI.anySubject)}
        value={filter.subject}
        entries={options.subjects.filter((at) => word(at) !== "").map((at) => [at, word(at)])}
        set={(subject) => setFilter({ ...filter, subject })}
      />
    </div>
  );
}

function Table({ page, shown, open }: Listed) {
  const say = useSay();
  const { printing } = useContext(SayingContext);
  const [most, setMost] = useState(FIRST);
  const { rows, texts } = page.people;
  const isInternal = page.edition === "internal";
  const word = (at: number) => (texts[at] === undefined ? "" : say(texts[at]));
  const visible = printing ? shown : shown.slice(0, most);
  return (
    <>
      <div class="scroll">
        <table id="people">
          <thead>
            <tr>
              <th>{say(UI.name)}</th>
              <th>{say(UI.from)}</th>
              <th>{say(UI.to)}</th>
              <th>{say(UI.post)}</th>
              <th>{say(UI.form)}</th>
              {isInternal ? <th class="number">{say(UI.km)}</th> : null}
              <th>{say(isInternal ? UI.because : UI.term)}</th>
            </tr>
          </thead>
          <tbody>
            {visible.map((at) => {
              const row = rows[at];
              if (row === undefined) return null;
              return (
                <tr key={at} data-row={at}>
                  <td class="nowrap">
                    <Who name={row.name} open={row.why === undefined ? undefined : () => open(at)} />
                  </td>
                  <td>{page.schools[row.from ?? -1]?.name ?? say(UI.recruit)}</td>
                  <td class="strong">{page.schools[row.to ?? -1]?.name ?? say(UI.stays)}</td>
                  <td>{word(row.post)}</td>
                  <td>{word(row.form)}</td>
                  {isInternal ? <td class="number">{row.km === "" ? "—" : row.km}</td> : null}
                  <td class="wide">{word(isInternal ? row.because : row.term)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {visible.length < shown.length ? (
        <button type="button" class="button" onClick={() => setMost(most + MORE)}>
          {say(UI.showMore)}
        </button>
      ) : null}
    </>
  );
}
