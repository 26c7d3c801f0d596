import { contract, type Inputs } from '../../../shared/contract'
import type { Role } from '../../../shared/contract/permissions'
import type { SignInput } from '../../../shared/contract/signs'
import type { SlipDocument } from '../../../shared/slip/document'
import { openTestHouse, type TestHouse } from '../testing'
import { createSigns } from './signs'

export const BOYUAN = '博远（北京）国际供应链管理有限公司'
export const HENGYUE = '恒越信息技术（上海）有限公司'
export const SEAL = { by: '陆文博', onPaper: true }
const PICTURE = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])

type Of = Exclude<keyof Inputs['signs'], 'counts' | 'directory'>
type Step = 'accept' | 'return' | 'resubmit' | 'install' | 'file' | 'remove' | 'void'

/** A test house with a small directory of companies and the register of signs, called as the page calls it: input parsed first. */
export async function openSigns(options?: Parameters<typeof openTestHouse>[0]) {
  const t: TestHouse = await openTestHouse(options)
  const { house } = t
  await house.store.write(t.call().scope, async (tx) => {
    for (const [id, room, floor] of [[1, '1808', '18'], [2, '0603', '6'], [3, 'B102', 'B1'], [4, '1802', '18']] as const) await tx.query('INSERT INTO unit (id, room, floor) VALUES (?, ?, ?)', [id, room, floor])
    for (const [id, name] of [[1, BOYUAN], [2, HENGYUE], [3, '鲜果时光'], [4, '青禾设计']] as const) {
      await tx.query('INSERT INTO tenant (id, name) VALUES (?, ?)', [id, name])
      await tx.query('INSERT INTO tenancy (unit_id, tenant_id) VALUES (?, ?)', [id, id])
    }
  })
  const signs = createSigns(house)
  /** Calls a procedure with what the page would send. */
  const ask = <P extends Of>(of: P, input: Inputs['signs'][P], as: Role = 'receptionist') => signs[of](contract.signs[of]['~orpc'].inputSchema!.parse(input) as never, t.call(as)) as ReturnType<(typeof signs)[P]>
  const version = async (id: number) => (await house.store.read<{ version: number }>('SELECT version FROM sign WHERE id = ?', [id]))[0]!.version
  /** A step of a sign as it is now. */
  const step = <P extends Step>(of: P, id: number, input: Omit<Inputs['signs'][P], 'id' | 'version'>) =>
    version(id).then((seen) => ask(of, { id, version: seen, ...input } as Inputs['signs'][P])) as ReturnType<(typeof signs)[P]>
  const apply = (input: Partial<SignInput> = {}) => ask('apply', { tenantId: 1, kind: 'lobby-directory', size: '600×40 mm', nameZh: BOYUAN, nameEn: 'Boyuan (Beijing) International Supply Chain', place: '一层大堂', feeFen: 12_000, sealSeen: true, applicant: '陆文博', phone: '13911112222', ...input })
  const accept = (id: number, input: Partial<Inputs['signs']['accept']> = {}) => step('accept', id, { signature: SEAL, payment: 'cash', ...input })
  return {
    ...t, signs, ask, step, apply, accept,
    /** A sign that hangs. */
    async installed(input: Partial<SignInput> = {}) {
      const { id } = await apply(input)
      await accept(id)
      await step('install', id, { noPhotoReason: '夜间安装' })
      return id
    },
    get: (id: number) => signs.get({ id }, t.call()),
    picture: (kind: 'photo' | 'signature' | 'scan') => house.store.write(t.call().scope, (tx) => house.attachments.put(tx, kind, PICTURE)),
    moveOut: (tenantId: number) => house.store.write(t.call().scope, (tx) => tx.query('DELETE FROM tenancy WHERE tenant_id = ?', [tenantId])),
    voidReceipt: (id: number) => house.store.write(t.call('supervisor').scope, (tx) => house.receipts.void(tx, id, '开错', false)),
    slips: async () => (await house.store.read<{ title: string; printer: string; state: string; document: string }>(`SELECT title, printer, state, document FROM print_job ORDER BY id`)).map((job) => ({ ...job, document: JSON.parse(job.document) as SlipDocument })),
    count: async (table: string) => (await house.store.read<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]!.n,
    last: async () => (await house.store.read<{ last: number }>(`SELECT last FROM number_series WHERE series = 'signs'`))[0]?.last ?? 0,
  }
}
export type TestSigns = Awaited<ReturnType<typeof openSigns>>

/** The code, params and field of the refusal. */
export const refusal = (work: Promise<unknown>): Promise<{ code: string; params: Record<string, unknown>; field: string | undefined }> =>
  work.then(() => ({ code: 'not refused', params: {}, field: undefined }), (error: { code?: string; params?: Record<string, unknown>; field?: string }) => ({ code: error.code ?? String(error), params: error.params ?? {}, field: error.field }))
