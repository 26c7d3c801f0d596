import { noticeSlip } from '../../../shared/slip/notice-slip'
import { matterWords, visitorSlip } from '../../../shared/slip/visitor-slip'
import type { SlipDocument } from '../../../shared/slip/document'
import type { Department } from '../../../shared/contract/base'
import { inChinese, say } from '../../../shared/rules/phrases'
import type { Tx } from '../../store/types'
import type { House } from '../house'
import { queueSlip } from '../queue-slip'
import type { EntryRecord } from './rows'

/** What a slip says of an entry. */
export type SlipEntry = Pick<EntryRecord,
  | 'no' | 'kind' | 'at' | 'room' | 'card_no' | 'name' | 'people' | 'company' | 'host_name' | 'host_extension' | 'tenant_name' | 'purpose' | 'matter' | 'valid_until' | 'token' | 'receptionist' | 'station'>

export function visitorSlipOf(house: House, entry: SlipEntry): SlipDocument {
  const { tower, serviceCentre, visitorRetentionDays } = house.settings.current
  return visitorSlip({
    tower, serviceCentre, no: entry.no, at: entry.at, room: entry.room, cardNo: entry.card_no, name: entry.name, company: entry.company, hostName: entry.host_name, hostCompany: entry.tenant_name,
    matter: matterWords(entry.purpose, entry.matter), people: entry.people, validUntil: entry.valid_until, token: entry.token, retentionDays: visitorRetentionDays, receptionist: entry.receptionist, station: entry.station,
  })
}

/** Who came or called, for a notice: 何婉清（恒越信息技术）等 3 人. */
const who = ({ name, company, people }: SlipEntry): string => {
  const one = `${name}${company ? `（${company}）` : ''}`
  return people > 1 ? inChinese(say('group', { who: one, n: people })) : one
}

/** One line of the department's list. It names a person, so the retention sweep empties it (P3). */
export const noticeText = (entry: SlipEntry): string =>
  inChinese([entry.room && say('room', { room: entry.room }), say(entry.kind === 'visit' ? 'came' : 'called', { who: who(entry) }), matterWords(entry.purpose, entry.matter)])

export function noticeSlipOf(house: House, entry: SlipEntry, to: { department: Department; person: string; reminders: number }): SlipDocument {
  const { tower, serviceCentre } = house.settings.current
  return noticeSlip({
    tower, serviceCentre, no: entry.no, at: entry.at, ...to, who: who(entry), room: entry.room, matter: matterWords(entry.purpose, entry.matter), kind: entry.kind,
    reachBy: entry.kind === 'call' && entry.host_extension ? `${entry.host_name || entry.name} 分机${entry.host_extension}` : '',
    receptionist: entry.receptionist, station: entry.station,
  })
}

const subject = (entry: SlipEntry & { id: number }) => ({ register: 'reception' as const, id: entry.id, no: entry.no })

export const queueVisitorSlip = (tx: Tx, house: House, entry: SlipEntry & { id: number }): Promise<number[]> => queueSlip(tx, house, 'receipt', subject(entry), visitorSlipOf(house, entry))

/** The notice, and its slip on the department's printer when `print` asks for one. */
export async function notify(tx: Tx, house: House, entry: SlipEntry & { id: number }, to: { department: Department; person: string }, print: boolean): Promise<number[]> {
  await house.notices.create(tx, { ...to, text: noticeText(entry), register: 'reception', recordId: entry.id, no: entry.no })
  return print ? queueSlip(tx, house, to.department, subject(entry), noticeSlipOf(house, entry, { ...to, reminders: 0 })) : []
}
