import type { Settings } from "@lungang/core/policy";

/** What the authority has to give for the planning sections of each policy. */
export const MASKED: Readonly<Record<string, Settings>> = {
  "banan-chongqing": { yearlyMoves: 20, postFillMost: 53, supportMost: 59 },
  "county-jiaoliu": { schoolYears: 6, yearlyMoves: 20 },
  "daxuequ-baqiao": {},
  "detailed-measures": {},
  "gaoping-opinion": { termMonths: 36, yearlyMoves: 20 },
  "gaoxin-flow": {
    quotaShare: "10%",
    nearRetirementYears: 5,
    pointsBelow: 10,
    surveyAtCentreOnly: true,
    examAtCentreOnly: true,
    pointsAtCentreOnly: true,
    termMonths: 36,
  },
  "generic-chengxiang-17": { quotaShare: "5%", termMonths: 36 },
  "generic-lungang-18": { termMonths: 36, yearlyMoves: 20 },
  "generic-school-exchange": { termMonths: 36 },
  "hanling-town": { schoolYears: 6 },
  "implementation-2024": {},
  "national-2014": { schoolYears: 6, leaderYears: 8, termMonths: 36 },
  "shichang-township": { yearlyMoves: 20 },
  "xx-county-2021": { namedSchool: "M1", termMonths: 36, yearlyMoves: 20 },
  "xx-county-report": { termMonths: 36, lastPlaceTimes: 2 },
  "yiyuan-qinglongshan": { termMonths: 36, yearlyMoves: 20 },
  "yulin-notice": { document74Exemptions: "pregnancy,lactation,seriousIllness,longSickLeave" },
  "zhongwei-pairing": { start: "02-20", youngAge: 35 },
};

/** Masked values that only reports ask for. */
export const MASKED_IN_REPORTS: Readonly<Record<string, Settings>> = {
  "banan-chongqing": { cadreYuan: 800, travelYuan: 400, ruralYuan: 600 },
  "daxuequ-baqiao": { deductShare: "10%", postMonths: 12 },
  "gaoxin-flow": { remoteYears: 2 },
  "yulin-notice": { targetYear: 2027, titleRuralYears: 3, remoteYearsLevel2: 10, remoteYearsLevel1: 15 },
  "zhongwei-pairing": { titlePoints: 2 },
};

/** Masked values that only an appointment asks for. */
export const MASKED_IN_APPOINTMENT: Readonly<Record<string, Settings>> = {
  "xx-county-report": {
    developmentWeight: "40%",
    problemsWeight: "20%",
    implementationWeight: "20%",
    resultsWeight: "20%",
  },
  "yiyuan-qinglongshan": {
    performanceWeight: "60%",
    appraisalWeight: "20%",
    lessonPoints: 1,
    classTeacherPoints: 5,
    backbonePoints: 3,
    provincePoints: 8,
    prefecturePoints: 5,
    countyPoints: 3,
    schoolPoints: 1,
  },
};
