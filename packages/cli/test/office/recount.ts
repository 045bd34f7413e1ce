import type { Cell, PlainBook } from "./plain-workbook.ts";

/**
 * Counts every number of a plan and its reports again, from the county and the roster as people left it: by the rules as
 * they stand in the county's text (DM-03 to DM-05, common aims), and by nothing of the program that made them.
 *
 * It knows counties of primary schools in the country, of teachers who are due after six years at their school up to the age
 * of fifty, and exchanges for two years that leave the relation at home.
 */

/** A row by the titles of its columns. */
type Row = Readonly<Record<string, Cell>>;

/** What people ask of a policy, as numbers. */
export interface Asked {
  readonly planYear: number;
  /** Least share of those who are due, by percent. */
  readonly quotaPercent: number;
}

/** Returns the rows of a sheet under its row of titles: the first with several cells. */
export function rowsOf(book: PlainBook, sheet: string): readonly Row[] {
  const rows = book.get(sheet) ?? [];
  const at = rows.findIndex((row) => row.filter((cell) => cell !== "").length > 1);
  const titles = rows[at] ?? [];
  return rows
    .slice(at + 1)
    .filter((row) => row.filter((cell) => cell !== "").length > 1)
    .map((row) => Object.fromEntries(titles.map((title, column) => [String(title), row[column] ?? ""])));
}

interface School {
  readonly id: string;
  readonly name: string;
  readonly establishment: number;
  readonly point: readonly [number, number];
}

interface Teacher {
  readonly id: string;
  readonly name: string;
  readonly school: string;
  readonly subject: string;
  readonly isDue: boolean;
  readonly years: number;
  readonly home: readonly [number, number];
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Days since 30 December 1899, as spreadsheets count them. */
const serial = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;

/** Everything that is counted of one county and one roster. */
export class Recount {
  readonly #asked: Asked;
  readonly #schools: readonly School[];
  readonly #teachers: readonly Teacher[];
  readonly #posts: readonly { readonly school: string; readonly subject: string; readonly heads: number }[];
  /** School that each person goes to, by id. */
  readonly goes: ReadonlyMap<string, string>;

