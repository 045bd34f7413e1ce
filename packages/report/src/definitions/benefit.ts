import type { BenefitEntry } from "@lungang/core/policy";
import type { Benefits } from "@lungang/procedure";
import { benefitsOf } from "@lungang/procedure";
import { SOURCE_ID } from "../columns.ts";
import type { Source } from "../source.ts";
import type { ReportDefinition, RowSpec, TableSpec } from "../spec.ts";
import { FLAGS, STATUS } from "./benefit-words.ts";
import type { Finding } from "./benefit-roster.ts";
import { roster } from "./benefit-roster.ts";
import { conditionTables } from "./benefit-conditions.ts";
import { RULE, passRates } from "./pass-rates.ts";
import { column, count, sortedBy, tableOf, yesNo } from "../spec.ts";
import { text } from "../text.ts";

// prettier-ignore
const SOURCES = [
  "YL-21", "YL-22", "YL-23", "YL-24", "YL-25", "YL-27", "YL-28", "YL-31", "BN-10", "BN-11", "BN-12", "BN-13", "BN-14", "BQ-09",
  "BQ-10", "BQ-11", "BQ-12", "BQ-19", "BN-17", "GP-05", "ZW-07", "SC-07", "GX-05", "GX-06", "HL-21", "HL-22", "CX-03",
  "XC-21", "XC-22", "XC-23",
];

/** What exchange brings to people and what refusing costs. */
export const r19: ReportDefinition = {
  id: "R19",
  title: text("待遇与惩处名册", "Benefit and penalty roster"),
  sources: SOURCES,
  build: (source) => {
    if (source.policy.benefits === undefined)
      return { tables: [], missing: [text("政策的待遇部分", "benefits of the policy (benefits)")] };
    const { plan, eligibility, records } = source;
    const { conduct = [], reviews = [] } = records;
    const benefits = benefitsOf({ eligibility, plan, conduct, reviews });
    return {
      tables: [totals(benefits), ...rosters(benefits, source)],
      missing: missingOf(benefits, source),
    };
  },
};

function rosters(benefits: Benefits, source: Source): readonly TableSpec[] {
  return [
    ...conditionTables(benefits, source),
    posts(benefits, source),
    early(benefits, source),
    money(benefits, source),
    housing(benefits, source),
    pay(benefits, source),
    roster(
      {
        id: "preferences",
        title: ["评优晋级优先", "Preferred"],
        columns: [column("points", ["加分", "Points"], { type: "number" })],
      },
      benefits.preferences,
      { source, rowOf: ({ entry }) => ({ points: entry.points ?? null }) },
    ),
    passRates(benefits),
    penaltyRoster(benefits, source),
  ].flatMap((table) => table ?? []);
}

function posts({ higherPosts }: Benefits, source: Source) {
  const columns = [
    count("from", ["现岗位等级", "Grade now"]),
    count("to", ["高聘等级", "Grade during exchange"]),
    column("crosses", ["是否跨层级", "Crosses a class"]),
    column("until", ["至", "Until"], { type: "date" }),
  ];
  return roster({ id: "higherPosts", title: ["高聘一级", "Higher posts"], columns }, higherPosts, {
    source,
    rowOf: ({ from, to, crossesClass, until }) => ({ from, to, crosses: yesNo(crossesClass), until }),
  });
}

function early({ earlyPosts }: Benefits, source: Source) {
  const columns = [
    column("post", ["岗位", "Post"]),
    column("status", ["是否符合", "Status"]),
    count("needed", ["应满年数", "Years needed"]),
    count("have", ["已满年数", "Years"]),
    column("beyond", ["是否超岗位数（临时）", "Beyond the posts (temporary)"]),
  ];
  const names = { middle: text("中级岗位", "middle post"), senior: text("高级岗位", "senior post") };
  return roster({ id: "earlyPosts", title: ["提前使用岗位", "Early use of posts"], columns }, earlyPosts, {
    source,
    rowOf: ({ post, status, needed, have, beyondPosts }) => ({
      post: names[post],
      status: STATUS[status],
      needed,
      have,
      beyond: yesNo(status === "met" ? beyondPosts : null),
    }),
  });
}

function money({ allowances }: Benefits, source: Source) {
  const yuan = (key: string, header: readonly [string, string]) => column(key, header, { type: "number" });
  const columns = [
    yuan("factor", ["倍数", "Factor"]),
    yuan("monthly", ["每月（元）", "Monthly (yuan)"]),
    yuan("once", ["一次性（元）", "Once (yuan)"]),
    count("months", ["月数", "Months"]),
    yuan("total", ["合计（元）", "Total (yuan)"]),
  ];
  return roster({ id: "allowances", title: ["津贴补助", "Allowances"], columns }, allowances, {
    source,
    rowOf: ({ factor, monthlyYuan, onceYuan, months, totalYuan }) => ({
      factor,
      monthly: monthlyYuan,
      once: onceYuan,
      months,
      total: totalYuan,
    }),
  });
}

