import { scaleLinear, scalePoint } from "d3-scale";
import type { ComparisonPart, Page, SweepPart } from "../src/page/page.ts";
import { useSay } from "./language.ts";
import { Part } from "./numbers.tsx";
import { UI } from "./words.ts";

/** Points from which a line may be drawn through them. */
const LINE_FROM = 8;
const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [340, 150, 44, 12, 14, 16];

/** Plans under other values: small charts with one axis each, and the table that they are read from. */
export function Sweep({ sweep }: { readonly sweep: SweepPart }) {
  const say = useSay();
  return (
    <Part id="sweep" title={say(UI.sweep)} lead={say(UI.sweepLead)}>
      <div class="charts">
        {sweep.axes.map(({ title, unit }, axis) => (
          <figure class="card" key={axis}>
            <figcaption>
              <b>{say(title)}</b> <span class="small">{say(unit)}</span>
            </figcaption>
            <Chart sweep={sweep} axis={axis} label={say(title)} />
          </figure>
        ))}
      </div>
      <div class="card scroll">
        <table id="sweep-points">
          <thead>
            <tr>
              <th class="number">{say(UI.order)}</th>
              <th>{say(UI.values)}</th>
              {sweep.axes.map(({ title, unit }, axis) => (
                <th class="number" key={axis}>
                  {say(title)}（{say(unit)}）
                </th>
              ))}
              <th>{say(UI.result)}</th>
            </tr>
          </thead>
          <tbody>
            {sweep.points.map(({ title, shown, result }, at) => (
              <tr key={at}>
                <td class="number">{at + 1}</td>
                <td>{say(title)}</td>
                {shown.map((value, axis) => (
                  <td class="number" key={axis}>
                    {value}
                  </td>
                ))}
                <td class="wide">{say(result)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  );
}

function Chart({ sweep, axis, label }: { readonly sweep: SweepPart; readonly axis: number; readonly label: string }) {
  const known = sweep.points.flatMap(({ values }, at) => {
    const value = values[axis];
    return value === undefined || value === null ? [] : [{ at, value }];
  });
  const across = scalePoint<number>()
    .domain(sweep.points.map((_, at) => at))
    .range([LEFT, WIDTH - RIGHT])
    .padding(0.4);
  const up = scaleLinear()
    .domain([0, Math.max(...known.map(({ value }) => value), 1)])
    .nice()
    .range([HEIGHT - BOTTOM, TOP]);
  const point = ({ at, value }: (typeof known)[number]) => `${(across(at) ?? 0).toFixed(1)} ${up(value).toFixed(1)}`;
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {up.ticks(3).map((tick) => (
        <g key={tick}>
          <path class="grid" d={`M${LEFT} ${up(tick)}H${WIDTH - RIGHT}`} />
          <text x={LEFT - 6} y={up(tick) + 4} text-anchor="end">
            {tick}
          </text>
        </g>
      ))}
      {known.length >= LINE_FROM ? <path class="curve" d={`M${known.map(point).join("L")}`} /> : null}
      {sweep.points.map(({ planned }, at) =>
        planned ? null : (
          <rect class="none" key={at} x={(across(at) ?? 0) - 7} y={TOP} width={14} height={HEIGHT - TOP - BOTTOM} />
        ),
      )}
      {known.map(({ at, value }) => (
        <circle key={at} cx={across(at)} cy={up(value)} r={4} data-value={value} />
      ))}
      {sweep.points.map((_, at) => (
        <text key={at} x={across(at)} y={HEIGHT - 2} text-anchor="middle">
          {at + 1}
        </text>
      ))}
    </svg>
  );
}

export function Compare({ comparison: { lines, people } }: { readonly comparison: ComparisonPart }) {
  const say = useSay();
  return (
    <Part id="compare" title={say(UI.compare)} lead={say(UI.compareLead)}>
      {lines.length === 0 && people.length === 0 ? <p>{say(UI.equal)}</p> : null}
      <div class="two">
        <div class="card scroll">
          <table id="compared">
            <thead>
              <tr>
                <th>{say(UI.item)}</th>
                <th class="number">{say(UI.first)}</th>
                <th class="number">{say(UI.second)}</th>
                <th class="number">{say(UI.difference)}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ title, one, other, difference, change }, at) => (
                <tr key={at}>
                  <td>{say(title)}</td>
                  <td class="number">{one}</td>
                  <td class="number">{other}</td>
                  <td class={change === "worse" ? "number worse" : "number"}>{difference}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div class="card">
          <h3>{say(UI.changedPeople)}</h3>
          <ul class="plain">
            {people.map((person, at) => (
              <li key={at}>{say(person)}</li>
            ))}
          </ul>
        </div>
      </div>
    </Part>
  );
}

export function Conflict({ told }: { readonly told: NonNullable<Page["conflict"]> }) {
  const say = useSay();
  return (
    <Part id="conflict" title={say(UI.conflict)}>
      <div class="card callout">
        {told.map((sentence, at) => (
          <p key={at}>{say(sentence)}</p>
        ))}
      </div>
    </Part>
  );
}

/** What is proven, what the plan was made from, and how to verify it. */
export function Proof({ page }: { readonly page: Page }) {
  const say = useSay();
  const { verdict, over, levels, facts, verify } = page.proof;
  return (
    <Part id="proof" title={say(UI.proof)} lead={say(verdict)}>
      <div class="card scroll">
        <table id="levels">
          <thead>
            <tr>
              <th class="number">{say(UI.order)}</th>
              <th>{say(UI.aim)}</th>
              <th class="number">{say(UI.value)}</th>
              <th class="number">{say(UI.bound)}</th>
              <th class="number">{say(UI.gap)}</th>
              <th>{say(UI.status)}</th>
            </tr>
          </thead>
          <tbody>
            {levels.map(({ title, value, bound, gap, proven }, at) => (
              <tr key={at}>
                <td class="number">{at + 1}</td>
                <td class="wide">{say(title)}</td>
                <td class="number">{say(value)}</td>
                <td class="number">{say(bound)}</td>
                <td class="number">{say(gap)}</td>
                <td class="nowrap">{proven ? `✓ ${say(UI.proven)}` : say(UI.open)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="note">{say(over)}</p>
      </div>
      <div class="two">
        <div class="card">
          <h3>{say(UI.madeFrom)}</h3>
          <dl class="made-from">
            {facts.map(({ label, value }, at) => (
              <div key={at}>
                <dt>{say(label)}</dt>
                <dd>{say(value)}</dd>
              </div>
            ))}
          </dl>
        </div>
        <div class="card">
          <h3>{say(UI.howToVerify)}</h3>
          <ol class="steps">
            {verify.map((step, at) => (
              <li key={at}>{say(step)}</li>
            ))}
          </ol>
        </div>
      </div>
    </Part>
  );
}
