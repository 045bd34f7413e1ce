import type { Text } from "@lungang/core";
import { kilometres } from "@lungang/core/plan";
import { text } from "../text.ts";
import type { Ground } from "./ground.ts";
import { SMALLEST_COUNT } from "../privacy.ts";
import { joined } from "./ground.ts";
import type { Decision, Figure, RuleLine } from "./page.ts";

const PEOPLE = text("人", "people");
const HEADS = text("个", "posts");

/** Returns what the plan reaches, in one sentence. */
export function goodText({ overview }: Ground, rules: readonly RuleLine[]): Text {
  const hard = rules.filter((rule) => rule.hard);
  const missed = hard.filter(({ met }) => !met).length;
  const { before, after } = overview.missing;
  const zh =
    missed === 0 ? "必须达到的比例和人数全部达到" : `规定的 ${hard.length} 项要求达到 ${hard.length - missed} 项`;
  const en =
    missed === 0
      ? "All required shares and numbers are reached"
      : `${hard.length - missed} of ${hard.length} requirements are reached`;
  const soft = rules.filter((rule) => !rule.hard && !rule.met).length;
  const also =
    soft === 0 ? text("", "") : text(`，“原则上”和鼓励类的有 ${soft} 项没有达到`, `, ${soft} that do not bind are not`);
  const moved =
    after < before
      ? text(`岗位缺员由 ${before} 个减到 ${after} 个`, `posts short of people fall from ${before} to ${after}`)
      : after === before
        ? text(`岗位缺员仍为 ${after} 个`, `posts short of people stay at ${after}`)
        : text(`岗位缺员由 ${before} 个增到 ${after} 个`, `posts short of people rise from ${before} to ${after}`);
  return text(`${zh}${also.zh}；${moved.zh}。`, `${en}${also.en}; ${moved.en}.`);
}

/** Returns what gets worse or is missed, in one sentence; nothing where nothing does. */
export function badText({ overview }: Ground, rules: readonly RuleLine[]): Text | null {
  const { grown, grownAt } = overview.missing;
  const emptied = new Set(overview.emptied.map(({ school }) => school)).size;
  const missed = rules.filter((rule) => rule.hard && !rule.met).length;
  const parts: Text[] = [];
  if (missed > 0) parts.push(text(`有 ${missed} 项规定没有达到`, `requirements missed: ${missed}`));
  if (grown > 0)
    parts.push(
      text(
        `${grownAt.length} 所学校新增缺员 ${grown} 个`,
        `${schoolsText(grownAt.length)} short of ${grown} more people`,
      ),
    );
  if (emptied > 0)
    parts.push(
      text(`${emptied} 所学校有学科将没有专任教师`, `${schoolsText(emptied)} left without a teacher in a subject`),
    );
  const gaps = overview.changes.filter(
    (one) => one.change === "worse" && /^(?:backbone|senior)Cv\./u.test(one.indicator),
  );
  if (gaps.some(({ before, after }) => after.toFixed(2) !== before.toFixed(2)))
    parts.push(text("校际教师差距有所扩大（见下方指标）", "gaps between schools grow (see the indicators below)"));
  if (parts.length === 0) return null;
  const list = joined(parts, "，", ", and ");
  return text(`但 ${list.zh}。`, `But ${list.en}.`);
}

function schoolsText(count: number): string {
  return count === 1 ? "1 school is" : `${count} schools are`;
}

/** Returns the numbers of the first screen. */
export function figuresOf(ground: Ground, rules: readonly RuleLine[]): readonly Figure[] {
  const { exchanged, recruits, returned, settled, missing } = ground.overview;
  const moved = exchanged + recruits + returned;
  const fewer = publishedCount(settled, ground);
  const stays = settled === 0 ? text("", "") : text(`　期满留任 ${fewer.zh}`, `, ${fewer.en} stay for good`);
  const quota = rules.find(({ base }) => base !== null);
  return [
    figure(text("本年度变动", "Changes this year"), [`${moved}`, PEOPLE], {
      note: text(
        `交流 ${exchanged}　新招聘 ${recruits}　期满返回 ${returned}${stays.zh}`,
        `${exchanged} exchange, ${recruits} recruits, ${returned} return${stays.en}`,
      ),
    }),
    figure(text("交流人数", "People who exchange"), [`${exchanged}`, PEOPLE], {
      note: quota === undefined ? text("政策没有规定比例", "The policy sets no share") : quotaNote(quota),
    }),
    {
      ...figure(text("岗位缺员", "Posts short"), [`${missing.after}`, HEADS], { note: changeNote(missing) }),
      before: `${missing.before}`,
    },
    figure(text("新增缺员", "Newly short"), [`${missing.grown}`, HEADS], {
      note:
        missing.grown === 0
          ? text("没有学校因此新增缺员", "No school becomes short")
          : text(
              `${missing.grownAt.length} 所学校；全部列在下方`,
              `${missing.grownAt.length} schools; all listed below`,
            ),
      isWorse: missing.grown > 0,
    }),
    distanceFigure(ground, rules),
  ];
}