  constructor(county: PlainBook, roster: readonly Row[], asked: Asked) {
    this.#asked = asked;
    this.#schools = rowsOf(county, "学校").map((row) => ({
      id: String(row["学校编号"]),
      name: String(row["学校名称"]),
      establishment: Number(row["编制数"]),
      point: [Number(row["纬度"]), Number(row["经度"])],
    }));
    this.#posts = rowsOf(county, "岗位").map((row) => ({
      school: String(row["学校"]),
      subject: String(row["学科"]),
      heads: Number(row["需要人数"]),
    }));
    this.#teachers = rowsOf(county, "人员").map((row) => this.#teacher(row));
    this.goes = new Map(roster.map((row) => [this.#idOf(row), this.#schoolOf(String(row["交流轮岗单位名称"])).id]));
  }

  #teacher(row: Row): Teacher {
    const { planYear } = this.#asked;
    const [born = 0, bornMonth = 0] = String(row["出生日期"]).split("-").map(Number);
    const [since = 0, month = 0] = String(row["到现校日期"]).split("-").map(Number);
    // Counted on the last day of August: who came on the first of September has completed the year.
    const years = planYear - since - (month > 9 ? 1 : 0);
    const age = planYear - born - (bornMonth > 8 ? 1 : 0);
    return {
      id: String(row["人员编号"]),
      name: String(row["姓名"]),
      school: String(row["人事关系学校"]),
      subject: String(row["任教学科"]).replace("(主)", ""),
      isDue: years >= 6 && age <= 50,
      years,
      home: [Number(row["居住地纬度"]), Number(row["居住地经度"])],
    };
  }

  #idOf(row: Row): string {
    const id = String(row["人员编号"]);
    const found = this.#teachers.find((one) => (id === "" ? one.name === row["姓名"] : one.id === id));
    if (found === undefined) throw new Error(`Nobody is ${id}${String(row["姓名"])}`);
    return found.id;
  }

  #schoolOf(named: string): School {
    const plain = named.replace(/\s/gu, "");
    const found = this.#schools.find(({ id, name }) => id === plain || name === plain);
    if (found === undefined) throw new Error(`No school is ${named}`);
    return found;
  }

  #who(id: string): Teacher {
    return this.#teachers.find((one) => one.id === id) as Teacher;
  }

  /** Metres by road: the great circle on a sphere of the mean radius, times 1.3. */
  metres(id: string): number {
    const { home } = this.#who(id);
    const { point } = this.#schoolOf(this.goes.get(id) ?? "");
    const [a, b, c, d] = [home[0], home[1], point[0], point[1]].map((degrees) => (degrees * Math.PI) / 180) as [
      number,
      number,
      number,
      number,
    ];
    // The spherical law of cosines would lose digits on a few kilometres; chords do not.
    const chord = [
      Math.cos(a) * Math.cos(b) - Math.cos(c) * Math.cos(d),
      Math.cos(a) * Math.sin(b) - Math.cos(c) * Math.sin(d),
      Math.sin(a) - Math.sin(c),
    ];
    return Math.round(2 * 6_371_008.8 * Math.asin(Math.hypot(...chord) / 2) * 1.3);
  }

  #moving(from?: string, to?: string): readonly Teacher[] {
    return [...this.goes]
      .filter(([id, school]) => (from ?? this.#who(id).school) === this.#who(id).school && (to ?? school) === school)
      .map(([id]) => this.#who(id));
  }

  #before(school: string, subject?: string): number {
    return this.#teachers.filter((one) => one.school === school && (subject ?? one.subject) === one.subject).length;
  }

  #after(school: string, subject?: string): number {
    const of = (people: readonly Teacher[]) => people.filter((one) => (subject ?? one.subject) === one.subject).length;
    return this.#before(school, subject) - of(this.#moving(school)) + of(this.#moving(undefined, school));
  }

  /** Heads that the posts of a school lack, or one of its subjects. */
  #short(school: string, count: "before" | "after", subject?: string): number {
    const posts = this.#posts.filter((post) => post.school === school && (subject ?? post.subject) === post.subject);
    const heads = (of: string) => (count === "before" ? this.#before(school, of) : this.#after(school, of));
    return sum(posts.map((post) => Math.max(0, post.heads - heads(post.subject))));
  }

  #shortAll(count: "before" | "after"): number {
    return sum(this.#schools.map(({ id }) => this.#short(id, count)));
  }

  /** How far schools stand from their establishment. */
  #off(count: "before" | "after", side: 1 | -1): number {
    const heads = (id: string) => (count === "before" ? this.#before(id) : this.#after(id));
    return sum(this.#schools.map(({ id, establishment }) => Math.max(0, side * (heads(id) - establishment))));
  }

  #due(school?: string): readonly Teacher[] {
    return this.#teachers.filter((one) => one.isDue && (school ?? one.school) === one.school);
  }

  #quota(): number {
    return Math.ceil((this.#due().length * this.#asked.quotaPercent) / 100);
  }

  /** What schools send beyond their part of the quota. */
  #unfair(): number {
    const part = (school: string) => Math.ceil((this.#quota() * this.#due(school).length) / this.#due().length);
    return sum(this.#schools.map(({ id }) => Math.max(0, this.#moving(id).length - part(id))));
  }

  #missingYears(): number {
    return sum(this.#moving().map(({ years }) => Math.max(0, 20 - years)));
  }

  /** Metres by hundreds, a part of one counting whole. */
  #nearness(): number {
    return sum([...this.goes.keys()].map((id) => Math.ceil(this.metres(id) / 100) * 100));
  }

  /** Schools and subjects that had somebody who teaches them, and still have. */
  #protected(): number {
    const pairs = this.#schools.flatMap(({ id }) => ["语文", "数学"].map((subject) => [id, subject] as const));
    return pairs.filter(([id, subject]) => this.#before(id, subject) > 0 && this.#after(id, subject) > 0).length;
  }

  /** Values of the entries of the policy by source and sense, with what is asked. */
  #measures(): Readonly<Record<string, readonly [number, number]>> {
    const moves = this.goes.size;
    const equal = (value: number) => [value, value] as const;
    return {
      "DM-10 不低于": [0, 0],
      "GP-04 不高于": equal(this.#shortAll("after")),
      "XR-08 不高于": equal(this.#off("after", 1) + this.#off("after", -1)),
      "DM-06 不低于": [0, 0],
      "方案保护 不低于": equal(this.#protected()),
      "DM-07 不低于": [0, 0],
      "DM-04 不低于": [moves, this.#quota()],
      "DM-04 不高于": [moves, this.#quota()],
      "DM-05 不低于": [moves, Math.ceil(moves * 0.3)],
      "GP-02 不高于": equal(this.#nearness()),
      "DM-10 不高于": [0, 0],
      "DM-03 不高于": equal(this.#missingYears()),
      "IP-01 不高于": equal(this.#unfair()),
      "GP-03 不高于": equal(moves),
    };
  }

  /** Values of the levels in their order. */
  levels(): readonly number[] {
    const burden = this.#missingYears() + this.#unfair();
    const off = this.#off("after", 1) + this.#off("after", -1);
    return [0, this.#shortAll("after"), off, 0, this.#nearness(), burden, this.goes.size];
  }

  #ofSchool(named: Cell): School & { readonly sends: number; readonly takes: number } {
    const school = this.#schoolOf(String(named));
    return { ...school, sends: this.#moving(school.id).length, takes: this.#moving(undefined, school.id).length };
  }

  /** What every sheet has to say, row by row; a row is `undefined` where nothing is known of it. */
  readonly sheets: Readonly<Record<string, (row: Row) => Readonly<Record<string, number>> | undefined>> = {
    交流轮岗人员名册: (row) => ({
      ...this.#term(),
      "距离（公里）": row["人员编号"] === undefined ? 0 : this.metres(String(row["人员编号"])) / 1000,
    }),
    指标完成情况: (row) => {
      const source = String(row["依据"]).split(" ")[0] ?? "";
      const [value = Number.NaN, target = Number.NaN] = this.#measures()[`${source} ${String(row["要求"])}`] ?? [];
      return { 完成: value, 标准: target };
    },
    学校前后对比: (row) => {
      if (row["学校名称"] === "合计") return this.#ledgers(this.#schools.map((school) => this.#ledger(school.name)));
      return this.#ledger(row["学校名称"] ?? "");
    },
    岗位缺员: (row) => this.#gap(row, "学校名称", "需要人数"),
    编制目标及完成情况: (row) => {
      const value = this.levels()[Number(row["先后"]) - 1] ?? Number.NaN;
      const shown = row["单位"] === "公里" ? value / 1000 : value;
      return { 先后: Number(row["先后"]), 本方案: shown, 理论最好值: Number.NaN, 相差: Number.NaN };
    },
    目录: (row) => ({ 行数: Number(row["行数"]) }),
    "交流安排表（附件1）": (row) => {
      if (row["学校"] === "合计") return this.#arrangement(this.#due().length, this.goes.size, this.goes.size);
      const { id, sends, takes } = this.#ofSchool(row["学校"] ?? "");
      return this.#arrangement(this.#due(id).length, sends, takes);
    },
    "人员名册（附件2）": () => this.#term(),
    规定与完成: (row) => {
      const [value = Number.NaN, target = Number.NaN] =
        this.#measures()[`${row["依据"] ?? ""} ${row["要求"] ?? ""}`] ?? [];
      const due = this.#due().length;
      // Only the quota has a base: all others of the policy are numbers or moves among themselves.
      const ofBase = row["规定比例"] === "25%" ? { 基数: due, 实际比例: this.goes.size / due } : {};
      return { 实际: value, 目标: target, ...ofBase };
    },
    "分学段、片区和学校": (row) => {
      const isSchool = row["范围"] === "学校";
      const { id, sends } = isSchool ? this.#ofSchool(row["名称"] ?? "") : { id: undefined, sends: this.goes.size };
      const due = this.#due(id).length;
      return {
        符合条件人数: due,
        其中不纳入: 0,
        基数: due,
        交流人数: sends,
        比例: sends / due,
        其中骨干: sends,
        骨干比例: 1,
      };
    },
    不纳入人数: () => ({ 人数: 0 }),
    校长交流年度统计: () => this.#directions(0, { 在任人数: 0, 其中挂职: 0 }),
    教师交流年度统计: () =>
      this.#directions(this.goes.size, { 义务教育专任教师总数: this.#teachers.length, 合计: this.goes.size }),
    学校基本情况: () => ({
      城区: 0,
      镇区: 0,
      乡村: this.#schools.length,
      边远艰苦地区: 0,
      区域不明: 0,
      合计: this.#schools.length,
    }),
    教职工基本情况: (row) => {
      const all = ["全县", "义务教育", "小学（含一贯制）"].includes(String(row["范围"])) ? this.#teachers.length : 0;
      return { 公办: all, 临聘: 0, 合计: all };
    },
    骨干和荣誉: () => ({ 人数: 0 }),
    "乡镇内支教和调岗（按年度）": () => ({ ...this.#aid(), 开展乡镇内支教的乡镇: 0, 实行末位调岗的乡镇: 0 }),
    "乡镇内支教和调岗（按乡镇）": () => this.#aid(),
    交流形式结构: () => ({
      年度: this.#asked.planYear,
      人次: this.goes.size,
      人事关系转移: 0,
      人事关系不转移: this.goes.size,
    }),
    各校人数: (row) => {
      const { id, sends, takes } = this.#ofSchool(row["学校"] ?? "");
      const stay = this.#before(id) - sends;
      return { 留任人数: stay, 变动人数: takes, 合计: stay + takes };
    },
    "人员安排（内部）": () => ({ 期限至: this.#term().结束日期 }),
    变动人员: () => ({ 期限至: this.#term().结束日期 }),
    学校核定: (row) => {
      const { id, establishment } = this.#ofSchool(row["学校"] ?? "");
      return {
        编制数: establishment,
        岗位数: sum(this.#posts.filter((post) => post.school === id).map(({ heads }) => heads)),
        人事关系人数: this.#before(id),
        "在岗人数（前）": this.#before(id),
        "在岗人数（后）": this.#after(id),
        "超编（+）缺编（-）": this.#after(id) - establishment,
        学科缺口: this.#short(id, "after"),
      };
    },
    学科缺口: (row) => this.#gap(row, "学校", "需要"),
    登记表: () => ({ ...this.#term(), 出生日期: serial(1980, 5, 5) }),
    学校指标: (row) => {
      const { sends, takes } = this.#ofSchool(row["学校"] ?? "");
      return { 派出人数: sends, 接收人数: takes };
    },
    聘任名单和公示日程: () => this.#term(),
    "不纳入人数（2）": () => ({ 人数: 0 }),
    考核等次人数: () => ({ 人数: 0 }),
    "期满返回、延长和留任预测": (row) => {
      const { sends } = this.#ofSchool(row["人事关系学校"] ?? "");
      return { 年份: this.#asked.planYear + 2, 期满人数: sends, 返回: sends, 延长: 0, 留任: 0 };
    },
    派出学校计划: (row) => {
      const { id, establishment, sends } = this.#ofSchool(row["派出学校"] ?? "");
      return { 派出人数: sends, 上挂补充人数: 0, "超编（+）缺编（-）": this.#before(id) - establishment };
    },
    缺员和超编人数: (row) => {
      const of = (count: "before" | "after") =>
        ({ "超编（人）": this.#off(count, 1), "缺编（人）": this.#off(count, -1) })[String(row["指标"])] ??
        this.#shortAll(count);
      return { 交流前: of("before"), 交流后: of("after") };
    },
  };

  /** First and last day of an exchange of two years. */
  #term() {
    const { planYear } = this.#asked;
    const [start, end] = [serial(planYear, 9, 1), serial(planYear + 2, 8, 31)];
    return { 开始年月: start, 结束年月: end, 开始日期: start, 结束日期: end };
  }

  #gap(row: Row, schoolTitle: string, neededTitle: string) {
    const { id } = this.#ofSchool(row[schoolTitle] ?? "");
    const subject = String(row["学科"]);
    const needed = this.#posts.find((post) => post.school === id && post.subject === subject)?.heads ?? Number.NaN;
    return {
      [neededTitle]: needed,
      交流前: this.#before(id, subject),
      交流后: this.#after(id, subject),
      缺口: this.#short(id, "after", subject),
      调配前: this.#before(id, subject),
      调配后: this.#after(id, subject),
      缺员: this.#short(id, "after", subject),
    };
  }

  #ledger(named: Cell): Readonly<Record<string, number>> {
    const { id, establishment, sends, takes } = this.#ofSchool(named);
    const [before, after] = [this.#before(id), this.#after(id)];
    return {
      编制数: establishment,
      调配前人事关系: before,
      调配后人事关系: before,
      调配前在岗: before,
      调配后在岗: after,
      交流出: sends,
      交流入: takes,
      缺员: this.#short(id, "after"),
    };
  }

  #ledgers(all: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
    const titles = Object.keys(all[0] ?? {});
    return Object.fromEntries(titles.map((title) => [title, sum(all.map((ledger) => ledger[title] ?? 0))]));
  }

  #arrangement(due: number, sends: number, takes: number) {
    return { 符合交流条件人数: due, 派出人数: sends, 其中骨干: sends, 其中校长副校长: 0, 接收人数: takes, 期满返回: 0 };
  }

  /** All schools lie in the country. */
  #directions(within: number, more: Readonly<Record<string, number>>) {
    const none = { 城镇到乡村: 0, 乡村到城镇: 0, 城镇之间: 0, 方向不明: 0 };
    return { 年度: this.#asked.planYear, ...none, 乡村之间: within, ...more };
  }

  /** Everybody rotates: nobody is sent to support, and nobody as the last of a ranking. */
  #aid() {
    return { 年度: this.#asked.planYear, 派出支教教师: 0, 末位调岗人数: 0 };
  }

  /** How many rows sheets have in which only what is short, or who moves, is listed. */
  rows(): Readonly<Record<string, number>> {
    const short = this.#posts.filter((post) => this.#short(post.school, "after", post.subject) > 0).length;
    return {
      交流轮岗人员名册: this.goes.size,
      学校前后对比: this.#schools.length + 1,
      岗位缺员: short,
      "人员名册（附件2）": this.goes.size,
      学科缺口: short,
    };
  }
}

/** What was found in a workbook: how many numbers were as counted, and what was not. */
export interface Compared {
  readonly numbers: number;
  readonly wrong: readonly string[];
}

/** Compares every number of a workbook with what is counted; a number that nobody counts is wrong as well. */
export function compareNumbers(book: PlainBook, recount: Recount): Compared {
  const wrong: string[] = [];
  let numbers = 0;
  for (const name of book.keys()) {
    const rows = rowsOf(book, name);
    const asked = recount.rows()[name];
    if (asked !== undefined && asked !== rows.length) wrong.push(`${name}: ${rows.length} rows for ${asked}`);
    for (const row of rows) {
      const expected = recount.sheets[name]?.(row) ?? {};
      for (const [title, cell] of Object.entries(row)) {
        if (typeof cell !== "number") continue;
        numbers++;
        const right = expected[title];
        // Spreadsheets keep fifteen digits.
        if (right === undefined || Math.abs(cell - right) > 1e-9 * Math.max(1, Math.abs(right)))
          wrong.push(`${name} ${JSON.stringify(row)}: ${title} is ${cell}, counted ${right ?? "by nobody"}`);
      }
    }
  }
  return { numbers, wrong };
}
