// Times appointments of the size of a county and of a province, after a build: node packages/appointment/bench/large.mjs
// Prints seconds and memory; stops where a claim does not hold.
import { performance } from "node:perf_hooks";
import { appoint, loadMarket, loadRounds, runRounds, verifyAppointment } from "@lungang/appointment";

/** Numbers from a seed, the same on every machine. */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A market: schools with posts of ten subjects, people who hold them, some of whom apply; part of the heads are free. */
function marketOf({ schools, postsPerSchool, people, applicants, wishes, heads }) {
  const random = randomOf(7);
  const below = (limit) => Math.floor(random() * limit);
  const posts = Array.from({ length: schools * postsPerSchool }, (_, at) => ({
    id: `p${at}`,
    school: `s${Math.floor(at / postsPerSchool)}`,
    township: `t${Math.floor(at / postsPerSchool / 8)}`,
    subject: `k${at % postsPerSchool}`,
    stage: "primary",
    // One place in twenty is free, and a few schools are wanted by most.
    capacity: heads + (below(20) < heads ? 1 : 0),
  }));
  const rows = Array.from({ length: people }, (_, at) => ({
    id: `u${at}`,
    points: below(1000) / 10,
    ownPost: `p${at % posts.length}`,
  }));
  const applications = rows.slice(0, applicants).map(({ id }, at) => {
    const subject = (at % posts.length) % postsPerSchool;
    const wished = new Set(
      Array.from({ length: wishes }, () => `p${Math.floor(random() ** 2 * schools) * postsPerSchool + subject}`),
    );
    return { person: id, wishes: [...wished] };
  });
  return { format: "lungang-market-1", seed: "bench", posts, people: rows, applications };
}

/** Seconds of a step and its value. */
function timed(name, run) {
  const start = performance.now();
  const value = run();
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
  process.stdout.write(`${name.padEnd(44)} ${seconds.padStart(7)} s   ${String(memory).padStart(5)} MB\n`);
  return value;
}

function valueOf(read) {
  if (!read.ok)
    throw new Error(
      read.issues
        .slice(0, 3)
        .map((issue) => issue.message.en)
        .join("; "),
    );
  return read.value;
}

function measure(name, size) {
  const input = marketOf(size);
  const market = timed(`${name}: read`, () => valueOf(loadMarket(input)));
  for (const rule of [
    { name: "acceptance" },
    { name: "trading" },
    { name: "twoSided", proposer: "post" },
    ...(size.people > 20_000 ? [] : [{ name: "cycles", longest: 3, vacancies: "chains" }]),
  ]) {
    const appointment = timed(`${name}: ${rule.name}`, () => valueOf(appoint(market, rule)));
    const report = timed(`${name}: ${rule.name} verified`, () => valueOf(verifyAppointment(market, appointment)));
    process.stdout.write(
      `  ${appointment.counts.moved} of ${appointment.counts.people} move, claims hold: ${report.holds}\n`,
    );
    if (!report.holds) process.exitCode = 1;
  }
  const rounds = ["ownSchool", "ownTownship", "betweenTownships", "county"].map((reach) => ({
    id: reach,
    rule: { name: "acceptance" },
    reach,
    fixes: "movers",
  }));
  const read = valueOf(loadRounds({ format: "lungang-rounds-1", rounds }, market));
  timed(`${name}: four rounds, each checked`, () => valueOf(runRounds(market, read)));
}

measure("county", { schools: 200, postsPerSchool: 10, people: 8_000, applicants: 3_000, wishes: 6, heads: 4 });
measure("20,000", { schools: 500, postsPerSchool: 10, people: 25_000, applicants: 20_000, wishes: 6, heads: 5 });
measure("province", { schools: 2_000, postsPerSchool: 10, people: 100_000, applicants: 100_000, wishes: 6, heads: 5 });
