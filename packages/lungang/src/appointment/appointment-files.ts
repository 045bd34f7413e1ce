import { officialSheets, writeAppointmentTemplate, writeWorkbook } from "@lungang/tabular";
import { lettersHtml } from "@lungang/report";
import { officialDocument } from "../files/official-document.ts";
import { LETTERS_TITLE, appointmentLetters } from "./appointment-letters.ts";
import type { Checked, Instance } from "@lungang/core";
import { distancesOfCounty, postsOfCounty } from "@lungang/appointment/posts";
import type { Language, OutFile } from "../files/out-file.ts";
import { jsonFile } from "../files/out-file.ts";
import type { TemplatePolicy } from "../files/template.ts";
import { sound } from "../case/together.ts";
import { askedKinds, withKinds } from "./school-kinds.ts";
import type { AppointmentOutcome } from "./appointment-outcome.ts";
import { appointmentSheets } from "./appointment-sheets.ts";
import type { Applications } from "./open-applications.ts";

const LETTERS_FILE = "聘任通知.html";
const OUTCOME_FILE = "appointment.json";
/** Name of the workbook for the bureau. */
export const APPOINTMENT_FILE = "聘任结果.xlsx";
const PUBLIC_WORKBOOK_FILE = "聘任结果-公示.xlsx";

/**
 * Names of the files that {@link appointmentFiles} returns, known before anybody is appointed.
 *
 * @public
 */
export const appointmentFileNames: readonly string[] = [
  OUTCOME_FILE,
  APPOINTMENT_FILE,
  PUBLIC_WORKBOOK_FILE,
  LETTERS_FILE,
];

/**
 * In which language the files of an appointment are, and their day.
 *
 * @public
 */
export interface AppointmentFilesOptions {
  readonly language: Language;
  /** Day of the documents, `YYYY-MM-DD`. @defaultValue left open, to be written by hand */
  readonly date?: string;
}

/**
 * Returns the files of an appointment: the outcome as a document, the workbook for the bureau, the masked one for publication,
 * and a notice for everybody who has a post, a page each, to be printed whole and handed out one by one.
 *
 * @public
 */
export async function appointmentFiles(
  applications: Applications,
  outcome: AppointmentOutcome & { readonly status: "appointed" },
  options: AppointmentFilesOptions,
): Promise<readonly OutFile[]> {
  const { title, authority } = applications;
  const { language } = options;
  const named = authority === undefined ? {} : { unit: authority };
  const document = { title, prefix: `${title}${{ zh: "", en: ": " }[language]}`, ...named, ...options };
  const workbook = (isPublic: boolean) => {
    const sheets = appointmentSheets(applications, outcome.appointment, { public: isPublic, language });
    return writeWorkbook(officialSheets(sheets, document), { title });
  };
  const letters = appointmentLetters(applications, outcome.appointment);
  return [
    jsonFile(OUTCOME_FILE, outcome),
    { name: APPOINTMENT_FILE, content: await workbook(false) },
    { name: PUBLIC_WORKBOOK_FILE, content: await workbook(true) },
    { name: LETTERS_FILE, content: lettersHtml(letters, { unit: authority ?? "", ...options, title: LETTERS_TITLE }) },
  ];
}

/**
 * Returns the template of a workbook of applications; with a county its posts and title posts, who holds them, and the heads kept for people
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
  const named = policy === undefined ? {} : { policy: policy.name };
  const asked = askedKinds(policy?.found.document);
  if (instance === undefined)
    return sound({ name, content: await writeAppointmentTemplate(undefined, { ...named, kinds: asked }) });
  const { posts: found, people, titlePosts, issues } = postsOfCounty(instance);
  const { posts, open: kinds } = withKinds(found, asked, instance);
  const distances = distancesOfCounty(instance);
  const title = `${instance.county.name}${instance.planYear}年教师岗位竞聘`;
  const settings = { ...named, kinds, authority: officialDocument(instance, { language: "zh" }).unit };
  return sound(
    {
      name,
      content: await writeAppointmentTemplate({ title, posts, people, placed: [], distances, titlePosts }, settings),
    },
    issues,
  );
}
