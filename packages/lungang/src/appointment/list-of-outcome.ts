import type { Checked, Issue } from "@lungang/core";
import type { AppointmentList } from "@lungang/tabular";
import { refused, sound } from "../case/together.ts";
import { APPOINTMENT_OUTCOME_FORMAT, appointmentOutcomeSchema } from "./appointment-outcome.ts";

/** Reads the list out of the outcome of an appointment, as `appoint` has written it. */
export function listOfOutcome(document: unknown): Checked<AppointmentList> {
  const read = appointmentOutcomeSchema.safeParse(document);
  if (!read.success || read.data.status !== "appointed") return refused(noAppointment());
  const lines = read.data.appointment.lines.map(({ person, post }) => ({ person, post }));
  return sound({ lines, steps: undefined, locate: (issue: Issue) => issue });
}

function noAppointment(): Issue {
  return {
    code: "not-an-appointment",
    severity: "error",
    expected: APPOINTMENT_OUTCOME_FORMAT,
    message: { zh: "这个文件不是聘任结果", en: "This file is no appointment" },
    advice: {
      zh: "请给出 lungang appoint 写出的文件夹、聘任结果.xlsx 或 appointment.json",
      en: "Give the folder, the workbook 聘任结果.xlsx or the appointment.json that lungang appoint has written",
    },
  };
}
