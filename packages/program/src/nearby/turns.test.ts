import { expect, test } from "vitest";
import { Turns } from "./turns.ts";

function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

test("events get a turn once enough was worked through, and none before", async () => {
  const heard: string[] = [];
  const turns = new Turns();
  setTimeout(() => heard.push("event"), 0);
  await turns.take();
  const early = [...heard];
  work(60);
  await turns.take();
  expect([early, heard]).toEqual([[], ["event"]]);
});
