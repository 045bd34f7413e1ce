#!/usr/bin/env python3
"""Counts what the reports of a plan say a second time, from the workbook of the county and the lines of the plan alone.

    python3 scripts/count/count_reports.py COUNTY.xlsx PLAN.json REPORTS.json [POLICY]

REPORTS.json is what `lungang report PLAN.json --json` printed, of a plan under POLICY (`yulin-notice` or `detailed-measures`;
the first where none is named) without --public. Nothing of the program is used: no module, no figure of the plan but its
moves and returns. Prints a line for every table and what differs; exits with 1 where something does.

What is read of the notice, in the words of docs/rulebook.md: YL-02 and YL-03 (who is due), YL-08 and YL-09 (who is exempt),
YL-06 and YL-07 (rates of the due less the exempt), YL-17 (ends of exchanges); and of the measures: DM-01 (schools), DM-03 (who
is due), DM-09 (who is exempt), DM-05 (who counts as famous), DM-07 (recruits count). Standard library only.
"""

import json
import math
import re
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter, defaultdict
from datetime import date, timedelta

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_book(path):
    """Returns the sheets of a workbook as lists of rows by header."""
    with zipfile.ZipFile(path) as book:
        strings = []
        if "xl/sharedStrings.xml" in book.namelist():
            for entry in ET.fromstring(book.read("xl/sharedStrings.xml")).findall(SHEET + "si"):
                strings.append("".join(part.text or "" for part in entry.iter(SHEET + "t")))
        names = [one.get("name") for one in ET.fromstring(book.read("xl/workbook.xml")).iter(SHEET + "sheet")]
        sheets = {}
        for number, name in enumerate(names, 1):
            table = [
                {re.match("[A-Z]+", cell.get("r")).group(): value_of(cell, strings) for cell in row.iter(SHEET + "c")}
                for row in ET.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(SHEET + "row")
            ]
            header = table[0] if table else {}
            sheets[name] = [{header[at]: value for at, value in row.items() if at in header} for row in table[1:]]
        return sheets


def value_of(cell, strings):
    kind, value = cell.get("t"), cell.find(SHEET + "v")
    if kind == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(SHEET + "t")) or None
    if value is None or value.text is None:
        return None
    return strings[int(value.text)] if kind == "s" else value.text


def day(value):
    """A day of a workbook: the number of days since 1899-12-30, or a text."""
    if value is None:
        return None
    if re.fullmatch(r"\d+(\.0)?", value):
        return date(1899, 12, 30) + timedelta(days=int(float(value)))
    return date.fromisoformat(value)


def whole(value):
    return None if value is None else int(float(value))


def years_between(first, last):
    """Full years with the last day included: 2018-09-01 to 2024-08-31 are six."""
    end = last + timedelta(days=1)
    return end.year - first.year - ((end.month, end.day) < (first.month, first.day))


def age_on(born, when):
    return when.year - born.year - ((when.month, when.day) < (born.month, born.day))


def codes(value):
    return [part for part in re.split(r"[、,，;；\s]+", value or "") if part]


STAGES = {
    "幼儿园": {"幼儿园"},
    "小学": {"小学"},
    "初中": {"初中"},
    "九年一贯制学校": {"小学", "初中"},
    "高中": {"高中"},
    "完全中学": {"初中", "高中"},
    "中等职业学校": {"中职"},
    "特殊教育学校": {"特殊教育"},
}
STAGE_ORDER = ["幼儿园", "小学", "初中", "高中", "中职", "特殊教育"]
TOWN = {"城区", "镇区"}
BACKBONE = {"特级教师", "教学能手", "学科带头人", "名师", "国家级骨干教师", "省级骨干教师", "市级骨干教师", "县级骨干教师"}
HONOURS = ["特级教师", "教学能手", "学科带头人", "名师", "国家级骨干教师", "省级骨干教师", "市级骨干教师", "县级骨干教师", "模范教师", "优秀教师"]
TEACHERS = {"专任教师", "中层干部", "后备干部"}


class Notice:
    """What the Yulin notice says of schools and people."""

    stages = {"小学", "初中"}
    exempt = {"孕期", "哺乳期", "重大疾病", "长期病假"}
    recruits_count = False

    def deferred(self, county, person, held):
        """YL-08: three years at most."""
        return "特色课程负责人" in held and (whole(county.people[person].get("已延缓年数")) or 0) < 3

    def leader_due(self, county, person, age, male):
        """YL-03: by years in office, not at village schools."""
        village = (county.schools[county.works(person)].get("学校层级") or "") in {"村小", "教学点"}
        return not village and age <= (55 if male else 50) and county.leader_years(person) >= 8

    def strong(self, county, person):
        return bool(county.honours(person) & BACKBONE)


