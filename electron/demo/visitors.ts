import type { DocumentKind } from '../../shared/rules/id-number'
import { personReading } from '../registers/pinyin'
import { sealedDocument, sealedPhone, typedNumberHashes } from '../registers/personal'
import { insertRows } from '../store/bulk'
import type { Sql, Tx } from '../store/types'
import type { Vault } from '../store/vault'
import { demoCards } from './cards'
import { companyName, mobile, personName, residentNumber } from './names'
import type { Random } from './random'

/** Somebody who comes now and then. */
export interface DemoVisitor {
  id: number; name: string; company: string; phone: string; documentKind: DocumentKind; documentNumber: string
  visits: number; lastSeenAt: number; lastHostName: string; lastHostContactId: number | null; lastPurpose: string | null
}

/** The first one is the first demo card's: a returning visitor is offered at the first card put on the reader. */
export function makeVisitors(random: Random, count: number): DemoVisitor[] {
  const seen = { visits: 0, lastSeenAt: 0, lastHostName: '', lastHostContactId: null, lastPurpose: null }
  const [card] = demoCards
  const visitors: DemoVisitor[] = [{ id: 1, name: card!.name, company: '恒越信息技术（上海）有限公司', phone: '13800002716', documentKind: card!.kind, documentNumber: card!.number, ...seen }]
  const companies = Array.from({ length: Math.ceil(count / 4) }, () => companyName(random).name)
  while (visitors.length < count) {
    visitors.push({
      id: visitors.length + 1, name: personName(random), company: random.chance(0.8) ? random.pick(companies) : random.pick(['顺丰速运', '京东物流', '美团', '']),
      phone: mobile(random), documentKind: 'resident', documentNumber: residentNumber(random), ...seen,
    })
  }
  return visitors
}

/** Only those who came: the others nobody has seen yet. */
export async function insertVisitors(tx: Tx, vault: Vault, visitors: DemoVisitor[]): Promise<void> {
  const came = visitors.filter((visitor) => visitor.lastSeenAt > 0)
  const index: Sql[][] = []
  const columns = [
    'id', 'name', 'pinyin', 'initials', 'company', 'data_key', 'phone_enc', 'phone_hash', 'phone_masked', 'document_kind', 'document_enc', 'document_hash', 'document_masked',
    'visits', 'last_seen_at', 'last_host_name', 'last_host_contact_id', 'last_purpose',
  ]
  await insertRows(tx.query, 'person', columns, came.map((visitor) => {
    const key = vault.newKey()
    const reading = personReading(visitor.name)
    const phone = sealedPhone(vault, key, 'person', visitor.phone)
    const document = sealedDocument(vault, key, 'person', visitor.documentKind, visitor.documentNumber)
    for (const hash of typedNumberHashes(vault, visitor.phone, visitor.documentNumber)) index.push([hash, 'person', visitor.id])
    return [
      visitor.id, visitor.name, reading.pinyin, reading.initials, visitor.company, key.wrapped, phone.phone_enc, phone.phone_hash, phone.phone_masked,
      document.document_kind, document.document_enc, document.document_hash, document.document_masked,
      visitor.visits, visitor.lastSeenAt, visitor.lastHostName, visitor.lastHostContactId, visitor.lastPurpose,
    ]
  }))
  await insertRows(tx.query, 'blind_index', ['hash', 'owner', 'owner_id'], index)
}
