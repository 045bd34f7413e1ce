/**
 * Subjects of compulsory and upper secondary education as their curricula name them (义务教育课程方案 2022, 普通高中课程方案
 * 2017/2020), with pre-school and special education: offered in templates, where any other name is right as well.
 */
export const SUBJECT_NAMES: readonly string[] = (
  "语文 数学 英语 道德与法治 科学 物理 化学 生物学 历史 地理 信息科技 体育与健康 音乐 美术 艺术 劳动 综合实践活动 心理健康 书法 " +
  "思想政治 信息技术 通用技术 日语 俄语 学前教育 特殊教育"
).split(" ");