class Measures:
    """What the detailed measures say of schools and people."""

    stages = {"幼儿园", "小学", "初中", "高中"}
    exempt = {"孕期", "产假", "哺乳期", "重大疾病", "长期病假", "其他经批准情形"}
    recruits_count = True

    def deferred(self, county, person, held):
        return False

    def leader_due(self, county, person, age, male):
        """DM-03: leaders are full-time teachers of their school."""
        return county.teacher_due(person, age, male)

    def strong(self, county, person):
        """DM-05: famous teachers, and senior and level-1 teachers; one person once."""
        famous = county.honours(person) & {"特级教师", "教学能手", "学科带头人", "名师"}
        return bool(famous) or county.people[person].get("职称") in {"一级教师", "小学高级教师", "高级教师", "正高级教师"}


POLICIES = {"yulin-notice": Notice(), "detailed-measures": Measures()}
OFFICES = {"校长": "校长", "副校长": "副校长"}
AREAS = ["城区", "镇区", "乡村", "边远艰苦地区"]
FORMS = {"支教": "support", "下派": "down", "末位调岗": "lastPlace", "国培置换": "replacement", "挂职": "attach"}
# Forms of a plan are codes.
SUPPORT = {"support", "down"}


SCHOOL_COLUMNS = ["学校", "人事关系学校", "现任教学校", "原学校", "交流学校"]


def with_ids(book, schools):
    """People write schools by name: every column of schools gets the id in its place, where one school alone has the name."""
    named = defaultdict(list)
    for school, row in schools.items():
        named[row["学校名称"]].append(school)
    for rows in book.values():
        for row in rows:
            for column in SCHOOL_COLUMNS:
                value = row.get(column)
                if value not in schools and len(named.get(value, [])) == 1:
                    row[column] = named[value][0]


