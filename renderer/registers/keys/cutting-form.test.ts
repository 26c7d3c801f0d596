import { expect, test } from 'vitest'
import { checkCutting, cuttingInputOf, cuttingOfDraft, emptyCutting, pickHook, type CuttingForm } from './cutting-form'

const hook = { id: 34, no: 'A-34', unitId: 7, room: '2205', name: '正门', type: 'mailbox' } as const
const faults = (form: CuttingForm): string[] => checkCutting(form).map(({ field, code }) => `${field}:${code}`)

test('11.R7 which key, how many and why; a key without a hook has a name', () => {
  expect(faults(emptyCutting())).toEqual(['name:key-name', 'reason:reason'])
  expect(faults({ ...emptyCutting(), keyNo: 'A-99', room: '22', count: '0' })).toEqual(['keyId:key-unknown', 'room:room', 'name:key-name', 'count:count', 'reason:reason'])
  expect(faults({ ...emptyCutting(), name: '新门', reason: '换锁' })).toEqual([])
})

test('another of a hook\'s keys takes its room and kind from the hook', () => {
  const form = emptyCutting()
  pickHook(form, hook)
  Object.assign(form, { count: '2', reason: ' 人员增加 ' })
  expect(cuttingInputOf(form)).toEqual({ from: null, keyId: 34, unitId: null, name: '正门', type: 'mailbox', count: 2, reason: '人员增加', applicant: '' })
  expect(cuttingOfDraft(JSON.parse(JSON.stringify(form)))).toEqual(form)
})