const GROUPS = {
  1: text("到农村交流", "exchanged to the country"),
  2: text("长期在农村", "long in the country"),
  3: text("其他", "others"),
} as const;

function housing({ housing: found }: Benefits, source: Source) {
  const columns = [
    column("at", ["住房学校", "Housed at"]),
    column("group", ["类别", "Group"]),
    count("rank", ["顺序", "Rank"]),
    column("housed", ["是否安排", "Housed"]),
  ];
  return roster({ id: "housing", title: ["周转房安排顺序", "Rooms"], columns }, found, {
    source,
    rowOf: ({ school, group, rank, housed }) => ({
      at: source.schoolName(source.county.schools[school]?.id),
      group: GROUPS[group],
      rank,
      housed: yesNo(housed),
    }),
  });
}

const PAY_RULES = {
  host: text("按接收学校所在地", "as at the host"),
  home: text("按原学校", "as at home"),
  post: text("按岗位类别", "by the type of post"),
} as const;

function pay({ pay: found }: Benefits, source: Source) {
  const columns = [column("basis", ["工资待遇", "Pay"]), column("at", ["执行学校", "School"])];
  return roster({ id: "pay", title: ["交流期间工资待遇", "Pay during exchange"], columns }, found, {
    source,
    rowOf: ({ rule, school }) => ({
      basis: PAY_RULES[rule],
      at: source.schoolName(source.county.schools[school]?.id),
    }),
  });
}

function penaltyRoster({ penalties }: Benefits, source: Source) {
  const columns = [
    column("on", ["日期", "On"], { type: "date" }),
    column("until", ["至", "Until"], { type: "date" }),
    column("flags", ["后果", "Consequences"]),
    column("deduct", ["扣发比例", "Deducted"]),
    column("cap", ["次年基础绩效上限", "Cap of next year's pay"]),
  ];
  return roster({ id: "penalties", title: ["惩处", "Penalties"], columns }, penalties, {
    source,
    rowOf: ({ on, until, flags, deductShare, capShare }) => ({
      on,
      until,
      flags: text(flags.map((flag) => FLAGS[flag].zh).join("、"), flags.map((flag) => FLAGS[flag].en).join(", ")),
      deduct: deductShare,
      cap: capShare,
    }),
  });
}

/** People by rule: the only part that the public sees, without penalties and with small counts held back. */
function totals(benefits: Benefits): TableSpec {
  const found: readonly Finding[] = [
    ...benefits.conditions.filter(({ status }) => status === "met"),
    ...benefits.higherPosts,
    ...benefits.earlyPosts.filter(({ status }) => status === "met"),
    ...benefits.allowances,
    ...benefits.housing.filter(({ housed }) => housed === true),
    ...benefits.pay,
    ...benefits.preferences,
  ];
  const counts = new Map<BenefitEntry, number>();
  for (const { entry } of found) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  const rows = [...counts].map(([entry, people]): RowSpec => ({ rule: entry.text, source: entry.source, people }));
  const columns = [RULE, SOURCE_ID, count("people", ["符合或享受人数", "People who meet or get it"], "count")];
  return tableOf(
    { id: "totals", title: ["符合或享受待遇人数", "People by rule"], columns },
    sortedBy(["source"], rows),
  );
}

function missingOf(benefits: Benefits, { records, policy }: Source) {
  const penal = (policy.benefits ?? []).some(({ on }) => on !== undefined);
  return [
    ...(benefits.conditions.some(({ status }) => status === "unknown")
      ? [text("部分人员的任教学校数或农村、薄弱学校年数", "schools or rural and weak years of some people")]
      : []),
    ...(benefits.allowances.some(({ totalYuan }) => totalYuan === null)
      ? [text("津贴补助标准", "amounts of allowances (monthlyYuan, onceYuan)")]
      : []),
    ...(benefits.housing.some(({ housed }) => housed === null)
      ? [text("部分学校可用周转房数", "rooms of some schools (roomsAvailable)")]
      : []),
    ...(benefits.passRates.some(({ met }) => met === null)
      ? [text("城乡双方的职称评审结果", "results of title reviews on both sides (records.reviews)")]
      : []),
    ...(penal && records.conduct === undefined
      ? [text("拒不交流等记录", "records of refusals (records.conduct)")]
      : []),
  ];
}
