import type { Checked, Instance, Issue } from "@lungang/core";
import type { PlanMove } from "@lungang/core/plan";
import { dateText, namesOf } from "@lungang/core/plan";
import type { ProcedureRecord } from "@lungang/procedure";
import type { ProcedureBook, ProcedureRows } from "@lungang/tabular";
import type { Language } from "../files/out-file.ts";
import { refused, sound } from "../case/together.ts";

/** Returns the record that the rows of a workbook say, or which row names somebody who is not there. */
export function recordOfBook({ rows, locate }: ProcedureBook, instance: Instance): Checked<ProcedureRecord> {
  const issues = [...unknownPeople(rows, instance), ...halfDecided(rows)].map(locate);
  if (issues.length > 0) return refused(...issues);
  const moves = rows.published.filter(({ line }) => line === "move");
  const returns = rows.published.filter(({ line }) => line !== "move");
  return sound({
    events: rows.progress.map(({ event, on, decidedOn, until, plan }) => ({
      event,
      on,
      ...(decidedOn === undefined ? {} : { decidedOn }),
      ...(until === undefined ? {} : { until }),
      ...(plan === undefined ? {} : { plan }),
    })),
    published: {
      moves: moves.map(({ person, from, to, post, form, start, end, relationMoves }): PlanMove => ({
        person,
        from: from ?? null,
        to,
        post,
        form: form as PlanMove["form"],
        start: start ?? "",
        end: end ?? null,
        relationMoves: relationMoves ?? false,
        // Places tell lines apart, ways do not.
        distanceMetres: null,
      })),
      returns: returns.map(({ person, from, to, post, line }) => ({
        person,
        from: from ?? "",
        to,
        post,
        settles: line === "settles",
      })),
    },
    objections: rows.objections.map(({ name: _name, ...objection }) => objection),
    assessments: rows.assessments.map(({ name: _name, place: _place, ...assessment }) => assessment),
  });
}

/** The county of a record and how its readers speak. */
interface Told {
  readonly instance: Instance;
  readonly language: Language;
  /** Where a person on exchange is assessed. */
  readonly placeOf: (person: string) => string;
}

/** Returns the rows of a record, with names for readers. */
export function rowsOfRecord(record: ProcedureRecord, { instance, language, placeOf }: Told): ProcedureRows {
  const names = namesOf(instance);
  const places = ({
    from,
    to,
    post,
  }: {
    readonly from: string | null;
    readonly to: string;
    readonly post: string;
  }) => ({
    ...(from === null ? {} : { from, fromName: names.school(from) }),
    to,
    toName: names.school(to),
    post,
    postName: names.post(post)[language],
  });
  const name = (person: string) => ({ person, name: names.person(person) });
  return {
    progress: record.events,
    published: [
      ...record.published.moves.map(({ form, start, end, relationMoves, ...line }) => ({
        ...name(line.person),
        ...places(line),
        line: "move" as const,
        form,
        start,
        ...(end === null ? {} : { end }),
        relationMoves,
      })),
      ...record.published.returns.map((line) => ({
        ...name(line.person),
        ...places(line),
        line: line.settles ? ("settles" as const) : ("back" as const),
      })),
    ],
    objections: record.objections.map((objection) => ({ ...objection, ...name(objection.person) })),
    assessments: record.assessments.map((assessment) => ({
      ...assessment,
      ...name(assessment.person),
      place: placeOf(assessment.person),
    })),
  };
}

function unknownPeople(rows: ProcedureRows, { persons }: Instance): readonly Issue[] {
  const known = new Set(persons.map(({ id }) => id));
  return (["published", "objections", "assessments"] as const).flatMap((sheet) =>
    rows[sheet].flatMap(({ person }, at): readonly Issue[] =>
      known.has(person)
        ? []
        : [
            {
              code: "unknown-reference",
              severity: "error",
              path: [sheet, at, "person"],
              received: person,
              message: { zh: "人员编号不在人员名单中", en: "The county has nobody of this id" },
              advice: { zh: "请改为已登记的人员编号", en: "Use the id of somebody who is listed" },
            },
          ],
    ),
  );
}

/** A decision and its day go together. */
function halfDecided({ objections }: ProcedureRows): readonly Issue[] {
  return objections.flatMap(({ decision, decidedOn, on }, at): readonly Issue[] => {
    const early = decidedOn !== undefined && decidedOn < on;
    if ((decision === undefined) === (decidedOn === undefined) && !early) return [];
    return [
      {
        code: early ? "procedure-date" : "missing-value",
        severity: "error",
        path: ["objections", at, decision === undefined ? "decision" : "decidedOn"],
        ...(decidedOn === undefined ? {} : { received: decidedOn }),
        message: early
          ? { zh: `复核日期早于提出日期${dateText(on).zh}`, en: `The decision is before the objection of ${on}` }
          : { zh: "复核结果和复核日期应同时填写", en: "A decision and its day are given together" },
        advice: { zh: "请补填或改正", en: "Fill in or correct the value" },
      },
    ];
  });
}
