import { publishedName } from "@lungang/core/plan";
import type { Text } from "@lungang/core";
import type { AppointmentListLine, AppointmentStepLine, OutSheet } from "@lungang/tabular";
import { appointmentListSheets, appointmentStepSheet } from "@lungang/tabular";
import type { Language } from "../files/out-file.ts";
import type { DecidedAppointment } from "./appointment-outcome.ts";
import type { Applications } from "./open-applications.ts";
import { envySheet, pointSheet, remainingSheet, surplusSheet } from "./person-sheets.ts";
import { listedLines, postPlaces } from "./listed-posts.ts";
import { englishMarks, namesOfMarket } from "./post-names.ts";
import { candidateSheet, procedureResultSheet } from "./procedure-sheets.ts";
import { checkSheet, comparedSheet, vacancySheet } from "./result-sheets.ts";
import {
  establishmentSheet,
  fewestChangesSheets,
  ledgerSheet,
  roundsSheet,
  titleSheet,
  withdrawnSheet,
} from "./round-sheets.ts";
import type { SheetContext } from "./sheet-context.ts";
import { OUTCOMES, listNotes } from "./list-notes.ts";
import { conditionText } from "./tell-procedure.ts";

/**
 * Returns the sheets of an appointment: who gets which post and why, who gets none, what becomes of empty heads, both rules
 * side by side, who is passed over, points item by item, and what was checked.
 *
 * The public edition masks names and holds no id, points, reason or pair of people, and nobody without a post; nor what other
 * rules would have given, and how somebody could have gained by other answers: that is for who chooses the rule. Of the check
 * it says in one sentence what it came to.
 */
export function appointmentSheets(
  applications: Applications,
  decided: DecidedAppointment,
  options: { readonly public: boolean; readonly language: Language },
): readonly OutSheet[] {
  const placeOf = postPlaces(applications);
  const byPlace = <T extends { readonly post: string }>(rows: readonly T[]) =>
    rows.toSorted((a, b) => placeOf(a.post) - placeOf(b.post));
  const context = {
    decided: { ...decided, vacancies: byPlace(decided.vacancies), surplus: byPlace(decided.surplus) },
    applications,
    names: namesOfMarket(applications.market, applications.names, options.language),
    ...options,
  };
  const steps =
    options.public || decided.rounds.length === 0 ? [] : [appointmentStepSheet(stepLines(context), options.language)];
  const lists = [true, false].map((placed) => decided.lines.filter(({ post }) => (post !== null) === placed));
  const internal = options.public
    ? []
    : [
        comparedSheet,
        candidateSheet,
        ledgerSheet,
        titleSheet,
        establishmentSheet,
        withdrawnSheet,
        fewestChangesSheets,
        surplusSheet,
        envySheet,
        remainingSheet,
        pointSheet,
        checkSheet,
      ];
  return [
    ...appointmentListSheets(listLines(context), options).map((sheet, at) => ({
      ...sheet,
      notes: listNotes(applications, { lines: lists[at] ?? [], properties: decided.properties }, options),
    })),
    ...steps,
    ...[procedureResultSheet, roundsSheet, vacancySheet, ...internal].flatMap((sheet) => sheet(context)),
  ];
}

function listLines(context: SheetContext): readonly AppointmentListLine[] {
  const { decided, applications, names, language, public: isPublic } = context;
  const gap = { zh: "；", en: "; " }[language];
  const published = publishedName(applications);
  return listedLines(applications, decided.lines).map((line) => ({
    person: line.person,
    name: isPublic ? published(line.name) : (line.name ?? ""),
    from: postBefore(context, line.from),
    post: line.post === null ? null : names.listed(line.post),
    school: line.post === null ? "" : names.school(line.post),
    subject: line.post === null ? "" : names.work(line.post),
    outcome: OUTCOMES[line.outcome][language],
    ...(decided.rounds.length === 0 ? {} : { round: line.round ?? "" }),
    wish: wishText(line, language),
    points: line.points ?? "",
    ...termsOf(line, language),
    reason: marked([line.reason[language], ...line.missed.map(({ text }) => text[language])].join(gap), language),
  }));
}

/** Which wish came true; the own post ends every list, and nobody has asked for it. */
function wishText({ wish, outcome }: DecidedAppointment["lines"][number], language: Language): string {
  return wish === null || outcome === "stayed" ? "" : { zh: `第 ${wish} 志愿`, en: `wish ${wish}` }[language];
}

/** Who appoints, until when, and what holds of work and pay; left out where no policy says. */
function termsOf({ appointer, contract, conditions }: DecidedAppointment["lines"][number], language: Language) {
  const gap = { zh: "；", en: "; " }[language];
  return {
    ...(appointer === null ? {} : { appointer: appointer[language] }),
    ...(contract === null ? {} : { contractFrom: contract.from ?? "", contractTo: contract.to }),
    ...(conditions.length === 0 ? {} : { conditions: conditions.map((one) => conditionText(one, language)).join(gap) }),
  };
}

function postBefore({ names, language, public: isPublic }: SheetContext, from: string | null): string {
  if (from === null) return "";
  return isPublic ? `${names.school(from)} ${names.work(from)}` : marked(names.post(from), language);
}

function marked(text: string, language: Language): string {
  return language === "en" ? englishMarks(text) : text;
}

function stepLines({ decided, names, applications, language }: SheetContext): readonly AppointmentStepLine[] {
  return decided.rounds.flatMap(({ round, steps }) =>
    steps.map(({ person, from, post }) => ({
      round,
      person,
      name: applications.names.get(person) ?? "",
      before: from === null ? "" : marked(names.post(from), language),
      post: post === null ? null : names.listed(post),
      school: post === null ? "" : names.school(post),
      subject: post === null ? "" : names.work(post),
      outcome: (post === null ? LOST : from === null ? OUTCOMES.appointed : OUTCOMES.moved)[language],
    })),
  );
}

const LOST: Text = { zh: "落聘", en: "lost the own post" };
