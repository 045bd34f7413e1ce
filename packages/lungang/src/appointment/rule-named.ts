import type { Rule } from "@lungang/appointment";
import type { AppointmentRows } from "@lungang/tabular";

/** Most people in a circle where the workbook does not say. */
const USUAL_CIRCLE = 3;

/** Rules that take no parameters of the settings, by the names of the workbook. */
const PLAIN: Readonly<Record<string, Rule>> = {
  acceptance: { name: "acceptance" },
  trading: { name: "trading" },
  twoSidedPeople: { name: "twoSided", proposer: "person" },
  twoSidedPosts: { name: "twoSided", proposer: "post" },
  floors: { name: "floors" },
  examination: { name: "examination" },
  swaps: { name: "swaps" },
};

/** Returns a rule by its name in the workbook, with the parameters of the settings; acceptance where it could not be read. */
export function ruleNamed(
  name: string | undefined,
  { longest = USUAL_CIRCLE, chains = false }: AppointmentRows["settings"],
): Rule {
  if (name === "cycles") return { name, longest, vacancies: chains ? "chains" : "none" };
  return PLAIN[name ?? "acceptance"] ?? { name: "acceptance" };
}
