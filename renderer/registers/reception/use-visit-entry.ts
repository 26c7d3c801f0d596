import { computed, onScopeDispose, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { IdCard } from '@shared/contract/id-card'
import type { Answer, EntryRow, PersonSuggestion } from '@shared/contract/reception'
import { dayOf } from '@shared/rules/time'
import { client } from '../../client'
import type { EntryFault } from '../../components/entry/entry-fault'
import { useEntryForm } from '../../components/entry/use-entry-form'
import { useSession } from '../../desk/session'
import { useSettings } from '../../desk/settings'
import { onLive } from '../../live'
import { useRecognition } from './use-recognition'
import {
  checkNumber, checkVisit, emptyVisit, isTouched, offeredUntil, pickHost, pickVisitor, takeCard, takeScannedNumber, visitInputOf, visitOfDraft,
  type Taken, type VisitField,
} from './visit-form'

/** What a reader told last, for the note over the form. */
export interface LastRead { by: 'card' | 'wedge'; kind: IdCard['kind'] | null; name: string; at: number; taken: Taken }

/** The entry of a visit from the first letter to the saved row: form, draft, what is known, what is wrong, saving. */
export function useVisitEntry() {
  const { t } = useI18n()
  const session = useSession()
  const settings = useSettings()
  const lastRead = ref<LastRead | null>(null)
  const entry = useEntryForm({
    form: 'visit', blank: emptyVisit, touched: isTouched, read: visitOfDraft,
    check: (form, now) => checkVisit(form, dayOf(now)),
    send: (form, print, now) => client.reception.saveVisit(visitInputOf(form, dayOf(now), print)),
    also: (saved) => (saved.state === 'asked' ? t('reception.saved.asked') : ''),
    offer(form) {
      void settings.load().then(() => {
        if (form.untilOffered && settings.settings) form.until = offeredUntil(settings.settings.closingTime, Date.now())
      })
      void offerCard()
    },
    // The card in hand and the closing time are offered again anyway.
    stays: ({ cardNo, until, cardOffered, untilOffered }) => (cardOffered && untilOffered ? { cardNo, until } : {}),
    forget() {
      lastRead.value = null
      known.forget()
    },
  })
  const { form, touched } = entry
  const known = useRecognition(form)

  async function offerCard(): Promise<void> {
    if (!session.can('reception.write')) return
    const { cardNo } = await client.reception.nextCard()
    if (form.cardOffered) form.cardNo = cardNo
  }
  // A card came back or was given elsewhere. While somebody is being registered, the card in hand stays.
  onScopeDispose(onLive('changed', (event) => { if (event.register === 'reception' && !touched.value) void offerCard() }))

  /** The faults to show: those found on saving, and a number that is already seen to be wrong as it is typed (P1). */
  const wrongNumber = computed(() => {
    const length = form.documentNumber.replace(/\s/g, '').length
    const fault = checkNumber(form, dayOf(Date.now()))
    if (!fault) return null
    // Not whole yet is no fault while typing; a wrong character is one at once.
    return fault.code === 'number.length' && length < 18 ? null : fault
  })
  const faultOf = (field: VisitField): EntryFault<VisitField> | null => (field === 'documentNumber' && wrongNumber.value) || entry.faultOf(field)

  function readCard(card: IdCard): Taken {
    const taken = takeCard(form, card)
    entry.printed.clear()
    lastRead.value = { by: 'card', kind: card.kind, name: card.name, at: Date.now(), taken }
    return taken
  }
  function readNumber(number: string): Taken {
    const taken = takeScannedNumber(form, number)
    entry.printed.clear()
    lastRead.value = { by: 'wedge', kind: null, name: '', at: Date.now(), taken }
    return taken
  }

  function chooseVisitor(person: PersonSuggestion): void {
    pickVisitor(form, person)
    known.chosen(person)
  }
  function chooseHost(person: PersonSuggestion): void {
    pickHost(form, person)
    if (!person.name && person.department) {
      form.hostText = t(`common.department.${person.department}`)
      form.host!.name = form.hostText
    }
  }

  /** The host of the last visit, offered while none is chosen. */
  const lastHost = computed(() => (form.hostText === '' && form.host === null ? known.recognition.value.person?.lastHostName ?? '' : ''))
  async function takeLastHost(): Promise<boolean> {
    const person = known.recognition.value.person
    if (!lastHost.value || !person) return false
    const found = await client.reception.suggest({ query: person.lastHostName, for: 'host', limit: 8 })
    const host = found.find((each) => each.contactId !== null && each.contactId === person.lastHostContactId) ?? found.find((each) => each.name === person.lastHostName)
    if (host) chooseHost(host)
    else form.hostText = person.lastHostName
    return true
  }

  return {
    ...entry, recognition: known.recognition, duplicates: known.duplicates, lastRead, faultOf,
    answer: (said: Answer) => { form.answer = said },
    readCard, readNumber, chooseVisitor, chooseHost, lastHost, takeLastHost,
    arrive: (expected: EntryRow) => known.arrive(expected),
  }
}
export type VisitEntry = ReturnType<typeof useVisitEntry>
