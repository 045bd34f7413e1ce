/** What one school has and for how many students. */
export interface SchoolResource {
  readonly amount: number;
  readonly students: number;
}

/** How evenly something is spread over the students of some schools; `null` where that is undefined. */
export interface Balance {
  /** Amount per 100 students of all schools together. */
  readonly per100: number | null;
  /** Coefficient of variation with students as weights; undefined where nobody has anything. */
  readonly cv: number | null;
  /** Mean absolute deviation with students as weights, per 100 students. */
  readonly mad: number | null;
}

const HUNDRED = 100;

/**
 * Returns the balance of a resource over schools; schools without students are left out.
 *
 * CV = S / m with m = Σ amount / Σ students, S = √Σ (p/P) (x - m)², x = amount / students of a school, p its students
 * and P all students.
 *
 * @see model section 5 (F3), the formula of 教督〔2017〕6号
 */
export function balanceOf(schools: readonly SchoolResource[]): Balance {
  const used = schools.filter(({ students }) => students > 0);
  const students = used.reduce((sum, school) => sum + school.students, 0);
  if (students === 0) return { per100: null, cv: null, mad: null };
  const mean = used.reduce((sum, { amount }) => sum + amount, 0) / students;
  let variance = 0;
  let deviation = 0;
  for (const school of used) {
    const apart = school.amount / school.students - mean;
    variance += (school.students / students) * apart * apart;
    deviation += (school.students / students) * Math.abs(apart);
  }
  return { per100: HUNDRED * mean, cv: mean === 0 ? null : Math.sqrt(variance) / mean, mad: HUNDRED * deviation };
}
