import { contract, type Inputs } from '../../../shared/contract'
import type { ApplicationInput, HolderInput } from '../../../shared/contract/passes'
import type { Role } from '../../../shared/contract/permissions'
import { checkDigit } from '../../../shared/rules/id-number'
import type { PassKind, PaperKey } from '../../../shared/rules/pass'
import type { SlipDocument } from '../../../shared/slip/document'
import { openTestHouse, TEST_PIN, type TestHouse } from '../testing'
import { createPasses } from './passes'

export const BOYUAN = '博远（北京）国际供应链管理有限公司'
export const DINGXIN = '鼎信装饰工程有限公司'
/** A JPEG's first bytes are all the store asks of a picture. */
export const PICTURE = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
export const SUPERVISOR = { staffNo: '102', pin: TEST_PIN }
export const onPaper = (by: string) => ({ by, onPaper: true })

/** A valid resident ID number that belongs to nobody: an invented county, a birth date (YYYYMMDD), a serial. */
export const residentNumber = (serial: number, birth = '19900307'): string => {
  const digits = `110101${birth}${String(serial).padStart(3, '0')}`
  return digits + checkDigit(digits)
}

/** Every paper as the kinds ask for it at first; none is kept as a scan. */
const allPapers = (['name-list', 'id-copy', 'licence-copy', 'introduction-letter'] as PaperKey[]).map((key) => ({ key, checks: ['seen' as const, 'sealed' as const] }))

type Of = Exclude<keyof Inputs['passes'], 'kinds' | 'counts'>

/** A test house with a small directory and the register of passes, called as the page calls them: input parsed first. */
export async function openPasses(options?: Parameters<typeof openTestHouse>[0]) {
  const t: TestHouse = await openTestHouse(options)
  const { house } = t
  await house.store.write(t.call().scope, async (tx) => {
    for (const [id, room] of [[1, '1808'], [2, '0603']] as const) await tx.query('INSERT INTO unit (id, room, floor) VALUES (?, ?, ?)', [id, room, room.slice(0, 2)])
    for (const [id, name] of [[1, BOYUAN], [2, '恒越信息技术（上海）有限公司']] as const) {
      await tx.query('INSERT INTO tenant (id, name) VALUES (?, ?)', [id, name])
      await tx.query('INSERT INTO tenancy (unit_id, tenant_id) VALUES (?, ?)', [id, id])
    }
  })
  const passes = createPasses(house)
  const parse = <P extends Of>(of: P, input: Inputs['passes'][P]) => contract.passes[of]['~orpc'].inputSchema!.parse(input) as never
  /** Calls a procedure with what the page would send. */
  const ask = <P extends Of>(of: P, input: Inputs['passes'][P], as: Role = 'receptionist') => passes[of](parse(of, input), t.call(as)) as ReturnType<(typeof passes)[P]>
  const seen = async (id: number) => ({ id, version: (await house.store.read<{ version: number }>('SELECT version FROM pass WHERE id = ?', [id]))[0]!.version })
  const picture = (kind: 'photo' | 'signature' | 'scan' = 'photo') => house.store.write(t.call().scope, (tx) => house.attachments.put(tx, kind, PICTURE))
  let serial = 0
  /** Somebody nobody has seen before, with a photo. */
  const holder = async (input: Partial<HolderInput> = {}): Promise<HolderInput> => {
    serial++
    return { name: `工人${serial}`, documentNumber: residentNumber(serial), photoId: await picture(), ...input }
  }
  let permit: number | null = null
  /** A fit-out permit in force all year. */
  const permitId = async (): Promise<number> => (permit ??= (await ask('saveFitOutPermit', { no: 'XZ-018', tenantId: 1, unitId: 1, contractor: DINGXIN, chief: '许大海', chiefPhone: '13700009999', validFrom: '2026-01-01', validUntil: '2026-12-31', scanIds: [await picture('scan')] })).id)
  const apply = async (kind: PassKind, input: Partial<ApplicationInput> = {}, as?: Role) => ask('apply', {
    kind, tenantId: 1, papers: allPapers, holders: input.holders ?? [await holder()], payment: 'cash', ...(kind === 'construction' ? { fitOutPermitId: await permitId() } : {}), ...input,
  }, as)

  return {
    ...t, passes, ask, seen, picture, holder, permitId, apply,
    /** One pass of a kind that its holder has. */
    issued: async (kind: PassKind = 'identity', input: Partial<ApplicationInput> = {}) => (await apply(kind, { signature: onPaper('卓一鸣'), ...input })).passes[0]!.id,
    get: (id: number) => passes.get({ id }, t.call()),
    all: async (ids: readonly number[]) => Promise.all(ids.map(seen)),
    slips: async (register = 'passes') => (await house.store.read<{ title: string; printer: string; document: string }>('SELECT title, printer, document FROM print_job WHERE register = ? ORDER BY id', [register]))
      .map(({ title, printer, document }) => ({ title, printer, document: JSON.parse(document) as SlipDocument })),
    voidReceipt: (id: number) => house.store.write(t.call('supervisor').scope, (tx) => house.receipts.void(tx, id, '开错', false)),
    receiptNo: async (pass: number) => (await passes.get({ id: pass }, t.call())).receiptNo,
    /** Held deposits three ways (M1): the deposits' rows, the ledger, the open passes; and what all postings come to. */
    proof: async () => {
      const one = async (sql: string) => (await house.store.read<{ fen: number }>(sql))[0]!.fen
      return {
        rows: await one(`SELECT coalesce(sum(amount_fen), 0) AS fen FROM deposit WHERE state = 'held'`), ledger: 0 - (await house.ledger.balance('deposit')),
        passes: await one(`SELECT coalesce(sum(deposit_fen), 0) AS fen FROM pass WHERE state IN ('ready', 'issued')`), all: await one('SELECT coalesce(sum(amount_fen), 0) AS fen FROM posting'),
      }
    },
  }
}
export type TestPasses = Awaited<ReturnType<typeof openPasses>>
export const agree = (fen: number) => ({ rows: fen, ledger: fen, passes: fen, all: 0 })

export { refusedWith as refusal } from '../testing'
