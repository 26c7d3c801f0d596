import { expect, test } from 'vitest'
import type { Step } from '@shared/contract/base'
import { wayOf } from './order-steps'

type Facts = Parameters<typeof wayOf>[0]
const order = (over: Partial<Facts> = {}): Facts => ({
  state: 'issued', chargeable: false, emergencyFirst: false, at: 1, receivedBy: '周晓岚', reporter: '陆文博', fetchedBy: '', fetchedAt: null, worker: '', assignedAt: null, startedAt: null,
  finishedAt: null, clientSigned: null, returnedAt: null, verification: null, filedAt: null, steps: [], ...over,
})
const step = (action: string, at: number, actor: string): Step => ({ id: at, action, from: '', to: '', at, actor, station: 'A1', person: '', note: '' })
const phases = (facts: Facts, quote: Parameters<typeof wayOf>[1] = null): string => wayOf(facts, quote).map(({ name, phase }) => `${name}:${phase}`).join(' ')

test('13.R3 a chargeable order goes by its quote and the client, a free one by its dispatch', () => {
  expect(phases(order({ state: 'quoting', chargeable: true }))).toBe('received:done quoted:now agreed:todo fetched:todo finished:todo signed:todo returned:todo verified:todo filed:todo')
  expect(phases(order({ chargeable: true, emergencyFirst: true }))).toContain('assigned:todo')
})

test('the step of the moment tells whom it waits for, and since when', () => {
  const signed = { by: '陆文博', at: 4, signatureId: 1, onPaper: false, scanId: null }
  const way = wayOf(order({ state: 'issued', chargeable: true, steps: [step('agree', 5, '周晓岚')] }), { at: 3, openedBy: '周晓岚', agreement: signed })
  expect(way[2]).toEqual({ name: 'agreed', phase: 'done', who: '陆文博', at: 5, awaits: null })
  expect(way[3]).toEqual({ name: 'fetched', phase: 'now', who: '', at: 5, awaits: 'engineering' })
})

test('who works is waited for by name; who returned it is the one that took the step', () => {
  const started = order({ state: 'started', fetchedBy: '何建国', fetchedAt: 2, worker: '何建国', assignedAt: 2, startedAt: 3 })
  expect(wayOf(started, null).find(({ phase }) => phase === 'now')).toMatchObject({ name: 'finished', at: 3, awaits: { name: '何建国' } })
  expect(wayOf({ ...started, state: 'waiting-parts' }, null).find(({ phase }) => phase === 'now')).toMatchObject({ name: 'finished', awaits: 'parts' })
  const back = order({ ...started, state: 'returned', finishedAt: 4, clientSigned: { by: '陆文博', at: 5, signatureId: null, onPaper: true, scanId: null }, returnedAt: 6, steps: [step('return', 6, '周晓岚')] })
  expect(wayOf(back, null)[6]).toMatchObject({ name: 'returned', phase: 'done', who: '周晓岚', at: 6 })
})

test('an order given to somebody else while it is worked on was begun by the one before', () => {
  const given = (at: number, person: string): Step => ({ ...step('assign', at, '何建国'), person })
  const way = wayOf(order({ state: 'started', fetchedBy: '何建国', fetchedAt: 2, worker: '王立强', assignedAt: 5, startedAt: 3, steps: [given(2, '孙立'), given(5, '王立强')] }), null)
  expect(way.slice(2, 5)).toMatchObject([{ name: 'assigned', who: '孙立', at: 2 }, { name: 'started', who: '孙立', at: 3 }, { name: 'finished', awaits: { name: '王立强' } }])
})

test('13.R3 17.R2 a refused order ends with the refusal, a void one where it stood', () => {
  const refusal = { by: '陆文博', at: 4, signatureId: null, onPaper: false, scanId: null }
  const refused = order({ state: 'refused', chargeable: true, steps: [step('refuse', 4, '周晓岚')] })
  expect(phases(refused, { at: 3, openedBy: '周晓岚', agreement: refusal })).toBe('received:done quoted:done refused:done')
  expect(wayOf(refused, { at: 3, openedBy: '周晓岚', agreement: refusal })[2]).toMatchObject({ who: '陆文博', at: 4 })
  expect(phases(order({ state: 'void', fetchedBy: '何建国', fetchedAt: 2 }))).toBe('received:done fetched:done')
})

test('nothing is to come of a void, refused or filed order', () => {
  for (const state of ['void', 'refused', 'filed'] as const) expect(phases(order({ state, chargeable: true })), state).not.toContain('now')
})
