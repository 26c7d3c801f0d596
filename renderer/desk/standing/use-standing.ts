import { onScopeDispose, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { client } from '../../client'
import { useSession } from '../session'
import { onLive, onLiveAgain } from '../../live'
import { faceOf } from '../records'
import { markOf } from '../state-mark'
import { standing as complaintStanding } from './complaint-state'
import { standing as orderStanding } from './order-state'
import type { Mark } from '../../components/mark'

/** Whose things: a company's or a room's. */
export interface Whose { tenantId: number | null; unitId: number | null }

/** Something of a company or a room that is not settled. */
export interface OpenItem { register: string; recordId: number; no: string; title: string; mark: Mark; word: string; since: number; limit: number | undefined }

/** How things stand with a company or in a room: what is owed for services, and what is not settled. Null where the role may not know. */
export function useStanding(whose: () => Whose) {
  const { t, te } = useI18n()
  const session = useSession()
  const dueFen = shallowRef<number | null>(null)
  const monthlyFen = shallowRef<number | null>(null)
  const open = shallowRef<OpenItem[]>([])
  const seen = 100

  /** A record as its state says it stands. */
  const plain = (register: string, { id, no, state }: { id: number; no: string; state: string }): Pick<OpenItem, 'register' | 'recordId' | 'no' | 'mark' | 'word'> => {
    const key = `${faceOf(register)!.states}.${state}`
    return { register, recordId: id, no, mark: markOf(state, register), word: te(key) ? t(key) : state }
  }

  async function services(of: Whose): Promise<void> {
    const sum = async (view: 'due' | 'monthly'): Promise<number> => (await client.paidServices.list({ filter: { ...of, view }, limit: 200 })).rows.reduce((total, row) => total + row.totalFen, 0)
    const [due, monthly] = session.can('services.read') ? await Promise.all([sum('due'), sum('monthly')]) : [null, null]
    if (JSON.stringify(of) !== JSON.stringify(whose())) return
    dueFen.value = due
    monthlyFen.value = monthly
  }
  async function records(of: Whose): Promise<void> {
    const now = Date.now()
    const [orders, complaints, permits, loans, signs] = await Promise.all([
      session.can('repairs.read') ? client.repairs.list({ filter: { ...of, view: 'open' }, limit: seen }) : null,
      session.can('complaints.read') ? client.complaints.list({ filter: { ...of, view: 'open' }, limit: seen }) : null,
      session.can('exit-permits.read') ? client.exitPermits.list({ filter: { ...of, states: ['held', 'issued', 'differs'] }, limit: seen }) : null,
      session.can('keys.read') ? client.keys.loans({ filter: { ...of, view: 'late' }, limit: seen }) : null,
      session.can('signs.read') ? client.signs.list({ filter: { ...of, view: 'open' }, limit: seen }) : null,
    ])
    if (JSON.stringify(of) !== JSON.stringify(whose())) return
    open.value = [
      ...(orders?.rows ?? []).map((order): OpenItem => {
        const { mark, word, edge } = orderStanding(order, now)
        // As old as its own row says.
        const [since, limit] = edge?.kind === 'age' ? [edge.since, edge.limit] : [order.at, order.dueAt > order.at ? order.dueAt - order.at : undefined]
        return { register: 'repairs', recordId: order.id, no: order.no, title: order.fault, mark, word: t(`repairs.state.${word}`), since, limit }
      }),
      ...(complaints?.rows ?? []).map((complaint): OpenItem => {
        const { mark, word } = complaintStanding(complaint, now)
        return { register: 'complaints', recordId: complaint.id, no: complaint.no, title: complaint.title, mark, word: t(`complaints.state.${word}`), since: complaint.at, limit: complaint.dueAt > complaint.at ? complaint.dueAt - complaint.at : undefined }
      }),
      ...(permits?.rows ?? []).map((permit): OpenItem => ({
        ...plain('exit-permits', permit), title: permit.goods.map(({ name }) => name).join(t('entry.comma')) || permit.no, since: permit.issuedAt ?? permit.at, limit: undefined,
      })),
      ...(loans?.rows ?? []).map((loan): OpenItem => ({ ...plain('keys', loan), title: [loan.keyNo, loan.keyName].join('　'), mark: 'overdue', word: t('states.overdue'), since: loan.at, limit: loan.dueAt - loan.at })),
      ...(signs?.rows ?? []).map((sign): OpenItem => ({ ...plain('signs', sign), title: sign.nameZh, since: sign.at, limit: undefined })),
    ].sort((a, b) => a.since - b.since)
  }
  const load = (): void => {
    const of = whose()
    void services(of)
    void records(of)
  }
  for (const stop of [
    onLive('changed', ({ register }) => { if (faceOf(register)) load() }),
    onLiveAgain(load),
  ]) onScopeDispose(stop)
  watch(() => JSON.stringify(whose()), load, { immediate: true })
  return { dueFen, monthlyFen, open }
}
