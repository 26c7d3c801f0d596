import type { Fen } from './money'

const numerals = '零壹贰叁肆伍陆柒捌玖'
const places = ['仟', '佰', '拾', '']

/**
 * An amount in capitals (M1), as vouchers want it: 壹佰贰拾叁元整. After 元 and 角 comes 整, after 分 none; a nought
 * between figures is one 零, and the 零 that may be left out (1,680.32: 壹仟陆佰捌拾元叁角贰分) is left out.
 * Source: 支付结算办法, annex 1. Throws a RangeError on a negative amount and from 10^12 yuan (一万亿) on.
 */
export function capitals(amount: Fen): string {
  if (!Number.isSafeInteger(amount) || amount < 0 || amount >= 1e14) {
    throw new RangeError(`no capitals for ${amount} fen`)
  }
  const yuan = Math.floor(amount / 100)
  const jiao = Math.floor(amount / 10) % 10
  const cents = amount % 10
  const whole = yuan > 0 ? `${integer(yuan)}元` : ''
  if (jiao === 0 && cents === 0) return `${whole || '零元'}整`
  const tenths = jiao > 0 ? `${numerals[jiao]}角` : whole ? '零' : ''
  return whole + tenths + (cents > 0 ? `${numerals[cents]}分` : '整')
}

/** 1 to 10^12 - 1, in groups of four figures: 亿, 万, and the rest. */
function integer(value: number): string {
  let text = ''
  let gap = false
  for (const [scale, unit] of [[1e8, '亿'], [1e4, '万'], [1, '']] as const) {
    const group = Math.floor(value / scale) % 10_000
    if (group === 0) {
      gap = text !== ''
      continue
    }
    if (text !== '' && (gap || group < 1000)) text += '零'
    text += fourFigures(group) + unit
    gap = false
  }
  return text
}

function fourFigures(group: number): string {
  const digits = [...String(group).padStart(4, '0')]
  return digits
    .map((digit, index) => (digit === '0' ? '零' : numerals[Number(digit)]! + places[index]!))
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '')
}
