import type { z } from 'zod'
import type { RegisterName } from '../../../shared/contract/base'
import { contract, type Inputs } from '../../../shared/contract'
import type { Role } from '../../../shared/contract/permissions'
import type { SlipDocument } from '../../../shared/slip/document'
import type { Origin, OriginFacts } from '../origins'
import { sealedPhone } from '../personal'
import { openTestHouse, type TestHouse } from '../testing'
import { createComplaints } from './complaints'

type Complaints = ReturnType<typeof createComplaints>
type ProcedureName = keyof Complaints & keyof Inputs['complaints']
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** A test house with two rooms, two companies and a contact, and the register's handlers, called as the page calls them: input parsed first. */
export async function openComplaints(options?: Parameters<typeof openTestHouse>[0]) {
  const t: TestHouse = await openTestHouse(options)
  await t.house.store.write(t.call().scope, async (tx) => {
    for (const [id, room, company] of [[1, '2706', '恒越信息技术（上海）有限公司'], [2, '0912', '顺达物流有限公司']] as const) {
      await tx.query('INSERT INTO unit (id, room, floor) VALUES (?, ?, ?)', [id, room, room.slice(0, 2)])
      await tx.query(`INSERT INTO tenant (id, name, pinyin, initials) VALUES (?, ?, '', '')`, [id, company])
      await tx.query('INSERT INTO tenancy (unit_id, tenant_id) VALUES (?, ?)', [id, id])
    }
    const key = t.house.store.vault.newKey()
    const sealed = sealedPhone(t.house.store.vault, key, 'contact', '13700005062')
    await tx.query(`INSERT INTO contact (id, tenant_id, unit_id, name, pinyin, initials, extension, data_key, phone_enc, phone_hash, phone_masked) VALUES (1, 1, 1, '宋雨桐', '', '', '6601', ?, ?, ?, ?)`,
      [key.wrapped, sealed.phone_enc, sealed.phone_hash, sealed.phone_masked])
  })
  const complaints = createComplaints(t.house)
  const run = <K extends ProcedureName>(name: K, input: Inputs['complaints'][K], as?: Role): ReturnType<Complaints[K]> =>
    complaints[name]((contract.complaints[name]['~orpc'].inputSchema as z.ZodType | undefined)?.parse(input) as never, t.call(as)) as ReturnType<Complaints[K]>
  const versionOf = async (id: number): Promise<number> => (await complaints.get({ id }, t.call())).version
  return {
    ...t, complaints, run, versionOf,
    save: (input: Partial<Inputs['complaints']['save']> = {}, as?: Role) =>
      run('save', { channel: 'in-person', name: '宋雨桐', phone: '13700005062', unitId: 1, tenantId: 1, cause: '装修打钻扰人，视频庭审听不清', kind: 'noise', ...input }, as),
    get: (id: number) => complaints.get({ id }, t.call()),
    /** A step on the complaint as it stands now. */
    step: async <K extends 'escalate' | 'assign' | 'handle' | 'ask' | 'reopen' | 'void' | 'correct' | 'markForMeeting'>(name: K, id: number, input: Omit<Inputs['complaints'][K], 'id' | 'version'>, as?: Role) =>
      run(name, { id, version: await versionOf(id), ...input } as unknown as Inputs['complaints'][K], as),
    /** Slips queued, oldest first, with the words of their lines. */
    slips: async () => (await t.house.store.read<{ printer: string; title: string; document: string | null }>('SELECT printer, title, document FROM print_job ORDER BY id'))
      .map(({ printer, title, document }) => ({ printer, title, text: document === null ? '' : JSON.stringify((JSON.parse(document) as SlipDocument).lines) })),
    /** A record of another register that something starts from. */
    origin: (register: RegisterName, facts: Partial<OriginFacts>, standing?: Origin['standing']) => t.house.origins.provide(register, {
      ...(standing && { standing }), facts: () => Promise.resolve({ no: 'DJ26-000009', at: t.clock.now(), name: '', phone: '', company: '', contactId: null, tenantId: null, tenantName: '', unitId: null, room: '', place: '', matter: '', ...facts }),
    }),
  }
}
export type TestComplaints = Awaited<ReturnType<typeof openComplaints>>

export { refusal } from '../testing'
