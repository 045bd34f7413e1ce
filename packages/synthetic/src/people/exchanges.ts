import type { ExchangeRecord, Stage } from "@lungang/core";
import type { SchoolPlan } from "../posts/plan.ts";
import { Random } from "../random.ts";
import type { Draft, Setting } from "./draft.ts";
import { alliesByStage, rotates } from "./draft.ts";

const TERM_YEARS = 3;
const ENDING = 0.5;
const WANTS_TO_STAY = 0.16;
const PAST_EXCHANGE = 0.12;
const TRIES = 6;

/** Finds schools of the same alliance that teach the stage, those with open posts in the subject first. */
class Hosts {
  readonly #allies: Readonly<Record<"primary" | "junior", ReadonlyMap<string, readonly SchoolPlan[]>>>;
  readonly #open = new Map<string, number>();

  readonly random: Random;

  constructor(plans: readonly SchoolPlan[], random: Random) {
    this.random = random;
    this.#allies = { primary: alliesByStage(plans, "primary"), junior: alliesByStage(plans, "junior") };
    for (const { school, demands, supply } of plans) {
      demands.forEach(({ stage, subject, heads }, index) => {
        if (subject !== undefined) this.#open.set(`${school.id}/${stage}/${subject}`, heads - (supply[index] ?? 0));
      });
    }
  }

  /** Returns a school of an alliance of the person, if there is another one. */
  ally({ plan, demand }: Draft): SchoolPlan | undefined {
    const lists = (plan.school.alliances ?? []).map((id) => this.#list(demand.stage, id));
    const list = lists.find((entry) => entry.length > 1);
    if (list === undefined) return undefined;
    const others = Array.from({ length: TRIES }, () => this.random.pick(list)).filter((other) => other !== plan);
    const key = ({ school }: SchoolPlan) => `${school.id}/${demand.stage}/${demand.subject}`;
    return others.find((other) => (this.#open.get(key(other)) ?? 0) > 0) ?? others[0];
  }

  fill({ school }: SchoolPlan, { demand }: Draft): void {
    const key = `${school.id}/${demand.stage}/${demand.subject}`;
    this.#open.set(key, (this.#open.get(key) ?? 0) - 1);
  }

  #list(stage: Stage | undefined, alliance: string): readonly SchoolPlan[] {
    return stage === "primary" || stage === "junior" ? (this.#allies[stage].get(alliance) ?? []) : [];
  }
}

/** Sends a share of the teachers on exchanges of earlier years, and writes exchanges that have ended into records. */
export function addExchanges(drafts: readonly Draft[], setting: Setting): void {
  const random = new Random(`${setting.seed}/exchanges`);
  const hosts = new Hosts(setting.plans, random);
  const { planYear, rates } = setting;
  const free = drafts.filter((draft) => rotates(draft) && !draft.person.statuses?.length);
  const settled = free.filter(({ person }) => (person.tenureStart ?? "") < `${planYear - TERM_YEARS - 1}-01-01`);
  const wanted = Math.min(settled.length, Math.round(rates.runningRate * drafts.length));
  const guests = new Set(random.shuffled(settled).slice(0, wanted));
  for (const draft of free) {
    const settledLong = (draft.person.tenureStart ?? "") < `${planYear - 2 * TERM_YEARS - 2}-01-01`;
    if (guests.has(draft)) send(draft, hosts, setting);
    else if (settledLong && random.chance(PAST_EXCHANGE)) remember(draft, hosts, setting);
  }
}

function send(draft: Draft, hosts: Hosts, { planYear }: Setting): void {
  const { random } = hosts;
  const host = hosts.ally(draft);
  if (host === undefined) return;
  const startYear = random.chance(ENDING) ? planYear - TERM_YEARS : planYear - random.integer(1, TERM_YEARS - 1);
  const record: ExchangeRecord = {
    from: draft.plan.school.id,
    to: host.school.id,
    form: random.weighted([
      ["alliance", 70],
      ["support", 20],
      ["counterpart", 10],
    ]),
    start: `${startYear}-09-01`,
    end: `${startYear + TERM_YEARS}-08-31`,
  };
  const ending = startYear === planYear - TERM_YEARS;
  if (ending) record.pass = random.chance(0.96);
  if (ending && random.chance(WANTS_TO_STAY)) record.stay = { applied: true, approved: random.chance(0.5) };
  draft.person.currentSchool = host.school.id;
  draft.person.exchanges = [record];
  hosts.fill(host, draft);
}

function remember(draft: Draft, hosts: Hosts, { planYear }: Setting): void {
  const { random } = hosts;
  const host = hosts.ally(draft);
  if (host === undefined) return;
  const startYear = planYear - TERM_YEARS - random.integer(1, 4);
  const pass = random.chance(0.95);
  draft.person.exchanges = [
    {
      from: draft.plan.school.id,
      to: host.school.id,
      form: random.weighted([
        ["support", 70],
        ["counterpart", 20],
        ["shadow", 10],
      ]),
      start: `${startYear}-09-01`,
      end: `${startYear + TERM_YEARS}-08-31`,
      goalMet: pass,
      pass,
    },
  ];
}
