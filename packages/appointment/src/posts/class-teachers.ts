import type { Text } from "@lungang/core";

/** A class and who leads it. */
export interface ClassTeacherRole {
  readonly classId: string;
  readonly school: string;
  readonly teacher?: string;
}

/** Where a person teaches after the appointment. */
export interface TeachingPlace {
  readonly person: string;
  readonly school: string;
  readonly kind: string;
}

/** Something wrong with the class teachers. */
export interface ClassTeacherFinding {
  readonly code: "classWithoutTeacher" | "teacherOfTwoClasses" | "teacherWithoutSubject" | "teacherOfOtherSchool";
  readonly classId: string;
  readonly text: Text;
}

/**
 * Checks that every class has one class teacher who teaches a subject at its school (YY-16): a role beside a post, which
 * takes no head of the establishment.
 */
export function checkClassTeachers(
  roles: readonly ClassTeacherRole[],
  places: readonly TeachingPlace[],
): readonly ClassTeacherFinding[] {
  const placeOf = new Map(places.map((place) => [place.person, place]));
  const first = new Map<string, string>();
  return roles.flatMap(({ classId, school, teacher }): readonly ClassTeacherFinding[] => {
    if (teacher === undefined) {
      return [
        {
          code: "classWithoutTeacher",
          classId,
          text: words(`“${classId}”没有班主任`, `"${classId}" has no class teacher`),
        },
      ];
    }
    const other = first.get(teacher);
    if (other === undefined) first.set(teacher, classId);
    return [
      ...(other === undefined ? [] : [twoClasses(teacher, [other, classId])]),
      ...subjectFindings({ classId, school, teacher }, placeOf.get(teacher)),
    ];
  });
}

function twoClasses(teacher: string, [first, second]: readonly [string, string]): ClassTeacherFinding {
  return {
    code: "teacherOfTwoClasses",
    classId: second,
    text: words(
      `“${teacher}”同时担任“${first}”和“${second}”的班主任`,
      `"${teacher}" leads both "${first}" and "${second}"`,
    ),
  };
}

function subjectFindings(
  { classId, school, teacher }: Required<ClassTeacherRole>,
  place: TeachingPlace | undefined,
): readonly ClassTeacherFinding[] {
  if (place?.kind !== "teaching") {
    const text = words(`班主任“${teacher}”没有任课岗位`, `The class teacher "${teacher}" holds no teaching post`);
    return [{ code: "teacherWithoutSubject", classId, text }];
  }
  if (place.school === school) return [];
  const text = words(`班主任“${teacher}”在他校任教`, `The class teacher "${teacher}" teaches at another school`);
  return [{ code: "teacherOfOtherSchool", classId, text }];
}

function words(zh: string, en: string): Text {
  return { zh, en };
}
