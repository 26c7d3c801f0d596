import type { Trade } from '../../../shared/rules/work-order'

/** What is usually wrong in an office tower, until the tower's own use and its supervisor say better. */
export const usualFaults: Record<Trade, readonly string[]> = {
  plumbing: ['水龙头漏水', '水管接头漏水', '下水道堵塞', '马桶堵塞', '马桶漏水', '小便池感应器失灵', '茶水间无热水', '天花渗水'],
  electrical: ['灯不亮', '灯闪', '插座无电', '开关失灵', '跳闸', '应急灯不亮', '加装插座'],
  'air-conditioning': ['空调不制冷', '空调不制热', '空调漏水', '空调异响', '空调有异味', '温控器失灵', '新风不足', '卫生间排风异响'],
  'doors-locks': ['门锁松动', '门锁打不开', '闭门器失灵', '玻璃门下沉', '窗把手断裂', '更换锁芯'],
  carpentry: ['天花板脱落', '踢脚线松动', '地毯翘边', '隔断松动', '百叶帘损坏'],
  fire: ['烟感误报', '喷淋头渗水', '疏散指示灯不亮', '消防门关不上'],
  lift: ['电梯困人', '电梯异响', '电梯按键失灵'],
  'low-voltage': ['门禁刷卡无反应', '对讲无声', '网络不通', '摄像头无画面'],
  other: ['墙面污损', '异味', '虫害'],
}
