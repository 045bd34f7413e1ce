import type { PolicyDocument } from "../document.ts";
import { text } from "../document.ts";
import { yearlyMovesParameter } from "../phrases/parameters.ts";
import { aim } from "../phrases/rules.ts";
import { all, any, has, is, isIn } from "../phrases/sets.ts";
import { familyPolicy, leaderForms } from "./hanling-family.ts";

/** 教师交流制度（我县）: the county version of the Hanling text, with more duty schools and fewer numbers. */
export const countyJiaoliu: PolicyDocument = familyPolicy({
  id: "county-jiaoliu",
  name: text("教师交流制度（我县）", "Exchange of teachers (a county's text)"),
  description: text(
    "异地交流男45岁、女40岁以下，小学约10%，不少于三年；轮岗支教45岁以下，一至二年；城区中小学和各级示范学校也承担支教任务。",
    "Exchange up to 45 (men) and 40 (women), about 10% of primary teachers, three years; support under 45, one to two years; city schools and demonstration schools have the duty too.",
  ),
  parameters: { ...yearlyMovesParameter("CJ-01") },
  dutySchools: {
    source: "CJ-02",
    of: (end) =>
      any(
        is(`${end}.level`, "townshipCenter", { ifMissing: false }),
        is(`${end}.level`, "demonstration", { ifMissing: false }),
        all(is(`${end}.type`, "completeMiddle"), isIn(`${end}.area`, ["town", "rural"])),
        all(is(`${end}.area`, "urban"), has(`${end}.stages`, ["primary", "junior", "senior"])),
      ),
  },
  due: [],
  forms: leaderForms,
  rules: [aim("yearlyMoves", "CJ-01"), aim("plannedMoves", "CJ-01")],
  benefits: [],
  reports: {
    due: [
      {
        id: "shorter",
        source: "CJ-03",
        text: text("本文到“顶岗一至二年”为止，后续规定原文未录", "The text ends after one to two years in a full post"),
      },
    ],
  },
});
