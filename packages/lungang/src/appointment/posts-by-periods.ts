import type { Issue } from "@lungang/core";
import { headsForPeriods } from "@lungang/appointment/posts";
import type { AppointmentRows } from "@lungang/tabular";

type PostRow = AppointmentRows["posts"][number];

/** Posts whose heads follow from weekly periods where nobody gave them, and what is wrong with the rows. */
export function postsByPeriods(posts: readonly PostRow[]): {
  readonly posts: readonly PostRow[];
  readonly issues: readonly Issue[];
} {
  return {
    posts: posts.map((post) => {
      const { capacity, periods, fullLoad } = post;
      if (capacity !== undefined || periods === undefined || fullLoad === undefined) return post;
      return { ...post, capacity: headsForPeriods(periods, fullLoad) };
    }),
    issues: posts.flatMap(periodIssues),
  };
}

function periodIssues({ id, capacity, periods, fullLoad }: PostRow, at: number): readonly Issue[] {
  if (periods === undefined && fullLoad === undefined) return [];
  if (periods === undefined || fullLoad === undefined) {
    const field = periods === undefined ? "periods" : "fullLoad";
    return [
      issueOf(["posts", at, field], {
        zh: `岗位“${id}”没有填${periods === undefined ? "周课时" : "满工作量"}，无法按工作量设岗`,
        en: `Post "${id}" has ${periods === undefined ? "a full load and no periods" : "periods and no full load"}`,
      }),
    ];
  }
  const heads = headsForPeriods(periods, fullLoad);
  if (capacity === undefined || capacity === heads) return [];
  return [
    {
      ...issueOf(["posts", at, "capacity"], {
        zh: `岗位“${id}”按周课时应设 ${heads} 个，岗位数填的是 ${capacity}`,
        en: `Post "${id}" has ${heads} heads by its periods, and ${capacity} are given`,
      }),
      received: String(capacity),
      expected: String(heads),
    },
  ];
}

function issueOf(path: readonly (string | number)[], message: Issue["message"]): Issue {
  return {
    code: "periods-unclear",
    severity: "error",
    path,
    message,
    advice: {
      zh: "按工作量设岗的填周课时和满工作量、岗位数留空；否则只填岗位数",
      en: "Give periods and full load and leave the heads empty, or give the heads alone",
    },
  };
}