class County:
    """The county of a workbook, under the dates of both policies: years count on 31 August, exchanges begin on 1 September."""

    def __init__(self, book, policy):
        self.policy = policy
        facts = {row.get("项目"): row.get("内容") for row in book["基本信息"]}
        self.name = facts["县（区）名称"]
        self.year = whole(facts["方案年度"])
        self.cutoff, self.start = date(self.year, 8, 31), date(self.year, 9, 1)
        self.schools = {row["学校编号"]: row for row in book["学校"]}
        with_ids(book, self.schools)
        self.people = {row["人员编号"]: row for row in book["人员"]}
        self.posts = book["岗位"]
        self.groups = {row["分组编号"]: row for row in book.get("分组", [])}
        self.offices, self.exchanges, self.statuses = defaultdict(list), defaultdict(list), defaultdict(list)
        for row in book.get("任职经历", []):
            self.offices[row["人员编号"]].append(row)
        for row in book.get("交流经历", []):
            self.exchanges[row["人员编号"]].append(row)
        for row in book.get("状态", []):
            self.statuses[row["人员编号"]].append(row)

    # Places

    def scope(self, school):
        row = self.schools.get(school)
        return row is not None and (row.get("办学性质") or "公办") == "公办" and bool(STAGES[row["学校类型"]] & self.policy.stages)

    def works(self, person):
        row = self.people[person]
        return row.get("现任教学校") or row.get("人事关系学校")

    def home(self, person):
        return self.people[person].get("人事关系学校")

    def area(self, school):
        return (self.schools.get(school) or {}).get("区域类型")

    def direction(self, start, end):
        a, b = self.area(start), self.area(end)
        if a is None or b is None:
            return "unknown"
        return ("town" if a in TOWN else "country") + ("Town" if b in TOWN else "Country")

    # People

    def established(self, person):
        row = self.people[person]
        return (row.get("编制性质") or "在编") == "在编" and row.get("在岗") != "否"

    def current(self, person):
        """The exchange on which somebody is away."""
        there = [one for one in self.exchanges[person] if one["交流学校"] == self.works(person)]
        return max(there, key=lambda one: day(one["结束日期"]), default=None)

    def standing(self, person):
        works, home = self.works(person), self.home(person)
        if works is None:
            return "recruit"
        if not self.scope(works) or not self.established(person):
            return "out"
        if works != home:
            record = self.current(person)
            running = record is None or day(record["结束日期"]) >= self.start
            return "running" if running else "returning"
        return "there"

    def holds(self, status):
        first, last = day(status.get("开始日期")), day(status.get("结束日期"))
        return status.get("已批准") != "否" and (first is None or first <= self.cutoff) and (last is None or last >= self.cutoff)

    def exempt(self, person):
        held = {one["状态"] for one in self.statuses[person] if self.holds(one)}
        return bool(held & self.policy.exempt) or self.policy.deferred(self, person, held)

    def honours(self, person):
        return set(codes(self.people[person].get("荣誉称号")))

    def leader_years(self, person):
        """Years as head or vice head of the home school without a break of more than a month."""
        periods = sorted(
            (
                (day(one["开始日期"]), min(day(one.get("结束日期")) or self.cutoff, self.cutoff))
                for one in self.offices[person]
                if one["职务"] in OFFICES
                and (one.get("学校") or self.home(person)) == self.home(person)
                and day(one["开始日期"]) <= self.cutoff
            ),
            key=lambda period: period[1],
            reverse=True,
        )
        begun = None
        for first, last in periods:
            if last + timedelta(days=31) < (begun or self.cutoff):
                break
            begun = first if begun is None else min(begun, first)
        return 0 if begun is None else years_between(begun, self.cutoff)

    def due(self, person):
        """YL-02 and YL-03, DM-03."""
        if self.standing(person) != "there":
            return False
        row = self.people[person]
        age, male = age_on(day(row["出生日期"]), self.cutoff), row["性别"] == "男"
        if row["人员类别"] in OFFICES:
            return self.policy.leader_due(self, person, age, male)
        return row["人员类别"] in TEACHERS and self.teacher_due(person, age, male)

    def teacher_due(self, person, age, male):
        """Six full years at the school, counted anew after an exchange that ended."""
        row = self.people[person]
        if row.get("到现校日期") is None:
            return False
        begun = day(row["到现校日期"])
        for one in self.exchanges[person]:
            if day(one["结束日期"]) <= self.cutoff:
                begun = max(begun, day(one["结束日期"]) + timedelta(days=1))
        return age <= (50 if male else 45) and years_between(begun, self.cutoff) >= 6

    def rank_on(self, person, when):
        held = [
            one
            for one in self.offices[person]
            if one["职务"] in OFFICES and day(one["开始日期"]) <= when and (day(one.get("结束日期")) or when) >= when
        ]
        if held:
            return max(held, key=lambda one: day(one["开始日期"]))["职务"]
        kind = self.people[person]["人员类别"]
        return kind if kind in OFFICES else None


