import { describe, expect, test } from 'vitest'
import { companyReading, personReading } from './pinyin'

describe('16.R1 how a name is typed', () => {
  test('16.R1 a surname has its own reading', () => {
    expect(personReading('单晓明')).toEqual({ pinyin: 'shanxiaoming', initials: 'sxm' })
    expect(personReading('解晓东').pinyin).toBe('xiexiaodong')
    expect(personReading('欧阳娜娜').initials).toBe('oynn')
    expect(personReading('吕布').pinyin).toBe('lvbu')
  })

  test('16.R1 brackets are left out, Latin letters and digits stand for themselves', () => {
    expect(companyReading('博远（北京）国际ABC供应链12')).toEqual({ pinyin: 'boyuanbeijingguojiabcgongyinglian12', initials: 'bybjgjabcgyl12' })
    expect(personReading('John Smith').pinyin).toBe('johnsmith')
    expect(personReading('古丽娜尔·艾山江').initials).toBe('glneasj')
  })
})
