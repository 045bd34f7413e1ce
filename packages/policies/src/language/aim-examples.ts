/** Worked examples of the rules that count in a level and bound nothing. */
export const AIM_EXAMPLES: Readonly<Record<string, string>> = {
  evenShortfall: `- id: even
  rule: evenShortfall
  source: 第六条
  text: 统筹配置，缺员由各校合理分担，不得集中在个别学校
  params:
    level: shortfall
    unit: share
    by: post
    upTo: 6
`,
  nearness: `- id: near
  rule: nearness
  source: 第六条
  text: 照顾居家远近
  params:
    level: nearness
    gridMetres: 100
`,
  wishes: `- id: wishes
  rule: wishes
  source: 第五条
  text: 尊重本人志愿
  params:
    level: wishes
    missed: 10
    volunteerStays: 5
`,
  tenure: `- id: longest
  rule: tenure
  source: 第三条
  text: 任教时间长的优先交流
  params:
    level: burden
    fullYears: 12
`,
  stability: `- id: stable
  rule: stability
  source: 第六条
  text: 毕业班和循环教学教师尽量不动
  params:
    level: burden
    classCycle: 10
`,
  fairBurden: `- id: fair
  rule: fairBurden
  source: 第五条
  text: 各校派出人数大体均衡
  params:
    level: burden
`,
  batches: `- id: batches
  rule: batches
  source: 第三条
  text: 符合条件的教师六年内分批全部交流
  params:
    years: 6
    level: burden
`,
};
