import { expect, test } from 'vitest'
import { appendAudit } from '../audit'
import { Ledger } from '../ledger'
import { SettingsStore } from '../settings'
import { testScope } from '../testing'
import { NOW, vault } from './seeds'
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

test('14.R3 11.C4 10.R2 10.R3 what the records of before did not say is known of them where it was plain, and open where it was not', async () => {
  await earlier(3, async (insert, query) => {
    const record = { at: NOW, day: '2026-03-12', station: 'A1' }
    const permit = { ...record, kind: 'large', goods: '[]', leaving_on: '2026-03-12', exit: '东门', by: '周晓岚' }
    await insert('move_out', { ...record, id: 2, no: 'TZ26-000002', tenant_name: '恒越', by: '周晓岚', void_at: NOW + 1, void_by: '周晓岚', void_reason: '褚岚不搬了' })
    await insert('move_out', { ...record, id: 3, no: 'TZ26-000003', tenant_name: '恒越', by: '周晓岚', void_at: NOW + 1, void_by: '周晓岚', void_reason: '改日搬' })
    await insert('exit_permit', { ...permit, id: 2, no: 'CM26-000002', state: 'void', token: 'b', void_at: NOW + 1, move_out_id: 2, erased_at: NOW + 9 })
    await insert('exit_permit', { ...permit, id: 3, no: 'CM26-000003', state: 'unused', token: 'c', move_out_id: 3 })
    await insert('step', { id: 90, register: 'exit-permits', record_id: 3, action: 'close-unused', from_state: 'issued', to_state: 'unused', at: NOW + 2, actor: '周晓岚', station: 'A1' })
    await insert('exit_permit', { ...permit, id: 4, no: 'CM26-000004', state: 'reconciled', token: 'd', slip_back_at: NOW + 3 })
    const paper = (id: number, first: string) => insert('print_job', { id, printer: 'receipt', title: '出门条', register: 'exit-permits', record_id: 1, no: 'CM26-000001', document: JSON.stringify({ title: '出门条', lines: [{ kind: 'text', text: first }, { kind: 'qr', data: 'QT1:CM26-000001:44E0' }] }), created_at: NOW, created_by: '周晓岚' })
    await paper(90, '第一联  存根')
    await paper(91, '第二联  门岗')
    await paper(92, '第三联  客户')
    // Counted short and then reported lost: settled.
    await insert('key_hook', { id: 10, no: 'B-1', board: 'B', hook: 1, type: 'door', name: '机房', owned: 2 })
    await insert('stocktake', { ...record, id: 11, no: 'PD26-000002', by: '周晓岚', board: 'B', counted: 2, expected: 3, lines: JSON.stringify([{ keyId: 10, no: 'B-1', name: '机房', expected: 3, found: 2, labelOk: true, explanation: '' }]) })
    await insert('key_incident', { id: 12, at: NOW + 1, day: '2026-03-12', key_id: 10, kind: 'loss', count: 1, severity: 1, reason: '丢失', by: '周晓岚' })
    await insert('tenant', { id: 9, name: '恒越', active: 0 })
    await appendAudit(query, testScope, NOW, { action: 'change', register: 'tenant', recordId: 9, detail: { changes: [{ field: 'active', from: true, to: false }] } })
  })
  await upgrade()
  // Payments were looked up before a moving-out was issued, though not written down; of any other nobody asked.
  expect(await read('SELECT id, payments_at, payments, ended_at FROM exit_permit ORDER BY id')).toEqual([
    { id: 1, payments_at: NOW, payments: null, ended_at: null }, { id: 2, payments_at: null, payments: null, ended_at: NOW + 1 }, { id: 3, payments_at: null, payments: null, ended_at: NOW + 2 }, { id: 4, payments_at: null, payments: null, ended_at: NOW + 3 },
  ])
  // P3: why goes with the permit that said why.
  expect(await read('SELECT id, void_reason FROM move_out ORDER BY id')).toEqual([{ id: 1, void_reason: null }, { id: 2, void_reason: '' }, { id: 3, void_reason: '改日搬' }])
  expect(await read('SELECT void_at, void_by FROM gate_check')).toEqual([{ void_at: null, void_by: '' }])
  expect(await read('SELECT id, paper FROM print_job ORDER BY id')).toEqual([
    { id: 1, paper: '' }, { id: 90, paper: 'desk QT1:CM26-000001:44E0' }, { id: 91, paper: 'guard QT1:CM26-000001:44E0' }, { id: 92, paper: 'client QT1:CM26-000001:44E0' },
  ])
  // What a count did not find is open until somebody answers for it; damage of a loan answers for nothing.
  expect(await read('SELECT no, difference FROM key_hook ORDER BY id')).toEqual([{ no: 'A-1', difference: -1 }, { no: 'B-1', difference: 0 }])
  expect(await read('SELECT key_no, key_name FROM key_loan')).toEqual([{ key_no: 'A-1', key_name: '大门' }])
  expect(await read('SELECT no_photo FROM key_custody')).toEqual([{ no_photo: '' }])
  expect(await read('SELECT id, left_on FROM tenant ORDER BY id')).toEqual([{ id: 1, left_on: null }, { id: 9, left_on: '2026-03-12' }])
  expect(await read('SELECT filed_at, filed_by FROM sign')).toEqual([{ filed_at: null, filed_by: '' }])
  for (const table of ['drawer_float', 'tenancy_end']) expect(await read(`SELECT * FROM ${table}`), table).toEqual([])
})
