import { contract, type Inputs } from '../../../shared/contract'
import type { Role } from '../../../shared/contract/permissions'
import type { WorkOrderInput } from '../../../shared/contract/repairs'
import type { SlipDocument } from '../../../shared/slip/document'
import { sealedPhone } from '../personal'
import { openTestHouse, type TestHouse } from '../testing'
import { createRepairs } from './repairs'

export const BOYUAN = '博远（北京）国际供应链管理有限公司'
/** A JPEG's first bytes are all the store asks of a picture. */
const PICTURE = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])

type Of = Exclude<keyof Inputs['repairs'], 'counts' | 'faults' | 'workers'>

/** A test house with a small directory, the register of repairs, called as the page calls them: input parsed first. */
export async function openRepairs(options?: Parameters<typeof openTestHouse>[0]) {
  const t: TestHouse = await openTestHouse(options)
  await t.house.store.write(t.call().scope, async (tx) => {
    for (const [id, room] of [[1, '1808'], [2, '0603']] as const) await tx.query('INSERT INTO unit (id, room, floor) VALUES (?, ?, ?)', [id, room, room.slice(0, 2)])
    for (const [id, name] of [[1, BOYUAN], [2, '恒越信息技术（上海）有限公司']] as const) {
      await tx.query('INSERT INTO tenant (id, name) VALUES (?, ?)', [id, name])
      await tx.query('INSERT INTO tenancy (unit_id, tenant_id) VALUES (?, ?)', [id, id])
    }
    const key = t.house.store.vault.newKey()
    const phone = sealedPhone(t.house.store.vault, key, 'contact', '13911112222')
    await tx.query(`INSERT INTO contact (id, tenant_id, unit_id, name, extension, data_key, phone_enc, phone_hash, phone_masked) VALUES (1, 1, 1, '陆文博', '8012', ?, ?, ?, ?)`, [key.wrapped, phone.phone_enc, phone.phone_hash, phone.phone_masked])
  })
  const repairs = createRepairs(t.house)
  const parse = <P extends Of>(of: P, input: Inputs['repairs'][P]) => contract.repairs[of]['~orpc'].inputSchema!.parse(input) as never
  /** Calls a procedure with what the page would send. */
  const ask = <P extends Of>(of: P, input: Inputs['repairs'][P], as: Role = 'receptionist') => repairs[of](parse(of, input), t.call(as)) as ReturnType<(typeof repairs)[P]>
  const version = async (id: number) => (await t.house.store.read<{ version: number }>('SELECT version FROM work_order WHERE id = ?', [id]))[0]!.version
  /** A step of an order as it is now. */
  const step = async <P extends 'fetch' | 'assign' | 'start' | 'wait' | 'finish' | 'sign' | 'return' | 'verify' | 'stepBack' | 'void' | 'correct' | 'addTo'>(of: P, id: number, input: Omit<Inputs['repairs'][P], 'id' | 'version'>, as?: Role) =>
    ask(of, { id, version: await version(id), ...input } as Inputs['repairs'][P], as)

  const onPaper = (by: string) => ({ by, onPaper: true })
  const steps = {
    fetched: (id: number) => step('fetch', id, { by: '何建国' }),
    assigned: (id: number) => step('assign', id, { worker: '孙立' }),
    started: (id: number) => step('start', id, {}),
    done: (id: number) => step('finish', id, { workRecord: '更换球阀两只', signature: onPaper('孙立') }),
    signed: (id: number) => step('sign', id, { rating: 'satisfied', signature: onPaper('陆文博') }),
    returned: (id: number) => step('return', id, { by: '何建国' }),
    verified: (id: number) => step('verify', id, { method: 'phone', outcome: 'good' }),
    filed: (id: number) => ask('file', { ids: [id] }),
  } as const
  return {
    ...t, repairs, ask, step, version,
    save: (input: Partial<WorkOrderInput> = {}, as?: Role) => ask('save', { content: '茶水间水管接头漏水，地面有积水', trade: 'plumbing', contactId: 1, ...input }, as),
    /** A free order on its way up to `state`. */
    orderAt: async (state: keyof typeof steps | 'issued', input: Partial<WorkOrderInput> = {}) => {
      const { id } = await ask('save', { content: '茶水间水管接头漏水', trade: 'plumbing', contactId: 1, ...input })
      if (state === 'issued') return id
      for (const [name, take] of Object.entries(steps)) {
        await take(id)
        if (name === state) break
      }
      return id
    },
    get: (id: number) => repairs.get({ id }, t.call()),
    picture: (kind: 'photo' | 'signature' | 'scan') => t.house.store.write(t.call().scope, (tx) => t.house.attachments.put(tx, kind, PICTURE)),
    slips: async (id: number) => (await t.house.store.read<{ title: string; printer: string; document: string }>(`SELECT title, printer, document FROM print_job WHERE register = 'repairs' AND record_id = ? ORDER BY id`, [id]))
      .map(({ title, printer, document }) => ({ title, printer, document: JSON.parse(document) as SlipDocument })),
    openNotices: async (id: number) => (await t.house.notices.ofRecord('repairs', id)).filter((notice) => notice.acknowledgedAt === null).length,
    auditText: async (id: number) => (await t.house.store.read<{ detail: string }>(`SELECT detail FROM audit WHERE register = 'repairs' AND record_id = ?`, [id])).map((line) => line.detail).join('\n'),
  }
}
export type TestRepairs = Awaited<ReturnType<typeof openRepairs>>
/** A slip's fact by its label. */
export const fact = (slip: SlipDocument, label: string): unknown => slip.lines.flatMap((line) => (line.kind === 'fact' && line.label === label ? [line.value] : []))[0]

export { refusal } from '../testing'
