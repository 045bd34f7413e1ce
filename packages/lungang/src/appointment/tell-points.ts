import { pointsText } from "@lungang/core/policy";
import type { DecidedAppointment } from "./appointment-outcome.ts";
import type { Applications } from "./open-applications.ts";
import { pointItem } from "./tell-procedure.ts";

/** Tells the points of everybody item by item. */
export function tellPoints({ sheets }: Applications): DecidedAppointment["sheets"] {
  return sheets.map(({ person, items, total, cut, atPosts }) => ({
    person,
    total: pointsText(total),
    items: [
      ...items.map((item) => pointItem(item, null)),
      ...(cut === 0 ? [] : [{ ...CAP, points: pointsText(0 - cut) }]),
      ...atPosts.flatMap(({ post, items: here }) => here.map((item) => pointItem(item, post))),
    ],
  }));
}

const CAP = {
  item: "积分上限",
  text: { zh: "超过上限的部分不计", en: "what is above the cap does not count" },
  source: null,
  post: null,
};
