import type { InstanceInput, SchoolInput, Stage } from "@lungang/core";
import { stagesOfType } from "@lungang/core";
import { numberedId } from "../names.ts";
import type { Random } from "../random.ts";
import { direction } from "./ground.ts";
import type { CountyMap, Site } from "./sites.ts";
import type { Township } from "./townships.ts";

type GroupInput = NonNullable<InstanceInput["groups"]>[number];
type Membership = "zones" | "alliances" | "pairs" | "schoolGroups";

/** Schools with the groups that they belong to, and these groups. */
export interface Grouped {
  readonly schools: SchoolInput[];
  readonly groups: GroupInput[];
}

const STAGES = ["primary", "junior"] as const satisfies readonly Stage[];
const STAGE_NAMES = { primary: "小学", junior: "初中" } as const;
/** Zones (学区) of primaries are smaller than zones (片区) of juniors. */
const TOWNSHIPS_PER_ZONE = { primary: 3, junior: 6 } as const;
const ZONE_NAMES = { primary: "学区", junior: "片区" } as const;
const SCHOOLS_PER_ALLIANCE = 8;
const SCHOOLS_PER_PAIR = 25;
const SCHOOLS_PER_SCHOOL_GROUP = 60;

class Memberships {
  readonly groups: GroupInput[] = [];
  readonly #of = new Map<string, Partial<Record<Membership, string[]>>>();

  join(site: Site, kind: Membership, group: string): void {
    const own = this.#of.get(site.school.id) ?? {};
    own[kind] = [...(own[kind] ?? []), group];
    this.#of.set(site.school.id, own);
  }

  has(site: Site, kind: Membership): boolean {
    return this.#of.get(site.school.id)?.[kind] !== undefined;
  }

  schools(sites: readonly Site[], leads: ReadonlySet<string>): SchoolInput[] {
    return sites.map(({ school }) => ({
      ...school,
      ...(leads.has(school.id) ? { quality: "good" as const } : {}),
      ...this.#of.get(school.id),
    }));
  }
}

/**
 * Sorts the public schools of compulsory education into zones, alliances, pairs and school groups.
 *
 * An alliance (办学联合体) is a good school of the county town with schools of one direction; primaries and juniors have
 * their own alliances and zones, a nine-year school belongs to one of each.
 */
export function groupSchools(map: CountyMap, random: Random): Grouped {
  const members = new Memberships();
  const leads = new Set<string>();
  for (const township of map.townships) {
    members.groups.push({ id: township.id, kind: "township", name: township.name });
  }
  for (const stage of STAGES) {
    const sites = map.sites.filter(({ school }) => takesPart(school, stage));
    addZones(sites, map.townships, { stage, members });
    for (const lead of addAlliances(sites, { stage, members })) leads.add(lead);
    addPairs(sites, { stage, members }, random);
  }
  addSchoolGroups(map.sites, { stage: "primary", members });
  return { schools: members.schools(map.sites, leads), groups: members.groups };
}

interface Grouping {
  readonly stage: (typeof STAGES)[number];
  readonly members: Memberships;
}

function takesPart(school: SchoolInput, stage: Stage): boolean {
  return school.ownership !== "private" && stagesOfType(school.type).includes(stage);
}

function addZones(sites: readonly Site[], townships: readonly Township[], { stage, members }: Grouping): void {
  const order = [...townships].sort((a, b) => direction(a.at) - direction(b.at));
  const size = TOWNSHIPS_PER_ZONE[stage];
  const zoneOf = new Map(order.map((township, index) => [township.id, Math.floor(index / size)]));
  const used = new Set<number>();
  for (const site of sites) {
    const zone = zoneOf.get(site.school.township ?? "") ?? 0;
    used.add(zone);
    members.join(site, "zones", zoneId(stage, zone));
  }
  for (const zone of [...used].sort((a, b) => a - b)) {
    members.groups.push({ id: zoneId(stage, zone), kind: "zone", name: `第${zone + 1}${ZONE_NAMES[stage]}` });
  }
}

function zoneId(stage: keyof typeof ZONE_NAMES, zone: number): string {
  return numberedId(stage === "primary" ? "XQ" : "PQ", zone, 2);
}

/** Adds alliances and returns the schools that lead them. */
function addAlliances(sites: readonly Site[], { stage, members }: Grouping): string[] {
  if (sites.length < 2) return [];
  const byDirection = [...sites].sort((a, b) => direction(a.at) - direction(b.at));
  const leads = leadSchools(byDirection);
  const leading = new Set(leads);
  const others = byDirection.filter((site) => !leading.has(site));
  leads.forEach((lead, index) => {
    const id = numberedId(stage === "primary" ? "AP" : "AJ", index, 2);
    const from = Math.floor((others.length * index) / leads.length);
    const to = Math.floor((others.length * (index + 1)) / leads.length);
    for (const site of [lead, ...others.slice(from, to)]) members.join(site, "alliances", id);
    const name = `${lead.school.name}${STAGE_NAMES[stage]}办学联合体`;
    members.groups.push({ id, kind: "alliance", name, leadSchool: lead.school.id });
  });
  return leads.map((lead) => lead.school.id);
}

/** One lead for every eight schools: good schools of the county town first, else the largest there, else the largest. */
function leadSchools(byDirection: readonly Site[]): Site[] {
  const urban = byDirection.filter(({ school }) => school.area === "urban");
  const from = urban.length === 0 ? byDirection : urban;
  const wanted = Math.round(byDirection.length / SCHOOLS_PER_ALLIANCE);
  const count = Math.max(1, Math.min(wanted, from.length));
  const rank = (site: Site) => (site.school.quality === "good" ? 1000 : 0) + site.staffWeight;
  const chosen = new Set([...from].sort((a, b) => rank(b) - rank(a)).slice(0, count));
  return byDirection.filter((site) => chosen.has(site));
}

/** Pairs good schools with weak ones far away. */
function addPairs(sites: readonly Site[], { stage, members }: Grouping, random: Random): void {
  const helpers = sites.filter(({ school }) => school.area === "urban" && school.quality === "good");
  const helped = random.shuffled(
    sites.filter(
      (site) => site.school.area !== "urban" && site.school.quality === "weak" && !members.has(site, "pairs"),
    ),
  );
  const count = Math.min(helpers.length, helped.length, Math.ceil(sites.length / SCHOOLS_PER_PAIR));
  for (let index = 0; index < count; index++) {
    const [good, weak] = [helpers[index] as Site, helped[index] as Site];
    const id = numberedId(stage === "primary" ? "JP" : "JJ", index, 2);
    members.join(good, "pairs", id);
    members.join(weak, "pairs", id);
    members.groups.push({
      id,
      kind: "pair",
      name: `${good.school.name}—${weak.school.name}`,
      leadSchool: good.school.id,
    });
  }
}

/** School groups (教育集团): a good primary of the county town with the next two. */
function addSchoolGroups(sites: readonly Site[], { members }: Grouping): void {
  const urban = sites.filter(({ school }) => school.area === "urban" && takesPart(school, "primary"));
  const count = Math.min(Math.floor(sites.length / SCHOOLS_PER_SCHOOL_GROUP), Math.floor(urban.length / 3));
  for (let index = 0; index < count; index++) {
    const id = numberedId("JT", index, 2);
    const part = urban.slice(3 * index, 3 * index + 3);
    for (const site of part) members.join(site, "schoolGroups", id);
    const lead = (part[0] as Site).school;
    members.groups.push({ id, kind: "schoolGroup", name: `${lead.name}教育集团`, leadSchool: lead.id });
  }
}
