import { computed, onScopeDispose, reactive, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { IdCard } from '@shared/contract/id-card'
import type { Answer, EntryRow, PersonSuggestion, SavedEntry } from '@shared/contract/reception'
import { dayOf } from '@shared/rules/time'
import { client } from '../../client'
import { useAction } from '../../desk/action'
import { useDraft } from '../../desk/draft'
import { useSession } from '../../desk/session'
import { useSettings } from '../../desk/settings'
import { onLive } from '../../live'
import { usePrintNote } from './use-print-note'
import { useRecognition } from './use-recognition'
import {
  checkNumber, checkVisit, emptyVisit, isTouched, offeredUntil, pickHost, pickVisitor, takeCard, takeScannedNumber, visitInputOf, visitOfDraft,
  type FieldFault, type Taken, type VisitField, type VisitForm,
} from './visit-form'

/** What a reader told last, for the note over the form. */
export interface LastRead { by: 'card' | 'wedge'; kind: IdCard['kind'] | null; name: string; at: number; taken: Taken }

/** The entry of a visit from the first letter to the saved row: form, draft, what is known, what is wrong, saving. */
export function useVisitEntry() {
  const { t } = useI18n()
  const session = useSession()
  const settings = useSettings()
  const form = reactive<VisitForm>(emptyVisit())
  const draft = useDraft<VisitForm>('visit', form, { isEmpty: (state) => !isTouched(state), read: visitOfDraft, resume: true })
  const action = useAction('visit')
  const known = useRecognition(form)
  const printed = usePrintNote()
  const faults = ref<FieldFault[]>([])
  const lastRead = ref<LastRead | null>(null)
  const touched = computed(() => isTouched(form))

  async function offerCard(): Promise<void> {
    if (!session.can('reception.write')) return
    const { cardNo } = await client.reception.nextCard()
    if (form.cardOffered) form.cardNo = cardNo
  }
  // A card came back or was given elsewhere. While somebody is being registered, the card in hand stays.
  onScopeDispose(onLive('changed', (event) => { if (event.register === 'reception' && !touched.value) void offerCard() }))
  function offer(): void {
    void settings.load().then(() => {
      if (form.untilOffered && settings.settings) form.until = offeredUntil(settings.settings.closingTime, Date.now())
    })
    void offerCard()
  }

  function empty(): void {
    const { cardNo, until } = form
    Object.assign(form, emptyVisit(), form.cardOffered && form.untilOffered ? { cardNo, until } : {})
    faults.value = []
    lastRead.value = null
    known.forget()
  }

  /** Esc: the form is empty again, what stood in it is kept and offered. */
  const setAside = async (): Promise<void> => { await action.run(() => draft.setAside(empty)) }

  /** The faults to show: those found on saving, and a number that is already seen to be wrong as it is typed (P1). */
  const wrongNumber = computed(() => {
    const length = form.documentNumber.replace(/\s/g, '').length
    const fault = checkNumber(form, dayOf(Date.now()))
    if (!fault) return null
    // Not whole yet is no fault while typing; a wrong character is one at once.
    return fault.code === 'number.length' && length < 18 ? null : fault
  })
  function faultOf(field: VisitField): FieldFault | null {
    if (field === 'documentNumber' && wrongNumber.value) return wrongNumber.value
    return faults.value.find((fault) => fault.field === field) ?? null
  }
  // What is mended is no fault any more.
  watch(form, () => {
    if (faults.value.length > 0) faults.value = checkVisit(form, dayOf(Date.now())).filter((now) => faults.value.some((fault) => fault.field === now.field))
  })

  /** Saves; undefined when something is missing, refused, or already being saved. */
  async function save(print: boolean): Promise<SavedEntry | undefined> {
    if (action.busy.value) return undefined
    const today = dayOf(Date.now())
    faults.value = checkVisit(form, today)
    if (faults.value.length > 0) return undefined
    const saved = await action.run(() => client.reception.saveVisit(visitInputOf(form, today, print)))
    if (!saved) return undefined
    const dropped = draft.discard()
    Object.assign(form, emptyVisit())
    faults.value = []
    lastRead.value = null
    known.forget()
    printed.follow(saved)
    void dropped.then(offer)
    return saved
  }

  function readCard(card: IdCard): Taken {
    const taken = takeCard(form, card)
    printed.clear()
    lastRead.value = { by: 'card', kind: card.kind, name: card.name, at: Date.now(), taken }
    return taken
  }
  function readNumber(number: string): Taken {
    const taken = takeScannedNumber(form, number)
    printed.clear()
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
    form, draft, action, recognition: known.recognition, duplicates: known.duplicates, printNote: printed.note, lastRead, touched, faultOf, faults,
    answer: (said: Answer) => { form.answer = said },
    offer, save, setAside, readCard, readNumber, chooseVisitor, chooseHost, lastHost, takeLastHost,
    arrive: (expected: EntryRow) => known.arrive(expected),
  }
}
export type VisitEntry = ReturnType<typeof useVisitEntry>
