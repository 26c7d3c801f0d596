import type { Replay } from './replay'
import { demoStaff } from './staff'

type Row = readonly [code: string, name: string, content: string, unit: string, yuan: number, withMaterial?: true]

/** 物业有偿服务价目表: labour by category, and the material the tower has in store. */
const labour: Readonly<Record<string, readonly Row[]>> = {
  水工: [
    ['S-01', '更换阀门', '拆旧装新，试水', '个', 80], ['S-02', '更换水龙头', '拆旧装新', '个', 60], ['S-03', '疏通下水道', '机械疏通，三米以内', '次', 120], ['S-04', '疏通马桶', '', '次', 100],
    ['S-05', '更换角阀软管', '', '根', 30], ['S-06', '安装小厨宝', '不含开孔', '台', 150], ['S-07', '净水器移位', '', '次', 180],
  ],
  电工: [
    ['D-01', '加装插座', '明装，五米以内', '个', 60], ['D-02', '更换灯管', '', '支', 20], ['D-03', '更换灯盘', '六百见方', '套', 80], ['D-04', '更换空气开关', '', '个', 90],
    ['D-05', '明线布线', '线槽敷设', '米', 12], ['D-06', '加时供电', '非办公时间', '小时', 50], ['D-07', '电路检测', '一个回路', '次', 80],
  ],
  空调: [
    ['K-01', '清洗风机盘管', '滤网、翅片、接水盘', '台', 150], ['K-02', '更换温控器', '', '个', 100], ['K-03', '加时空调', '一层一小时', '小时', 280], ['K-04', '分体空调加氟', '', '匹', 160, true], ['K-05', '移装风口', '', '个', 120],
  ],
  门窗锁: [
    ['M-01', '开锁', '办公室门', '次', 80], ['M-02', '更换锁芯', '', '个', 60], ['M-03', '更换闭门器', '', '套', 90], ['M-04', '玻璃门校正', '地弹簧调整', '扇', 120], ['M-05', '更换门把手', '', '副', 50],
  ],
  木作: [['Z-01', '办公家具拆装', '', '件', 60], ['Z-02', '墙面挂装', '投影幕、白板、挂画', '处', 40], ['Z-03', '百叶帘安装', '', '幅', 50], ['Z-04', '天花板修补', '矿棉板', '块', 35, true]],
  弱电: [['R-01', '网络布线', '六类线，穿管', '点', 150], ['R-02', '电话移机', '', '部', 50], ['R-03', '门禁加装读头', '', '个', 260]],
  保洁: [['B-01', '地毯清洗', '', '平方米', 8], ['B-02', '玻璃内侧擦洗', '', '平方米', 6], ['B-03', '临时保洁', '', '人时', 45]],
}
const material: Readonly<Record<string, readonly Row[]>> = {
  水工: [['C-01', '铜球阀', 'DN20', '个', 46.5], ['C-02', '陶瓷芯水龙头', '', '个', 85], ['C-03', '不锈钢软管', '六十厘米', '根', 18]],
  电工: [['C-11', '五孔插座', '', '个', 22], ['C-12', 'LED 灯管', '一米二', '支', 26], ['C-13', '空气开关', '2P 32A', '个', 58], ['C-14', '阻燃电线', '2.5 平方毫米', '米', 3]],
  空调: [['C-21', '液晶温控器', '', '个', 165]],
  门窗锁: [['C-31', '叶片锁芯', '', '个', 78], ['C-32', '闭门器', '45–65 公斤', '套', 145]],
}

/** The price list as the supervisor entered it. @returns each item's id by its code */
export async function enterPrices(replay: Replay, validFrom: string): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const [kind, list] of [['labour', labour], ['material', material]] as const) {
    for (const [category, rows] of Object.entries(list)) {
      for (const [code, name, content, unit, yuan, withMaterial = false] of rows) {
        const { id } = await replay.ask(demoStaff.supervisor, 'paidServices', 'savePrice', { code, category, name, content, kind, unit, priceFen: Math.round(yuan * 100), withMaterial, validFrom })
        ids.set(code, id)
      }
    }
  }
  return ids
}
