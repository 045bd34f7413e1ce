import { writeAppointmentTemplate, writeWorkbook } from "@lungang/tabular";
import type { Checked, Instance } from "@lungang/core";
import { distancesOfCounty, postsOfCounty } from "@lungang/appointment/posts";
import type { Language, OutFile } from "../files/out-file.ts";
import { jsonFile } from "../files/out-file.ts";
import type { TemplatePolicy } from "../files/template.ts";
import { sound } from "../case/together.ts";
import type { AppointmentOutcome } from "./appointment-outcome.ts";
import { appointmentSheets } from "./appointment-sheets.ts";
import type { Applications } from "./open-applications.ts";

const OUTCOME_FILE = "appointment.json";
const WORKBOOK_FILE = "聘任结果.xlsx";
const PUBLIC_WORKBOOK_FILE = "聘任结果-公示.xlsx";

/**
 * Names of the files that {@link appointmentFiles} returns, known before anybody is appointed.
 *
 * @public
 */
export const appointmentFileNames: readonly string[] = [OUTCOME_FILE, WORKBOOK_FILE, PUBLIC_WORKBOOK_FILE];

/**
 * Returns the files of an appointment: the outcome as a document, the workbook for the bureau, and the masked one for
 * publication.
 *
 * @public
 */
export async function appointmentFiles(
  applications: Applications,
  outcome: AppointmentOutcome & { readonly status: "appointed" },
  language: Language,
): Promise<readonly OutFile[]> {
  const { title } = applications;
  const workbook = (isPublic: boolean) =>
    writeWorkbook(appointmentSheets(applications, outcome.appointment, { public: isPublic, language }), { title });
  return [
    jsonFile(OUTCOME_FILE, outcome),
    { name: WORKBOOK_FILE, content: await workbook(false) },
    { name: PUBLIC_WORKBOOK_FILE, content: await workbook(true) },
  ];
}

/**
 * Returns the template of a workbook of applications; with a county its posts, who holds them, and the heads kept for people
 * on exchange stand in it already, and the distances between its schools; with a policy it names it, and what that says need not be filled in.
 *
 * @returns the file, with warnings of posts beyond the establishment and people in no post
 * @public
 */
export async function applicationsTemplate(
  name: string,
  instance?: Instance,
  policy?: TemplatePolicy,
): Promise<Checked<OutFile>> {
  const settings = policy === undefined ? {} : { policy: policy.name };
  if (instance === undefined) return sound({ name, content: await writeAppointmentTemplate(undefined, settings) });
  const { posts, people, issues } = postsOfCounty(instance);
  const distances = distancesOfCounty(instance);
  const title = `${instance.county.name}${instance.planYear}年教师岗位竞聘`;
  return sound(
    { name, content: await writeAppointmentTemplate({ title, posts, people, placed: [], distances }, settings) },
    issues,
  );
}
