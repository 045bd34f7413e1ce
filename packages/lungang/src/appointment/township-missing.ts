import type { AppointmentRows } from "@lungang/tabular";
import type { Issue } from "@lungang/core";

/** Returns an error for every post without a township, where something asks for it. */
export function townshipMissing(
  posts: AppointmentRows["posts"],
  told: (id: string) => Pick<Issue, "message" | "advice">,
): readonly Issue[] {
  return posts.flatMap(({ id, township }, at): readonly Issue[] =>
    township !== undefined
      ? []
      : [{ code: "township-missing", severity: "error", path: ["posts", at, "township"], ...told(id) }],
  );
}
