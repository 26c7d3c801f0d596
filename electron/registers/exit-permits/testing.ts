import type { z } from 'zod'
import { contract, type Inputs } from '../../../shared/contract'
import type { ExitPermitInput } from '../../../shared/contract/exit-permits'
import type { Role } from '../../../shared/contract/permissions'
import { fen } from '../../../shared/rules/money'
import { layoutSlip, slipPlainText } from '../../../shared/slip/layout'
import type { SlipDocument } from '../../../shared/slip/document'
import { openTestHouse, type TestHouse } from '../testing'
import { createExitPermits } from './exit-permits'

export const DAY = 86_400_000
export const EAST = '东门货运出口'
export const HONGTU = '鸿图文化传播（北京）有限公司'
/** A JPEG's first bytes are all the store asks of a picture. */
const PICTURE = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
export const goods = [{ name: '办公桌', quantity: 12, unit: '张', remark: '1.4 米' }, { name: '复印机', quantity: 1, unit: '台' }]

type Register = ReturnType<typeof createExitPermits>
type Step = 'issue' | 'amend' | 'void' | 'checkGoods' | 'closeUnused' | 'undo'

/** A test house with two companies and the register, called as the page calls it: input parsed first. Its day is 2026-03-12. */
export async function openExitPermits(options?: Parameters<typeof openTestHouse>[0]) {
  const t: TestHouse = await openTestHouse(options)
  const { store } = t.house
  await t.house.settings.save(t.call('administrator').scope, { exits: [EAST, '北门'], movingNoticeDays: 1 })
  await store.write(t.call().scope, async (tx) => {
    for (const [id, room, name] of [[1, '1502', HONGTU], [2, '2203', '顺达物流有限公司']] as const) {
      await tx.query('INSERT INTO unit (id, room, floor) VALUES (?, ?, ?)', [id, room, room.slice(0, 2)])
      await tx.query('INSERT INTO tenant (id, name) VALUES (?, ?)', [id, name])
      await tx.query('INSERT INTO tenancy (unit_id, tenant_id) VALUES (?, ?)', [id, id])
    }
  })
  const permits = createExitPermits(t.house)
  const ask = <K extends keyof Register & keyof Inputs['exitPermits']>(name: K, input: Inputs['exitPermits'][K], as?: Role): ReturnType<Register[K]> =>
    permits[name]((contract.exitPermits[name]['~orpc'].inputSchema as z.ZodType | undefined)?.parse(input) as never, t.call(as)) as ReturnType<Register[K]>
  const get = (id: number) => permits.get({ id }, t.call())
  /** A step on the permit as it stands now. */
  const step = async <K extends Step>(name: K, id: number, input: Omit<Inputs['exitPermits'][K], 'id' | 'version'>, as?: Role) =>
    ask(name, { id, version: (await get(id)).version, ...input } as unknown as Inputs['exitPermits'][K], as)
  const picture = (kind: 'signature' | 'scan') => store.write(t.call().scope, (tx) => t.house.attachments.put(tx, kind, PICTURE))
  const save = (input: Partial<ExitPermitInput> = {}, as?: Role) =>
    ask('save', { kind: 'large', tenantId: 1, unitId: 1, applicant: '谢婉宁', phone: '13500007720', goods, vehicleNo: '京A·6L208', authority: { kind: 'letter', sealSeen: true }, ...input }, as)
  const count = (id: number, ...found: number[]) => step('checkGoods', id, { exit: EAST, counts: found.map((each, line) => ({ line, found: each })) }, 'security')
  return {
    ...t, permits, ask, get, step, save, picture, count,
    /** Leaves as written. */
    released: async (input: Partial<ExitPermitInput> = {}) => {
      const { id } = await save(input)
      await count(id, 12, 1)
      return id
    },
    signatory: async (input: Partial<Inputs['exitPermits']['saveSignatory']> = {}) => ask('saveSignatory', { tenantId: 1, name: '谢婉宁', title: '行政经理', specimenId: await picture('signature'), ...input }),
    signedBy: async (signatoryId: number, matches = true, by = '谢婉宁') => ({ kind: 'signatory' as const, signatoryId, signature: { by, signatureId: await picture('signature') }, matches }),
    /** A paid service of the company that was done and is not paid. */
    owe: (tenantId: number, amountFen: number, recordId = 7) => store.write(t.call().scope, (tx) => t.house.ledger.post(tx, {
      kind: 'service', register: 'paid-services', recordId, no: `YC26-00000${recordId}`, postings: [{ account: 'receivable', amountFen: fen(amountFen), tenantId }, { account: 'service-income', amountFen: fen(-amountFen), tenantId }],
    })),
    pay: (tenantId: number, amountFen: number, recordId = 7) => store.write(t.call().scope, (tx) => t.house.ledger.post(tx, {
      kind: 'receipt', register: 'paid-services', recordId, no: 'SJ26-000001', postings: [{ account: 'cash', amountFen: fen(amountFen), tenantId }, { account: 'receivable', amountFen: fen(-amountFen), tenantId }],
    })),
    slips: async (id: number) => (await store.read<{ printer: string; title: string; state: string; document: string }>(`SELECT printer, title, state, document FROM print_job WHERE register = 'exit-permits' AND record_id = ? ORDER BY id`, [id]))
      .map(({ printer, title, state, document }) => ({ printer, title, state, rows: slipPlainText(layoutSlip(JSON.parse(document) as SlipDocument)) })),
    tokenOf: async (id: number) => (await store.read<{ token: string }>('SELECT token FROM exit_permit WHERE id = ?', [id]))[0]!.token,
    /** How much there is of everything a failing save must leave alone. */
    footprint: () => store.read(`SELECT (SELECT count(*) FROM exit_permit) AS permits, (SELECT coalesce(sum(last), 0) FROM number_series) AS numbers, (SELECT count(*) FROM step) AS steps, (SELECT count(*) FROM print_job) AS jobs,
      (SELECT count(*) FROM move_out) AS moves, (SELECT count(*) FROM gate_check) AS checks, (SELECT count(*) FROM notice) AS notices, (SELECT count(*) FROM posting) AS postings`),
  }
}
export type TestExitPermits = Awaited<ReturnType<typeof openExitPermits>>

export { refusedWith as refusal } from '../testing'
