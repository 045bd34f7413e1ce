import { loadInstance } from "../../src/instance/load.ts";
import type { Instance, InstanceInput } from "../../src/instance/instance.ts";
import type { PersonInput } from "../../src/instance/person.ts";
import type { Costs, Transport } from "./data-files.ts";

/** Number with leading zeros, so that the order of ids is the order of numbers. */
const padded = (number: number) => String(number).padStart(4, "0");

function teacher(given: Partial<PersonInput> & Pick<PersonInput, "id" | "homeSchool">): PersonInput {
  return {
    sex: "female",
    birthDate: "1985-01-01",
    personType: "teacher",
    stageCertified: ["primary"],
    subjects: [{ subject: "语文", main: true }],
    tenureStart: "2010-09-01",
    ...given,
  };
}

function post(school: string, capacity: number): InstanceInput["posts"][number] {
  return { id: `${school}/语文`, school, stage: "primary", subject: "语文", capacity };
}

function load(input: InstanceInput): Instance {
  const loaded = loadInstance(input);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues.slice(0, 5), undefined, 2));
  return loaded.value;
}

/** Poses a transport problem: every teacher is a person who lives at the school, every target a post. */
export function transportInstance({ name, schools }: Transport): Instance {
  return load({
    format: "lungang-instance-1",
    county: { id: name, name },
    planYear: 2024,
    schools: schools.map((school) => ({
      id: school.id,
      name: school.name,
      type: "primary",
      students: school.students,
      establishment: school.target,
      coordinates: { latitude: school.lat, longitude: school.lng },
    })),
    posts: schools.map(({ id, target }) => post(id, target)),
    persons: schools.flatMap(({ id, teachers, lat, lng }) =>
      Array.from({ length: teachers }, (_, k) =>
        teacher({
          id: `${id}/${padded(k)}`,
          homeSchool: id,
          residence: { latitude: lat, longitude: lng },
        }),
      ),
    ),
    travel: { roadFactor: 1 },
  });
}

const ORIGIN = "origin";

/** Poses an assignment problem: n people at one school that needs nobody, n schools with one post each, a matrix. */
export function assignmentInstance(costs: Costs): Instance {
  const schools = costs.map((_row, column) => `school-${padded(column)}`);
  const persons = costs.map((_row, row) => `person-${padded(row)}`);
  return load({
    format: "lungang-instance-1",
    county: { id: "assignment", name: "assignment" },
    planYear: 2024,
    schools: [ORIGIN, ...schools].map((id) => ({
      id,
      name: id,
      type: "primary",
      ...(id === ORIGIN ? { establishment: 0 } : {}),
    })),
    posts: [post(ORIGIN, 0), ...schools.map((id) => post(id, 1))],
    persons: persons.map((id) => teacher({ id, homeSchool: ORIGIN })),
    travel: {
      roadFactor: 1,
      matrix: { persons, schools: [ORIGIN, ...schools], metres: costs.map((row) => [0, ...row]) },
    },
  });
}

/** Returns the cost that a problem states for sending a person to a school, by the ids of {@link assignmentInstance}. */
export function statedCost(costs: Costs, person: string, school: string): number {
  const cost = costs[Number(person.split("-")[1])]?.[Number(school.split("-")[1])];
  if (cost === undefined) throw new Error(`Cannot price ${person} to ${school}`);
  return cost;
}
