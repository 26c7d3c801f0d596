import type { IdCard } from '../../shared/contract/id-card'

/** What the demo's button lays on the reader: invented people, numbers that pass their check, each kind of card. */
export const demoCards: readonly IdCard[] = [
  { kind: 'resident', name: '何婉清', sex: 'female', nation: '汉', birth: '1991-08-16', address: '北京市朝阳区松园路18号院3号楼2单元501', number: '110199199108160027', authority: '北京市公安局朝阳分局', from: '2018-05-20', to: '2038-05-20' },
  { kind: 'resident', name: '古丽娜尔·艾山江', sex: 'female', nation: '维吾尔', birth: '1996-03-02', address: '新疆维吾尔自治区乌鲁木齐市天山区团结路45号2栋1单元302', number: '650199199603020043', authority: '乌鲁木齐市公安局天山区分局', from: '2016-09-01', to: '2026-09-01' },
  { kind: 'resident', name: '沈知远', sex: 'male', nation: '汉', birth: '1949-12-31', address: '上海市浦东新区云台路600弄12号401室', number: '310199194912310035', authority: '上海市公安局浦东分局', from: '2015-03-08', to: 'long-term' },
  { kind: 'hmt-permit', name: '陈嘉朗', sex: 'male', birth: '1990-10-05', address: '广东省深圳市南山区海德三道15号', number: '810000199010053117', authority: '深圳市公安局', from: '2023-01-10', to: '2028-01-10', passNumber: 'H12345678', issueCount: '01' },
  { kind: 'foreign-permanent', name: '乐美', englishName: 'LEFEBVRE, MARIE CLAIRE', sex: 'female', birth: '1980-01-01', number: '911250198001011235', country: 'FRA', from: '2024-06-01', to: '2034-05-31' },
  { kind: 'foreign-permanent', name: 'OKAFOR, CHIDI', englishName: 'OKAFOR, CHIDI', sex: 'male', birth: '1985-07-23', number: 'NGA110185072319', country: 'NGA', from: '2021-04-15', to: '2031-04-14' },
]
