import { shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { RecordRef } from '@shared/contract/base'
import type { Channel, ComplaintRow, SavedComplaint } from '@shared/contract/complaints'
import type { Unit } from '@shared/contract/tenants'
import { dayOf } from '@shared/rules/time'
import { client } from '../../client'
import { useEntryForm } from '../../components/entry/use-entry-form'
import { checkComplaint, complaintInputOf, complaintOfDraft, emptyComplaint, isComplaintTouched, startFrom, type ComplaintField, type ComplaintForm } from './complaint-form'

/** The entry of a complaint from the first word, or from the entry it starts from (16.R3), to the saved record. */
export function useComplaintEntry() {
  const { t } = useI18n()
  /** Open or recent ones of the same room or kind (7.R6). */
  const like = shallowRef<ComplaintRow[]>([])

  const entry = useEntryForm<ComplaintForm, ComplaintField, SavedComplaint>({
    form: 'complaint', blank: emptyComplaint, touched: isComplaintTouched, read: complaintOfDraft,
    check: (form, now) => checkComplaint(form, now, dayOf(now)),
    send: (form, print, now) => client.complaints.save(complaintInputOf(form, dayOf(now), print)),
    also: ({ state }) => t(`complaints.form.then.${state}`),
    forget() { like.value = [] },
  })
  const { form } = entry

  async function begin(from: RecordRef, channel: Channel): Promise<void> {
    if (form.from?.id === from.id && form.from.register === from.register) return
    const origin = await entry.action.run(() => client.overview.origin(from))
    if (!origin) return
    // What was half written is kept beside it.
    if (entry.touched.value) await entry.setAside()
    startFrom(form, origin, channel)
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

  /** A room that is one company's brings it along. */
  async function pickRoom(unit: Unit): Promise<void> {
    Object.assign(form, { unitId: unit.id, room: unit.room, place: '' } satisfies Partial<ComplaintForm>)
    const [tenantId] = unit.tenantIds
    if (tenantId === undefined || form.tenantId !== null) return
    const tenant = await client.tenants.get({ id: tenantId })
    if (form.unitId === unit.id && form.tenantId === null) Object.assign(form, { tenantId, company: tenant.name } satisfies Partial<ComplaintForm>)
  }

  return { ...entry, begin, like, pickRoom }
}
export type ComplaintEntry = ReturnType<typeof useComplaintEntry>