class Counted:
    """Everything that the reports tell, counted from the county and the lines of the plan."""

    def __init__(self, county, plan):
        self.county, self.plan = county, plan
        self.moves = [one for one in plan["moves"] if one["from"] != one["to"]]
        self.after = {person: county.works(person) for person in county.people}
        for one in plan["moves"] + plan["returns"]:
            self.after[one["person"]] = one["to"]
        # Recruits have a form of their own.
        self.counted = [one for one in self.moves if one["form"] != "recruit" or county.policy.recruits_count]
        # Documents list schools as their sheet does.
        self.scope = [school for school in county.schools if county.scope(school)]

    def backbone(self, move):
        return self.county.policy.strong(self.county, move["person"])

    def is_leader(self, move):
        return self.county.people[move["person"]]["人员类别"] in OFFICES

    def label(self, school):
        return self.county.schools[school]["学校名称"]

    def r1(self):
        rows = []
        for school in self.scope:
            sent = [one for one in self.moves if one["from"] == school]
            rows.append(
                [
                    self.label(school),
                    sum(self.county.due(person) for person in self.county.people if self.county.works(person) == school),
                    len(sent),
                    sum(map(self.backbone, sent)),
                    sum(map(self.is_leader, sent)),
                    sum(one["to"] == school for one in self.moves),
                    sum(one["to"] == school and not one["settles"] for one in self.plan["returns"]),
                ]
            )
        return rows + [["合计"] + [sum(row[at] for row in rows) for at in range(1, 7)]]

    def r1_people(self):
        return sorted([one["person"], self.school_name(one["from"]), self.school_name(one["to"]), one["start"], one["end"]] for one in self.moves)

    def school_name(self, school):
        return "" if school is None else self.label(school)

    def r2(self):
        county, rows = self.county, []

        def row(kind, name, inside):
            due = [p for p in county.people if county.due(p) and inside(county.works(p), p)]
            exempt = [p for p in due if county.exempt(p)]
            # A recruit comes from no school, and counts in the county alone.
            moved = [one for one in self.counted if kind == "全县" or one["from"] is not None and inside(one["from"], one["person"])]
            backbone = sum(map(self.backbone, moved))
            base = len(due) - len(exempt)
            rate = None if base == 0 else len(moved) / base
            share = None if not moved else backbone / len(moved)
            rows.append([kind, name, len(due), len(exempt), base, len(moved), rate, backbone, share])

        row("全县", county.name, lambda school, person: True)
        stages = []
        for school in self.scope:
            taught = STAGES[county.schools[school]["学校类型"]]
            stages += [stage for stage in STAGE_ORDER if stage in taught and stage not in stages]
        for stage in stages:
            row("学段", stage, lambda school, person, stage=stage: self.stage_at(person, school, False) == stage)
        zones = sorted({zone for school in self.scope for zone in codes(county.schools[school].get("片区"))})
        for zone in zones:
            name = county.groups[zone]["名称"] if zone in county.groups else zone
            row("片区", name, lambda school, person, zone=zone: zone in codes(county.schools[school].get("片区")))
        for school in self.scope:
            row("学校", self.label(school), lambda other, person, school=school: other == school)
        return rows

    def history(self):
        """Exchanges by year: of records before the plan year, and of the plan."""
        county, found = self.county, []
        for person in county.people:
            for one in county.exchanges[person]:
                start = day(one["开始日期"])
                year = start.year if (start.month, start.day) >= (9, 1) else start.year - 1
                if year < county.year:
                    found.append((year, county.rank_on(person, start), one["原学校"], one["交流学校"], FORMS.get(one["交流形式"], one["交流形式"])))
        for one in self.moves:
            if one["from"] is not None:
                rank = county.rank_on(one["person"], date.fromisoformat(one["start"]))
                found.append((county.year, rank, one["from"], one["to"], one["form"]))
        return found

    def directions(self, found):
        counts = Counter(self.county.direction(one[2], one[3]) for one in found)
        return [counts[key] for key in ("townCountry", "countryTown", "townTown", "countryCountry", "unknown")]

    def years(self, found):
        return sorted({one[0] for one in found} | {self.county.year})

    def r3(self):
        county = self.county
        found = [one for one in self.history() if one[1] is not None]
        rows = []
        for year in self.years(found):
            for rank in OFFICES:
                own = [one for one in found if one[0] == year and one[1] == rank]
                holders = sum(row["人员类别"] == rank and county.established(p) for p, row in county.people.items())
                attached = sum(one[4] == "attach" for one in own)
                rows.append([year, rank, holders if year == county.year else None] + self.directions(own) + [attached])
        return rows

    def r4(self):
        county = self.county
        found = [one for one in self.history() if one[1] is None]
        teachers = sum(
            row["人员类别"] in {"专任教师", "中层干部", "后备干部"}
            and county.established(person)
            and county.works(person) is not None
            and bool(STAGES[county.schools[county.works(person)]["学校类型"]] & {"小学", "初中"})
            for person, row in county.people.items()
        )
        rows = []
        for year in self.years(found):
            own = [one for one in found if one[0] == year]
            rows.append([year, teachers if year == county.year else None] + self.directions(own) + [len(own)])
        return rows

    def r5_schools(self):
        rows = []
        for kind in STAGES:
            own = [row for row in self.county.schools.values() if row["学校类型"] == kind]
            if own:
                areas = [sum(row.get("区域类型") == area for row in own) for area in AREAS]
                rows.append([kind] + areas + [sum(row.get("区域类型") is None for row in own), len(own)])
        return sorted(rows)

    def r5_staff(self):
        county = self.county
        kinds = [None, {"小学", "初中"}, {"初中"}, {"小学"}, {"幼儿园"}, {"高中", "中职"}]
        rows = []
        for stages in kinds:
            own = [
                person
                for person in county.people
                if stages is None
                or (county.works(person) is not None and STAGES[county.schools[county.works(person)]["学校类型"]] & stages)
            ]
            public = sum(county.established(person) for person in own)
            hired = sum(county.people[p].get("编制性质") == "临聘" and county.people[p].get("在岗") != "否" for p in own)
            rows.append([public, hired, public + hired])
        return rows

    def r5_honours(self):
        own = [self.county.honours(person) for person in self.county.people if self.county.established(person)]
        return [[name, sum(name in held for held in own)] for name in HONOURS] + [["有任一称号的人数", sum(bool(held) for held in own)]]

    def r6(self):
        county = self.county
        township = lambda school: (county.schools.get(school) or {}).get("所属乡镇")
        found = [one for one in self.history() if township(one[2]) is not None and township(one[2]) == township(one[3])]
        rows = []
        for year in self.years(found):
            own = [one for one in found if one[0] == year]
            sent = [one for one in own if one[4] in SUPPORT and one[1] is None]
            last = [one for one in own if one[4] == "lastPlace"]
            terrains = [(county.schools[one[2]].get("地形"), county.schools[one[3]].get("地形")) for one in own]
            two = None if any(None in pair for pair in terrains) else sum(a != b for a, b in terrains)
            places = lambda some: len({township(one[3]) for one in some})
            rows.append([year, places(sent), places(last), len(sent), two, len(last)])
        return rows

    def r7(self):
        county, rows = self.county, []
        away = [
            person
            for person in county.people
            if any(
                one["交流形式"] == "国培置换" and day(one["开始日期"]) <= county.start <= day(one["结束日期"])
                for one in county.exchanges[person]
            )
        ]
        for school in county.schools:
            received = sum(row.get("编制性质") == "外来支教" and county.works(p) == school for p, row in county.people.items())
            trained = sum(county.home(p) == school for p in away) + sum(
                one["form"] == "replacement" and one["from"] == school for one in self.moves
            )
            if received + trained:
                rows.append([self.label(school), received, trained])
        return rows

    def r10(self):
        county = self.county
        changed = {one["person"] for one in self.moves} | {one["person"] for one in self.plan["returns"]}
        rows = defaultdict(lambda: [0, 0])
        for person in county.people:
            moves = any(one["person"] == person for one in self.moves)
            out = county.standing(person) == "out"
            if out or not (county.established(person) or moves):
                continue
            school = self.after[person]
            if school is not None:
                rows[self.label(school)][person in changed] += 1
        return sorted([name, stay, come, stay + come] for name, (stay, come) in rows.items())

    # Heads

    def uses_headcount(self, person):
        return self.county.people[person].get("编制性质") != "临聘" and self.county.people[person].get("在岗") != "否"

    def working(self, school, after):
        place = self.after if after else {person: self.county.works(person) for person in self.county.people}
        return sum(place[person] == school and self.uses_headcount(person) for person in place)

    def relation(self, school):
        county = self.county
        homes = {person: county.home(person) for person in county.people if county.established(person)}
        for one in self.plan["moves"]:
            if one["relationMoves"] and one["person"] in homes:
                homes[one["person"]] = one["to"]
        for one in self.plan["returns"]:
            if one["settles"] and one["person"] in homes:
                homes[one["person"]] = one["to"]
        return sum(home == school for home in homes.values())

    def cell_of(self, person, school):
        """Kind, stage and subject or office of the post that somebody fills at a school."""
        county, row = self.county, self.county.people[person]
        kind = row["人员类别"]
        listed = {cell_name(post) for post in county.posts if post["学校"] == school}
        if kind in {"教辅人员"}:
            return ("教辅岗位", None, None)
        if kind in {"工勤人员"}:
            return ("工勤岗位", None, None)
        if kind in OFFICES:
            own = ("管理岗位", None, kind)
            return own if own in listed or ("管理岗位", None, None) not in listed else ("管理岗位", None, None)
        if kind == "中层干部" and ("管理岗位", None, "中层干部") in listed:
            return ("管理岗位", None, "中层干部")
        # A subject as it is written: 语文(主、小学), with what it is and for which stages in brackets.
        subjects = re.findall(r"([^、,，;；\s（(]+)(?:[（(]([^)）]*)[)）])?", row.get("任教学科") or "")
        main = [one for one in subjects if "主" in one[1]] if len(subjects) > 1 else subjects
        subject, said = main[0] if main else (None, "")
        taught = STAGES[county.schools[school]["学校类型"]]
        certified = set(codes(row.get("教师资格学段"))) or taught
        only = {stage for stage in taught if stage in said} or taught
        options = [("教学岗位", stage, subject) for stage in taught if stage in certified and stage in only]
        if len(options) > 1:
            options = [one for one in options if one in listed]
        return options[0] if len(options) == 1 else None

    def cells(self, after):
        """People by school and post."""
        county, posts = self.county, {post["岗位编号"]: post for post in self.county.posts}
        lines = {one["person"]: one for one in self.plan["moves"] + self.plan["returns"]} if after else {}
        found = Counter()
        for person in county.people:
            if not self.uses_headcount(person):
                continue
            line = lines.get(person)
            school = line["to"] if line else county.works(person)
            if school is None:
                continue
            post = posts.get(line["post"]) if line else posts.get(county.people[person].get("现任岗位") or "")
            if line and post is None:
                _, kind, stage, name = line["post"].split("/")
                found[(school, KINDS[kind], STAGE_CODES.get(stage), SUBJECT_CODES.get(name, name) or None)] += 1
                continue
            cell = cell_name(post) if post else self.cell_of(person, school)
            if cell is not None:
                found[(school, *cell)] += 1
        return found

    def heads_of(self, post):
        """Heads that a post is; one stated by periods is as many as full loads, the last of them begun."""
        heads = whole(post.get("需要人数"))
        return math.ceil(whole(post["周课时总数"]) / whole(post["满工作量"])) if heads is None else heads

    def is_rest(self, post):
        """YL-14d: less than half a load beside full ones is taught by 走教 from the centre of the township, and is no post."""
        if whole(post.get("需要人数")) is not None:
            return False
        school, periods, load = self.county.schools[post["学校"]], whole(post["周课时总数"]), whole(post["满工作量"])
        centres = {row.get("所属乡镇") for row in self.county.schools.values() if row.get("学校层级") == "乡镇中心校"}
        reached = school.get("学校层级") in {"村小", "教学点"} and school.get("所属乡镇") in centres
        return reached and 0 < 2 * (periods % load) < load

    def needed(self):
        wanted = Counter()
        for post in self.county.posts:
            wanted[(post["学校"], *cell_name(post))] += self.heads_of(post) - self.is_rest(post)
        return wanted

    def gaps(self, after):
        there = self.cells(after)
        return {key: need - there[key] for key, need in self.needed().items() if need > there[key] and self.county.scope(key[0])}

    def r11(self):
        rows, lacking = [], self.gaps(True)
        for school in self.scope:
            row = self.county.schools[school]
            est = whole(row.get("编制数"))
            after = self.working(school, True)
            posts = [self.heads_of(post) for post in self.county.posts if post["学校"] == school]
            rows.append(
                [
                    self.label(school),
                    whole(row.get("学生数")),
                    whole(row.get("班级数")),
                    est,
                    sum(posts) if posts else None,
                    self.relation(school),
                    self.working(school, False),
                    after,
                    None if est is None else after - est,
                    sum(heads for key, heads in lacking.items() if key[0] == school),
                ]
            )
        return rows

    def r11_gaps(self):
        return sorted([self.label(key[0]), key[2] or "", key[3] or key[1], heads] for key, heads in self.gaps(True).items())

    def r17(self):
        county, ends = self.county, []
        for person in county.people:
            if county.standing(person) == "running" and county.current(person) is not None:
                record = county.current(person)
                stays = record.get("申请留任") == "是" and record.get("批准留任") == "是"
                ends.append((county.home(person), day(record["结束日期"]).year, "stay" if stays else "back"))
        for one in self.plan["returns"]:
            ends.append((county.home(one["person"]), county.year, "stay" if one["settles"] else "back"))
        for one in self.plan["moves"]:
            if one["from"] is not None and one["end"] is not None and not one["relationMoves"]:
                ends.append((one["from"], int(one["end"][:4]), "back"))
        groups = defaultdict(Counter)
        for home, year, kind in ends:
            groups[(home, year)][kind] += 1
        return [
            [self.label(home), year, sum(kinds.values()), kinds["back"], 0, kinds["stay"]]
            for (home, year), kinds in sorted(groups.items())
        ]

    def r18(self):
        county, rows = self.county, []
        pairs = [
            (a, b)
            for place, a in enumerate(self.scope)
            for b in self.scope[place + 1 :]
            if set(codes(county.schools[a].get("结对"))) & set(codes(county.schools[b].get("结对")))
        ]
        for a, b in pairs:
            there = sum(one["from"] == a and one["to"] == b for one in self.moves)
            back = sum(one["from"] == b and one["to"] == a for one in self.moves)
            rows.append([self.label(a), self.label(b), there, back, there - back])
        return rows

    def r20(self):
        senior = lambda school: school is not None and self.county.schools[school]["学校类型"] in {"高中", "完全中学"}
        return sorted(one["person"] for one in self.moves if senior(one["from"]) or senior(one["to"]))

    def r20_senders(self):
        rows = []
        for school in self.scope:
            out = sum(one["from"] == school for one in self.moves)
            if out:
                est = whole(self.county.schools[school].get("编制数"))
                up = sum(one["to"] == school and one["form"] == "up" for one in self.moves)
                rows.append([self.label(school), out, up, None if est is None else self.working(school, False) - est])
        return rows

    def r21_heads(self):
        rows = []
        for teaching in (True, False):
            totals = [sum(heads for key, heads in self.gaps(after).items() if not teaching or key[1] == "教学岗位") for after in (False, True)]
            rows.append(totals)
        for sign in (1, -1):
            totals = []
            for after in (False, True):
                over = 0
                for school in self.scope:
                    est = whole(self.county.schools[school].get("编制数"))
                    if est is not None:
                        over += max(0, sign * (self.working(school, after) - est))
                totals.append(over)
            rows.append(totals)
        return rows

    def r21(self):
        """Per 100 students, coefficient of variation with students as weights, and mean absolute deviation."""
        county, rows = self.county, []
        for stage in ("小学", "初中"):
            schools = [s for s in self.scope if stage in STAGES[county.schools[s]["学校类型"]]]
            students = {s: self.students(s, stage) for s in schools}
            if not any(students.values()):
                continue
            for has in (lambda p: county.policy.strong(county, p), lambda p: county.people[p].get("职称") in {"高级教师", "正高级教师"}):
                figures = []
                for after in (False, True):
                    held = Counter()
                    for person in county.people:
                        school = self.after[person] if after else county.works(person)
                        if school in students and has(person) and self.uses_headcount(person) and self.stage_at(person, school, after) == stage:
                            held[school] += 1
                    figures.append(spread([(held[s], students[s]) for s in schools if students[s]]))
                (per, cv, mad), (per_after, cv_after, mad_after) = figures
                rows.append([stage, per, per_after, cv, cv_after, mad, mad_after])
        return rows

    def students(self, school, stage):
        row = self.county.schools[school]
        if STAGES[row["学校类型"]] == {stage}:
            return whole(row.get("学生数"))
        told = dict(re.findall(r"([^\d、,，;；\s]+)(\d+)", row.get("分学段学生数") or ""))
        return whole(told.get(stage))

    def stage_at(self, person, school, after):
        line = next((one for one in self.plan["moves"] + self.plan["returns"] if after and one["person"] == person), None)
        post = next((post for post in self.county.posts if line and post["岗位编号"] == line["post"]), None)
        cell = cell_name(post) if post else self.cell_of(person, school)
        if cell is not None and cell[1] is not None:
            return cell[1]
        stages = STAGES[self.county.schools[school]["学校类型"]]
        return next(iter(stages)) if len(stages) == 1 else None


