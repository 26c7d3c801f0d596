import { contract, type Inputs } from '../../../shared/contract'
import type { LoanInput } from '../../../shared/contract/keys'
import type { Role } from '../../../shared/contract/permissions'
import type { SlipDocument } from '../../../shared/slip/document'
import { dayOf } from '../../../shared/rules/time'
import { sealedPhone } from '../personal'
import { openTestHouse, type TestHouse } from '../testing'
import { createKeys } from './keys'

export const BOYUAN = '博远（北京）国际供应链管理有限公司'
export const HOUR = 3_600_000
const PICTURE = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])

type Of = Exclude<keyof Inputs['keys'], 'sums' | 'counts' | 'stocktakes' | 'importTemplate'>
export const onPaper = (by: string) => ({ by, onPaper: true })

/** A test house with a small directory and board A: hook 34 of room 1808 (three keys), hook 35 of a plant room (one). */
export async function openKeys(options?: Parameters<typeof openTestHouse>[0]) {
  const t: TestHouse = await openTestHouse(options)
  const { store } = t.house
  await store.write(t.call().scope, async (tx) => {
    for (const [id, room] of [[1, '1808'], [2, '0603']] as const) await tx.query('INSERT INTO unit (id, room, floor) VALUES (?, ?, ?)', [id, room, room.slice(0, 2)])
    for (const [id, name] of [[1, BOYUAN], [2, '恒越信息技术（上海）有限公司']] as const) {
      await tx.query('INSERT INTO tenant (id, name) VALUES (?, ?)', [id, name])
      await tx.query('INSERT INTO tenancy (unit_id, tenant_id) VALUES (?, ?)', [id, id])
    }
    const key = store.vault.newKey()
    const phone = sealedPhone(store.vault, key, 'contact', '13911112222')
    await tx.query(`INSERT INTO contact (id, tenant_id, unit_id, name, extension, data_key, phone_enc, phone_hash, phone_masked) VALUES (1, 1, 1, '陆文博', '8012', ?, ?, ?, ?)`, [key.wrapped, phone.phone_enc, phone.phone_hash, phone.phone_masked])
  })
  const keys = createKeys(t.house)
  const parse = <P extends Of>(of: P, input: Inputs['keys'][P]) => contract.keys[of]['~orpc'].inputSchema!.parse(input) as never
  /** Calls a procedure with what the page would send; what it answers is what the contract says. */
  const ask = async <P extends Of>(of: P, input: Inputs['keys'][P], as: Role = 'receptionist') => {
    const answer = await keys[of](parse(of, input), t.call(as))
    contract.keys[of]['~orpc'].outputSchema!.parse(answer)
    return answer as Awaited<ReturnType<(typeof keys)[P]>>
  }
  const version = async (id: number) => (await store.read<{ version: number }>(['key_loan', 'key_cutting', 'key_custody', 'stocktake', 'key_hook'].map((table) => `SELECT version FROM ${table} WHERE id = ?1`).join(' UNION ALL '), [id]))[0]!.version
  type Step = 'return' | 'extend' | 'voidLoan' | 'checkCutting' | 'approveCutting' | 'cut' | 'registerCut' | 'voidCutting' | 'unseal' | 'reseal' | 'endCustody' | 'voidCustody' | 'checkStocktake'
  /** A step of a record as it is now. */
  const step = async <P extends Step>(of: P, id: number, input: Omit<Inputs['keys'][P], 'id' | 'version'>, as?: Role) => ask(of, { id, version: await version(id), ...input } as Inputs['keys'][P], as)
  const door = await ask('save', { board: 'A', hook: 34, unitId: 1, type: 'door', name: '正门', owned: 3 })
  const plant = await ask('save', { board: 'A', hook: 35, place: 'B2 水泵房', type: 'plant-room', name: '水泵房', owned: 1 })
  const count = async (table: string) => (await store.read<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]!.n
  return {
    ...t, keys, ask, step, version, door, plant, count,
    lend: (input: Partial<LoanInput> = {}, as?: Role) => ask('lend', { keyId: door.id, contactId: 1, reason: '空调检修', dueAt: t.clock.now() + 4 * HOUR, signature: onPaper('陆文博'), ...input }, as),
    loan: (id: number) => ask('loan', { id }),
    key: async (id: number) => (await ask('list', { limit: 500 })).find((row) => row.id === id)!,
    sums: () => keys.sums(undefined, t.call()),
    /** What happened to a key, as the page saw its hook or loan; whoever is asked answers for it. */
    report: async (input: Omit<Inputs['keys']['report'], 'version' | 'responsible'> & { version?: number; responsible?: string }, as?: Role) =>
      ask('report', { version: await version(input.loanId ?? input.keyId), responsible: '孙立', ...input }, as),
    /** A count of a board, against what the page shows to be expected. */
    stocktake: async (on: string, lines: (Omit<Inputs['keys']['saveStocktake']['lines'][number], 'expected'> & { expected?: number })[], as?: Role) => {
      const rows = await ask('list', { limit: 500 })
      const expected = (id: number) => rows.filter((row) => row.id === id).reduce((sum, { owned, out }) => sum + owned - out, 0)
      return ask('saveStocktake', { board: on, lines: lines.map((line) => ({ expected: expected(line.keyId), ...line })) }, as)
    },
    custody: (input: Partial<Inputs['keys']['takeCustody']> = {}) => ask('takeCustody', {
      tenantId: 1, unitId: 1, reason: '节假日无人', sealNo: 'F-0001', purposeExplained: true, clientSealSeen: true, stamped: true, noPhoto: '摄像头送修', keys: [{ keyId: door.id, type: 'door', name: '正门', count: 2 }],
      authorised: [{ name: '陆文博', title: '行政经理', documentNumber: '11010519491231002X' }], signature: onPaper('陆文博'), ...input,
    }),
    /** A pass as the register of passes keeps it. */
    pass: (no: string, of: { state?: string; validUntil?: string } = {}) => store.write(t.call().scope, async (tx) => {
      await tx.query(`INSERT INTO pass_application (id, no, at, day, state, station, kind, by) VALUES (coalesce((SELECT max(id) FROM pass_application), 0) + 1, ?, ?, ?, 'filed', 'A1', 'identity', '周晓岚')`, [`BZ-${no}`, tx.now, dayOf(tx.now)])
      await tx.query(`INSERT INTO pass (no, at, day, state, station, kind, application_id, token, holder, tenant_id, company, valid_from, valid_until) VALUES (?, ?, ?, ?, 'A1', 'identity', (SELECT max(id) FROM pass_application), ?, '许佳', 2, '恒越', '2026-01-01', ?)`,
        [no, tx.now, dayOf(tx.now), of.state ?? 'issued', `QT1:${no}:ABCD`, of.validUntil ?? '2026-12-31'])
    }),
    picture: (kind: 'photo' | 'signature' | 'scan') => store.write(t.call().scope, (tx) => t.house.attachments.put(tx, kind, PICTURE)),
    slips: async (id: number, register = 'keys') => (await store.read<{ title: string; printer: string; document: string }>(`SELECT title, printer, document FROM print_job WHERE register = ? AND record_id = ? ORDER BY id`, [register, id]))
      .map(({ title, printer, document }) => ({ title, printer, document: JSON.parse(document) as SlipDocument })),
    auditText: async (id: number) => (await store.read<{ detail: string }>(`SELECT detail FROM audit WHERE register = 'keys' AND record_id = ?`, [id])).map((line) => line.detail).join('\n'),
    /** What deposits, ledger and loans say is held (M1). */
    held: async () => {
      const sum = async (sql: string) => (await store.read<{ n: number | null }>(sql))[0]!.n ?? 0
      return {
        deposits: await sum(`SELECT sum(amount_fen) AS n FROM deposit WHERE state = 'held'`), ledger: -(await t.house.ledger.balance('deposit')) + 0,
        loans: await sum(`SELECT sum(deposit_fen) AS n FROM key_loan WHERE state = 'out'`), all: await sum('SELECT sum(deposit_fen) AS n FROM key_loan'),
      }
    },
  }
}
export type TestKeys = Awaited<ReturnType<typeof openKeys>>

/** The code of the refusal, or why there was none. */
export const refusal = (work: Promise<unknown>): Promise<string> => work.then(() => 'not refused', (error: { code?: string }) => error.code ?? String(error))
/** The code and params of the refusal. */
export const refused = (work: Promise<unknown>): Promise<{ code: string; params: Record<string, unknown>; field: string | undefined }> =>
  work.then(() => { throw new Error('not refused') }, (error: { code: string; params: Record<string, unknown>; field?: string }) => ({ code: error.code, params: error.params, field: error.field }))
export const fact = (slip: SlipDocument, label: string): unknown => slip.lines.flatMap((line) => (line.kind === 'fact' && line.label === label ? [line.value] : []))[0]
