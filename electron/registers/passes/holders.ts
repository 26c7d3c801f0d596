import type { z } from 'zod'
import { UserError } from '../../../shared/contract/errors'
import type { holderCheck, PassKindSetting, passes } from '../../../shared/contract/passes'
import { checkDocumentNumber, type DocumentKind } from '../../../shared/rules/id-number'
import { ageOn } from '../../../shared/rules/pass'
import { dayOf, parseDay } from '../../../shared/rules/time'
import type { Sql } from '../../store/types'
import { denyName, findDenial } from '../denied'
import type { ParsedInput } from '../handlers'
import type { House } from '../house'
import { foldName } from '../import/cells'
import { documentHash } from '../personal'
import { asks, kindOf } from './kinds'
import type { PassRecord } from './rows'

type Query = <T>(sql: string, parameters?: Sql[]) => Promise<T[]>
export type HolderFinding = z.infer<typeof holderCheck>

/** A holder as the list has them. */
export interface Listed { name: string; documentKind: DocumentKind; documentNumber: string; photoId: number | null; replaces: number | null; birth: string | null }
/** The same with the number as it is stored; empty where none was given. */
export interface CheckedHolder { hash: Buffer | null; number: string; findings: HolderFinding[] }

/**
 * What stands in the holders' way, in the order of the list: the number (P1), age on the day, the deny list, a pass in
 * force (besides the one that is being corrected), the same person twice, the photo.
 */
export async function checkHolders(query: Query, house: House, kind: PassKindSetting, company: string, holders: readonly Listed[], now: number, besides: number | null = null): Promise<CheckedHolder[]> {
  const seen = new Set<string>()
  const checked: CheckedHolder[] = []
  for (const [index, holder] of holders.entries()) {
    const findings: HolderFinding[] = []
    const find = (code: HolderFinding['code'], params: HolderFinding['params'] = {}, no: string | null = null): void => { findings.push({ index, code, params: { name: holder.name, ...params }, no }) }
    const number = holder.documentNumber === '' ? null : checkDocumentNumber(holder.documentKind, holder.documentNumber, dayOf(now))
    if (number && !number.ok) find('invalid-document-number', { fault: number.code, ...number.data })
    if (!number && asks(kind, 'id-copy')) find('document-required')
    const valid = number?.ok === true ? number : null
    const hash = valid ? documentHash(house.store.vault, valid.normalized) : null
    if (valid && kind.minAge > 0) {
      const birth = valid.birth ?? (holder.birth === null ? undefined : parseDay(holder.birth))
      if (birth === undefined || birth > dayOf(now)) find('birth-needed')
      else if (ageOn(birth, dayOf(now)) < kind.minAge) find('under-age', { age: kind.minAge })
    }
    if (holder.name !== '' && await findDenial(query, { name: holder.name, companions: [], phoneHash: null, documentHash: hash })) find('denied-holder')
    const inForce = await passInForce(query, kind.kind, company, holder, hash, besides)
    if (inForce !== null) find('pass-in-force', { no: inForce }, inForce)
    const same = hash?.toString('hex') ?? denyName(holder.name)
    if (same !== '' && seen.has(same)) find('duplicate-holder')
    seen.add(same)
    if (holder.photoId === null && asks(kind, 'photo')) find('photo-missing')
    checked.push({ hash, number: valid?.normalized ?? '', findings })
  }
  return checked
}

/** One pass at a time for holder, kind and company; one without a document is told by the name. What took a lost one's place is in force, too. */
async function passInForce(query: Query, kind: string, company: string, holder: Listed, hash: Buffer | null, besides: number | null): Promise<string | null> {
  const who = hash ? { sql: 'document_hash = ?', value: hash } : { sql: 'document_hash IS NULL AND holder = ?', value: holder.name }
  const rows = await query<{ no: string; company: string; replaces_id: number | null }>(
    `SELECT no, company, replaces_id FROM pass WHERE state IN ('ready', 'issued') AND id IS NOT ? AND ((${who.sql} AND kind = ?) OR replaces_id = ?) ORDER BY id DESC`, [besides, who.value, kind, holder.replaces],
  )
  // A company typed with other brackets is the same one.
  return rows.find((row) => (holder.replaces !== null && row.replaces_id === holder.replaces) || foldName(row.company) === foldName(company))?.no ?? null
}

/** Who came on the deny list since is handed nothing, nor is it renewed. @throws UserError denied-holder */
export async function refuseDenied(query: Query, passes: readonly Pick<PassRecord, 'holder' | 'document_hash'>[]): Promise<void> {
  for (const pass of passes) if (await isDenied(query, pass)) throw new UserError('denied-holder', { name: pass.holder })
}

export const isDenied = async (query: Query, pass: Pick<PassRecord, 'holder' | 'document_hash'>): Promise<boolean> =>
  pass.holder !== '' && (await findDenial(query, { name: pass.holder, companions: [], phoneHash: null, documentHash: pass.document_hash })) !== null

/** @throws UserError with the first finding's code, at the holder's line unless told */
export function refuseFindings(checked: readonly CheckedHolder[], field?: string): void {
  const first = checked.flatMap(({ findings }) => findings)[0]
  if (first) throw new UserError(first.code, first.params, field ?? `holders.${first.index}`)
}

/** Told while the list is being written; the save checks it again. */
export async function check(house: House, input: ParsedInput<typeof passes.check>): Promise<HolderFinding[]> {
  const query: Query = (sql, parameters) => house.store.read(sql, parameters)
  const kind = await kindOf({ query }, input.kind)
  const [tenant] = input.tenantId === null ? [] : await query<{ name: string }>('SELECT name FROM tenant WHERE id = ?', [input.tenantId])
  const checked = await checkHolders(query, house, kind, input.company || (tenant?.name ?? ''), input.holders, house.store.clock.now())
  return checked.flatMap(({ findings }) => findings)
}
