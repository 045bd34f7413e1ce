// People decide, the program plans around them. Run it from the root: node examples/03-lock-and-replan.mjs
import { planCounty } from "@lungang/core";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { exampleCounty, examplePolicy } from "./county/load.mjs";

const instance = await exampleCounty();
const policy = examplePolicy();
const solver = createHighsSolver();

const plan = async (locks = []) => {
  const outcome = await planCounty({ instance, policy, solver, locks });
  if (outcome.status !== "planned") throw new Error(`No plan: ${outcome.status}`);
  return outcome.plan;
};

const first = await plan();
const [kept, sent] = first.moves.filter((move) => move.form === "alliance");
const locks = [
  { person: kept.person, stay: true, reason: "毕业班教师，校务会研究留任" },
  { person: sent.person, school: sent.to, reason: "本人与学校已协商一致" },
];
const second = await plan(locks);
await solver.close();

const destinations = new Map(first.moves.map((move) => [move.person, move.to]));
const same = second.moves.filter((move) => destinations.get(move.person) === move.to);
console.log(`${first.moves.length} moves before, ${second.moves.length} after; ${same.length} the same`);
console.log(`kept: ${second.moves.every((move) => move.person !== kept.person)}`);
console.log(`sent: ${second.moves.some((move) => move.person === sent.person && move.to === sent.to)}`);
