/** Worked examples of the rules about points, staff and couples. */
export const POINT_EXAMPLES: Readonly<Record<string, string>> = {
  linked: `- id: couples
  rule: linked
  source: 第十条
  text: 夫妻双方均为教师的，一般安排在同一乡镇或相距10公里以内
  strength: override
  params:
    withinMetres: 10000
    sameTownship: true
`,
  staffShare: `- id: backboneStays
  rule: staffShare
  source: 第六条
  text: 各校骨干教师不低于教师总数的15%，不足的学校不再减少
  params:
    share: 15%
    set: {set: backbone}
    of: {attr: person.personType, op: eq, value: 专任教师}
    level: balance
`,
  pointsFirst: `- id: byPoints
  rule: pointsFirst
  source: 第八条
  text: 同一岗位有多人申请的，按积分从高到低确定
  params:
    points: merit
`,
  pointsSum: `- id: longestServingFirst
  rule: pointsSum
  source: 第八条
  text: 积分高的优先安排交流
  params:
    points: merit
    of: stayers
    level: wishes
`,
};
