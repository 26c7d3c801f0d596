import { contract, type Inputs } from '../../../shared/contract'
import { callInput, expectedInput, visitInput, type CallInput, type ExpectedInput, type VisitInput } from '../../../shared/contract/reception'
import type { Role } from '../../../shared/contract/permissions'
import { checkDigit } from '../../../shared/rules/id-number'
import { companyReading, personReading } from '../pinyin'
import { openTestHouse, type TestHouse } from '../testing'
import { sealedPhone, typedPhoneHashes } from '../personal'
import { createReception } from './reception'

/** A valid resident ID number that belongs to nobody: an invented region, a birth date, a serial. */
export const residentNumber = (serial: number): string => {
  const digits = `11010119900307${String(serial).padStart(3, '0')}`
  return digits + checkDigit(digits)
}

export const BOYUAN = '博远（北京）国际供应链管理有限公司'

/** A test house with a small directory and the register's handlers, called as the page calls them: input parsed first. */
export async function openReception(options?: Parameters<typeof openTestHouse>[0]) {
  const t: TestHouse = await openTestHouse(options)
  await t.house.store.write(t.call().scope, async (tx) => {
    for (const [id, room] of [[1, '1808'], [2, '1809'], [3, '0603']] as const) await tx.query('INSERT INTO unit (id, room, floor) VALUES (?, ?, ?)', [id, room, room.slice(0, 2)])
    for (const [id, name, units] of [[1, BOYUAN, [1, 2]], [2, '恒越信息技术（上海）有限公司', [3]]] as const) {
      const { pinyin, initials } = companyReading(name)
      await tx.query('INSERT INTO tenant (id, name, pinyin, initials) VALUES (?, ?, ?, ?)', [id, name, pinyin, initials])
      for (const unit of units) await tx.query('INSERT INTO tenancy (unit_id, tenant_id) VALUES (?, ?)', [unit, id])
    }
    for (const [id, tenant, unit, name, extension, phone] of [[1, 1, 1, '陆文博', '8012', '13911112222'], [2, 1, 2, '陆小曼', '8013', ''], [3, 2, null, '单雄信', '6603', '13900005678']] as const) {
      const { pinyin, initials } = personReading(name)
      const key = t.house.store.vault.newKey()
      const sealed = sealedPhone(t.house.store.vault, key, 'contact', phone)
      await tx.query('INSERT INTO contact (id, tenant_id, unit_id, name, pinyin, initials, extension, data_key, phone_enc, phone_hash, phone_masked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        [id, tenant, unit, name, pinyin, initials, extension, key.wrapped, sealed.phone_enc, sealed.phone_hash, sealed.phone_masked])
      for (const hash of phone ? typedPhoneHashes(t.house.store.vault, phone) : []) await tx.query(`INSERT INTO blind_index (hash, owner, owner_id) VALUES (?, 'contact', ?)`, [hash, id])
    }
  })
  const reception = createReception(t.house)
  const list = (filter: NonNullable<Inputs['reception']['list']['filter']> = {}, page: { before?: number | null; limit?: number } = {}) =>
    reception.list(contract.reception.list['~orpc'].inputSchema!.parse({ filter, ...page }), t.call())
  return {
    ...t, reception, list,
    visit: (input: Partial<VisitInput> = {}, as?: Role) => reception.saveVisit(visitInput.parse({ name: '何婉清', hostContactId: 1, answer: 'agreed', ...input }), t.call(as)),
    phoneCall: (input: Partial<CallInput> = {}, as?: Role) => reception.saveCall(callInput.parse({ name: '陆文博', category: 'repair', matter: '空调不制冷', notify: { department: 'engineering' }, ...input }), t.call(as)),
    expect: (input: Partial<ExpectedInput> = {}) => reception.saveExpected(expectedInput.parse({ name: '何婉清', hostContactId: 1, expectedAt: t.clock.now() + 3_600_000, ...input }), t.call()),
    get: (id: number, as?: Role) => reception.get({ id }, t.call(as)),
    /** The department receives an entry's first notice. */
    acknowledge: async (entryId: number, by = '何建国') => {
      const [notice] = await t.house.notices.ofRecord('reception', entryId)
      await t.house.store.write(t.call('engineering').scope, (tx) => t.house.notices.acknowledge(tx, notice!.id, by))
    },
  }
}
export type TestReception = Awaited<ReturnType<typeof openReception>>

export { refusal } from '../testing'
