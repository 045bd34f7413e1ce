import { text } from "../document.ts";
import type { RuleWords } from "./parameter-words.ts";

/** Words of the rules about people as they are: couples, swaps, rooms and posts of titles. */
export const PEOPLE_WORDS: Readonly<Record<string, RuleWords>> = {
  avoidance: {
    title: text("任职回避", "Spouses as leader and subordinate"),
    does: text(
      "夫妻一方任校领导的，交流不使两人同校；原已同校且都不交流的由主管部门另行处理",
      "Where one of a couple leads, exchange takes the two to no school together; who are at one school already and stay are left to the authority",
    ),
    params: {
      leaders: text(
        "哪些人是校领导；不写为校长、副校长和领导班子成员",
        "Who leads; without it heads, vice heads and members of the leadership team",
      ),
    },
  },
  swapPartners: {
    title: text("互换", "Swaps"),
    does: text(
      "互相申请互换岗位的两人同时互换或者都不互换，不要求岗位缺员；只为互换而自愿报名的不安排到其他岗位",
      "Two people who ask to exchange places both do or neither does, and no vacancy is needed; who volunteers for a swap goes nowhere else",
    ),
    params: { who: text("哪些人的互换申请", "Whose swaps") },
  },
  schoolPlaces: {
    title: text("住房与职称岗位", "Rooms and posts of titles"),
    does: text(
      "到校人员中需要周转房或某级职称岗位的，不超过学校空余的数目；学校没有填写数目的不限",
      "Of those who come to a school no more need a room, or a post of a title, than it has left; a school that states no number sets no limit",
    ),
    params: {
      places: text(
        "学校的哪一项数目：roomsAvailable 可用周转房，seniorPosts 高级岗位，middlePosts 中级岗位",
        "Which number of the school: free rooms, posts of senior titles, posts of middle titles",
      ),
      moves: text("哪些到校人员需要一个", "Which moves need one"),
      holders: text(
        "人事关系在该校、已占用的人；随人事关系调出的腾出一个；不写时学校的数目就是空余数",
        "Who with the relation at the school holds one; who leaves with the relation frees it; without it the number is what is free",
      ),
    },
  },
  linked: {
    title: text("夫妻照顾", "Couples"),
    does: text(
      "夫妻任教学校的距离不因交流比原来更远；期满返回不受此限",
      "Exchange takes the two of a couple no farther apart than they were; ended exchanges lead home all the same",
    ),
    params: {
      who: text(
        "夫妻双方都属于这些人的才照顾；自愿分开的在这里除外",
        "Couples of whom both are among these; who asks to go apart is left out here",
      ),
      withinMetres: text("相距多少米以内视为在一起", "Metres by road that count as together"),
      sameTownship: text("同一乡镇视为在一起", "One township counts as together"),
      bothOrNone: text("同去同留", "Both move or neither does"),
    },
  },
};
