import { compareText } from "./canonical-json.ts";
import type { Office, PostKind, Stage } from "./codes.ts";
import { POST_KINDS, STAGES, stagesOfType } from "./codes.ts";
import type { Instance } from "./instance.ts";
import type { Issue } from "./issue.ts";
import type { Person } from "./person.ts";
import type { Periods } from "./periods.ts";
import { periodsOfPosts } from "./periods.ts";
import { worksAt } from "./person.ts";
import type { Post } from "./school.ts";
import { headsOf } from "./school.ts";

/**
 * A demand cell: posts of one kind, stage and subject (or office) at one school, and how many heads they need.
 *
 * @public
 */
export interface Cell {
  /** Stable key, also the post id of moves into a cell without a listed post. */
  readonly key: string;
  readonly school: number;
  readonly kind: PostKind;
  readonly stage: Stage | undefined;
  readonly subject: string | undefined;
  readonly office: Office | undefined;
  /** Heads needed; of a post that is joined with others those with whole loads. */
  readonly demand: number;
  /** Position of the posts that it is joined with. @defaultValue it is joined with none */
  readonly joined?: number;
  /** Ids of the posts listed for this cell, in order. */
  readonly posts: readonly string[];
  /** Undefined where no post is listed, one states no periods or full loads differ. */
  readonly periods: Periods | undefined;
}

/**
 * Returns the id of the post of a cell: the first listed, else the key of the cell.
 *
 * @public
 */
export function postName(cell: Cell): string {
  return cell.posts[0] ?? cell.key;
}

interface CellName {
  readonly school: number;
  readonly kind: PostKind;
  readonly stage?: Stage | undefined;
  readonly subject?: string | undefined;
  readonly office?: Office | undefined;
}

interface Draft extends CellName {
  readonly key: string;
  demand: number;
  readonly posts: Post[];
  people: number;
  /** Position among the cells, once they are in order. */
  position: number;
}

/** Returns the key of a cell within its county. */
export function cellKey(schoolId: string, cell: Omit<CellName, "school">): string {
  return `${schoolId}/${cell.kind}/${cell.stage ?? ""}/${cell.subject ?? cell.office ?? ""}`;
}

/** Returns the cell of a key, at the school that it begins with; undefined where it is none. */
export function cellOfKey(key: string, schoolId: string): Omit<CellName, "school"> | undefined {
  if (!key.startsWith(`${schoolId}/`)) return undefined;
  const [kind, stage = "", ...rest] = key.slice(schoolId.length + 1).split("/");
  const name = rest.join("/");
  const found: Omit<CellName, "school"> = {
    kind: kind as PostKind,
    ...(stage === "" ? {} : { stage: stage as Stage }),
    ...(name === "" ? {} : kind === "management" ? { office: name as Office } : { subject: name }),
  };
  const isKnown = POST_KINDS.includes(found.kind) && (found.stage === undefined || STAGES.includes(found.stage));
  return isKnown && cellKey(schoolId, found) === key ? found : undefined;
}

/** Only teaching posts differ by stage and subject, only management posts by office. */
function cellOfPost(post: Post, school: number): CellName {
  const { kind, stage, subject, office } = post;
  if (kind === "teaching") return { school, kind, stage, subject };
  return kind === "management" ? { school, kind, office } : { school, kind };
}

/** Stages of cells, and none. */
const STAGE_PLACES = STAGES.length + 1;

class Cells {
  readonly drafts: Draft[] = [];
  readonly instance: Instance;
  /** Drafts by school, kind and stage, then by subject or office: nothing is written to be looked up. */
  readonly #slots: (Map<string, Draft> | undefined)[] = [];
  readonly #listedKinds = new Set<string>();

  constructor(instance: Instance, schoolIndex: ReadonlyMap<string, number>) {
    this.instance = instance;
    for (const post of instance.posts) {
      const school = schoolIndex.get(post.school);
      if (school === undefined) continue;
      const draft = this.draft(cellOfPost(post, school));
      draft.demand += headsOf(post);
      draft.posts.push(post);
      this.#listedKinds.add(`${school}/${post.kind}`);
    }
  }

