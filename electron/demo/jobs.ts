import type { Trade } from '../../shared/rules/work-order'

/** What engineering is called for: how it is reported, what is done, and what it costs where the client pays (price code, pieces). */
export interface DemoJob { matter: string; trade: Trade; record: string; material?: readonly [name: string, unit: string, pieces: number]; charge?: readonly (readonly [code: string, pieces: number])[]; waitsFor?: string }

export const freeJobs: readonly DemoJob[] = [
  { matter: '空调不制冷，请尽快派人', trade: 'air-conditioning', record: '清洗滤网，恢复制冷' },
  { matter: '空调有异味，午后更重', trade: 'air-conditioning', record: '清洗接水盘并消毒' },
  { matter: '空调漏水，滴在文件柜上', trade: 'air-conditioning', record: '疏通冷凝水管', waitsFor: '冷凝水泵' },
  { matter: '会议室灯闪', trade: 'electrical', record: '更换镇流器', material: ['电子镇流器', '个', 1] },
  { matter: '走廊灯不亮', trade: 'electrical', record: '更换灯管', material: ['LED 灯管', '支', 2] },
  { matter: '打印机旁插座无电', trade: 'electrical', record: '漏电开关跳闸，查明后复位' },
  { matter: '茶水间水龙头漏水', trade: 'plumbing', record: '更换阀芯', material: ['阀芯', '个', 1] },
  { matter: '男卫马桶堵塞', trade: 'plumbing', record: '已疏通，试水三次' },
  { matter: '茶水间无热水', trade: 'plumbing', record: '电热水器温控复位' },
  { matter: '天花渗水，有一块水印', trade: 'plumbing', record: '上层水管接头渗水，已紧固；矿棉板已换', material: ['矿棉板', '块', 1], waitsFor: '同规格矿棉板' },
  { matter: '玻璃门下沉，关不严', trade: 'doors-locks', record: '调整地弹簧' },
  { matter: '消防门关不上', trade: 'fire', record: '更换闭门器油封', waitsFor: '闭门器' },
  { matter: '疏散指示灯不亮', trade: 'fire', record: '更换电池', material: ['应急电池', '组', 1] },
  { matter: '门禁刷卡无反应', trade: 'low-voltage', record: '读头接线松动，已重接' },
  { matter: '电梯异响，到站时明显', trade: 'lift', record: '维保单位已加油调整，现场试运行' },
  { matter: '地毯翘边，容易绊脚', trade: 'carpentry', record: '重新粘贴压条' },
]

export const chargedJobs: readonly DemoJob[] = [
  { matter: '更换锁芯，钥匙丢了', trade: 'doors-locks', record: '更换锁芯，交钥匙五把', charge: [['M-02', 1], ['C-31', 1]] },
  { matter: '加装插座，工位要两个', trade: 'electrical', record: '明装插座两个，已测试', charge: [['D-01', 2], ['C-11', 2], ['C-14', 8.5]] },
  { matter: '更换水龙头，换感应式之前先用普通的', trade: 'plumbing', record: '更换水龙头，试水正常', charge: [['S-02', 1], ['C-02', 1]] },
  { matter: '室内下水道堵塞，有饭渣', trade: 'plumbing', record: '机械疏通', charge: [['S-03', 1]] },
  { matter: '更换温控器，屏不亮', trade: 'air-conditioning', record: '更换温控器', charge: [['K-02', 1], ['C-21', 1]], waitsFor: '液晶温控器' },
  { matter: '换灯管，工位上方三支', trade: 'electrical', record: '更换灯管三支', charge: [['D-02', 3], ['C-12', 3]] },
  { matter: '闭门器失灵，门撞墙', trade: 'doors-locks', record: '更换闭门器', charge: [['M-03', 1], ['C-32', 1]] },
  { matter: '布两个网络点', trade: 'low-voltage', record: '布线两点，测试千兆', charge: [['R-01', 2]] },
]

export const workers = ['孙立', '王立强', '赵永胜', '李春生'] as const
