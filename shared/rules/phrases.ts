import { departmentWords, purposeWords } from '../slip/visitor-slip'
import { levelWords } from '../slip/complaint-slip'
import { passKindWords } from '../slip/pass-words'
import { DEPOSIT_LINE, PASS_FEE_LINE, paymentWords } from '../slip/receipt-slip'
import { signKindWords } from '../slip/sign-slip'
import type { PassKind } from './pass'
import { stampOf } from './time'

type Keyed<P extends string, T> = { [K in keyof T as `${P}-${K & (string | number)}`]: string }
const keyed = <P extends string, T extends Record<string | number, string>>(prefix: P, words: T): Keyed<P, T> =>
  Object.fromEntries(Object.entries(words).map(([key, word]) => [`${prefix}-${key}`, word])) as Keyed<P, T>

/**
 * What the counter itself writes into records, by code, in the tower's language: as it is stored, printed and exported.
 * A page in another language words it from `phrases.<code>` of its locale, with the same values filled in
 * (docs/decisions/phrases.md). A template that records bear is never changed, only left behind for another.
 */
export const phrases = {
  // 交接班 (16.R5): what is unfinished
  'visitors': '{who}等 {n} 人', 'inside': '{who}仍在 {place}', 'awaits': '{who}等 {place} 回复', 'to-come': '{who}预约到 {place}', 'leave-by': '{at} 前离开',
  'not-acknowledged': '{whom}未签收', 'person-of': '{department} {person}', 'reminded': '催过 {n} 次', 'matter-of': '{who}：{matter}', 'no-result': '未填结果', 'not-printed': '{slip}未打印', 'see-paper': '发出后没有回音，请先看纸', 'did-not-print': '没有打出', 'waits-for-printer': '在等打印机',
  'more': '另有 {n} 件', 'kind-still-inside': '仍在内', 'kind-awaiting-answer': '待回复', 'kind-expected': '预约未到', 'kind-notice-open': '通知未签收', 'kind-no-result': '未填结果', 'kind-print-unfinished': '未打印', 'erased': '（已删除）',
  ...keyed('open', {
    'order-quoting': '待客户答复报价', 'order-unfetched': '待领单', 'order-working': '维修中', 'order-parts': '待料', 'order-unsigned': '待客户签字', 'order-unreturned': '未返单', 'order-unverified': '待核验',
    'service-quoted': '待客户答复报价', 'service-due': '待付', 'complaint-new': '待处理', 'complaint-escalated': '已升级', 'complaint-handling': '处理中', 'complaint-to-ask': '待问客户', 'complaint-repairing': '转报修，待返单',
    'pass-ready': '待领', 'pass-expiring': '将到期', 'pass-expired': '已过期未退', 'pass-unfiled': '资料待归档', 'permit-held': '待签发', 'permit-open': '待放行', 'permit-differs': '不符退回', 'permit-missing': '未收回',
    'key-out': '在借', 'key-late': '逾期未还', 'cutting-requested': '配制待主管核', 'cutting-checked': '配制待批', 'cutting-approved': '待配制', 'cutting-cut': '待登记入柜', 'custody-unsealed': '已启封未再封', 'key-incident': '损坏遗失待了结', 'stocktake-unchecked': '盘点待核', 'stocktake-due': '该盘点了',
    'sign-applied': '待客户核对', 'sign-returned': '已退客户', 'sign-ordered': '制作中', 'sign-departed': '已退租待拆', 'sign-moved': '已换房待拆', 'sign-renamed': '已更名待换',
  }),
  ...keyed('department', departmentWords),
  // notices (16.R1)
  'room': '{room}室', 'called': '{who}来电', 'came': '{who}来访', 'group': '{who}等{n}人', ...keyed('purpose', purposeWords),
  'added': '又报：{said}', 'corrected': '更正：{said}', 'urged': '催办 {n}：{said}', 'complained': '{who}投诉', ...keyed('level', levelWords),
  'goods-differ': '货条不符', 'not-let-out': '没有放行', 'on-permit': '{name}条上{n}', 'counted': '实点{n}', 'off-permit': '条外：{what}',
  'chase-slip': '追查第{n}次：门岗联没有交回', 'bring-slip': '请找出交前台', 'chase-goods': '追查第{n}次：过期没有放行记录', 'find-out': '请查明是否出门',
  'pass-issued': '新办证件', 'pass-renewed': '续证', 'pass-old-void': '旧证作废', 'pass-lost': '挂失作废', 'number': '{no}', 'range': '{from} 至 {to}', 'range-more': '{from} 等 {n} 张', 'valid-until': '有效至 {day}',
  'supervisor': '主管', 'project-manager': '项目经理',
  // why the weekly meeting hears of a complaint (5.R2)
  'nth-round': '第 {n} 次处理', 'same-place': '同处 {days} 天内 {n} 件', 'same-kind': '同类 {days} 天内 {n} 件',
  // what receipts are for, and their lines
  'passes': '{kind} {n} 张', ...keyed('pass', passKindWords), 'renewal': '续证 {said}', 'replacement': '补证 {said}', 'passes-back': '退证 {said}', 'key-deposit': '钥匙押金 {key}', 'key-refund': '退还押金 钥匙 {key}', 'service-of': '有偿服务 {said}', 'sign-of': '水牌 {name}',
  'deposit-line': DEPOSIT_LINE, 'pass-fee-line': PASS_FEE_LINE, 'refund-line': '退还押金 {no}（{receipt}）', 'sign-fee-line': '水牌制作费 {sign}', ...keyed('sign', signKindWords), 'paid': '{payment} {amount}', ...keyed('payment', paymentWords),
  // what other pages tell of a record
  'lines-more': '{first}等{n}项', 'goods-more': '{first}等{n}种', 'at-station': '{station}台', 'keys-count': '{name} {n}把', 'key-damage': '{name}损坏 {n}把', 'key-loss': '{name}遗失 {n}把', 'slight': '轻微', 'usual': '一般', 'serious': '严重',
  'board-count': '{board} 板钥匙盘点', 'board-keys': '{board} 板钥匙', 'hooks-differ': '{n} 钩不符', 'never-counted': '还没有盘点过', 'last-counted': '上次盘点 {day}',
  // notes the counter makes on a record's way
  'to-repairs': '转报修 {no}', 'to-complaints': '转投诉 {no}', 'to-services': '转有偿服务 {no}', 'to-passes': '转办证 {no}', 'to-permits': '转出门条 {no}', 'to-keys': '转借钥匙 {no}', 'to-signs': '转水牌 {no}',
  'repair-back': '报修 {no} 已返单', 'verified-good': '核验良好', 'repair-void': '报修 {no} 已作废', 'repair-refused': '报修 {no} 客户不同意报价', 'repair-of': '报修 {no}', 'no-photo': '没有照片：{reason}', 'to-finish': '预计完工 {stamp}', 'works-first': '先修后补单',
  'receipt-lost': '收据遗失：{reason}（{by}）', 'lost-of': '挂失 {no}', 'key-lost': '钥匙遗失', 'key-damaged': '钥匙损坏', 'imported': '导入', 'authority-letter': '盖章函件', 'authority-signatory': '指定签字人', 'checked-anew': '另验',
  // the names of slips
  ...keyed('slip', {
    'visitor': '访客单', 'notice': '告知单', 'handover': '交接单', 'work-order': '维修工作令单', 'urge': '催单', 'quote': '报价单', 'service': '有偿服务单', 'receipt': '收据', 'refund': '退款收据', 'void-receipt': '作废收据', 'complaint': '客户投诉记录', 'complaint-urge': '投诉催办单',
    'day-close': '日结单', 'drawer': '清点单', 'float': '备用金领款单', 'declaration': '作废声明', 'pass-notice': '证件告知单', 'pass-reminder': '到期提醒', 'pass-steps': '办证/退证程序表', 'exit-permit': '出门条', 'permit-differs': '货条不符单', 'permit-chase': '出门条追查单',
    'key-loan': '钥匙借用单', 'key-urge': '钥匙催还单', 'key-seal': '钥匙封存签', 'sign-application': '水牌申请表', 'sign-order': '水牌制作单', 'test': '试打',
  }),
} as const