  #slot({ school, kind, stage }: CellName): number {
    const place = stage === undefined ? 0 : STAGES.indexOf(stage) + 1;
    return (school * POST_KINDS.length + POST_KINDS.indexOf(kind)) * STAGE_PLACES + place;
  }

  has(name: CellName): boolean {
    return this.#slots[this.#slot(name)]?.has(name.subject ?? name.office ?? "") ?? false;
  }

  draft(name: CellName): Draft {
    const { school, kind, stage, subject, office } = name;
    const slot = (this.#slots[this.#slot(name)] ??= new Map<string, Draft>());
    const found = slot.get(subject ?? office ?? "");
    if (found !== undefined) return found;
    const key = cellKey(this.instance.schools[school]?.id ?? "", name);
    const draft: Draft = { key, school, kind, stage, subject, office, demand: 0, posts: [], people: 0, position: -1 };
    slot.set(subject ?? office ?? "", draft);
    this.drafts.push(draft);
    return draft;
  }

  /**
   * Sets the demand of cells that no post lists: nobody where the school lists posts of the kind, else as many as are
   * there now, because an unlisted kind is unknown and not superfluous.
   */
  settleUnlisted(): void {
    for (const draft of this.drafts) {
      if (draft.posts.length === 0 && !this.#listedKinds.has(`${draft.school}/${draft.kind}`))
        draft.demand = draft.people;
    }
  }
}

/**
 * Returns the cells of an instance, the cell that each person fills on plan start (-1 for none) and, for people away
 * on an exchange, the cell that is reserved for them at the home school.
 */
export function buildCells(instance: Instance, schoolIndex: ReadonlyMap<string, number>) {
  const cells = new Cells(instance, schoolIndex);
  const issues: Issue[] = [];
  const postSchools = new Map(instance.posts.map((post) => [post.id, post]));
  const names = instance.persons.map((person): CellName | undefined => {
    const school = schoolIndex.get(worksAt(person) ?? "");
    if (school === undefined) return undefined;
    const name = namedCell(person, school, postSchools) ?? inferCell(person, school, cells);
    if (name === undefined) issues.push(ambiguous(person));
    return name;
  });
  const homes = instance.persons.map((person): CellName | undefined => {
    const home = schoolIndex.get(person.homeSchool ?? "");
    if (home === undefined || person.currentSchool === undefined || person.currentSchool === person.homeSchool) {
      return undefined;
    }
    const name = inferCell(person, home, cells);
    if (name === undefined) issues.push(ambiguous(person));
    return name;
  });
  const filled = names.map((name) => name && cells.draft(name));
  const reserved = homes.map((name) => name && cells.draft(name));
  filled.forEach((draft, person) => {
    // A guest counts at home: the post there is reserved, and the host needs no head when the exchange ends.
    const counted = reserved[person] ?? draft;
    if (counted !== undefined) counted.people++;
  });
  cells.settleUnlisted();
  const ordered = cells.drafts.sort(compareCells);
  for (const [position, draft] of ordered.entries()) draft.position = position;
  const positions = (list: readonly (Draft | undefined)[]) => Int32Array.from(list, (draft) => draft?.position ?? -1);
  return {
    cells: ordered.map(({ key, school, kind, stage, subject, office, demand, posts }): Cell => {
      const ids = posts.map(({ id }) => id).sort(compareText);
      return { key, school, kind, stage, subject, office, demand, posts: ids, periods: periodsOfPosts(posts) };
    }),
    cellIndex: new Map(ordered.map(({ key, position }) => [key, position])),
    cellOf: positions(filled),
    reservedCellOf: positions(reserved),
    issues,
  };
}

/** The cell of the post that a person is said to fill: a listed one, or by its key one that no post lists. */
function namedCell(person: Person, school: number, posts: ReadonlyMap<string, Post>): CellName | undefined {
  const { currentPost } = person;
  if (currentPost === undefined) return undefined;
  const post = posts.get(currentPost);
  if (post !== undefined) return cellOfPost(post, school);
  const named = cellOfKey(currentPost, worksAt(person) ?? "");
  return named && { ...named, school };
}

function compareCells(a: CellName, b: CellName): number {
  return (
    a.school - b.school ||
    POST_KINDS.indexOf(a.kind) - POST_KINDS.indexOf(b.kind) ||
    (a.stage === undefined ? -1 : STAGES.indexOf(a.stage)) - (b.stage === undefined ? -1 : STAGES.indexOf(b.stage)) ||
    compareText(a.subject ?? a.office ?? "", b.subject ?? b.office ?? "")
  );
}

/** Infers the cell of a person from type, school and main subject; undefined where that is ambiguous. */
function inferCell(person: Person, school: number, cells: Cells): CellName | undefined {
  if (person.personType === "support" || person.personType === "logistics") return { school, kind: person.personType };
  if (person.personType === "principal" || person.personType === "vicePrincipal") {
    const own: CellName = { school, kind: "management", office: person.personType };
    const any: CellName = { school, kind: "management" };
    return !cells.has(own) && cells.has(any) ? any : own;
  }
  const management: CellName = { school, kind: "management", office: "midLevel" };
  if (person.personType === "midLevel" && cells.has(management)) return management;
  return inferTeachingCell(person, school, cells);
}

function inferTeachingCell(person: Person, school: number, cells: Cells): CellName | undefined {
  const type = cells.instance.schools[school]?.type;
  if (type === undefined) return undefined;
  const skills = person.subjects.length === 1 ? person.subjects : person.subjects.filter((skill) => skill.main);
  const [skill] = skills;
  if (skill === undefined || skills.length > 1) return undefined;
  const certified = person.stageCertified.length === 0 ? stagesOfType(type) : person.stageCertified;
  const stages = stagesOfType(type).filter(
    (stage) => certified.includes(stage) && (skill.stages ?? [stage]).includes(stage),
  );
  const options = stages.map((stage): CellName => ({ school, kind: "teaching", stage, subject: skill.subject }));
  if (options.length <= 1) return options[0];
  const listed = options.filter((option) => cells.has(option));
  return listed.length === 1 ? listed[0] : undefined;
}

function ambiguous(person: Person): Issue {
  return {
    code: "ambiguous-post",
    severity: "error",
    // Where it is mended most often; few counties number their posts.
    path: ["persons", person.id, "subjects"],
    message: {
      zh: `无法判断人员“${person.id}”现在占用哪个岗位（学段或主教学科不明确）`,
      en: `Cannot tell which post person "${person.id}" fills now: stage or main subject is ambiguous`,
    },
    advice: {
      zh: "请只标注一个主教学科并注明学段，如“数学(主、小学)”，或填写现岗位编号",
      en: "Mark one main subject with its stage, such as 数学(主、小学), or give the current post",
    },
  };
}
