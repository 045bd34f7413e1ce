/** Posts from establishment or from a county, and what of them is offered. */
export type { EstablishmentDivision } from "./posts/establishment.ts";
export { divideEstablishment, establishmentSchema } from "./posts/establishment.ts";
export type { PostPlan, PostSetUp, SetUpPost, TeachingLoad } from "./posts/set-up.ts";
export { headsForPeriods, setUpPosts } from "./posts/set-up.ts";
export type { CountyPost, CountyPosts, CountyTitlePosts } from "./posts/county-posts.ts";
export { postsOfCounty } from "./posts/county-posts.ts";
export type { SchoolDistance } from "./posts/school-distances.ts";
export { distancesOfCounty } from "./posts/school-distances.ts";
export type { TitleBalance, TitleLevel, TitlePosts, TitleShare } from "./posts/titles.ts";
export { TITLE_LEVELS, titleBalance, titlePosts } from "./posts/titles.ts";
export type { ClassTeacherFinding, ClassTeacherRole, TeachingPlace } from "./posts/class-teachers.ts";
export { checkClassTeachers } from "./posts/class-teachers.ts";
export type { GapReason, OfferRule, PostHeads, PostVacancy } from "./posts/vacancies.ts";
export { offerVacancies } from "./posts/vacancies.ts";
export type { SchoolGap } from "./posts/even-gaps.ts";
export { evenGaps } from "./posts/even-gaps.ts";
