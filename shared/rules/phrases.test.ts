import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inChinese, passesOf, type PhraseCode, phrases, readPhrases, say } from './phrases'

const ROOM = say('room', { room: '1903' })

describe('a text of the counter is read back into what it was made of', () => {
  test.each([
    // 16.R1
    ['notice', [ROOM, say('complained', { who: ['丁强英'] }), say('level-2'), '消防通道堆放装修材料']],
    ['notice', [say('urged', { n: 2, said: [ROOM, say('complained', { who: ['丁强英'] }), say('level-1'), '异味'] })]],
    ['notice', [ROOM, say('came', { who: [say('group', { who: ['何婉清（恒越信息技术）'], n: 3 })] }), say('purpose-works')]],
    ['notice', [say('goods-differ'), say('not-let-out'), ROOM, '北京瑞景物流有限责任公司', say('on-permit', { name: '文件柜', n: 4 }), say('counted', { n: 6 })]],
    ['notice', [say('pass-issued'), passesOf('construction', 12), say('range', { from: 'SZ26-000012', to: 'SZ26-000023' }), '鼎信装饰工程有限公司', ROOM, say('valid-until', { day: '2026-12-30' })]],
    ['notice', [ROOM, say('added', { said: ['灯也不亮'] }), '杨桂丽']],
    // 5.R2
    ['meeting', [say('level-3'), say('nth-round', { n: 3 }), say('same-place', { days: 30, n: 4 }), say('same-kind', { days: 30, n: 5 })]],
    ['record', [say('passes-back', { said: [passesOf('identity', 1)] })]],
    ['record', [say('service-of', { said: [say('lines-more', { first: '更换阀门', n: 3 })] })]],
    ['record', ['1401', say('sign-of', { name: '苏州拓维律师事务所（特殊普通合伙）' }), say('paid', { payment: [say('payment-transfer')], amount: '¥200.00' })]],
    ['record', [say('key-deposit', { key: 'B1-12' })]],
    ['record', [say('key-refund', { key: '东-3' })]],
    ['record', ['日结', say('at-station', { station: 'AB1' }), '周晓岚']],
    ['notice', [say('room', { room: 'A座1801' }), say('came', { who: ['王强（博远，北京）'] })]],
    ['notice', [say('on-permit', { name: '文件柜（两门，已空）', n: 4 })]],
    ['title', [say('matter-of', { who: ['何婉清'], matter: '面谈' })]],
    ['content', ['空调不制冷', say('added', { said: ['灯也不亮'] })]],
    ['note', [say('repair-back', { no: 'WX26-000001、WX26-000002' }), say('verified-good')]],
    ['note', [say('no-photo', { reason: '厂家安装，未带回照片' })]],
  ] as const)('%s: %j', (place, said) => {
    const text = inChinese(said)
    const read = readPhrases(text, place)
    expect(inChinese(read)).toBe(text)
    const codes = (parts: readonly unknown[]): unknown[] => parts.map((part) => (typeof part === 'string' ? part : (part as { code: PhraseCode }).code))
    expect(codes(read)).toEqual(codes(said))
    expect(JSON.stringify(read)).toBe(JSON.stringify(said).replace(/:(\d+)([,}])/g, ':"$1"$2'))
  })

  test('what people wrote stays as they wrote it, its commas too', () => {
    expect(readPhrases('空调有异味，午后更重', 'notice')).toEqual(['空调有异味，午后更重'])
    expect(readPhrases('客户要求上会，三级', 'meeting')).toEqual(['客户要求上会', say('level-3')])
    expect(readPhrases('打印机1台', 'record')).toEqual(['打印机1台'])
    expect(readPhrases('18层会议室，灯不亮，王强', 'notice')).toEqual(['18层会议室，灯不亮，王强'])
    expect(['会议室', '送到茶水间旁的办公室'].flatMap((place) => readPhrases(place, 'note'))).toEqual(['会议室', '送到茶水间旁的办公室'])
    expect(readPhrases('空调：异响', 'record')).toEqual(['空调：异响'])
  })

  test('no text is lost by reading it, whatever it says', () => {
    const words = fc.array(fc.oneof(fc.constantFrom(...Object.values(phrases), '，', '；', '1808室', '三级'), fc.string({ maxLength: 8 })), { maxLength: 6 }).map((parts) => parts.join(''))
    fc.assert(fc.property(words, fc.constantFrom('notice', 'meeting', 'record', 'note', 'slip', 'person', 'title', 'content'), (text, place) => {
      // 「；」 between two of the counter's own is a 「，」 once they are parts.
      expect(inChinese(readPhrases(text, place)).replaceAll('；', '，')).toBe(text.replaceAll('；', '，'))
    }))
  })
})

test('every slip that is printed has a name in the page\'s language', () => {
  const slips = import.meta.glob<Record<string, unknown>>('../slip/*-slip.ts', { eager: true })
  const titles = Object.values(slips).flatMap((exports) => Object.entries(exports).filter(([name]) => name.endsWith('_SLIP')).map(([, title]) => title as string))
  expect(titles.length).toBeGreaterThan(20)
  expect(titles.filter((title) => typeof readPhrases(title, 'slip')[0] === 'string')).toEqual([])
})
