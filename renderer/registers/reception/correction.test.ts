import { describe, expect, test } from 'vitest'
import type { EntryDetail } from '@shared/contract/reception'
import { dayStart } from '@shared/rules/time'
import { changesOf, correctionOf, faultOfCorrection, writtenAnew } from './correction'

const at = (hours: number): number => dayStart('2026-03-12') + hours * 3_600_000
const entry = {
  kind: 'visit', state: 'inside', name: '林若楠', people: 2, company: '恒越信息', companions: ['方以恒'], documentKind: 'resident', documentMasked: '110105********002X', documentSeen: true,
  phoneMasked: '', hostName: '陆文博', purpose: 'meeting', category: null, matter: '', result: '', cardNo: 'T-001', validUntil: at(18), leftAt: null, expectedAt: null, notifiedDepartment: null, notifiedPerson: '',
} as unknown as EntryDetail
const call = { ...entry, kind: 'call', state: 'waiting', category: 'repair', people: 1, companions: [], cardNo: '', validUntil: null, notifiedDepartment: 'engineering', notifiedPerson: '袁志刚' } as EntryDetail

describe('更正', () => {
  test('a form as it opened changes nothing', () => {
    expect(changesOf(entry, correctionOf(entry))).toEqual({})
    expect(changesOf(call, correctionOf(call))).toEqual({})
  })

  test('16.R1 of a visit card, others of the group, validity and the seen document are corrected too', () => {
    const form = { ...correctionOf(entry), cardNo: 'T-005', companions: '方以恒，宋雨桐', people: '3', until: '20:30', documentSeen: false }
    expect(faultOfCorrection(entry, form)).toBeNull()
    expect(changesOf(entry, form)).toEqual({ cardNo: 'T-005', companions: ['方以恒', '宋雨桐'], people: 3, validUntil: at(20.5), documentSeen: false })
    const left = { ...entry, state: 'left', leftAt: at(17) } as EntryDetail
    expect(changesOf(left, { ...correctionOf(left), until: '20:30', leftTime: '16:30' })).toEqual({ leftAt: at(16.5) })
  })

  test('16.R4 the time of an appointment is corrected while the visitor is expected, to another day too', () => {
    const expected = { ...entry, state: 'expected', validUntil: null, cardNo: '', expectedAt: at(15) } as EntryDetail
    expect(changesOf(expected, correctionOf(expected))).toEqual({})
    expect(changesOf(expected, { ...correctionOf(expected), expectedDay: '20260313', expectedTime: '9:30' })).toEqual({ expectedAt: at(33.5) })
    expect(faultOfCorrection(expected, { ...correctionOf(expected), expectedDay: '2026-02-30' })).toEqual({ field: 'expectedDay', code: 'day' })
    expect(faultOfCorrection(expected, { ...correctionOf(expected), expectedTime: '' })).toEqual({ field: 'expectedAt', code: 'time' })
    const arrived = { ...expected, state: 'inside' } as EntryDetail
    expect(changesOf(arrived, { ...correctionOf(arrived), expectedTime: '9:30' })).toEqual({})
  })

  test('P3 a phone or document number is taken away, whatever was begun in its place', () => {
    expect(changesOf(entry, { ...correctionOf(entry), noDocument: true, documentNumber: '1101', documentSeen: false })).toEqual({ documentNumber: '' })
    expect(changesOf(entry, { ...correctionOf(entry), noPhone: true, phone: '138' })).toEqual({ phone: '' })
    expect(changesOf(call, { ...correctionOf(call), noPhone: true })).toEqual({ phone: '' })
  })

  test('16.R2 a call told to the wrong department is told to another', () => {
    expect(changesOf(call, { ...correctionOf(call), department: 'security', person: '' })).toEqual({ notify: { department: 'security', person: '' } })
  })

  test('a time that is none, or no people, is told under its field', () => {
    expect(faultOfCorrection(entry, { ...correctionOf(entry), until: '25:00' })).toEqual({ field: 'validUntil', code: 'time' })
    expect(faultOfCorrection(entry, { ...correctionOf(entry), people: '0' })).toEqual({ field: 'people', code: 'people' })
  })

  test('a draft taken up again holds only what was written anew', () => {
    const was = correctionOf(entry)
    expect(writtenAnew({ was, now: { ...was } })).toEqual({})
    expect(writtenAnew({ was, now: { ...was, company: '恒越信息技术', reason: '写错' } })).toEqual({ company: '恒越信息技术', reason: '写错' })
  })
})
