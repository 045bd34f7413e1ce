// Who gets which post, by wishes and points, and a list that people changed by hand. Run it from the root: node examples/05-appoint-to-posts.mjs
import { appointmentFiles, readAppointmentList, verifyAppointmentList } from "lungang";
import { openApplications, openSession, writeFiles } from "lungang/node";
import { need } from "./county/load.mjs";

const applications = need(await openApplications("examples/appointment/applications.xlsx"));
const session = openSession();
const outcome = await session.appoint(applications); // what comes back has been checked
await session.close();
console.log(outcome.message.en);
if (outcome.status !== "appointed") throw new Error(`Nobody was appointed: ${outcome.status}`);

for (const { person, from, post } of outcome.appointment.lines) if (post !== from) console.log(`${person}: ${post}`);
for (const { name, moved, passedOver } of outcome.appointment.compared)
  console.log(`${name.en}: ${moved} move, ${passedOver} are passed over`);

const files = await appointmentFiles(applications, outcome, { language: "zh" });
need(await writeFiles("out/appointment", files));

// The list can be edited in any spreadsheet program and read back: here somebody gives a post to the one who came last.
const list = need(await readAppointmentList(files.find(({ name }) => name === "聘任结果.xlsx")?.content));
console.log(`as decided: ${need(verifyAppointmentList(applications, list)).ok}`);
const lines = list.lines.map((line) =>
  line.person === "T08" ? { ...line, post: "一小语文" } : line.person === "T04" ? { ...line, post: "河口语文" } : line,
);
const edited = need(verifyAppointmentList(applications, { ...list, lines }));
for (const { findings } of edited.properties) for (const { text } of findings) console.log(text.en);
