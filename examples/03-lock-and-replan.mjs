// People decide, the program plans around them. Run it from the root: node examples/03-lock-and-replan.mjs
import { openSession } from "lungang/node";
import { exampleCase, planned } from "./county/load.mjs";

const session = openSession();
const before = await session.plan(await exampleCase());
const first = planned(before);
const [kept, sent] = first.moves.filter((move) => move.form === "alliance");
const locks = [
  { person: kept.person, stay: true, reason: "毕业班教师，校务会研究留任" },
  { person: sent.person, school: sent.to, reason: "本人与学校已协商一致" },
];
const second = planned(await session.whatIf(before, { locks }));
await session.close();

const destinations = new Map(first.moves.map((move) => [move.person, move.to]));
const same = second.moves.filter((move) => destinations.get(move.person) === move.to);
console.log(`${first.moves.length} moves before, ${second.moves.length} after; ${same.length} the same`);
console.log(`kept: ${second.moves.every((move) => move.person !== kept.person)}`);
console.log(`sent: ${second.moves.some((move) => move.person === sent.person && move.to === sent.to)}`);
// A plan says by which policy, settings and locks it was made.
console.log(`locks in the plan: ${second.basis.locks.length}`);
