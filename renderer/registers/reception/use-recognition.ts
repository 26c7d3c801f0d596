import { onScopeDispose, ref, watch, type Ref } from 'vue'
import type { EntryDetail, EntryRow, PersonSuggestion } from '@shared/contract/reception'
import { normalizePhone } from '@shared/rules/phone'
import { dayOf } from '@shared/rules/time'
import { client } from '../../client'
import { carryOn, checkNumber, recognisePerson, type VisitForm } from './visit-form'

/** What is known of the visitor in the form. */
export interface Recognition {
  /** Whether anything was asked yet: a number was read or typed, or a person chosen. */
  asked: boolean
  person: PersonSuggestion | null
  expected: EntryRow[]
  inside: EntryRow[]
  denied: { id: number; reason: string | null } | null
}
const unknown = (): Recognition => ({ asked: false, person: null, expected: [], inside: [], denied: null })

/**
 * Recognises a returning visitor by document or phone number as soon as one is whole, and shows what may be the same
 * thing entered twice (16.R4). A late answer about somebody who is no longer in the form is dropped.
 */
export function useRecognition(form: VisitForm): {
  recognition: Ref<Recognition>
  duplicates: Ref<EntryRow[]>
  /** The person chosen from the suggestions, about whom more is asked. */
  chosen: (person: PersonSuggestion) => void
  arrive: (expected: EntryRow) => Promise<EntryDetail>
  forget: () => void
} {
  const recognition = ref<Recognition>(unknown())
  const duplicates = ref<EntryRow[]>([])
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask(): Promise<void> {
    const number = form.documentNumber.trim() && !checkNumber(form, dayOf(Date.now())) ? form.documentNumber : ''
    const phone = normalizePhone(form.phone).ok ? form.phone : ''
    if (!number && !phone) return
    const mine = ++turn
    const found = await client.reception.recognise({ documentKind: form.documentKind, documentNumber: number, phone, name: form.name.trim() })
    if (mine !== turn) return
    recognition.value = { asked: true, ...found }
    if (found.person) recognisePerson(form, found.person)
  }

  async function lookForDuplicates(): Promise<void> {
    const name = form.name.trim()
    if (!name && !form.documentNumber) {
      duplicates.value = []
      return
    }
    const mine = form.name + form.documentNumber
    const found = await client.reception.duplicates({
      kind: 'visit', name, phone: normalizePhone(form.phone).ok ? form.phone : '', documentNumber: form.documentNumber.trim(), unitId: form.host?.unitId ?? null, matter: form.matter,
    })
    if (mine === form.name + form.documentNumber) duplicates.value = found.filter((entry) => entry.id !== form.expectedEntryId)
  }

  // A reader fills the whole number at once, a person digit by digit: only whole numbers are asked about.
  watch(() => [form.documentKind, form.documentNumber, form.phone], ([, number, phone], [, before]) => {
    if (!number && before) recognition.value = unknown()
    if (number || phone) void ask()
  })
  watch(() => [form.name, form.documentNumber, form.phone, form.host?.unitId, form.expectedEntryId], () => {
    clearTimeout(timer)
    timer = setTimeout(() => void lookForDuplicates(), 300)
  })
  onScopeDispose(() => clearTimeout(timer))

  return {
    recognition, duplicates,
    chosen(person) {
      turn++
      recognition.value = { asked: true, person, expected: [], inside: [], denied: person.denied }
    },
    async arrive(expected) {
      const detail = await client.reception.get({ id: expected.id })
      carryOn(form, detail)
      recognition.value = { ...recognition.value, asked: true, expected: [], denied: recognition.value.denied ?? detail.denied }
      return detail
    },
    forget() {
      turn++
      recognition.value = unknown()
      duplicates.value = []
    },
  }
}
