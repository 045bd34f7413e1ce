import { afterEach, describe, expect, test, vi } from "vitest";
import { SolverFailedError } from "./port.ts";
import type { ThreadEvents } from "./thread-host.ts";
import { createThreadHost } from "./thread-host.ts";
import type { WorkerRequest } from "./worker-host.ts";

/** A thread that does nothing by itself, and what was asked of it. */
interface FakeThread {
  readonly events: ThreadEvents;
  readonly requests: WorkerRequest[];
  readonly busy: boolean[];
  terminated: number;
}

function newHost() {
  const threads: FakeThread[] = [];
  const host = createThreadHost(
    (events) => {
      const thread: FakeThread = { events, requests: [], busy: [], terminated: 0 };
      threads.push(thread);
      return {
        post: (request) => thread.requests.push(request),
        setBusy: (isBusy) => thread.busy.push(isBusy),
        terminate: () => {
          if (thread.terminated++ === 0) queueMicrotask(() => events.onBroken("it ended with code 1"));
          return Promise.resolve();
        },
      };
    },
    { afterLimit: 0.05, afterCancel: 0 },
  );
  return { host, threads };
}

const call = (timeSeconds = Infinity) => ({ body: (generation: number) => generation, timeSeconds });

/** Lets calls reach their thread. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

function reply(thread: FakeThread | undefined): void {
  const request = thread?.requests.at(-1);
  if (request !== undefined) thread?.events.onResponse({ id: request.id, kind: "reply", body: "done" });
}

afterEach(() => vi.unstubAllGlobals());

describe("createThreadHost", () => {
  test("holds a thread only while a call waits for it", async () => {
    const { host, threads } = newHost();
    const pending = host.call(call());
    await settle();
    reply(threads[0]);
    expect(await pending).toEqual({ kind: "reply", body: "done" });
    expect(threads[0]?.busy).toEqual([true, false]);
  });

  test("a thread that is closed while it runs ends its call", async () => {
    const { host } = newHost();
    const pending = host.call(call());
    const ended = pending.catch((reason: unknown) => reason);
    await settle();
    await host.close();
    expect(await ended).toBeInstanceOf(SolverFailedError);
  });

  test("a thread that dies while it is idle is replaced", async () => {
    const { host, threads } = newHost();
    host.prepare();
    threads[0]?.events.onBroken("it ended with code 9");
    const pending = host.call(call());
    await settle();
    reply(threads[1]);
    expect(await pending).toEqual({ kind: "reply", body: "done" });
    expect(threads.map(({ requests }) => requests.map(({ body }) => body))).toEqual([[], [2]]);
  });

  test("what an ended thread still says is heard by no later call", async () => {
    const { host, threads } = newHost();
    expect(await host.call(call(0))).toEqual({ kind: "killed", limit: "time" });
    const pending = host.call(call());
    await settle();
    const [first, second] = threads;
    const id = second?.requests[0]?.id as number;
    first?.events.onResponse({ id, kind: "reply", body: "late" });
    first?.events.onBroken("late");
    reply(second);
    expect(await pending).toEqual({ kind: "reply", body: "done" });
  });

  test("without shared memory a thread that cannot hear is killed", async () => {
    vi.stubGlobal("SharedArrayBuffer", undefined);
    const { host, threads } = newHost();
    const pending = host.call({ ...call(), signal: AbortSignal.timeout(20) });
    await settle();
    expect(threads[0]?.requests[0]?.flag.buffer).toBeInstanceOf(ArrayBuffer);
    expect(await pending).toEqual({ kind: "killed", limit: "interrupted" });
    expect(threads[0]?.terminated).toBe(1);
  });
});
