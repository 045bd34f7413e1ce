import type { Issue } from "@lungang/core";
import type { MarketDocument } from "./document.ts";
import type { RowIndex } from "./index-of-rows.ts";
import { errorIssue, repeatedIds, text, unknownId } from "./issues.ts";

const PERSON = text("人员", "person");

/** Finds what is wrong with proposals to change posts: whom nobody knows, who names himself, who proposes twice. */
export function checkSwapRows({ swaps }: MarketDocument, rows: RowIndex): readonly Issue[] {
  const unknown = swaps.flatMap((swap, index) =>
    (["person", "partner"] as const).flatMap((field) =>
      rows.people.has(swap[field]) ? [] : [unknownId({ id: swap[field], noun: PERSON, path: ["swaps", index, field] })],
    ),
  );
  const own = swaps.flatMap(({ person, partner }, index) => (person === partner ? [namesHimself(person, index)] : []));
  const twice = repeatedIds({
    ids: swaps.map(({ person }) => person),
    path: (index) => ["swaps", index, "person"],
    code: "swap-twice",
    noun: text("对调申请", "proposal of"),
  });
  return [...unknown, ...own, ...twice];
}

function namesHimself(person: string, index: number): Issue {
  return errorIssue({
    code: "swap-with-self",
    path: ["swaps", index, "partner"],
    received: person,
    message: text(`“${person}”的对调申请指名本人`, `"${person}" names himself as partner`),
    advice: text("请填写对调对方的人员编号", "Give the id of the person to change posts with"),
  });
}
