import { expect, test } from 'vitest'
import { Ledger } from '../ledger'
import { SettingsStore } from '../settings'
import { testScope } from '../testing'
import { vault } from './seeds'
import { keepsEverything, upgradingFrom } from './testing'

const counter = upgradingFrom(3)
const { earlier, upgrade, read } = counter

keepsEverything(3, counter)

test('M1 M2 a counter of the third version goes on from there: settings, every series, the ledger, who holds a pass', async () => {
  await earlier()
  const t = await upgrade()
  const settings = new SettingsStore(t.store)
  await settings.load()
  expect(settings.current).toMatchObject({ tower: '云汇中心', visitorRetentionDays: 45 })
  const taken = await t.store.write(testScope, async (tx) => [
    await tx.number('receipts'), await tx.number('refunds'), await tx.number('identity'), await tx.number('construction'), await tx.number('pass-applications'), await tx.number('exit-permits'), await tx.number('key-loans'), await tx.number('signs'), await tx.number('day-closes'),
  ])
  expect(taken).toEqual(['SJ26-000004', 'TK26-000002', 'SF26-000003', 'SZ26-000001', 'BZ26-000002', 'CM26-000002', 'YJ26-000002', 'SP26-000002', 'RJ26-000002'])
  // What is held is what the deposits that are open add up to.
  const { accounts, unbalanced } = await new Ledger(t.store).balances()
  const [{ held }] = await read<{ held: number }>(`SELECT sum(amount_fen) AS held FROM deposit WHERE state = 'held'`) as [{ held: number }]
  expect([unbalanced, accounts.find(({ account }) => account === 'deposit')?.balanceFen, held]).toEqual([[], -5_000, 5_000])
  const [pass] = await read<{ data_key: Buffer; document_enc: Buffer }>(`SELECT data_key, document_enc FROM pass WHERE no = 'SF26-000001'`)
  expect(vault.openKey(pass!.data_key).decrypt(pass!.document_enc, 'pass.document_enc').toString()).toBe('110105199003070024')
})

test('M1 a 日结 of before ended with the last posting of its time, and its day can be closed again', async () => {
  await earlier()
  await upgrade()
  expect(await read('SELECT d.last_posting_id = (SELECT max(id) FROM posting) AS ends FROM day_close d')).toEqual([{ ends: 1 }])
  await counter.write(`INSERT INTO day_close (no, at, day, station, by, ledger_fen, counted_fen, held_fen, open) SELECT 'RJ26-000002', at + 1, day, station, by, 0, 0, 0, '[]' FROM day_close`)
})

test('12.F1 12.F2 12.F5 each kind of pass stands in the register it stood in, asks what it asked, and its card says what it said', async () => {
  await earlier()
  await upgrade()
  expect(await read('SELECT kind, form, asks_trade AS asks, card_fields AS says FROM pass_kind ORDER BY kind')).toEqual([
    { kind: 'construction', form: 'construction', asks: 1, says: '["company","room","trade"]' }, { kind: 'contractor', form: 'procedure', asks: 1, says: '["company","room","trade"]' },
    { kind: 'identity', form: 'identity', asks: 0, says: '["company","room","trade"]' }, { kind: 'temporary', form: 'procedure', asks: 0, says: '["company","room","trade"]' },
  ])
})
