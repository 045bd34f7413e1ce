import type { Page, SwapLine } from "../src/page/page.ts";
import { useSay } from "./language.ts";
import { Part } from "./numbers.tsx";
import { UI } from "./words.ts";

/** Who replaces whom, drawn as schools and arrows. */
export function Swaps({ page }: { readonly page: Page }) {
  const say = useSay();
  return (
    <Part id="swaps" title={say(UI.swaps)} lead={say(page.swaps.length === 0 ? UI.noSwaps : UI.swapsLead)}>
      {page.swaps.length === 0 ? null : (
        <div class="card swaps">
          {page.swaps.map((swap, at) => (
            <div class="swap" key={at} role="img" aria-label={say(swap.text)}>
              <span class="tag">
                {say(UI[swap.kind])} {swap.steps.length} {say(UI.people)}
              </span>
              {swap.kind === "pair" ? <Pair swap={swap} /> : <Steps swap={swap} />}
            </div>
          ))}
        </div>
      )}
    </Part>
  );
}

function Pair({ swap: { steps } }: { readonly swap: SwapLine }) {
  const [one, other] = steps;
  if (one === undefined || other === undefined) return null;
  return (
    <>
      <span class="place">{one.from}</span>
      <span class="arrows">
        <Arrow step={one} />
        <Arrow step={other} back />
      </span>
      <span class="place">{one.to}</span>
    </>
  );
}

function Steps({ swap: { kind, steps, leavesOpen } }: { readonly swap: SwapLine }) {
  const say = useSay();
  return (
    <>
      <span class={leavesOpen ? "place open" : "place"}>
        {steps[0]?.from === "" ? say(UI.recruit) : steps[0]?.from}
      </span>
      {steps.map((step, at) => (
        <span class="step" key={at}>
          <span class="arrows">
            <Arrow step={step} />
          </span>
          <span class={kind === "chain" && at === steps.length - 1 ? "place filled" : "place"}>{step.to}</span>
        </span>
      ))}
    </>
  );
}

function Arrow({
  step: { name, post, kind },
  back = false,
}: {
  readonly step: SwapLine["steps"][number];
  readonly back?: boolean;
}) {
  const say = useSay();
  return (
    <span class="arrow">
      <b>{name}</b>
      <svg class="map key" width="72" height="10" aria-hidden="true">
        <path class={`route ${kind}`} d={back ? "M71 5H6" : "M1 5H66"} stroke-width="2" />
        <path class={`tip ${kind}`} d={back ? "M8 1L0 5L8 9Z" : "M64 1L72 5L64 9Z"} />
      </svg>
      <span class="tiny">{say(post)}</span>
    </span>
  );
}
