import type { Department } from '../../shared/contract/base'
import type { Channel, ClientOpinion } from '../../shared/contract/complaints'
import type { ComplaintKind, ComplaintLevel } from '../../shared/rules/complaint'
import type { DemoJob } from './jobs'

/** What a client complains of, and what is done: on the spot, by a department, by the supervisor, or by a repair. */
export interface Grievance {
  channel: Channel; kind: ComplaintKind; level: ComplaintLevel; cause: string; department?: Department; handling: string; onTheSpot?: true; repair?: DemoJob
  opinion: ClientOpinion; words: string
  /** What was done when the first answer was not enough. */
  again?: { handling: string; words: string }
}

const repair: DemoJob = { matter: '会议室空调制冷不足，出风口有黑灰', trade: 'air-conditioning', record: '清洗风机盘管与风口，测出风 14 度' }

export const grievances: readonly Grievance[] = [
  { channel: 'phone', kind: 'service', level: 1, cause: '早高峰电梯等候过久，员工迟到', department: 'customer-service', handling: '已与维保单位调整高峰分区运行', opinion: 'satisfied', words: '这两天好多了' },
  { channel: 'in-person', kind: 'environment', level: 1, cause: '走廊地面有水渍，险些滑倒', handling: '当场请保洁清理，放置提示牌，向客户致歉', onTheSpot: true, opinion: 'satisfied', words: '处理得快' },
  { channel: 'phone', kind: 'parking', level: 1, cause: '固定车位被别人占用', department: 'security', handling: '已联系车主移车，车位加装警示锥', opinion: 'fairly-satisfied', words: '希望以后先巡查' },
  { channel: 'phone', kind: 'repair', level: 1, cause: '会议室空调制冷不足，报过一次没有好', handling: '', repair, opinion: 'satisfied', words: '现在很凉快' },
  { channel: 'written', kind: 'noise', level: 2, cause: '楼上装修电钻声影响办公，上班时间连续三天', department: 'security', handling: '装修单位停工整改，钻孔改在十八点后', opinion: 'satisfied', words: '谢谢主管当面解释' },
  { channel: 'phone', kind: 'environment', level: 1, cause: '女卫异味，洗手液用完没有补', department: 'cleaning', handling: '深度清洁，补洗手液', opinion: 'dissatisfied', words: '下午又有味道', again: { handling: '更换地漏水封，增加下午一次巡检', words: '闻不到了' } },
  { channel: 'in-person', kind: 'service', level: 1, cause: '访客等了十五分钟没有人接', handling: '致歉，说明征询流程，留下直线电话', onTheSpot: true, opinion: 'fairly-satisfied', words: '可以理解' },
  { channel: 'phone', kind: 'fees', level: 1, cause: '加时空调账单多算两小时', department: 'finance', handling: '核对申请单，账单更正并致歉', opinion: 'satisfied', words: '更正了就好' },
]

/** What is not over yet. */
export const overdue: Grievance = { channel: 'written', kind: 'safety', level: 2, cause: '消防通道堆放装修材料，担心疏散，请书面答复', handling: '', opinion: 'satisfied', words: '' }
export const secondRound: Grievance = { channel: 'phone', kind: 'noise', level: 1, cause: '夜间空调机房低频噪音，加班时头疼', department: 'engineering', handling: '机组减振垫已紧固', opinion: 'dissatisfied', words: '晚上八点以后还是响', again: { handling: '', words: '' } }
export const beingHandled: Grievance = { channel: 'phone', kind: 'environment', level: 1, cause: '茶水间垃圾中午没有清', department: 'cleaning', handling: '', opinion: 'satisfied', words: '' }
export const toAsk: Grievance = { channel: 'in-person', kind: 'service', level: 1, cause: '快递代收放错公司', department: 'customer-service', handling: '已找回送到，代收架重新按公司分格', opinion: 'satisfied', words: '' }
