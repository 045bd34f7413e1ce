import { appointmentPeopleSheet, appointmentPostSheet, applicationSheet } from "./appointment-main-sheets.ts";
import {
  classSheet,
  coupleSheet,
  floorSheet,
  limitSheet,
  placedSheet,
  rankingSheet,
  swapSheet,
} from "./appointment-order-sheets.ts";
import { distanceSheet, roundSheet, withdrawnSheet } from "./appointment-round-sheets.ts";
import { classTeacherSheet, procedureSheet } from "./appointment-procedure-sheets.ts";
import { schoolSizeSheet, titlePostSheet } from "./appointment-establishment-sheets.ts";
import { evidenceSheet, itemSheet } from "./appointment-point-sheets.ts";
import { settingsSheet } from "./appointment-settings.ts";
import { sheetSet } from "./sheets.ts";

/** The sheets of a workbook of applications, in the order of the template. */
export const APPOINTMENT_SHEETS = sheetSet([
  settingsSheet,
  appointmentPostSheet,
  appointmentPeopleSheet,
  applicationSheet,
  rankingSheet,
  classSheet,
  placedSheet,
  floorSheet,
  swapSheet,
  roundSheet,
  distanceSheet,
  withdrawnSheet,
  procedureSheet,
  classTeacherSheet,
  itemSheet,
  evidenceSheet,
  coupleSheet,
  limitSheet,
  titlePostSheet,
  schoolSizeSheet,
]);