KINDS = {"teaching": "教学岗位", "management": "管理岗位", "support": "教辅岗位", "logistics": "工勤岗位"}
STAGE_CODES = {"primary": "小学", "junior": "初中", "senior": "高中", "kindergarten": "幼儿园"}
SUBJECT_CODES = {"principal": "校长", "vicePrincipal": "副校长", "midLevel": "中层干部"}


def cell_name(post):
    kind = post.get("岗位类别") or "教学岗位"
    if kind == "教学岗位":
        return (kind, post.get("学段"), post.get("学科"))
    return (kind, None, post.get("职务") if kind == "管理岗位" else None)


def spread(schools):
    total, students = sum(held for held, _ in schools), sum(pupils for _, pupils in schools)
    mean = 100 * total / students
    rates = [(100 * held / pupils, pupils / students) for held, pupils in schools]
    deviation = math.sqrt(sum(weight * (rate - mean) ** 2 for rate, weight in rates))
    return mean, None if mean == 0 else deviation / mean, sum(weight * abs(rate - mean) for rate, weight in rates)


def compare(told, counted):
    """Returns the tables that are told otherwise than they were counted."""

    def rows(report, table, *columns):
        one = next((entry for entry in told.get(report, []) if entry["id"] == table), None)
        if one is None:
            return []
        at = [next(k for k, column in enumerate(one["columns"]) if column["key"] == key) for key in columns]
        return [[plain(row[k]) for k in at] for row in one["rows"]]

    direction = ("townCountry", "countryTown", "townTown", "countryCountry", "unknown")
    checks = [
        ("R1 arrangement", rows("R1", "arrangement", "school", "due", "out", "outBackbone", "outLeaders", "into", "back"), counted.r1()),
        ("R1 personnel", sorted(rows("R1", "personnel", "person", "from", "to", "start", "end")), counted.r1_people()),
        ("R2 groups", rows("R2", "groups", "kind", "group", "eligible", "exempt", "base", "exchanged", "rate", "backbone", "backboneRate"), counted.r2()),
        ("R3 principals", rows("R3", "principals", "year", "rank", "holders", *direction, "attached"), counted.r3()),
        ("R4 teachers", rows("R4", "teachers", "year", "teachers", *direction, "total"), counted.r4()),
        ("R5 schools", sorted(rows("R5", "schools", "type", "urban", "town", "rural", "remote", "none", "total")), counted.r5_schools()),
        ("R5 staff", rows("R5", "staff", "public", "temporary", "total"), counted.r5_staff()),
        ("R5 honours", rows("R5", "honours", "honour", "people"), counted.r5_honours()),
        ("R6 years", rows("R6", "years", "year", "supportTownships", "lastPlaceTownships", "sent", "twoWay", "adjusted"), counted.r6()),
        ("R7 external", rows("R7", "external", "school", "received", "trained"), counted.r7()),
        ("R10 schools", sorted(rows("R10", "schools", "school", "stay", "come", "total")), counted.r10()),
        ("R11 schools", rows("R11", "schools", "school", "students", "classes", "establishment", "posts", "relation", "before", "after", "over", "gap"), counted.r11()),
        ("R11 gaps", sorted([row[0], row[1] or "", row[2] or "", row[3]] for row in rows("R11", "gaps", "school", "stage", "subject", "gap")), counted.r11_gaps()),
        ("R17 forecast", rows("R17", "forecast", "school", "year", "ending", "back", "extended", "stay"), counted.r17()),
        ("R18 pairs", [row[:2] + row[3:] for row in rows("R18", "pairs", "a", "b", "subject", "there", "back", "difference") if row[2] == "合计"], counted.r18()),
        ("R20 list", sorted(row[0] for row in rows("R20", "list", "person")), counted.r20()),
        ("R20 senders", rows("R20", "senders", "from", "out", "up", "over"), counted.r20_senders()),
        ("R21 balance", rows("R21", "balance", "stage", "per100Before", "per100After", "cvBefore", "cvAfter", "madBefore", "madAfter"), counted.r21()),
        ("R21 heads", rows("R21", "heads", "before", "after"), counted.r21_heads()),
    ]
    return [(name, len(mine), [(a, b) for a, b in pairs_of(theirs, mine) if not alike(a, b)]) for name, theirs, mine in checks]


def pairs_of(a, b):
    return [(a[k] if k < len(a) else None, b[k] if k < len(b) else None) for k in range(max(len(a), len(b)))]


def plain(value):
    return value["zh"] if isinstance(value, dict) else value


def alike(a, b):
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(alike, a, b))
    if isinstance(a, float) or isinstance(b, float):
        return a is not None and b is not None and math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12)
    return a == b


def main(county_path, plan_path, reports_path, policy="yulin-notice"):
    county = County(read_book(county_path), POLICIES[policy])
    with open(plan_path, encoding="utf-8") as file:
        plan = json.load(file)
    with open(reports_path, encoding="utf-8") as file:
        told = {report["id"]: report["tables"] for report in json.load(file)["reports"]}
    wrong = 0
    for name, count, different in compare(told, Counted(county, plan)):
        print(f"{name}: {count} rows, {'equal' if not different else f'{len(different)} differ'}")
        for theirs, mine in different[:5]:
            print(f"  told {theirs}\n  counted {mine}")
        wrong += len(different)
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5) or sys.argv[4:] and sys.argv[4] not in POLICIES:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
