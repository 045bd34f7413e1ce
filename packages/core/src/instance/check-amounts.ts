import type { Instance } from "./instance.ts";
import type { Findings } from "./references.ts";
import type { Post } from "./school.ts";

/** The most that an attribute may be: far above any county, and far below what sums of whole numbers can hold. */
const MOST = {
  establishment: 1_000_000,
  students: 1_000_000,
  classes: 10_000,
  leadershipPosts: 10_000,
  midLevelPosts: 10_000,
  seniorPosts: 10_000,
  middlePosts: 10_000,
  roomsAvailable: 100_000,
} as const;
const MOST_HEADS = 10_000;
const MOST_PERIODS = 100_000;
const MOST_LOAD = 100;

/** Finds numbers that no school has, and numbers of a post that say two things. */
export function checkAmounts(instance: Instance, findings: Findings): void {
  const check = (path: readonly (string | number)[], value: number | undefined, most: number) => {
    if (value === undefined || value <= most) return;
    findings.report({
      code: "implausible-number",
      path,
      received: String(value),
      expected: `0-${most}`,
      message: { zh: "数值过大，不可能是人数或数量", en: "The number is too large for heads or quantities" },
      advice: { zh: "请核对：可能误填了电话或编号", en: "Check it: it may be a telephone number or an id" },
    });
  };
  check(["county", "establishment"], instance.county.establishment, MOST.establishment);
  instance.schools.forEach((school, index) => {
    for (const key of Object.keys(MOST) as (keyof typeof MOST)[])
      check(["schools", index, key], school[key], MOST[key]);
    for (const [key, value] of Object.entries(school.quota ?? {})) {
      check(["schools", index, "quota", key], value, MOST_HEADS);
    }
  });
  instance.posts.forEach((post, index) => {
    check(["posts", index, "capacity"], post.capacity, MOST_HEADS);
    check(["posts", index, "periodsPerWeek"], post.periodsPerWeek, MOST_PERIODS);
    check(["posts", index, "fullLoad"], post.fullLoad, MOST_LOAD);
    checkContradiction(post, index, findings);
  });
}

/** A capacity wins over periods, so it is said where the two do not give the same heads. */
function checkContradiction({ id, capacity, periodsPerWeek, fullLoad }: Post, index: number, findings: Findings): void {
  if (capacity === undefined || periodsPerWeek === undefined || fullLoad === undefined) return;
  const heads = Math.floor((periodsPerWeek + fullLoad - 1) / fullLoad);
  if (heads === capacity) return;
  findings.report({
    code: "post-contradicts",
    severity: "warning",
    path: ["posts", index, "capacity"],
    received: String(capacity),
    expected: String(heads),
    message: {
      zh: `岗位“${id}”的人数与按课时计算的人数不同，已按人数处理`,
      en: `Post "${id}": the capacity is not what the periods give; the capacity counts`,
    },
    advice: { zh: "请改正其中一项，或只填一项", en: "Correct one of them, or give one only" },
  });
}
