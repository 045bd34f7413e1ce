import type { Text } from "@lungang/core";
import type { Letter } from "@lungang/report";
import type { DecidedAppointment } from "./appointment-outcome.ts";
import type { Applications } from "./open-applications.ts";
import { namesOfMarket } from "./post-names.ts";

/** What the file of all notices is called. */
export const LETTERS_TITLE: Text = { zh: "聘任通知", en: "Notices of appointment" };

type Line = DecidedAppointment["lines"][number];

/**
 * Returns a notice of appointment for everybody who has a post, in the order of posts. Nobody else is named in it, and
 * nothing of points, wishes and the lot: the workbook of the bureau has the reasons.
 */
export function appointmentLetters(applications: Applications, { lines }: DecidedAppointment): readonly Letter[] {
  const names = namesOfMarket(applications.market, applications.names);
  const order = new Intl.Collator("en", { numeric: true });
  const placed = lines.flatMap((line) => (line.post === null ? [] : [{ line, post: line.post }]));
  return placed
    .toSorted((a, b) => order.compare(a.post, b.post) || order.compare(a.line.person, b.line.person))
    .map(({ line, post }): Letter => {
      const name = line.name ?? line.person;
      return {
        kind: "notice",
        person: line.person,
        title: { zh: "聘任通知", en: "Notice of appointment" },
        to: { zh: `${name}老师：`, en: `To ${name}:` },
        paragraphs: [
          decidedText(line, { title: applications.title, school: names.school(post), work: names.work(post) }),
          {
            zh: "请在规定时间内到聘任学校办理聘用手续、签订聘用合同；逾期不办的，按有关规定处理。",
            en: "Please sign the contract of employment at the school within the time that is set.",
          },
          {
            zh: "对聘任结果有异议的，请在公示期内以书面形式向编制单位提出，并附有关材料；情况属实的，将予以纠正。",
            en: "Objections go in writing to the office that seals this, while the list is published, with what proves them.",
          },
        ],
      };
    });
}

interface Post {
  readonly title: string;
  readonly school: string;
  readonly work: string;
}

function decidedText({ outcome }: Line, { title, school, work }: Post): Text {
  const base = { zh: `根据${title}的有关规定，经公开竞聘、考核和公示，`, en: `Under "${title}", ` };
  return outcome === "stayed"
    ? { zh: `${base.zh}您继续聘任在${school}${work}岗位。`, en: `${base.en}you keep your post: ${school}, ${work}.` }
    : { zh: `${base.zh}聘任您到${school}${work}岗位。`, en: `${base.en}you are appointed to ${school}, ${work}.` };
}
