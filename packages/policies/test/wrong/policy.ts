/** A policy of a county's own, as somebody who knows the notice and not programming writes it; nothing in it is wrong. */
export const POLICY = `# 示例县教师交流轮岗办法
format: lungang-policy-1
id: ours
version: "1"
name: 示例县教师交流轮岗办法
parameters:
  quotaShare:
    type: share
    default: 10%
    source: 第三条
    text: 每年交流比例
  years:
    type: integer
    default: 6
    source: 第二条
    text: 在同一学校任教满几年
  cases:
    type: list
    default: [孕期, 哺乳期]
    choices: [pregnancy, lactation, seriousIllness]
    source: 第四条
    text: 当年不纳入交流的情形
calendar:
  source: 第二条
  cutoff: 08-31
  start: 09-01
sets:
  backbone:
    attr: person.honours
    op: has
    value: [县级骨干教师, backboneCity]
  townSchools:
    attr: school.area
    op: in
    value: [城区, 镇区]
scope:
  source: 第一条
  schools:
    all:
      - attr: school.ownership
        op: eq
        value: 公办
      - attr: school.stages
        op: has
        value: [小学, 初中]
  text: 全县公办义务教育学校
eligibility:
  exchangeBreaksTenure: true
  due:
    - id: teachers
      source: 第二条
      who:
        attr: person.personType
        op: eq
        value: 专任教师
      age: {male: 50, female: 45}
      years:
        measure: school
        min: {$param: years}
      text: 男50岁、女45岁以下，在同一学校任教满六年
  exemptions:
    - id: health
      source: 第四条
      when:
        attr: person.statuses
        op: has
        value: {$param: cases}
      text: 孕期、哺乳期等当年不纳入
      sensitive: true
  volunteers:
    source: 第五条
    needsVacancy: true
  backbone: backbone
forms:
  - code: rotation
    source: 第三条
    text: 定期轮岗
    scope: county
    relationMoves: false
    termMonths: {min: 36, max: 72}
    where:
      attr: to.quality
      op: in
      value: [薄弱学校, 一般学校]
rules:
  - id: quota
    rule: quota
    source: 第三条
    text: 每年交流的教师不低于符合条件人数的10%
    params:
      share: {$param: quotaShare}
  - id: backboneShare
    rule: share
    source: 第三条
    text: 骨干教师一般不低于交流总数的20%
    strength: override
    params:
      share: 20%
      set: {set: backbone}
  - id: posts
    rule: postBalance
    source: 第六条
    text: 各学科教师不缺
    params:
      level: shortfall
  - id: near
    rule: nearness
    source: 第六条
    text: 照顾居家远近
    params:
      level: nearness
levels:
  - name: compliance
    unit: points
    text: 合规
  - name: shortfall
    unit: heads
    text: 学科缺员
  - name: nearness
    unit: metres
    text: 到校距离
  - name: lottery
    unit: ranks
    text: 抽签
`;
