import { expect, test } from "vitest";
import type { Io } from "./io.ts";
import { progressLines, whileReading } from "./progress-lines.ts";

/** A world whose clock ticks when the test says so. */
function clocked() {
  const lines: string[] = [];
  const clock = { tick: () => {}, running: false, seconds: 0, begun: 0 };
  const sink = { write: (text: string) => lines.push(text.trimEnd()) };
  const io: Io = {
    stdout: sink,
    stderr: sink,
    env: {},
    cwd: "/",
    every: (seconds, tick) => {
      Object.assign(clock, { tick, seconds, running: true, begun: clock.begun + 1 });
      return () => Object.assign(clock, { tick: () => {}, running: false });
    },
  };
  return { io, lines, clock };
}

test("a step that lasts is said again every four seconds, with its time, and the next one begins anew", () => {
  const { io, lines, clock } = clocked();
  const { show, close } = progressLines({ io, language: "zh", json: false });
  expect(clock.running).toBe(false);
  show("求解");
  expect(clock.seconds).toBe(4);
  show("求解");
  clock.tick();
  clock.tick();
  show("复核");
  expect(clock.begun).toBe(2);
  clock.tick();
  close();
  expect(clock.running).toBe(false);
  expect(lines).toEqual(["求解", "求解（已用 4 秒）", "求解（已用 8 秒）", "复核", "复核（已用 4 秒）"]);
});

test("without a clock every step is said once", () => {
  const { io, lines } = clocked();
  const { every: _every, ...still } = io;
  const { show, close } = progressLines({ io: still, language: "en", json: false });
  show("solving");
  show("solving");
  close();
  expect(lines).toEqual(["solving"]);
});

test("reading is said at once and as long as it lasts, also where it fails", async () => {
  const { io, lines, clock } = clocked();
  const failing = whileReading({ io, language: "zh", json: false }, () => {
    clock.tick();
    return Promise.reject(new Error("gone"));
  });
  await expect(failing).rejects.toThrow("gone");
  expect(clock.running).toBe(false);
  expect(lines).toEqual(["读入数据", "读入数据（已用 4 秒）"]);
});
