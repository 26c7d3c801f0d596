import { expect, test } from 'vitest'
import { checkSign, checkWords, emptySign, isSignTouched, neededInSign, pickCompany, shapeOf, signInputOf, startReplacing, typeApplicant, wordsInput, type SignForm } from './sign-form'
import type { SignDetail } from '@shared/contract/signs'

const tenant = { id: 7, name: '博远（北京）国际供应链管理有限公司', unitIds: [18], rooms: ['1808'] }
const written = (): SignForm => {
  const form = emptySign()
  pickCompany(form, tenant)
  return Object.assign(form, { kind: 'door-plate', size: '600×180 mm', place: '1808 室门右', fee: '150', sealSeen: true } satisfies Partial<SignForm>)
}

test('10.R1 kind, size, fee, the correct name and the seal are each asked for', () => {
  expect(checkSign(emptySign()).map(({ field }) => field)).toEqual(['company', 'kind', 'size', 'nameZh', 'place', 'feeFen', 'sealSeen'])
  expect(checkSign(written())).toEqual([])
  for (const [field, value] of [['kind', ''], ['size', ' '], ['nameZh', ''], ['place', ''], ['fee', ''], ['fee', '一百'], ['fee', '-5'], ['sealSeen', false]] as const) {
    expect(checkSign(Object.assign(written(), { [field]: value })).map((fault) => fault.field), `${field}: ${value}`).toEqual([field === 'fee' ? 'feeFen' : field])
  }
})

test('10.R1 the name is the company\'s until another is written', () => {
  const form = written()
  expect(form).toMatchObject({ nameZh: tenant.name, unitId: 18, room: '1808' })
  pickCompany(form, { ...tenant, id: 8, name: '恒越信息技术' })
  expect(form.nameZh).toBe('恒越信息技术')
  form.nameZh = '恒越'
  pickCompany(form, tenant)
  expect(form.nameZh).toBe('恒越')
})

test('a company or a room that was typed but not chosen is none yet', () => {
  expect(checkSign(Object.assign(written(), { tenantId: null })).map(({ code }) => code)).toEqual(['company-unknown'])
  expect(checkSign(Object.assign(written(), { unitId: null })).map(({ code }) => code)).toEqual(['room'])
})

test('a fee of nought is a fee', () => {
  expect(checkWords(Object.assign(written(), { fee: '0' }))).toEqual([])
  expect(wordsInput(Object.assign(written(), { fee: '1,250.50元' })).feeFen).toBe(125_050)
})

test('another sign in the place of one brings its words, not its seal or its fee', () => {
  const form = emptySign()
  startReplacing(form, { id: 3, no: 'SP26-000003', kind: 'door-plate', size: '600×180 mm', nameZh: '博远', nameEn: 'Boyuan', place: '门右', feeFen: 15_000, tenantId: 7, tenantName: '博远', unitId: 18, room: '1808' } as SignDetail)
  expect(form).toMatchObject({ replaces: 3, replacesNo: 'SP26-000003', nameEn: 'Boyuan', fee: '', sealSeen: false })
  expect(neededInSign(form)).toBe('feeFen')
  expect(signInputOf(Object.assign(form, { fee: '150', sealSeen: true }), true)).toMatchObject({ replaces: 3, feeFen: 15_000, print: true })
})

test('P3 a name typed over a known one takes their number away', () => {
  const form = Object.assign(written(), { contactId: 4, applicant: '汪以宁', phoneMasked: '138****2716' })
  typeApplicant(form, '周')
  expect(form).toMatchObject({ applicant: '周', contactId: null, phoneMasked: '' })
})

test('an untouched form is empty, one word is not', () => {
  expect(isSignTouched(emptySign())).toBe(false)
  expect(isSignTouched({ ...emptySign(), place: '大堂' })).toBe(true)
})

test.each([['600×180 mm', 600 / 180], ['60 x 20cm', 3], ['宽 600mm × 高 300mm', 2], ['６００＊２００', 3], ['A4', null], ['', null], ['0×10', null]])('the shape of %s', (size, shape) => {
  expect(shapeOf(size)).toBe(shape)
})
