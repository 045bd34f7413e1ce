/**
 * Runs HiGHS on an MPS file: the model, the answer file, the options as JSON, and a start file if there is one.
 *
 * HiGHS comes with the Python package highspy, or inside scipy from version 1.15.
 */
export const HIGHS_SCRIPT = `
import json, math, sys, time
try:
    import highspy as core
    Highs = core.Highs
except ImportError:
    import scipy.optimize._highspy._core as core
    Highs = core._Highs
highs = Highs()
if sys.argv[1] == "--version":
    print("HiGHS", highs.version())
    sys.exit(0)
model, answer, options = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
highs.setOptionValue("output_flag", False)
for name, value in options.items():
    if highs.setOptionValue(name, value) != core.HighsStatus.kOk:
        sys.exit("option " + name + " is refused")
started = time.perf_counter()
if highs.readModel(model) == core.HighsStatus.kError:
    sys.exit("the model is refused")
if len(sys.argv) > 4:
    point = core.HighsSolution()
    with open(sys.argv[4]) as lines:
        point.col_value = [float(line) for line in lines]
    highs.setSolution(point)
highs.run()
solved = time.perf_counter()
info, lp, found = highs.getInfo(), highs.getLp(), highs.getSolution()
bound = info.mip_dual_bound
text = {
    "status": highs.modelStatusToString(highs.getModelStatus()),
    "bound": bound if math.isfinite(bound) else None,
    "isPoint": bool(found.value_valid) and info.primal_solution_status == 2,
    "isPriced": bool(found.dual_valid),
    "columns": list(lp.col_names_), "values": list(found.col_value),
    "rows": list(lp.row_names_), "prices": list(found.row_dual) if found.dual_valid else [],
    "ownSeconds": solved - started,
}
with open(answer, "w") as file:
    json.dump(text, file)
`;
