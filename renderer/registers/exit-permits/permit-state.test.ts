import { expect, test } from 'vitest'
import { exitPermitStates, reconciliationOf } from '@shared/rules/exit-permit'
import en from '../../locales/en/exitPermits'
import zh from '../../locales/zh-CN/exitPermits'
import { standingOf } from './permit-state'

const at = new Date(2026, 2, 12, 14, 26).getTime()
const stands = (state: (typeof exitPermitStates)[number], today: string) =>
  standingOf({ state, reconciliation: reconciliationOf({ state, leavingOn: '2026-03-12' }, today), at, issuedAt: at, checkedAt: at + 1, releasedAt: at + 1, slipBackAt: at + 2, leavingOn: '2026-03-12' })

test('14.F1 on its day a permit waits at the gate until the day is over', () => {
  expect(stands('issued', '2026-03-12')).toEqual({ mark: 'waiting', word: 'issued', edge: { kind: 'age', since: at, limit: new Date(2026, 2, 13).getTime() - at } })
  expect(stands('differs', '2026-03-12')).toMatchObject({ mark: 'overdue', word: 'differs', edge: { kind: 'at', at: at + 1 } })
})

test('14.F1 after its day what was not used and what has not come back are told apart', () => {
  expect([stands('issued', '2026-03-13').word, stands('differs', '2026-03-13').word, stands('released', '2026-03-13').word, stands('reconciled', '2026-03-13').word]).toEqual(['late', 'late', 'not-back', 'reconciled'])
})

test('every state has its words in both locales', () => {
  for (const locale of [zh, en]) for (const word of [...exitPermitStates, 'late', 'not-back']) expect(locale.state, word).toHaveProperty([word])
})
