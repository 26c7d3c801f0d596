import { shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { RecordRef } from '@shared/contract/base'
import type { Channel, ComplaintRow, SavedComplaint } from '@shared/contract/complaints'
import { dayOf } from '@shared/rules/time'
import { client } from '../../client'
import { useEntryForm } from '../../components/entry/use-entry-form'
import { checkComplaint, complaintInputOf, complaintOfDraft, emptyComplaint, isComplaintTouched, startFrom, type ComplaintField, type ComplaintForm } from './complaint-form'

/** The entry of a complaint from the first word, or from the entry it starts from (16.R3), to the saved record. */
export function useComplaintEntry() {
  const { t } = useI18n()
  /** How the record it starts from came. */
  let channel: Channel = 'phone'
  /** Open or recent ones of the same room or kind (7.R6). */
  const like = shallowRef<ComplaintRow[]>([])

  const entry = useEntryForm<ComplaintForm, ComplaintField, SavedComplaint>({
    form: 'complaint', blank: emptyComplaint, touched: isComplaintTouched, read: complaintOfDraft, startFrom: (form, origin) => startFrom(form, origin, channel),
    check: (form, now) => checkComplaint(form, now, dayOf(now)),
    send: (form, print, now) => client.complaints.save(complaintInputOf(form, dayOf(now), print)),
    also: ({ state }) => t(`complaints.form.then.${state}`),
    forget() { like.value = [] },
  })
  const { form } = entry

  async function begin(from: RecordRef, by: Channel): Promise<void> {
    channel = by
    await entry.beginFrom(from)
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  watch(() => [form.unitId, form.place, form.kind], () => {
    clearTimeout(timer)
    timer = setTimeout(() => void lookForLike(), 300)
  })
  async function lookForLike(): Promise<void> {
    const { unitId, kind } = form
    const place = form.place.trim()
    const found = unitId === null && !place && !kind ? [] : await client.complaints.like({ unitId, place, kind: kind || null })
    if (form.unitId === unitId && form.kind === kind && form.place.trim() === place) like.value = found
  }

  return { ...entry, begin, like }
}
export type ComplaintEntry = ReturnType<typeof useComplaintEntry>
