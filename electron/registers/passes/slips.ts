import { type PassNews, passNews, passNoticeSlip, rangeWords } from '../../../shared/slip/pass-slip'
import { inChinese, say, passesOf } from '../../../shared/rules/phrases'
import type { Tx } from '../../store/types'
import type { House } from '../house'
import { queueSlip } from '../queue-slip'
import type { PassRecord } from './rows'

export const sender = ({ settings }: House) => ({ tower: settings.current.tower, serviceCentre: settings.current.serviceCentre })
export const footer = (tx: Tx) => ({ by: tx.scope.actor.name, station: tx.scope.station })

/** Security is told for its own record, on its screen and on its printer where it has one (12.R7, 12.R8, 12.R10). */
export async function notifySecurity(tx: Tx, house: House, of: { id: number; no: string }, news: PassNews, passes: readonly PassRecord[], print: boolean): Promise<{ noticeId: number; printJobIds: number[] }> {
  const [first] = passes
  const { kind, company, room } = first!
  const nos = passes.map(({ no }) => no)
  const validUntil = passes.map((pass) => pass.valid_until).reduce((a, b) => (a > b ? a : b))
  const text = inChinese([passNews[news], passesOf(kind, nos.length), rangeWords(nos), company, room && say('room', { room }), news !== 'lost' && say('valid-until', { day: validUntil })])
  const noticeId = await house.notices.create(tx, { department: 'security', person: '', text, register: 'passes', recordId: of.id, no: of.no })
  const slip = passNoticeSlip({ ...sender(house), ...footer(tx), no: of.no, at: tx.now, news, kind, nos, company, room, holder: first!.holder, validUntil })
  return { noticeId, printJobIds: print ? await queueSlip(tx, house, 'security', { register: 'passes', ...of }, slip) : [] }
}
