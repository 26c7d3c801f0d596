import type { RegisterName } from '../../../shared/contract/base'
import { UserError } from '../../../shared/contract/errors'
import { nextState } from '../../../shared/rules/visit'
import { inChinese, type PhraseCode, say } from '../../../shared/rules/phrases'
import type { Tx } from '../../store/types'
import { contactNumber } from '../contact-number'
import type { House } from '../house'
import { change } from '../history'
import type { Origin, OriginFacts, StartedRecord } from '../origins'
import { unsealed } from '../personal'
import { keyOf, loadEntry, updateEntry } from './write'

/** 处理结果 of a call that something was started from; its own open notice is then no longer waited for. */
const startedCodes = { 'repairs': 'to-repairs', 'complaints': 'to-complaints', 'paid-services': 'to-services', 'passes': 'to-passes', 'exit-permits': 'to-permits', 'keys': 'to-keys', 'signs': 'to-signs' } as const satisfies Partial<Record<RegisterName, PhraseCode>>
const startedWords = ({ register, no }: StartedRecord): string | undefined => (register in startedCodes ? inChinese(say(startedCodes[register as keyof typeof startedCodes], { no })) : undefined)

/** What a call or visit gives to whatever is started from it (16.R3). */
export const receptionOrigin = (house: House): Origin => ({
  facts: (tx, id) => entryFacts(house, tx, id),
  started: (tx, id, to) => settleCall(house, tx, id, to),
  finished: (tx, id, record, outcome) => (outcome === 'void' ? reopenCall(house, tx, id, record) : Promise.resolve()),
})

/** A visit's contact is the host, not who speaks; the number of a caller from the directory is the directory's. */
async function entryFacts(house: House, tx: Pick<Tx, 'query'>, id: number): Promise<OriginFacts> {
  const entry = await loadEntry(tx, id)
  if (entry.state === 'void') throw new UserError('already-void', { no: entry.no })
  const { vault } = house.store
  const contactId = entry.kind === 'call' ? entry.host_contact_id : null
  const phone = unsealed(vault, entry.data_key, entry.phone_enc, 'entry.phone_enc') || (await contactNumber(tx, vault, contactId))
  return {
    no: entry.no, at: entry.at, name: entry.name, phone, company: entry.tenant_name || entry.company, contactId, tenantId: entry.tenant_id, tenantName: entry.tenant_name,
    unitId: entry.unit_id, room: entry.room, place: '', matter: entry.matter,
  }
}

/** What the call was settled by is void, so it was not settled: it waits for its result again, unless the desk wrote another meanwhile. */
async function reopenCall(house: House, tx: Tx, id: number, record: StartedRecord): Promise<void> {
  const entry = await loadEntry(tx, id)
  const words = startedWords(record)
  if (entry.kind !== 'call' || entry.state !== 'closed' || words === undefined || entry.erased_at !== null || entry.result !== words) return
  const key = keyOf(house.store.vault, entry)
  await updateEntry(tx, entry, { state: entry.acknowledged_at === null ? 'waiting' : 'notified', result: '', data_key: key.wrapped })
  await tx.audit({ action: 'result', register: 'reception', recordId: id, detail: { changes: [change(key, 'result', entry.result, null)] } })
}

async function settleCall(house: House, tx: Tx, id: number, to: StartedRecord): Promise<void> {
  const entry = await loadEntry(tx, id)
  const result = startedWords(to)
  const state = nextState(entry.kind, entry.state, 'close')
  if (entry.kind !== 'call' || state === null || result === undefined) return
  const key = keyOf(house.store.vault, entry)
  await updateEntry(tx, entry, { state, result, data_key: key.wrapped })
  await house.notices.close(tx, 'reception', id)
  await tx.audit({ action: 'result', register: 'reception', recordId: id, detail: { changes: [change(key, 'result', null, result)] } })
}
