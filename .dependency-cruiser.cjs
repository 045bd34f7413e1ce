// The walls between packages and between the folders of core. Tests may cross packages; nothing may form a circle.

/** Test files, wherever they live. */
const TESTS = "\\.test\\.ts$|/test/";

const CORE = "^packages/core/src/";

/** What recomputes rules from a plan. */
const CHECKS = [`${CORE}rules/[^/]+/check\\.ts$`, `${CORE}(recount|verify|indicators)/`];

/** What formulates rules: rows of one year and over years, and what they alone share, beside them or for all rules. */
const ROWS = [`${CORE}rules/[^/]+/(?!(?:check|rule|schema|text)\\.ts$)[^/]+\\.ts$`, `${CORE}formulation/`];

/** Folders of core, each of which may use the ones before it and none of the ones after it. */
const ORDER = ["instance", "points", "subject", "policy", "eligibility", "moves", "formulation", "rules", "planner"];

/** Folders that no folder of `ORDER` before the rules may use. */
const ABOVE = ["plan", "verify", "indicators"];

/** The files by which a package may be entered: its doors. */
const DOORS =
  "^packages/(?:[^/]+/src/index|core/src/(?:policy|plan|formulation|recount)|appointment/src/(?:posts|card)|[^/]+/src/node(?:/index)?)\\.ts$";

/** Packages that run wherever JavaScript runs, but for the files that are named for Node. */
const ANYWHERE =
  "^packages/(?:program|core|years|explain|procedure|appointment|policies|tabular|geo|report|synthetic|lungang|solver-(?:network|highs|jslp|testkit))/src/";
const FOR_NODE = `${ANYWHERE}node(?:\\.ts$|/)`;

/** Heavy dependencies and the one package each lives in. */
const HOMES = {
  highs: "solver-highs",
  "javascript-lp-solver": "solver-jslp",
  hucre: "tabular",
  papaparse: "tabular",
  "@zip.js/zip.js": "tabular",
  gcoord: "geo",
  yaml: "policies",
  preact: "report",
  rolldown: "report",
};

/** Entries and folders for Node. */
const NODE_ENTRY = "/src/(node\\.ts$|node/)";

const APPOINTMENT = "^packages/appointment/src/";

