import type { MarketInput } from "../market/document.ts";
import type { Counterexample } from "./statement.ts";

const post = (id: string, capacity = 1): MarketInput["posts"][number] => ({ id, school: id, capacity });

/** Posts ask: honest, both teachers get their second wish; who names only the first one gets it. */
export const POST_PROPOSING: Counterexample = {
  rule: { name: "twoSided", proposer: "post" },
  person: "T1",
  instead: ["A"],
  market: {
    format: "lungang-market-1",
    posts: [post("A"), post("B")],
    people: [{ id: "T1" }, { id: "T2" }],
    applications: [
      { person: "T1", wishes: ["A", "B"] },
      { person: "T2", wishes: ["B", "A"] },
    ],
    rankings: [
      { post: "A", people: ["T2", "T1"] },
      { post: "B", people: ["T1", "T2"] },
    ],
  },
};

/** The second best of a wanted post gets nothing; at a post with one weaker applicant he is taken. */
export const EXAMINATION: Counterexample = {
  rule: { name: "examination" },
  person: "b",
  instead: ["Y"],
  market: {
    format: "lungang-market-1",
    posts: [post("X"), post("Y")],
    people: [
      { id: "a", points: 90 },
      { id: "b", points: 80 },
      { id: "c", points: 70 },
    ],
    applications: [
      { person: "a", wishes: ["X"] },
      { person: "b", wishes: ["X", "Y"] },
      { person: "c", wishes: ["Y"] },
    ],
  },
};

/** Person 2 is drawn into the circle of person 1; who refuses it gets the better one. */
export const CYCLES: Counterexample = {
  rule: { name: "cycles", longest: 2, vacancies: "none" },
  person: "2",
  instead: ["C"],
  market: {
    format: "lungang-market-1",
    posts: [post("A"), post("B"), post("C")],
    people: [
      { id: "1", ownPost: "A", points: 30 },
      { id: "2", ownPost: "B", points: 20 },
      { id: "3", ownPost: "C", points: 10 },
    ],
    applications: [
      { person: "1", wishes: ["B"] },
      { person: "2", wishes: ["C", "A"] },
      { person: "3", wishes: ["B"] },
    ],
  },
};

/** Who would come in exchange lets another one go, who then takes the wished post; who does not come gets it. */
export const FLOORS: Counterexample = {
  rule: { name: "floors" },
  person: "2",
  instead: ["B"],
  market: {
    format: "lungang-market-1",
    posts: [post("A"), post("B")],
    people: [
      { id: "1", ownPost: "A", points: 80 },
      { id: "2", points: 60 },
    ],
    applications: [
      { person: "1", wishes: ["B"] },
      { person: "2", wishes: ["B", "A"] },
    ],
    floors: [{ id: "A", posts: ["A"], heads: 1 }],
  },
};

/** Who names the one he likes best gets nothing, as that one names somebody else; another one would have been willing. */
export const SWAPS: Counterexample = {
  rule: { name: "swaps" },
  person: "1",
  instead: [],
  partner: "3",
  market: {
    format: "lungang-market-1",
    posts: [post("A"), post("B"), post("C")],
    people: [
      { id: "1", ownPost: "A" },
      { id: "2", ownPost: "B" },
      { id: "3", ownPost: "C" },
    ],
    rankedBy: "draw",
    swaps: [
      { person: "1", partner: "2", schoolAgrees: true },
      { person: "2", partner: "3", schoolAgrees: true },
      { person: "3", partner: "1", schoolAgrees: true },
    ],
  },
};

/** Who would also leave the school gives up its only senior post, and a newcomer takes the wished one; who stays keeps both. */
export const TITLES: Counterexample = {
  rule: { name: "acceptance" },
  person: "1",
  instead: ["B"],
  market: {
    format: "lungang-market-1",
    posts: [
      { id: "A", school: "school", capacity: 1 },
      { id: "B", school: "school", capacity: 1 },
      { id: "C", school: "other", capacity: 1 },
    ],
    people: [
      { id: "2", points: 100, title: "senior" },
      { id: "1", points: 90, title: "senior", ownPost: "A" },
    ],
    applications: [
      { person: "2", wishes: ["B"] },
      { person: "1", wishes: ["B", "C"] },
    ],
    titlePosts: [{ school: "school", level: "senior", posts: 1 }],
  },
};
