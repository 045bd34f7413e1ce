import { afterEach, describe, expect, test } from "vitest";
import { SolverFailedError } from "../solver/port.ts";
import type { Patience, WorkerHost } from "../solver/worker-host.ts";
import { createNodeWorkerHost } from "./worker-host.ts";

/** Echoes, counts its requests, and misbehaves on demand. */
const MODULE = `
let count = 0;
export async function handle(body, context) {
  count++;
  if (body.do === "hang") for (;;);
  if (body.do === "wait") { context.post("begun"); while (!context.shouldStop()); }
  if (body.do === "throw") throw new RangeError("x".repeat(5000));
  if (body.do === "exit") process.exit(3);
  if (body.do === "tell") { context.post("one"); context.post("two"); }
  return { body: { count, generation: body.generation } };
}`;

const hosts: WorkerHost[] = [];

function newHost(patience: Patience = { afterLimit: 0.3, afterCancel: 0.3 }): WorkerHost {
  const url = new URL(`data:text/javascript,${encodeURIComponent(MODULE)}`);
  const host = createNodeWorkerHost(url, patience);
  hosts.push(host);
  return host;
}

function call(host: WorkerHost, what: string, rest: { timeSeconds?: number; signal?: AbortSignal } = {}) {
  const body = (generation: number): unknown => ({ do: what, generation });
  return host.call({ body, timeSeconds: Infinity, ...rest });
}

afterEach(() => Promise.all(hosts.splice(0).map((host) => host.close())));

describe("createNodeWorkerHost", () => {
  test("keeps one worker and serves calls one after another", async () => {
    const host = newHost();
    const outcomes = await Promise.all([call(host, "echo"), call(host, "echo"), call(host, "echo")]);
    expect(outcomes.map((outcome) => "body" in outcome && outcome.body)).toEqual([
      { count: 1, generation: 1 },
      { count: 2, generation: 1 },
      { count: 3, generation: 1 },
    ]);
  });

  test("is prepared with one worker, which the first call uses", async () => {
    const generations: number[] = [];
    const body = (generation: number): unknown => generations.push(generation) && { do: "echo" };
    const host = newHost();
    host.prepare();
    host.prepare();
    await host.call({ body, timeSeconds: 9 });
    expect(generations).toEqual([1]);
    // The next worker is ended before anybody calls: the call after that is served by the third.
    await host.close();
    host.prepare();
    await host.close();
    await host.call({ body, timeSeconds: 9 });
    expect(generations).toEqual([1, 3]);
  });

  test("passes messages on before the reply", async () => {
    const seen: unknown[] = [];
    const outcome = await newHost().call({
      body: () => ({ do: "tell" }),
      timeSeconds: 9,
      onMessage: (m) => seen.push(m),
    });
    expect(seen).toEqual(["one", "two"]);
    expect(outcome.kind).toBe("reply");
  });

  test("kills a worker that hangs and starts another", async () => {
    const host = newHost();
    expect(await call(host, "hang", { timeSeconds: 0.2 })).toEqual({ kind: "killed", limit: "time" });
    expect(await call(host, "echo")).toEqual({ kind: "reply", body: { count: 1, generation: 2 } });
  });

  test("asks to stop at a cancel and keeps a worker that listens", async () => {
    // It may take a busy machine as long as it likes; a worker that does not listen is killed by the next test.
    const host = newHost({ afterCancel: 60 });
    const cancel = new AbortController();
    const body = (generation: number): unknown => ({ do: "wait", generation });
    const onMessage = (): void => cancel.abort();
    const outcome = await host.call({ body, timeSeconds: Infinity, signal: cancel.signal, onMessage });
    expect(outcome.kind).toBe("reply");
    expect(await call(host, "echo")).toMatchObject({ body: { count: 2, generation: 1 } });
  });

  test("kills a worker that does not listen to a cancel", async () => {
    const outcome = await call(newHost(), "hang", { signal: AbortSignal.timeout(200) });
    expect(outcome).toEqual({ kind: "killed", limit: "interrupted" });
  });

  test("a cancel and a limit also end the wait for a turn", async () => {
    const host = newHost();
    const first = call(host, "hang", { timeSeconds: 1 });
    expect(await call(host, "echo", { timeSeconds: 0.1 })).toEqual({ kind: "killed", limit: "time" });
    expect(await call(host, "echo", { signal: AbortSignal.abort() })).toEqual({ kind: "killed", limit: "interrupted" });
    await first;
  });

  test.each(["throw", "exit"])("fails with a short message when the worker breaks by %s, and goes on", async (how) => {
    const host = newHost();
    const error: unknown = await call(host, how).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SolverFailedError);
    expect((error as Error).message.length).toBeLessThan(700);
    expect(await call(host, "echo")).toMatchObject({ body: { count: 1, generation: 2 } });
  });

  test("close ends the worker, a later call starts one", async () => {
    const host = newHost();
    await call(host, "echo");
    await host.close();
    expect(await call(host, "echo")).toMatchObject({ body: { generation: 2 } });
  });
});