/** Who stays is on no published list: of a few not even the number is told. */
function publishedCount(count: number, { isPublic, policy }: Ground): Text {
  const least = policy.reports?.smallestCount ?? SMALLEST_COUNT;
  if (!isPublic || count >= least) return text(`${count}`, `${count}`);
  return text(`不足 ${least}`, `fewer than ${least}`);
}

function figure(
  label: Text,
  [value, unit]: readonly [string, Text],
  { note, isWorse = false }: { readonly note: Text; readonly isWorse?: boolean },
): Figure {
  return { label, value, unit, note, isWorse };
}

function quotaNote({ value, target }: RuleLine): Text {
  return text(`计入比例 ${value} 人，要求 ${target} 人`, `${value} count towards the quota of ${target}`);
}

function changeNote({ before, after }: { readonly before: number; readonly after: number }): Text {
  if (after === before) return text("与调配前相同", "the same as before");
  const by = Math.abs(after - before);
  return after < before ? text(`减少 ${by} 个`, `${by} fewer`) : text(`增加 ${by} 个`, `${by} more`);
}

/** Distances from home are for the bureau; the public sees how many rules are met. */
function distanceFigure({ isPublic, overview, names }: Ground, rules: readonly RuleLine[]): Figure {
  const { meanMetres, farthest } = overview.distances;
  if (isPublic || meanMetres === null || farthest === null) {
    const met = rules.filter((rule) => rule.met).length;
    const note = text(`共 ${rules.length} 项规定有数量要求`, `of ${rules.length} rules with a number`);
    return figure(text("达到的规定", "Rules reached"), [`${met}`, text("项", "rules")], { note });
  }
  const name = names.person(farthest.person);
  const far = kilometres(farthest.metres);
  return figure(text("交流平均路程", "Mean distance"), [kilometres(meanMetres), text("公里", "km")], {
    note: text(`最远 ${far} 公里，${name}`, `farthest ${far} km, ${name}`),
  });
}

/** Returns what the bureau has to decide; nothing of it is for the public. */
export function decisionsOf(ground: Ground, rules: readonly RuleLine[]): readonly Decision[] {
  if (ground.isPublic) return [];
  return [...missedRules(rules), ...emptiedPosts(ground), ...withoutSlack(rules), ...volunteers(ground)];
}

function missedRules(rules: readonly RuleLine[]): readonly Decision[] {
  return rules
    .filter((rule) => rule.hard && !rule.met)
    .map(({ title, shown }) => ({
      title: text("有规定没有达到，是否接受？", "A rule is missed: accept it?"),
      text: text(`${title.zh}：${shown.zh}。`, `${title.en}: ${shown.en}.`),
    }));
}

function emptiedPosts({ overview, names }: Ground): readonly Decision[] {
  const { emptied } = overview;
  if (emptied.length === 0) return [];
  const schools = new Set(emptied.map(({ school }) => school)).size;
  const list = joined(
    emptied.map(({ school, post, before }) => {
      const [at, what] = [names.school(school), names.post(post)];
      return text(`${at}${what.zh}（${before} → 0 人）`, `${at}, ${what.en} (${before} to 0)`);
    }),
    "；",
    "; ",
  );
  return [
    {
      title: text(
        `${schools} 所学校有学科没有专任教师，是否接受？`,
        `${schoolsText(schools)} left without a teacher in a subject: accept it?`,
      ),
      text: text(`${list.zh}。`, `${list.en}.`),
    },
  ];
}

function withoutSlack(rules: readonly RuleLine[]): readonly Decision[] {
  const tight = rules.filter(({ hard, met, isShare, value, target }) => hard && met && isShare && value === target);
  if (tight.length === 0) return [];
  const list = joined(
    tight.map(({ title, value, target }) =>
      text(`${title.zh}（${value}／${target}）`, `${title.en} (${value}/${target})`),
    ),
    "；",
    "; ",
  );
  return [
    {
      title: text("有的比例没有余量", "Some shares have no slack"),
      text: text(
        `${list.zh}。有一人不能到岗即达不到，建议确定候补人选。`,
        `${list.en}. One person who does not go would miss it: name substitutes.`,
      ),
    },
  ];
}

function volunteers({ overview }: Ground): readonly Decision[] {
  const { applied, placed, withoutPost, waiting } = overview.volunteers;
  if (applied === placed) return [];
  return [
    {
      title: text(`自愿申请 ${applied} 人，安排 ${placed} 人`, `${applied} applied, ${placed} go`),
      text: text(
        `没有合适岗位 ${withoutPost} 人，未排到 ${waiting} 人。是否列入下年度优先安排？`,
        `${withoutPost} have no fitting post, ${waiting} were not chosen. Put them first next year?`,
      ),
    },
  ];
}