export type PhraseCode = keyof typeof phrases
/** A sentence of the counter and what is filled in. A number as `at` is a moment. */
export interface Phrase { code: PhraseCode; params: Record<string, string | number | Said[]> }
/** People's words as they are, or the counter's own. */
export type Said = string | Phrase

type Places<T extends string> = T extends `${string}{${infer Place}}${infer Rest}` ? Place | Places<Rest> : never
type Given<C extends PhraseCode> = Places<(typeof phrases)[C]>

export const say = <C extends PhraseCode>(code: C, ...params: [Given<C>] extends [never] ? [] : [Record<Given<C>, string | number | Said[]>]): Phrase => ({ code, params: params[0] ?? {} })

/** 身份确认卡 3 张. */
export const passesOf = (kind: PassKind, n: number): Phrase => say('passes', { kind: [say(`pass-${kind}`)], n })

/** In the tower's language, parts with 「，」 between, those there are. `moment` words an `at`. */
export function inChinese(said: Said | readonly (Said | false | null | undefined)[], moment: (at: number) => string = stampOf): string {
  if (typeof said === 'string') return said
  if (!('code' in said)) return said.flatMap((each) => (each ? [inChinese(each, moment)] : [])).join('，')
  return phrases[said.code].replace(/\{(\w+)\}/g, (_, place: string) => {
    const value = said.params[place] ?? ''
    return typeof value === 'number' ? (place === 'at' ? moment(value) : String(value)) : inChinese(value, moment)
  })
}

const codesOf = (prefix: string, words: object): PhraseCode[] => Object.keys(words).map((key) => `${prefix}-${key}` as PhraseCode)
const pieces = ['room', 'on-permit', 'counted', 'off-permit', 'goods-more'] as const satisfies PhraseCode[]
const record = ['renewal', 'replacement', 'passes-back', 'passes', ...codesOf('pass', passKindWords), 'key-deposit', 'key-refund', 'service-of', 'sign-of', 'deposit-line', 'pass-fee-line', 'refund-line', 'sign-fee-line', ...codesOf('sign', signKindWords), 'paid', ...codesOf('payment', paymentWords), 'lines-more', 'goods-more', 'at-station', 'key-damage', 'key-loss', 'keys-count', 'slight', 'usual', 'serious', 'board-count', 'board-keys', 'hooks-differ', 'never-counted', 'last-counted'] as const satisfies PhraseCode[]