/** The pattern of some folders of core. */
const inCore = (folders) => `${CORE}(${folders.join("|")})/`;

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const direction = ORDER.slice(0, -1).map((folder, place) =>
  forbid(
    `core-${folder}-looks-forward`,
    `In core, ${ORDER.join(" <- ")}: ${folder} may not use a later folder.`,
    { path: inCore([folder]), pathNot: TESTS },
    { path: inCore([...ORDER.slice(place + 1), ...(folder === "rules" ? ["verify"] : ABOVE)]) },
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
      "program-stands-alone",
      "Linear programs, the chain of levels and the solver port know no teacher: program uses no sibling.",
      { path: "^packages/program/", pathNot: TESTS },
      { path: "^packages/(?!program/)" },
    ),
    forbid(
      "linear-below-solver-below-chain",
      "In program, linear <- solver <- chain.",
      { path: "^packages/program/src/linear/", pathNot: TESTS },
      { path: "^packages/program/src/(solver|chain)/" },
    ),
    forbid(
      "solver-below-chain",
      "In program, linear <- solver <- chain.",
      { path: "^packages/program/src/solver/", pathNot: TESTS },
      { path: "^packages/program/src/chain/" },
    ),
    forbid(
      "solvers-know-no-teacher",
      "A backend is written against program alone.",
      { path: "^packages/solver-[^/]+/", pathNot: TESTS },
      { path: "^packages/", pathNot: "^packages/(program|solver-[^/]+)/" },
    ),
    forbid(
      "node-only-where-it-says-so",
      "Program and solvers run anywhere: what needs Node is in node.ts or under node/.",
      { path: ANYWHERE, pathNot: [TESTS, FOR_NODE] },
      { dependencyTypes: ["core"] },
    ),
    forbid(
      "anywhere-without-node",
      "What runs anywhere does not import what needs Node.",
      { path: ANYWHERE, pathNot: [TESTS, FOR_NODE] },
      { path: "/src/node(?:\\.ts$|/)" },
    ),
    forbid(
      "verification-knows-no-model",
      "What checks a plan must not share code with what built it, nor reach it by way of the registry.",
      { path: CHECKS, pathNot: TESTS },
      {
        path: [
          inCore(["moves", "formulation", "planner"]),
          `${CORE}rules/(registry|definition)\\.ts$`,
          `${CORE}(formulation|index|policy|plan)\\.ts$`,
          "^packages/program/",
        ],
      },
    ),
    forbid(
      "checks-stand-on-checks",
      "Of the rules, what checks a plan uses parameters, sentences and other checks only.",
      { path: CHECKS, pathNot: TESTS },
      { path: `${CORE}rules/`, pathNot: `${CORE}rules/[^/]+/(check|schema|text)\\.ts$` },
    ),
    forbid(
      "rows-stand-on-rows",
      "What formulates a rule never asks what checks it: an error in one must show in the other.",
      { path: ROWS, pathNot: TESTS },
      {
        path: [
          `${CORE}rules/[^/]+/(check|rule)\\.ts$`,
          `${CORE}rules/(registry|definition)\\.ts$`,
          inCore(["recount", "verify"]),
        ],
      },
    ),
    forbid(
      "words-lean-on-neither",
      "Rows and checks share the parameters and sentences of a rule: these must not lead from one to the other.",
      { path: `${CORE}rules/[^/]+/(schema|text)\\.ts$`, pathNot: TESTS },
      {
        path: [
          `${CORE}rules/[^/]+/(?!(?:schema|text)\\.ts$)[^/]+\\.ts$`,
          `${CORE}rules/[^/]+\\.ts$`,
          inCore(["moves", "formulation", "recount", "verify", "planner"]),
        ],
      },
    ),
    forbid(
      "policy-is-read-once",
      "Rules of a policy are read where it is resolved, and by nobody again.",
      { path: "^packages/", pathNot: [TESTS, `${CORE}(planner/resolve-policy|policy)\\.ts$`] },
      { path: `${CORE}planner/parse-rules\\.ts$` },
    ),
    forbid(
      "plan-below-verify",
      "A plan does not know how it is verified.",
      { path: inCore(["plan"]), pathNot: TESTS },
      { path: inCore(["verify"]) },
    ),
    forbid(
      "procedure-knows-no-model",
      "What follows from a plan needs instance, policy, eligibility and the lines of the plan alone.",
      { path: "^packages/procedure/", pathNot: TESTS },
      { path: [`${CORE}(formulation|recount)\\.ts$`, "^packages/program/"] },
    ),
    forbid(
      "appointment-checks-know-no-mechanism",
      "In appointment, what checks a property must not share code with what claims it.",
      { path: `${APPOINTMENT}(properties|check|card)/`, pathNot: TESTS },
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
      "core-stands-on-program",
      "core uses program and no other sibling.",
      { path: "^packages/core/", pathNot: TESTS },
      { path: "^packages/", pathNot: "^packages/(core|program)/" },
    ),
    forbid(
      "siblings-use-core-only",
      "A package uses core and program and no other sibling (report also procedure and explain); lungang, cli, examples and bench compose.",
      { path: "^packages/(?!lungang/|cli/|report/)([^/]+)/", pathNot: TESTS },
      { path: "^packages/", pathNot: "^packages/(core|program|$1)/" },
    ),
    forbid(
      "report-shows",
      "report shows what core, procedure and explain find.",
      { path: "^packages/report/", pathNot: TESTS },
      { path: "^packages/", pathNot: "^packages/(core|procedure|explain|report)/" },
    ),
    forbid(
      "siblings-enter-by-the-door",
      "Another package is used through its doors.",
      { path: "^(?:packages/)?([^/]+)/", pathNot: TESTS },
      { path: "^packages/[^/]+/", pathNot: ["^packages/$1/", DOORS] },
    ),
    forbid(
      "nobody-imports-what-composes",
      "cli, examples and bench are ends; lungang is used by cli and examples.",
      { path: "^packages/(?!cli/)", pathNot: TESTS },
      { path: "^(packages/cli|examples|bench)/" },
    ),
    forbid(
      "main-entry-without-node-entry",
      "What runs in a browser does not use what needs Node.",
      { path: "^packages/([^/]+)/src/", pathNot: [NODE_ENTRY, TESTS] },
      { path: `^packages/$1${NODE_ENTRY}` },
    ),
    forbid(
      "nobody-below-the-floor",
      "What the floor is built of does not know the floor.",
      { path: "^packages/(?!lungang/|cli/)", pathNot: TESTS },
      { path: "^packages/lungang/" },
    ),
    forbid(
      "cli-keeps-words",
      "The command line has words, flags and exit codes; everything else it asks of lungang.",
      { path: "^packages/cli/src/", pathNot: TESTS },
      { path: "^packages/(?!cli/|lungang/)" },
    ),
    forbid(
      "floor-without-node",
      "The main entry of lungang runs in a browser: files, threads and processes are for its entry for Node.",
      { path: "^packages/lungang/src/", pathNot: ["^packages/lungang/src/node(?:\\.ts$|/)", TESTS] },
      { path: "^packages/lungang/src/node(?:\\.ts$|/)" },
    ),
    forbid(
      "floor-without-builtins",
      "The main entry of lungang touches nothing of Node itself.",
      { path: "^packages/lungang/src/", pathNot: ["^packages/lungang/src/node(?:\\.ts$|/)", TESTS] },
      { dependencyTypes: ["core"] },
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
      extensions: [".ts", ".tsx", ".js", ".mjs", ".d.ts"],
    },
  },
};
