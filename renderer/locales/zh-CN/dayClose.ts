/** 日结 (M1). */
export default {
  title: '日结', takings: '今日收付', receipts: '收据', noReceipts: '还没有收据', receiptsSum: '收 {count} 张，作废 {voids} 张，退款 {refunds} 张', cashIn: '现金收入', cashOut: '现金退还',
  drawer: '钱箱', lastCount: '最近清点', counted: '点出 {amount}，上交财务 {handedIn}', left: '清点后留存', ledger: '账上应有', equal: '账实相符，清点后没有进出', nothingMoved: '清点后没有进出', empty: '钱箱没有现金，不用清点', stale: '钱箱里有现金，这次日结还没有清点。先清点再日结。', uncounted: '清点后钱箱又有进出，先清点再日结。', count: '去清点', countFirst: '先清点钱箱', unbalanced: '总账不平。请找财务对账，先不要日结。',
  openTitle: '今日未完', openThen: '当日未完', nothingOpen: '没有未完的', deposits: '在押押金', held: '在押押金', note: '备注', by: '日结人', sign: '日结签名', do: '签字日结并打印', already: '今天已日结：{no}，{by} {time}。原单不改。', when: '日结', since: '自上次日结', again: '再结一次', whyAgain: '原因', againHint: '例如：上一张是零点后补结昨晚的',
  past: '以前的日结', clean: '全清', openKinds: '未完 {n} 项', none: '还没有日结过。', noneHint: '今天清点、签字后，日结单列在这里。',
  open: { 'prints-waiting': '没打的小票', 'prints-unknown': '打印没有回音', 'permits-open': '待放行的出门条', 'permits-missing': '过期未收回的出门条', 'keys-out': '在借的钥匙', 'visitors-inside': '仍在楼内的访客', 'passes-ready': '待领的证件' },
}
