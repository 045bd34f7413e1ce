import type { Cell, Instance, Issue } from "@lungang/core";
import { NONE, indexCounty, postName, words } from "@lungang/core";
import { compareIds, placesInList } from "@lungang/core/plan";
import { text, warningIssue } from "../market/issues.ts";
import type { PostKind } from "../market/market.ts";
import { schoolNames } from "./school-names.ts";
import { TITLE_LEVELS } from "./titles.ts";

/** A post of a county as applications are collected for it. */
export interface CountyPost {
  readonly id: string;
  /** Name of the school, its id where several have the name. */
  readonly school: string;
  readonly township?: string;
  readonly kind: PostKind;
  /** Name of the stage, in Chinese. */
  readonly stage?: string;
  readonly subject?: string;
  /** Name of the office of a management post, in Chinese. */
  readonly office?: string;
  /** Heads of the post, those who hold it included. */
  readonly capacity: number;
  /** Heads kept for people of the post who are on an exchange that runs. */
  readonly reserved?: number;
}

/** Title posts of a level at a school. */
export interface CountyTitlePosts {
  /** Name of the school as its posts have it. */
  readonly school: string;
  readonly level: "senior" | "middle";
  readonly posts: number;
  /** Posts of people who have the relation there and take no part, as an exchange of theirs is running. */
  readonly taken: number;
}

/** Posts of a county and who holds them, before anybody applies. */
export interface CountyPosts {
  readonly posts: readonly CountyPost[];
  /** People in a post of their own; guests are at home, where a head is kept for them. */
  readonly people: readonly {
    readonly id: string;
    readonly name?: string;
    readonly ownPost: string;
    /** Professional title in Chinese words. */
    readonly title: string;
  }[];
  /** Posts of senior and middle titles of the schools that state them. */
  readonly titlePosts: readonly CountyTitlePosts[];
  /** Posts beyond the establishment, and people in no post. */
  readonly issues: readonly Issue[];
}

/**
 * Derives posts from a county: one for every demand cell, its heads as the posts list them, else as many as are there now.
 *
 * Somebody whose exchange is running takes no part: the head at home is kept for the return (`reserved`), and the post at
 * the host is not his.
 */
export function postsOfCounty(instance: Instance): CountyPosts {
  const { county } = indexCounty(instance);
  const { cells, persons, cellOf, reservedCellOf, schools } = county;
  const reserved = new Int32Array(cells.length);
  for (const cell of reservedCellOf) if (cell !== NONE) reserved[cell] = (reserved[cell] as number) + 1;
  const schoolName = schoolNames(schools);
  const townships = new Map(instance.groups.map(({ id, name }) => [id, name]));
  const posts = cells.map((cell, at): CountyPost => {
    const { stage, subject, office, kind, demand } = cell;
    const school = schools[cell.school] as (typeof schools)[number];
    const kept = reserved[at] as number;
    return {
      id: postName(cell),
      school: schoolName(school.id),
      ...(school.township === undefined ? {} : { township: townships.get(school.township) ?? school.township }),
      kind,
      ...(stage === undefined ? {} : { stage: words.stage[stage].zh }),
      ...(subject === undefined ? {} : { subject }),
      ...(office === undefined ? {} : { office: words.office[office].zh }),
      capacity: demand,
      ...(kept === 0 ? {} : { reserved: kept }),
    };
  });
  const people = persons.flatMap(({ id, name, professionalTitle }, person) => {
    const cell = cellOf[person] as number;
    if (cell === NONE || reservedCellOf[person] !== NONE) return [];
    const ownPost = (posts[cell] as CountyPost).id;
    const title = words.title[professionalTitle].zh;
    return [{ id, ...(name === undefined ? {} : { name }), ownPost, title }];
  });
  const competing = new Set(people.map(({ id }) => id));
  const away = persons.flatMap((person, at) =>
    competing.has(person.id) || person.establishment !== "established" ? [] : [{ person, home: county.home[at] }],
  );
  const titlePosts = schools.flatMap((school, at) =>
    (["senior", "middle"] as const).flatMap((level): CountyTitlePosts[] => {
      const number = level === "senior" ? school.seniorPosts : school.middlePosts;
      if (number === undefined || !cells.some((cell) => cell.school === at)) return [];
      const { titles } = TITLE_LEVELS[level];
      const taken = away.filter(({ person, home }) => home === at && titles.includes(person.professionalTitle)).length;
      return [{ school: schoolName(school.id), level, posts: number, taken }];
    }),
  );
  const homeless = persons.filter((_, at) => cellOf[at] === NONE && reservedCellOf[at] === NONE);
  return {
    ...asListed(instance, cells, { posts, people }),
    titlePosts,
    issues: [...beyondEstablishment(instance, cells), ...inNoPost(homeless.map(({ id, name = id }) => name))],
  };
}

/** Returns posts and people school by school as the county lists them: so people fill the sheets in. */
function asListed(
  instance: Instance,
  cells: readonly Pick<Cell, "school">[],
  { posts, people }: Pick<CountyPosts, "posts" | "people">,
): Pick<CountyPosts, "posts" | "people"> {
  const placeOf = placesInList(instance);
  const places = cells.map(({ school }) => placeOf(instance.schools[school]?.id));
  const order = [...posts.keys()].sort((a, b) => (places[a] as number) - (places[b] as number) || a - b);
  const listed = order.map((at) => posts[at] as CountyPost);
  const postPlace = new Map(listed.map(({ id }, at) => [id, at]));
  const place = ({ ownPost }: CountyPosts["people"][number]) => postPlace.get(ownPost) as number;
  return { posts: listed, people: people.toSorted((a, b) => place(a) - place(b) || compareIds(a.id, b.id)) };
}

function beyondEstablishment(
  { schools }: Instance,
  cells: readonly { readonly school: number; readonly demand: number }[],
): readonly Issue[] {
  const heads = new Int32Array(schools.length);
  for (const { school, demand } of cells) heads[school] = (heads[school] as number) + demand;
  return schools.flatMap(({ name, establishment }, at) => {
    const needed = heads[at] as number;
    if (establishment === undefined || needed <= establishment) return [];
    return [
      warningIssue({
        code: "posts-beyond-establishment",
        path: ["schools", at, "establishment"],
        received: String(establishment),
        expected: { zh: `不少于 ${needed}`, en: `at least ${needed}` },
        message: text(
          `“${name}”的岗位共 ${needed} 个，编制只有 ${establishment} 个`,
          `"${name}" has ${needed} posts and an establishment of ${establishment}`,
        ),
        advice: text("请核对岗位数，或由县统筹调剂编制", "Check the posts, or let the county move establishment"),
      }),
    ];
  });
}

/** Names of people that are listed in a message. */
const MOST_LISTED = 20;

function inNoPost(names: readonly string[]): readonly Issue[] {
  const count = names.length;
  if (count === 0) return [];
  const listed = names.toSorted(compareIds).slice(0, MOST_LISTED);
  return [
    warningIssue({
      code: "own-post-missing",
      path: ["persons"],
      received: String(count),
      message: text(
        `${count} 人没有岗位，未列入${count > MOST_LISTED ? "，如" : "："}${listed.join("、")}`,
        `${count} people are in no post and are left out${count > MOST_LISTED ? ", such as" : ":"} ${listed.join(", ")}`,
      ),
      advice: text(
        "请核对其学校和主教学科；参加竞聘的请补入“人员”表",
        "Check their school and main subject; add those who compete to the sheet of people",
      ),
    }),
  ];
}
