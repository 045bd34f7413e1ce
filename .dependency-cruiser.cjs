// The walls between packages and between the folders of core. Tests may cross packages; nothing may form a circle.

/** Test files, wherever they live. */
const TESTS = "\\.test\\.ts$|/test/";

const CORE = "^packages/core/src/";

/** What recomputes rules from a plan. */
const CHECKS = `${CORE}rules/([^/]+/check|checks|check-types|rule-check|tally|texts)\\.ts$`;

/** Folders of core, each of which may use the ones before it and none of the ones after it. */
const ORDER = ["instance", "policy", "eligibility", "moves", "rules"];

/** Folders that no folder of `ORDER` before the rules may use. */
const ABOVE = ["optimize", "plan", "verify", "indicators"];

/** Heavy dependencies and the one package each lives in. */
const HOMES = {
  highs: "solver-highs",
  "javascript-lp-solver": "solver-jslp",
  hucre: "tabular",
  papaparse: "tabular",
  yauzl: "tabular",
  gcoord: "geo",
  yaml: "policies",
};

const APPOINTMENT = "^packages/appointment/src/";

/** The pattern of some folders of core. */
const inCore = (folders) => `${CORE}(${folders.join("|")})(/|\\.ts$)`;

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const direction = ORDER.slice(0, -1).map((folder, place) =>
  forbid(
    `core-${folder}-looks-forward`,
    `In core, ${ORDER.join(" <- ")}: ${folder} may not use a later folder.`,
    { path: inCore([folder]), pathNot: TESTS },
    { path: inCore([...ORDER.slice(place + 1), ...ABOVE]) },
  ),
);

const homes = Object.entries(HOMES).map(([dependency, home]) =>
  forbid(
    `${dependency}-only-in-${home}`,
    `${dependency} is used by packages/${home} and by tests only.`,
    { path: "^(packages|examples|bench)/", pathNot: [`^packages/${home}/`, "^bench/src/peers/", TESTS] },
    { path: `node_modules/(@types/)?${dependency}/` },
  ),
);

module.exports = {
  forbidden: [
    forbid("no-circle", "A circle of imports hides which part rests on which.", {}, { circular: true }),
    forbid(
      "no-missing",
      "An import must resolve. Run a build when only dist is missing.",
      { path: "^(packages|examples|bench|scripts)/" },
      { couldNotResolve: true },
    ),
    forbid(
      "no-nameless-folder",
      "A folder is named for what it is about.",
      {},
      { path: "/(util|utils|common|helper|helpers|shared|misc)/", pathNot: "node_modules" },
    ),
    forbid(
      "solver-port-knows-no-teacher",
      "linear and solver speak of rows and columns only.",
      { path: inCore(["linear", "solver"]), pathNot: TESTS },
      { path: inCore([...ORDER, ...ABOVE, "formulate"]) },
    ),
    forbid(
      "linear-below-solver",
      "solver uses linear, not the other way round.",
      { path: inCore(["linear"]), pathNot: TESTS },
      { path: inCore(["solver"]) },
    ),
    forbid(
      "verification-knows-no-model",
      "What checks a plan must not share code with what built it.",
      { path: [CHECKS, inCore(["verify"])], pathNot: TESTS },
      { path: [inCore(["moves", "linear", "solver", "optimize", "formulate"]), "/rows\\.ts$"] },
    ),
    forbid(
      "checks-stand-on-checks",
      "Checks, verification and indicators share with the rest of rules the parameters only.",
      { path: [CHECKS, inCore(["verify", "indicators"])], pathNot: TESTS },
      { path: `${CORE}rules/`, pathNot: [CHECKS, `${CORE}rules/(schemas|[^/]+/(schema|text))\\.ts$`] },
    ),
    forbid(
      "plan-below-verify",
      "A plan does not know how it is verified.",
      { path: inCore(["plan"]), pathNot: TESTS },
      { path: inCore(["verify"]) },
    ),
    forbid(
      "benefits-and-procedure-decide-nothing",
      "What follows from a plan must not shape it: only planner, the door and tests look there.",
      { path: inCore(["linear", "solver", ...ORDER, ...ABOVE]), pathNot: TESTS },
      { path: inCore(["benefits", "procedure"]) },
    ),
    forbid(
      "benefits-and-procedure-know-no-model",
      "They follow from instance, policy, eligibility and the lines of a plan alone.",
      { path: inCore(["benefits", "procedure"]), pathNot: TESTS },
      { path: [inCore(["moves", "linear", "solver", "optimize", "verify"]), `${CORE}rules/`] },
    ),
    forbid(
      "appointment-checks-know-no-mechanism",
      "In appointment, what checks a property must not share code with what claims it.",
      { path: `${APPOINTMENT}(properties|check)/`, pathNot: TESTS },
      { path: `${APPOINTMENT}(mechanisms|rules|rounds|program)/` },
    ),
    forbid(
      "appointment-mechanisms-know-no-check",
      "In appointment, a mechanism must not lean on the checker of what it claims.",
      { path: `${APPOINTMENT}(mechanisms|program)/`, pathNot: TESTS },
      { path: `${APPOINTMENT}(properties|check)/` },
    ),
    ...direction,
    forbid(
      "core-stands-alone",
      "core uses no sibling.",
      { path: "^packages/core/", pathNot: TESTS },
      { path: "^packages/(?!core/)" },
    ),
    forbid(
      "siblings-use-core-only",
      "A package uses core and no other sibling; cli, examples and bench compose.",
      { path: "^packages/(?!cli/)([^/]+)/", pathNot: TESTS },
      { path: "^packages/", pathNot: "^packages/(core|$1)/" },
    ),
    forbid(
      "siblings-enter-by-the-door",
      "Another package is used through its index.ts, or core/solver-host.",
      { path: "^(?:packages/)?([^/]+)/", pathNot: TESTS },
      {
        path: "^packages/[^/]+/",
        pathNot: ["^packages/$1/", "^packages/[^/]+/src/index\\.ts$", "^packages/core/src/solver/host\\.ts$"],
      },
    ),
    forbid(
      "nobody-imports-what-composes",
      "cli, examples and bench are ends.",
      { path: "^packages/(?!cli/)", pathNot: TESTS },
      { path: "^(packages/cli|examples|bench)/" },
    ),
    ...homes,
    forbid(
      "sources-use-no-tests",
      "Shipped code does not import test code.",
      { path: "^packages/[^/]+/src/", pathNot: TESTS },
      { path: TESTS, pathNot: "node_modules" },
    ),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(packages/[^/]+|bench)/dist/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["@lungang/source", "import", "types", "node", "default"],
      extensions: [".ts", ".js", ".mjs", ".d.ts"],
    },
  },
};