/** Where such words are read, and what may stand there: nothing else is taken for the counter's own. */
const readable = {
  notice: ['number', 'urged', 'added', 'corrected', ...pieces, 'called', 'came', 'group', ...codesOf('purpose', purposeWords), 'complained', ...codesOf('level', levelWords), 'goods-differ', 'not-let-out', 'chase-slip', 'bring-slip', 'chase-goods', 'find-out', 'pass-issued', 'pass-renewed', 'pass-old-void', 'pass-lost', 'passes', ...codesOf('pass', passKindWords), 'range', 'range-more', 'valid-until'],
  person: ['supervisor', 'project-manager'],
  meeting: [...codesOf('level', levelWords), 'nth-round', 'same-place', 'same-kind'],
  record,
  title: [...record, 'matter-of'],
  note: ['to-repairs', 'to-complaints', 'to-services', 'to-passes', 'to-permits', 'to-keys', 'to-signs', 'repair-back', 'verified-good', 'repair-void', 'repair-refused', 'repair-of', 'no-photo', 'to-finish', 'works-first', 'receipt-lost', 'lost-of', 'key-lost', 'key-damaged', 'imported', 'authority-letter', 'authority-signatory', 'checked-anew', ...pieces],
  slip: (Object.keys(phrases) as PhraseCode[]).filter((code) => code.startsWith('slip-')),
  content: ['added'],
} satisfies Record<string, PhraseCode[]>
export type PlaceOfWords = keyof typeof readable

const anyOf = (words: Record<string, string>): string => Object.values(words).join('|')
const NO = '[A-Z]{2}\\d{2}-\\d{6}'
/** Words without such a character, but for what stands in brackets. */
const clause = (ends: string): string => `(?:（[^（）]*）|[^${ends}（]|（(?![^（）]*）))+`
/** Any value that does not look like one of these is of one clause. */
const CLAUSE = clause('，；')
/** What a value looks like where it is not just any words. */
const looks: Record<string, string> = {
  n: '\\d+', days: '\\d+', room: '[A-Za-z\\d][A-Za-z\\d./座栋-]{0,19}', day: '\\d{4}-\\d{2}-\\d{2}', stamp: '[\\d :-]+', no: `${NO}(?:、${NO})*`, key: '[^，；\\s]{1,6}-\\d{1,3}', receipt: NO, from: NO, to: NO, station: '(?=\\d*[A-Za-z])[A-Za-z\\d-]{1,20}', amount: '[^\\s]+',
  kind: anyOf(passKindWords), sign: anyOf(signKindWords), payment: anyOf(paymentWords), said: '.+', reason: '.+', matter: '.+', who: clause('，；：'),
}
/** Values that the counter may have worded itself. */
const nested = new Set(['said', 'who', 'kind', 'sign', 'payment'])

interface Reader { code: PhraseCode; places: string[]; regex: RegExp }
const readers = new Map<PlaceOfWords, Reader[]>()
const escaped = (text: string): string => text.replace(/[.*+?^$()[\]\\|/-]/g, '\\$&')
function readersOf(place: PlaceOfWords): Reader[] {
  const known = readers.get(place)
  if (known) return known
  const made = readable[place].map((code): Reader => {
    const parts = phrases[code].split(/\{(\w+)\}/)
    return { code, places: parts.filter((_, i) => i % 2 === 1), regex: new RegExp(`^${parts.map((part, i) => (i % 2 === 1 ? `(${looks[part] ?? CLAUSE})` : escaped(part))).join('')}$`) }
  })
  readers.set(place, made)
  return made
}

function readOne(text: string, place: PlaceOfWords): Phrase | null {
  for (const { code, places, regex } of readersOf(place)) {
    const match = regex.exec(text)
    if (match) return { code, params: Object.fromEntries(places.map((name, i) => [name, nested.has(name) ? readPhrases(match[i + 1]!, place) : match[i + 1]!])) }
  }
  return null
}

/**
 * The counter's own words in a text that a record bears, people's between them as they are; `[text]` where none are its own.
 * Clauses stand between 「，」 and 「；」 that are not in brackets.
 */
export function readPhrases(text: string, place: PlaceOfWords): Said[] {
  const whole = readOne(text, place)
  if (whole) return [whole]
  const clauses = text.split(/([，；])(?![^（）]*）)/)
  // The counter writes no empty ones.
  if (clauses.includes('')) return [text]
  const said: Said[] = []
  for (let at = 0; at < clauses.length; at += 2) {
    const read = readOne(clauses[at]!, place)
    const before = said.at(-1)
    if (read === null && typeof before === 'string') said[said.length - 1] = `${before}${clauses[at - 1]!}${clauses[at]!}`
    else said.push(read ?? clauses[at]!)
  }
  return said
}
