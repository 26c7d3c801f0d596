import { computed, ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { EntryDetail } from '@shared/contract/reception'
import { client } from '../../client'
import { useAction } from '../../desk/action'
import { useSession } from '../../desk/session'
import { useEntryWords } from './entry-words'

/** What one may do with an entry as it stands, and doing it. */
export type EntryActionName = 'agree' | 'decline' | 'leave' | 'arrive' | 'noShow' | 'acknowledge' | 'remind' | 'setResult' | 'correct' | 'void' | 'reprint' | 'startExpected'
/** Those that ask for a written line first. */
export type AskedFor = 'admit' | 'decline' | 'noShow' | 'setResult' | 'void' | 'correct'

export function useEntryActions(entry: Ref<EntryDetail | null>, changed: () => Promise<void>) {
  const { t } = useI18n()
  const session = useSession()
  const words = useEntryWords()
  const action = useAction('entry')
  const asking = ref<AskedFor | null>(null)

  const openNotice = computed(() => entry.value?.notices.find((notice) => notice.acknowledgedAt === null) ?? null)

  const available = computed<Set<EntryActionName>>(() => {
    const names = new Set<EntryActionName>()
    const now = entry.value
    if (!now || now.state === 'void') return names
    const writes = session.can('reception.write')
    if (writes && now.kind === 'visit') {
      if (now.state === 'asked') for (const name of ['agree', 'decline'] as const) names.add(name)
      if (now.state === 'inside') names.add('leave')
      if (now.state === 'inside' && now.token) names.add('reprint')
      if (now.state === 'expected') for (const name of ['arrive', 'noShow'] as const) names.add(name)
    }
    if (writes && now.kind === 'call') {
      if (!now.result) names.add('setResult')
      names.add('startExpected')
    }
    if (openNotice.value && session.can('notices.acknowledge')) for (const name of ['acknowledge', 'remind'] as const) names.add(name)
    if (writes && !now.erased) names.add('correct')
    if (session.can('reception.void')) names.add('void')
    return names
  })

  async function does<T>(work: (now: EntryDetail) => Promise<T>, say: (now: EntryDetail, result: T) => string): Promise<boolean> {
    const now = entry.value
    if (!now || action.busy.value) return false
    const result = await action.run(() => work(now), (done) => say(now, done))
    if (result === undefined) return false
    asking.value = null
    await changed()
    return true
  }
  const answered = (state: 'agreed' | 'declined') => (now: EntryDetail): string =>
    t('reception.saved.answered', { name: now.name, state: t(`reception.answer.${state}`), no: now.no })

  return {
    action, asking, available, openNotice,
    agree: (note = '') => does((now) => client.reception.answer({ id: now.id, answer: 'agreed', note }), answered('agreed')),
    decline: (note: string) => does((now) => client.reception.answer({ id: now.id, answer: 'declined', note }), answered('declined')),
    noShow: (reason: string) => does((now) => client.reception.noShow({ id: now.id, reason }), (now) => t('reception.saved.no-show', { no: now.no })),
    setResult: (result: string) => does((now) => client.reception.setResult({ id: now.id, result }), (now) => t('reception.saved.resulted', { no: now.no })),
    void: (reason: string) => does((now) => client.reception.void({ id: now.id, version: now.version, reason }), (now) => t('reception.saved.voided', { no: now.no })),
    reprint: () => does((now) => client.reception.reprint({ id: now.id }), (now) => t('reception.saved.reprinted', { no: now.no })),
    acknowledge: () => does(() => client.notices.acknowledge({ id: openNotice.value!.id }), (now) => t('reception.saved.acknowledged', { no: now.no })),
    remind: () => does(() => client.notices.remind({ id: openNotice.value!.id }), (now, notice) => t('reception.saved.reminded', { no: now.no, department: words.departmentName(notice.department) })),
  }
}
