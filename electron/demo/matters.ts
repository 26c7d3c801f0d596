import type { Department } from '../../shared/contract/base'
import type { Category, Purpose } from '../../shared/contract/reception'

/** What calls are about, and what came of them. */
export const callMatters: readonly { category: Category; department: Department; matter: string; result: string }[] = [
  { category: 'repair', department: 'engineering', matter: '空调不制冷，请尽快派人', result: '已清洗滤网，恢复制冷' },
  { category: 'repair', department: 'engineering', matter: '会议室灯管闪烁', result: '已更换灯管' },
  { category: 'repair', department: 'engineering', matter: '茶水间门锁松动', result: '已紧固' },
  { category: 'repair', department: 'engineering', matter: '洗手间水龙头漏水', result: '已更换阀芯' },
  { category: 'repair', department: 'engineering', matter: '打印机旁插座没有电', result: '跳闸，已复位' },
  { category: 'complaint', department: 'customer-service', matter: '电梯等候过久', result: '已解释并记录，转电梯维保' },
  { category: 'complaint', department: 'cleaning', matter: '走廊地面有水渍，险些滑倒', result: '已清理并放置提示牌' },
  { category: 'complaint', department: 'security', matter: '地库有车占用固定车位', result: '已联系车主移车' },
  { category: 'enquiry', department: 'customer-service', matter: '询问周末加时空调怎么申请', result: '已告知申请表与收费标准' },
  { category: 'enquiry', department: 'finance', matter: '询问本月物业费账单', result: '财务已回电' },
  { category: 'enquiry', department: 'leasing', matter: '想看高区的空置房', result: '已约租务部看房' },
  { category: 'appointment', department: 'security', matter: '下午有二十人来培训，请放行', result: '已通知大堂岗' },
  { category: 'appointment', department: 'security', matter: '明早有货车送家具，要用货梯', result: '已安排货梯时段' },
  { category: 'message', department: 'customer-service', matter: '快递放在前台，请转告收件人', result: '已转告' },
  { category: 'message', department: 'customer-service', matter: '请转告程若兰回电', result: '已转告' },
]

/** What visitors come for; the purpose alone mostly says enough. */
export const visitMatters: readonly { purpose: Purpose; matter: string }[] = [
  { purpose: 'meeting', matter: '' }, { purpose: 'meeting', matter: '' }, { purpose: 'meeting', matter: '季度对账' }, { purpose: 'meeting', matter: '合同续签' }, { purpose: 'meeting', matter: '项目例会' },
  { purpose: 'delivery', matter: '' }, { purpose: 'delivery', matter: '送办公用品' }, { purpose: 'delivery', matter: '送桶装水' },
  { purpose: 'interview', matter: '' }, { purpose: 'interview', matter: '财务岗面试' },
  { purpose: 'works', matter: '空调维保' }, { purpose: 'works', matter: '网络布线' }, { purpose: 'works', matter: '消防检测' },
  { purpose: 'other', matter: '取遗失物品' },
]
