import { scaleLinear } from "d3-scale";
import type { ComponentChildren } from "preact";
import type { ChangeLine, Page, RuleLine } from "../src/page/page.ts";
import { useSay } from "./language.ts";
import { UI } from "./words.ts";

export function Part({
  id,
  title,
  lead,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <div class="part-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {lead === undefined ? null : <p class="small">{lead}</p>}
      </div>
      {children}
    </section>
  );
}

/** Every rule with a number: a bar for the plan, a line for what is required, and the base in words. */
export function Gauges({ page }: { readonly page: Page }) {
  const say = useSay();
  return (
    <Part id="quota" title={say(UI.quota)} lead={say(UI.quotaLead)}>
      <div class="gauges">
        {page.rules.map((rule, at) => (
          <Gauge key={at} rule={rule} />
        ))}
      </div>
    </Part>
  );
}

function Gauge({ rule }: { readonly rule: RuleLine }) {
  const say = useSay();
  const { title, source, about, met, hard, value, target, shown, base, slack, highest } = rule;
  const place = scaleLinear()
    .domain([0, Math.max(value, target, highest?.value ?? 0, 1) * 1.15])
    .range([0, 100]);
  const state = met ? UI.met : hard ? UI.missed : UI.soft;
  return (
    <div class="card gauge" data-rule={source} data-value={value} data-target={target}>
      <div class="gauge-head">
        <b>
          {say(title)}
          {about === null ? "" : `（${say(about)}）`}
        </b>
        <span class={met ? "state good" : hard ? "state worse" : "state"}>{say(state)}</span>
      </div>
      <div class="track" role="img" aria-label={say(shown)}>
        <i class={met ? "" : "short"} style={{ width: `${place(value)}%` }} />
        <u style={{ left: `${place(target)}%` }} />
        {highest === null ? null : <s data-highest={highest.value} style={{ left: `${place(highest.value)}%` }} />}
      </div>
      <p class="small">
        <b class="number">{say(shown)}</b>
        {slack === null ? "" : `　${say(slack)}`}
      </p>
      {base === null ? null : <p class="small">{say(base)}</p>}
      {highest === null ? null : <p class="small">{say(highest.text)}</p>}
      <p class="tiny">
        {say(UI.source)} {source}
      </p>
    </div>
  );
}

export interface DumbbellRow {
  readonly key: string;
  readonly label: string;
  readonly before: number;
  readonly after: number;
  readonly shown: string;
  readonly change: ChangeLine["change"];
}

/** Two points on one axis a row: hollow before, full after; what gets worse is dashed and has a mark of its own. */
export function Dumbbells({ rows, title }: { readonly rows: readonly DumbbellRow[]; readonly title: string }) {
  const most = Math.max(...rows.flatMap(({ before, after }) => [before, after]), 0);
  const place = scaleLinear()
    .domain([0, most === 0 ? 1 : most])
    .nice()
    .range([0, 100]);
  return (
    <div class="dumbbells" role="group" aria-label={title}>
      <div class="dumbbell axis" aria-hidden="true">
        <span />
        <span class="rail">
          {place.ticks(4).map((tick) => (
            <em key={tick} style={{ left: `${place(tick)}%` }}>
              {tick}
            </em>
          ))}
        </span>
        <span />
      </div>
      {rows.map(({ key, label, before, after, shown, change }) => {
        const [from, to] = [place(before), place(after)];
        return (
          <div class={`dumbbell ${change}`} key={key} data-before={before} data-after={after}>
            <span class="label">{label}</span>
            <span class="rail">
              {change === "same" ? null : (
                <i style={{ left: `${Math.min(from, to)}%`, width: `${Math.abs(to - from)}%` }} />
              )}
              {change === "same" ? null : <s style={{ left: `${from}%` }} />}
              <b style={{ left: `${to}%` }} />
            </span>
            <span class="number small">
              {change === "worse" ? "▲ " : change === "better" ? "▼ " : ""}
              {shown}
            </span>
          </div>
        );
      })}
    </div>
  );
}

export function BeforeAfterLegend() {
  const say = useSay();
  return (
    <p class="legend small">
      <span>○ {say(UI.before)}</span>
      <span>● {say(UI.after)}</span>
      <span>{say(UI.better)}</span>
      <span class="worse">{say(UI.worse)}</span>
    </p>
  );
}
