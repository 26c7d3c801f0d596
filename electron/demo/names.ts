import { checkDigit } from '../../shared/rules/id-number'
import { companyReading } from '../registers/pinyin'
import type { Random } from './random'

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单解']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅鑫波斌宇浩凯健俊帆雪琳婷慧倩颖晨阳文博嘉欣怡思雨佳梦瑶天翔志远子涵晓东建国家豪婉清若溪景行知远云舒望舒星河']
const minority = ['古丽娜尔·艾山江', '阿依古丽·买买提', '巴特尔', '旺堆次仁', '卓玛央金', '阿卜杜拉·吐尔逊']

export function personName(random: Random): string {
  if (random.chance(0.01)) return random.pick(minority)
  if (random.chance(0.02)) return random.pick(['欧阳', '司马', '诸葛', '上官', '慕容']) + random.pick(given)
  return random.pick(surnames) + random.pick(given) + (random.chance(0.7) ? random.pick(given) : '')
}

const brands = ['博远', '恒越', '瑞景', '蓝桥', '星河', '云帆', '启明', '鼎盛', '华信', '中科智联', '万合', '德润', '嘉禾', '金石', '远景', '同创', '天工', '雅韵', '明德', '鸿图', '新元', '安泰', '和信', '卓越', '锦程', '百川', '东方瑞', '君合', '优客', '拓维', '融汇', '众诚', '海纳', '晨光', '九州', '凌云', '思睿', '正大', '汇通', '易联']
const tradesInEnglish = {
  国际供应链管理: 'Supply Chain Management', 信息技术: 'Information Technology', 企业管理咨询: 'Management Consulting', 文化传媒: 'Culture & Media', 生物科技: 'Biotechnology', 投资管理: 'Investment Management', 律师事务所: 'Law Firm', 会计师事务所: 'Accountants',
  建筑设计: 'Architectural Design', 医疗器械: 'Medical Devices', 教育科技: 'Education Technology', 网络科技: 'Network Technology', 人力资源服务: 'Human Resources', 进出口贸易: 'Import & Export', 广告: 'Advertising', 软件: 'Software', 新能源: 'New Energy', 知识产权代理: 'Intellectual Property', 保险经纪: 'Insurance Brokers', 物流: 'Logistics',
}
const trades = Object.keys(tradesInEnglish) as (keyof typeof tradesInEnglish)[]
const branchesInEnglish = { '第二分公司': 'Second Branch', '华北区域运营中心': 'North China Operations', '驻京办事处（筹备组）': 'Beijing Office' }
const branches = Object.keys(branchesInEnglish) as (keyof typeof branchesInEnglish)[]
const inLatin = (name: string): string => companyReading(name).pinyin.replace(/^./, (first) => first.toUpperCase())
const places = ['北京', '上海', '深圳', '广州', '杭州', '成都', '天津', '苏州']

/** A registered company name; one in fourteen is as long as they come. */
export function companyName(random: Random): { name: string; shortName: string; nameEn: string } {
  const [brand, trade, place] = [random.pick(brands), random.pick(trades), random.pick(places)]
  const shortName = brand + trade.slice(0, 2)
  const inEnglish = `${inLatin(place)} ${inLatin(brand)} ${tradesInEnglish[trade]}`
  if (trade.endsWith('事务所')) {
    const branch = random.chance(0.3) ? random.pick(places) : ''
    return { name: `${place}${brand}${trade}（特殊普通合伙）${branch && `${branch}分所`}`, shortName, nameEn: branch ? `${inEnglish}, ${inLatin(branch)} Office` : inEnglish }
  }
  if (random.chance(0.07)) {
    const branch = random.pick(branches)
    return { name: `${place}${brand}${trade}（集团）股份有限公司${branch}`, shortName, nameEn: `${inEnglish} Group, ${branchesInEnglish[branch]}` }
  }
  return random.chance(0.5)
    ? { name: `${brand}（${place}）${trade}有限公司`, shortName, nameEn: `${inLatin(brand)} (${inLatin(place)}) ${tradesInEnglish[trade]} Co., Ltd.` }
    : { name: `${place}${brand}${trade}有限责任公司`, shortName, nameEn: `${inEnglish} Co., Ltd.` }
}

export const titles = ['总经理', '行政经理', '行政专员', '前台', '人事主管', '采购经理', '财务主管', '市场经理', '项目经理', '技术总监', '法务', '商务专员']

export const mobile = (random: Random): string => `1${random.pick(['30', '35', '36', '38', '39', '50', '58', '59', '77', '82', '86', '87', '88'])}${random.digits(8)}`

/** A resident ID number that passes its check; the county is one that does not exist. */
export function residentNumber(random: Random): string {
  const region = random.pick(['110199', '120199', '310199', '320199', '330199', '440199', '510199', '610199'])
  const birth = `${random.int(1962, 2003)}${String(random.int(1, 12)).padStart(2, '0')}${String(random.int(1, 28)).padStart(2, '0')}`
  const digits = region + birth + random.digits(3)
  return digits + checkDigit(digits)
}
