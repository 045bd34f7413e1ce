import { AIM_EXAMPLES } from "./aim-examples.ts";
import { POINT_EXAMPLES } from "./point-examples.ts";

/**
 * A worked example of every rule, as it stands in a policy file under `rules`. Levels that it names are `shortfall`,
 * `balance`, `direction`, `nearness`, `wishes` or `burden`; sets are `backbone` and `villages`.
 */
export const RULE_EXAMPLES: Readonly<Record<string, string>> = {
  approvedStays: `- id: stays
  rule: approvedStays
  source: 第八条
  text: 期满本人申请并经批准的可留在接收学校
`,
  returnRoom: `- id: room
  rule: returnRoom
  source: 第八条
  text: 为交流期满返回人员保留岗位
  params:
    when: always
`,
  mustMove: `- id: mustMove
  rule: mustMove
  source: 第八条
  text: 考核末位人员必须调整
`,
  postBalance: `- id: posts
  rule: postBalance
  source: 第六条
  text: 优先补足缺员学科，任何岗位不因交流超员
  params:
    level: shortfall
    growth: never
`,
  establishment: `- id: establishment
  rule: establishment
  source: 第六条
  text: 交流后学校不得超编
  params:
    working: never
    relation: never
`,
  swapPartners: `- id: swaps
  rule: swapPartners
  source: 第十条
  text: 双方自愿且两校同意的，可以互换
`,
  schoolPlaces: `- id: rooms
  rule: schoolPlaces
  source: 第十一条
  text: 需要周转房的人员，只安排到有周转房的学校
  params:
    places: roomsAvailable
    moves:
      attr: person.housingNeed
      op: eq
      value: true
`,
  avoidance: `- id: avoidance
  rule: avoidance
  source: 第十二条
  text: 夫妻不得在同一学校担任有直接上下级领导关系的职务
`,
  leaderPosts: `- id: heads
  rule: leaderPosts
  source: 第七条
  text: 校长交流后岗位应有人接任
  params:
    offices: [校长]
`,
  protection: `- id: protection
  rule: protection
  source: 方案保护
  text: 不使任何学校失去某学科最后一名教师
  strength: override
  price: 200
  params:
    leaders: false
`,
  newRecruits: `- id: recruits
  rule: newRecruits
  source: 第九条
  text: 新招聘教师一律先到乡村学校任教
  params:
    schools: {attr: to.area, op: in, value: [乡村, 边远艰苦地区]}
`,
  prerequisite: `- id: headsToTown
  rule: prerequisite
  source: 第七条
  text: 乡村校长调入城区学校的，近一次考核须为优秀
  params:
    moves:
      all:
        - {attr: person.personType, op: eq, value: 校长}
        - {attr: from.area, op: in, value: [乡村]}
        - {attr: to.area, op: in, value: [城区]}
    requires: {attr: person.lastGrade, op: eq, value: 优秀, ifMissing: false}
`,
  quota: `- id: quota
  rule: quota
  source: 第三条
  text: 每学年交流人数不低于应交流人数的10%（四舍五入）
  params:
    share: 10%
    rounding: halfUp
    excludeExempt: true
`,
  total: `- id: total
  rule: total
  source: 第三条
  text: 本年度交流总数不超过120人
  params:
    max: 120
`,
  share: `- id: backboneShare
  rule: share
  source: 第三条
  text: 其中骨干教师一般不低于20%
  strength: override
  params:
    share: 20%
    set: {set: backbone}
`,
  teamCap: `- id: team
  rule: teamCap
  source: 第七条
  text: 同一学校班子成员一次交流一般不超过三分之一
  strength: override
  params:
    share: 1/3
    atLeastOne: true
`,
  perSchool: `- id: eachSchool
  rule: perSchool
  source: 第五条
  text: 城区学校每年至少派出2名教师
  params:
    schools: {attr: school.area, op: eq, value: 城区}
    minOut: 2
- id: eachSubject
  rule: perSchool
  source: 第五条
  text: 同一学校同一学科每年最多派出1名教师
  params:
    maxOut: 1
    bySubject: true
`,
  direction: `- id: downwards
  rule: direction
  source: 第四条
  text: 各学科交流以到乡村、薄弱学校为主，人数四舍五入
  strength: soft
  params:
    moves: {set: villages}
    minShare: 60%
    bySubject: true
    rounding: halfUp
`,
  netInflow: `- id: noInflow
  rule: netInflow
  source: 第六条
  text: 超编学校不得净增
  params:
    by: school
    onlyOverEstablished: true
    max: 0
`,
  directionMatrix: `- id: matrix
  rule: directionMatrix
  source: 第四条
  text: 城镇到乡村的不少于30人，乡村到城镇的不超过其一半
  params:
    classes:
      - {name: town, text: 城镇, schools: {attr: school.area, op: in, value: [城区, 镇区]}}
      - {name: country, text: 乡村, schools: {attr: school.area, op: in, value: [乡村, 边远艰苦地区]}}
    cells:
      - {from: town, to: country, min: 30}
      - {from: country, to: town, maxOfReverse: 50%}
`,
  balance: `- id: evenBackbone
  rule: balance
  source: 第十条
  text: 骨干教师在校际间均衡配置
  params:
    set: {set: backbone}
    level: balance
    stages: [小学]
`,
  pairBalance: `- id: swap
  rule: pairBalance
  source: 第十一条
  text: 结对学校对等互派
  params:
    forms: [互派]
    between: pairs
`,
  itinerant: `- id: walk
  rule: itinerant
  source: 第十二条
  text: 音体美教师到村小走教
  params:
    form: 走教
    fullLoad: 16
    maxPlaces: 2
    maxMetres: 15000
    level: shortfall
`,
  participation: `- id: takePart
  rule: participation
  source: 第三条
  text: 每年以各种形式参加交流的教师不低于60%
  params:
    forms: [跟岗学习]
    share: 60%
`,
  changes: `- id: keepPlan
  rule: changes
  source: 第十三条
  text: 调整方案时尽量少改已公布的去向
  params:
    baseline:
      - {person: T001, post: S03-语文}
    level: burden
`,
  ...AIM_EXAMPLES,
  ...POINT_EXAMPLES,
};
