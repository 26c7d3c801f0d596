import { describe, expect, test } from 'vitest'
import { companyReading, departmentReading, personReading } from './pinyin'

describe('16.R1 how a name is typed', () => {
  test('16.R1 a surname has its own reading', () => {
    expect(personReading('单晓明')).toEqual({ pinyin: 'shan xiao ming', initials: 'sxm' })
    expect(personReading('解晓东').pinyin).toBe('xie xiao dong')
    expect(personReading('欧阳娜娜')).toEqual({ pinyin: 'ou yang na na', initials: 'oynn' })
    expect(personReading('吕布').pinyin).toBe('lv bu')
  })

  test('16.R1 brackets are left out, Latin letters and digits stand for themselves', () => {
    expect(companyReading('博远（北京）国际ABC供应链12')).toEqual({ pinyin: 'boyuanbeijingguojiabcgongyinglian12', initials: 'bybjgjabcgyl12' })
    expect(personReading('John Smith')).toEqual({ pinyin: 'john smith', initials: 'johnsmith' })
    expect(personReading('陆A君2号').pinyin).toBe('lu a jun 2 hao')
    expect(personReading('古丽娜尔·艾山江').initials).toBe('glneasj')
  })

  test('16.R4 a person\'s and a department\'s reading keeps its syllables apart, so that each first letter can be marked', () => {
    expect(personReading('陆文博')).toEqual({ pinyin: 'lu wen bo', initials: 'lwb' })
    expect(personReading('古丽娜尔·艾山江').pinyin).toBe('gu li na er ai shan jiang')
    expect(departmentReading('工程部')).toEqual({ pinyin: 'gong cheng bu', initials: 'gcb' })
    expect(personReading(' ').pinyin).toBe('')
  })
})
