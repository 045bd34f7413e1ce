import type { Issue } from "@lungang/core";
import type { ClassTeacherFinding, TeachingPlace } from "@lungang/appointment/posts";
import { checkClassTeachers } from "@lungang/appointment/posts";
import type { AppointmentRows } from "@lungang/tabular";

type PersonRow = AppointmentRows["people"][number];

/** People with the right of class teachers to the post beside which they have that role. */
export interface PeopleWithRoles {
  readonly people: readonly PersonRow[];
  readonly issues: readonly Issue[];
}

/**
 * Class teachers are named before subject teachers compete (XC-17), beside a teaching post of the school of the class and
 * not instead of one (YY-16): the own post is theirs, and they are not sent from it.
 */
export function withClassTeachers(rows: AppointmentRows): PeopleWithRoles {
  const { people, classTeachers } = rows;
  if (classTeachers.length === 0) return { people, issues: [] };
  const named = new Set(classTeachers.flatMap(({ teacher }) => (teacher === undefined ? [] : [teacher])));
  const after = people.map((person): PersonRow => {
    if (!named.has(person.id) || person.ownPost === undefined || person.ownPostIs === "leaves") return person;
    return { ...person, ownPostIs: "keeps", isProtected: true };
  });
  return {
    people: after,
    issues: [...repeatedClasses(rows), ...roleIssues(rows), ...leavingIssues(rows), ...wishIssues(rows)],
  };
}

/** Finds what is wrong with the class teachers where people hold these posts; by the row of the class. */
export function classTeacherFindings(
  { classTeachers, posts }: Pick<AppointmentRows, "classTeachers" | "posts">,
  held: readonly { readonly person: string; readonly post: string }[],
): readonly ClassTeacherFinding[] {
  const byId = new Map(posts.map((post) => [post.id, post]));
  const places = held.flatMap(({ person, post }): readonly TeachingPlace[] => {
    const found = byId.get(post);
    return found === undefined ? [] : [{ person, school: found.school, kind: found.kind ?? "teaching" }];
  });
  const roles = classTeachers.map(({ id, school, teacher }) => ({
    classId: id,
    school,
    ...(teacher === undefined ? {} : { teacher }),
  }));
  return checkClassTeachers(roles, places);
}

function roleIssues(rows: AppointmentRows): readonly Issue[] {
  const held = [
    ...rows.people.flatMap(({ id, ownPost }) => (ownPost === undefined ? [] : [{ person: id, post: ownPost }])),
    ...rows.placed.map(({ person, post }) => ({ person, post })),
  ];
  return classTeacherFindings(rows, held).map(({ code, classId, text }): Issue => {
    const isOpen = code === "classWithoutTeacher";
    return {
      code: isOpen ? "class-without-teacher" : "class-teacher-wrong",
      severity: isOpen ? "warning" : "error",
      path: ["classTeachers", rows.classTeachers.findIndex(({ id }) => id === classId), "teacher"],
      message: text,
      advice: isOpen
        ? { zh: "聘任后请补上班主任", en: "Name one after the appointment" }
        : { zh: "班主任须在本校任教，一人一班", en: "A class teacher teaches at the school, and leads one class" },
    };
  });
}

function repeatedClasses({ classTeachers }: AppointmentRows): readonly Issue[] {
  const seen = new Set<string>();
  return classTeachers.flatMap(({ id }, at): readonly Issue[] => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        code: "class-twice",
        severity: "error",
        path: ["classTeachers", at, "id"],
        received: id,
        message: { zh: `班级“${id}”重复`, en: `Class "${id}" is there twice` },
        advice: { zh: "请只保留一行", en: "Keep one of the rows" },
      },
    ];
  });
}

function leavingIssues({ people, classTeachers }: AppointmentRows): readonly Issue[] {
  const leaving = new Set(people.flatMap(({ id, ownPostIs }) => (ownPostIs === "leaves" ? [id] : [])));
  return classTeachers.flatMap(({ teacher }, at): readonly Issue[] =>
    teacher === undefined || !leaving.has(teacher)
      ? []
      : [
          {
            code: "class-teacher-leaves",
            severity: "error",
            path: ["classTeachers", at, "teacher"],
            received: teacher,
            message: {
              zh: `“${teacher}”须离开原岗位，不能再任班主任`,
              en: `"${teacher}" has to leave the own post and cannot lead a class there`,
            },
            advice: { zh: "请另定班主任", en: "Name somebody else" },
          },
        ],
  );
}

/** A class teacher who gets a post of another school, or none that teaches, would leave the class. */
function wishIssues({ classTeachers, applications, posts }: AppointmentRows): readonly Issue[] {
  const schoolOf = new Map(
    classTeachers.flatMap(({ teacher, school }) => (teacher === undefined ? [] : [[teacher, school]])),
  );
  const byId = new Map(posts.map((post) => [post.id, post]));
  return applications.flatMap(({ person, wishes }, at) => {
    const school = schoolOf.get(person);
    if (school === undefined) return [];
    return wishes.flatMap((wish, place): readonly Issue[] => {
      const post = byId.get(wish);
      if (post === undefined || (post.school === school && (post.kind ?? "teaching") === "teaching")) return [];
      return [
        {
          code: "class-teacher-applies",
          severity: "error",
          path: ["applications", at, "wishes", place],
          received: wish,
          message: {
            zh: `“${person}”是“${school}”的班主任，报的岗位却不在该校任教`,
            en: `"${person}" leads a class of "${school}" and applies for a post that does not teach there`,
          },
          advice: { zh: "请删去这一志愿，或另定班主任", en: "Delete the wish, or name another class teacher" },
        },
      ];
    });
  });
}
