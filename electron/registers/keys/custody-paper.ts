import { UserError } from '../../../shared/contract/errors'
import type { KeyCustody, keys } from '../../../shared/contract/keys'
import { dayOf, stampOf } from '../../../shared/rules/time'
import { keyTypeWords } from '../../../shared/slip/key-slip'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { paperForm } from '../paper-form'
import { putOnPaper } from '../paper-table'
import { readCustody } from './custody-rows'

const TITLE = '钥匙托管书'
const COPIES = ['客户联', '客服联'] as const
const eventWords: Record<KeyCustody['events'][number]['kind'], string> = { sealed: '封存', unsealed: '启封', resealed: '再封', ended: '终止' }

/** 钥匙托管书 (11.F2) in two copies, one a page, as it stands now. @throws UserError already-void; page-not-printed, file-not-written. @returns null when the user cancelled */
export async function printCustody(house: House, { id, to }: ParsedInput<typeof keys.printCustody>, call: Call): Promise<{ path: string | null; rows: number } | null> {
  const custody = await readCustody(house, id)
  if (custody.state === 'void') throw new UserError('already-void', { no: custody.no })
  const put = await putOnPaper(house, custodyPaper(house, custody), to, `${TITLE}-${custody.no}.pdf`)
  if (put === null) return null
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'print-custody', register: 'keys', recordId: id, detail: { no: custody.no, to, copies: COPIES.length } }))
  return { ...put, rows: custody.keys.length }
}

function custodyPaper({ settings: { current: { company, tower, serviceCentre } } }: House, c: KeyCustody): string {
  return paperForm({
    title: TITLE, head: [`${company}　${tower}`, c.no], copies: COPIES,
    facts: [
      ['日期', dayOf(c.at)], ['客户', c.client], ['房号', c.room && `${c.room}室`], ['托管原因', c.reason], ['封条号', c.sealNo],
      ['启封授权人', c.authorised.map(({ name, title, documentMasked }) => [name, title, documentMasked].filter(Boolean).join(' ')).join('；')],
    ],
    tables: [
      { columns: ['钥匙编号', '种类', '名称', '把数'], rows: c.keys.map(({ no, type, name, count }) => [no, keyTypeWords[type], name, String(count)]) },
      { columns: ['时间', '事项', '到场人', '封条号', '经办'], rows: c.events.map(({ at, kind, person, sealNo, by }) => [stampOf(at), eventWords[kind], person, sealNo, by]) },
    ],
    terms: ['封存用途已向客户说明。封存的钥匙只在启封授权人到场时启封，启封、再封当面登记并签名。', '本书一式两份，客户、客服各存一份。'],
    signs: ['客户签名、盖章', `${serviceCentre}盖章`, `经办：${c.keeper}`],
  })
}
