import type { InstanceInput } from "@lungang/core";
import { instanceSchema } from "@lungang/core";
import { expect, test } from "vitest";
import { writeCounty } from "../src/index.ts";
import { readCounty } from "../src/node/index.ts";

const [SCHOOLS, PEOPLE] = [200, 8000];

function largeCounty(): InstanceInput {
  const subjects = ["语文", "数学", "英语", "音乐", "体育", "美术", "科学"];
  return {
    format: "lungang-instance-1",
    county: { id: "530000", name: "大县" },
    planYear: 2026,
    schools: Array.from({ length: SCHOOLS }, (_, index) => ({
      id: `S${index}`,
      name: `第${index}小学`,
      type: "primary" as const,
      township: `乡${index % 20}`,
      students: 500,
      establishment: 40,
      coordinates: {
        latitude: 25 + index / 1e3,
        longitude: 103 + index / 1e3,
      },
    })),
    posts: Array.from({ length: SCHOOLS * subjects.length }, (_, index) => {
      const subject = subjects[index % subjects.length] ?? "";
      return { id: `P${index}`, school: `S${index % SCHOOLS}`, stage: "primary" as const, subject, capacity: 6 };
    }),
    persons: Array.from({ length: PEOPLE }, (_, index) => ({
      id: `T${index}`,
      name: `张${index}`,
      sex: index % 2 === 0 ? ("male" as const) : ("female" as const),
      birthDate: `19${70 + (index % 25)}-0${1 + (index % 9)}-15`,
      homeSchool: `S${index % SCHOOLS}`,
      personType: "teacher" as const,
      subjects: [
        {
          subject: subjects[index % subjects.length] ?? "",
          main: true,
        },
      ],
      stageCertified: ["primary" as const],
      professionalTitle: "level1" as const,
      postGrade: 9,
      honours: ["backboneCounty" as const],
      education: "standard" as const,
      hiredOn: "2002-08-01",
      tenureStart: "2012-09-01",
      ruralYears: 3,
      weakYears: 1,
      weeklyLoad: 14,
      residence: {
        latitude: 25.1,
        longitude: 103.2,
      },
      application: {
        volunteer: index % 7 === 0,
        wishes: [`S${(index + 1) % SCHOOLS}`],
      },
      evaluations: [
        {
          year: 2025,
          score: 80 + (index % 20),
          grade: "qualified" as const,
        },
      ],
      statuses:
        index % 40 === 0
          ? [
              {
                code: "lactation" as const,
                to: "2026-12-31",
              },
            ]
          : [],
    })),
  };
}

test("a workbook of 8,000 people and 200 schools is read whole", async () => {
  const instance = instanceSchema.parse(largeCounty());
  const read = await readCounty(await writeCounty(instance));
  expect(read.ok && read.value.persons.length).toBe(PEOPLE);
});
