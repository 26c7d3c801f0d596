import { computed, shallowRef, watch } from 'vue'
import type { EntryRow, PersonSuggestion } from '@shared/contract/reception'
import type { TenantDetail } from '@shared/contract/tenants'
import { normalizePhone } from '@shared/rules/phone'
import { dayOf, timeOf } from '@shared/rules/time'
import { client } from '../../client'
import { useEntryForm } from '../../components/entry/use-entry-form'
import { useSettings } from '../../desk/settings'
import { callInputOf, callOfDraft, checkCall, chooseCategory, emptyCall, isCallTouched, pickCaller, recogniseCaller } from './call-form'

/** The entry of a call from the number to the saved row: form, draft, caller's company, what may be entered twice. */
export function useCallEntry() {
  const settings = useSettings()
  const tenant = shallowRef<TenantDetail | null>(null)
  const duplicates = shallowRef<EntryRow[]>([])
  const departmentOf = computed(() => settings.settings?.categoryDepartment ?? {})
  const entry = useEntryForm({
    form: 'call', blank: emptyCall, touched: isCallTouched, read: callOfDraft, check: checkCall,
    send: (form, print, now) => client.reception.saveCall(callInputOf(form, dayOf(now), print)),
    offer(form) {
      if (!form.time) form.time = timeOf(Date.now())
      void settings.load().then(() => chooseCategory(form, form.category, departmentOf.value))
    },
    forget() {
      tenant.value = null
      duplicates.value = []
    },
  })
  const { form } = entry
  /** Numbers of entries that differ but share the caller's rooms, in the order of the tenant's own list. */
  const rooms = computed(() => (tenant.value?.rooms ?? []).map((room, at) => ({ room, unitId: tenant.value!.unitIds[at] ?? null })))

  watch(() => form.tenantId, async (id) => {
    if (id === null) tenant.value = null
    else {
      const found = await client.tenants.get({ id })
      if (form.tenantId === id) tenant.value = found
    }
  })

  // A number typed whole finds its caller without being chosen.
  watch(() => form.phone, async (phone) => {
    if (!normalizePhone(phone).ok || phone.replace(/\D/g, '').length < 7) return
    const known = await client.reception.recognise({ phone })
    if (form.phone === phone && known.person && !form.name) recogniseCaller(form, known.person)
  })

  let timer: ReturnType<typeof setTimeout> | undefined
  watch(() => [form.matter, form.unitId, form.name], () => {
    clearTimeout(timer)
    timer = setTimeout(() => void lookForDuplicates(), 300)
  })
  async function lookForDuplicates(): Promise<void> {
    const { matter } = form
    if (matter.trim().length < 2) duplicates.value = []
    else {
      const found = await client.reception.duplicates({ kind: 'call', name: form.name.trim(), unitId: form.unitId, matter: matter.trim() })
      if (form.matter === matter) duplicates.value = found
    }
  }

  return { ...entry, tenant, rooms, duplicates, departmentOf, choose: (person: PersonSuggestion) => pickCaller(form, person) }
}
export type CallEntry = ReturnType<typeof useCallEntry>
