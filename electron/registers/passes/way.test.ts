import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type PassAction, type PassState } from '../../../shared/rules/pass'
import { agree, onPaper, openPasses, refusal, type TestPasses } from './testing'

let t: TestPasses
beforeEach(async () => { t = await openPasses() })
afterEach(() => t.close())

const signature = onPaper('卓一鸣')
type Step = Exclude<PassAction, 'reinstate'>
/** Written out by hand: what becomes of a step of a pass in a state; a code where it is refused. A pass that is paid for is void with its receipt only. */
const table: Record<PassState, Record<Step, string>> = {
  ready: { 'hand-out': 'issued', 'renew': 'wrong-state', 'lose': 'wrong-state', 'return': 'returned', 'void': 'paid-cannot-void' },
  issued: { 'hand-out': 'wrong-state', 'renew': 'renewed', 'lose': 'lost', 'return': 'returned', 'void': 'pass-issued' },
  lost: { 'hand-out': 'pass-lost', 'renew': 'pass-lost', 'lose': 'pass-lost', 'return': 'pass-lost', 'void': 'pass-lost' },
  returned: { 'hand-out': 'wrong-state', 'renew': 'wrong-state', 'lose': 'wrong-state', 'return': 'wrong-state', 'void': 'wrong-state' },
  renewed: { 'hand-out': 'wrong-state', 'renew': 'wrong-state', 'lose': 'wrong-state', 'return': 'wrong-state', 'void': 'wrong-state' },
  void: { 'hand-out': 'already-void', 'renew': 'already-void', 'lose': 'already-void', 'return': 'already-void', 'void': 'already-void' },
}

const take: Record<Step, (id: number) => Promise<unknown>> = {
  'hand-out': async (id) => t.ask('handOut', { passes: [await t.seen(id)], signature }),
  'renew': async (id) => t.ask('renew', { passes: [{ ...(await t.seen(id)), photoId: await t.picture() }], payment: 'transfer' }),
  'lose': async (id) => t.ask('lose', { ...(await t.seen(id)), lostOn: '2026-03-12', lostWhere: '地铁站', declaredBy: '卓一鸣', signature }),
  'return': async (id) => t.ask('return', { passes: [await t.seen(id)], receiptNos: ['SJ26-000001'], signature }),
  'void': async (id) => t.ask('void', { ...(await t.seen(id)), reason: '写错' }, 'supervisor'),
}

/** The first pass, in a state; it ends soon enough to be renewed. */
async function passIn(state: PassState): Promise<number> {
  const { passes: [pass], receipts: [receipt] } = await t.apply('identity', { validUntil: '2026-04-01' })
  const id = pass!.id
  if (state === 'void') await t.voidReceipt(receipt!.id)
  if (state !== 'ready' && state !== 'void') await take['hand-out'](id)
  const step = { lost: 'lose', returned: 'return', renewed: 'renew' }[state as string] as Step | undefined
  if (step) await take[step](id)
  return id
}
/** What is held for a pass in a state, or for the one that took its place. */
const held: Record<PassState, number> = { ready: 5000, issued: 5000, renewed: 5000, lost: 0, returned: 0, void: 0 }

describe('12.R6 12.R8 12.R10 12.R11 each step of a pass in each state: taken, or refused with nothing half-done', () => {
  for (const [state, steps] of Object.entries(table) as [PassState, Record<Step, string>][]) {
    test(`12.R11 M1 ${state}`, async () => {
      for (const [step, result] of Object.entries(steps) as [Step, string][]) {
        const id = await passIn(state)
        const done = await refusal(take[step](id))
        const now = (await t.get(id)).state
        if (result in table) expect([step, done.code, now]).toEqual([step, 'not refused', result])
        else expect([step, done.code, now]).toEqual([step, result, state])
        expect([step, await t.proof()]).toEqual([step, agree(held[now])])
        await t.close()
        t = await openPasses()
      }
    })
  }
})

test('12.R6 a batch of two hundred is one save', async () => {
  const holders = await Promise.all(Array.from({ length: 200 }, () => t.holder()))
  const { passes } = await t.apply('contractor', { company: '洁净保洁', holders, receipts: 'each', payment: 'transfer', signature })
  expect(passes.at(-1)).toMatchObject({ no: 'XK26-000200', state: 'issued' })
  expect(await t.proof()).toEqual(agree(1_000_000))
})
