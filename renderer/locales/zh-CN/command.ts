export default {
  title: '命令栏',
  placeholder: '找单位、房号、人、编号，或直接写要办的事',
  esc: '回到原处，所写不丢',
  found: '找到的',
  none: '没有找到。换个写法：房号、姓名、拼音首字母、编号。',
  open: '打开',
  hint: '数字、汉字、拼音首字母都可；手机号只认后四位',
  group: { place: '房间与单位', entry: '记录', action: '就此去办', page: '页面', own: '本人' },
  vacant: '空置',
  kind: { unit: '房间', tenant: '单位', contact: '联系人' },
  action: { visit: '为 {place} 登记来访', call: '为 {place} 登记来电', repair: '为 {place} 报修', complaint: '为 {place} 记投诉', service: '为 {place} 开有偿服务', 'pass': '为 {place} 办证', 'exit-permit': '为 {place} 开出门条', 'key': '借 {place} 的钥匙', 'sign': '为 {place} 办水牌' },
  state: {
    'expected': '预约', 'asked': '待回复', 'inside': '在内', 'left': '已离开', 'declined': '婉拒', 'no-show': '未到',
    'waiting': '待告知', 'notified': '已告知', 'closed': '已结', 'void': '作废',
  },
}
