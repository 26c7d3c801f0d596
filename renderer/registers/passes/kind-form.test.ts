import type { PassKindSetting } from '@shared/contract/passes'
import { expect, test } from 'vitest'
import { kindForm, kindOfForm } from './kind-form'

const kind: PassKindSetting = { kind: 'temporary', papers: [{ key: 'licence-copy', check: 'sealed', required: true }, { key: 'photo', check: 'stored', required: false }], depositFen: 5000, feeFen: 0, renewalFeeFen: 1050, termDays: 90, minAge: 16, colour: 'green', cardText: '凭证出入', cardFields: ['company', 'trade'], form: 'procedure', asksTrade: true, version: 3 }

test('12.R5 what a kind asks for and costs comes back as it was', () => {
  expect(kindOfForm(kindForm(kind), kind)).toEqual(kind)
  expect(kindForm(kind)).toMatchObject({ deposit: '50.00', fee: '0.00', renewalFee: '10.50' })
})

test('12.F2 12.F5 what stands on the card comes in the card\'s order, whichever was ticked first; the register is chosen', () => {
  const form = kindForm(kind)
  Object.assign(form, { cardFields: ['trade', 'room', 'company'], form: 'construction', asksTrade: false })
  expect(kindOfForm(form, kind)).toMatchObject({ cardFields: ['company', 'room', 'trade'], form: 'construction', asksTrade: false })
})

test('12.R2 a paper that is taken off is asked no more, one that is put on is', () => {
  const form = kindForm(kind)
  form.papers[0]!.asked = false
  Object.assign(form.papers.find(({ key }) => key === 'introduction-letter')!, { asked: true, check: 'sealed' })
  expect(kindOfForm(form, kind)).toMatchObject({ papers: [{ key: 'photo', check: 'stored', required: false }, { key: 'introduction-letter', check: 'sealed', required: true }] })
})

test.each([['deposit', '-1', 'depositFen'], ['fee', '10001', 'feeFen'], ['renewalFee', '三十', 'renewalFeeFen'], ['termDays', '0', 'termDays'], ['minAge', '101', 'minAge']] as const)('%s of %s is refused', (field, text, named) => {
  expect(kindOfForm({ ...kindForm(kind), [field]: text }, kind)).toEqual({ field: named })
})
