import { computed, reactive, ref, shallowRef, watch } from 'vue'
import type { EntryRow, PersonSuggestion, SavedEntry } from '@shared/contract/reception'
import type { TenantDetail } from '@shared/contract/tenants'
import { normalizePhone } from '@shared/rules/phone'
import { dayOf, timeOf } from '@shared/rules/time'
import { client } from '../../client'
import { useAction } from '../../desk/action'
import { useDraft } from '../../desk/draft'
import { useSettings } from '../../desk/settings'
import { callInputOf, callOfDraft, checkCall, chooseCategory, emptyCall, isCallTouched, pickCaller, type CallFault, type CallField, type CallForm } from './call-form'
import { usePrintNote } from './use-print-note'

/** The entry of a call from the number to the saved row: form, draft, caller's company, what may be entered twice. */
export function useCallEntry() {
  const settings = useSettings()
  const form = reactive<CallForm>(emptyCall())
  const draft = useDraft<CallForm>('call', form, { isEmpty: (state) => !isCallTouched(state), read: callOfDraft, resume: true })
  const action = useAction('call')
  const printed = usePrintNote()
  const faults = ref<CallFault[]>([])
  const tenant = shallowRef<TenantDetail | null>(null)
  const duplicates = shallowRef<EntryRow[]>([])
  /** Numbers of entries that differ but share the caller's rooms, in the order of the tenant's own list. */
  const rooms = computed(() => (tenant.value?.rooms ?? []).map((room, at) => ({ room, unitId: tenant.value!.unitIds[at] ?? null })))
  const touched = computed(() => isCallTouched(form))
  const departmentOf = computed(() => settings.settings?.categoryDepartment ?? {})

  function offer(): void {
    if (!form.time) form.time = timeOf(Date.now())
    void settings.load().then(() => chooseCategory(form, form.category, departmentOf.value))
  }

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
    if (form.phone === phone && known.person && !form.name) pickCaller(form, known.person)
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

  function reset(): void {
    Object.assign(form, emptyCall())
    faults.value = []
    tenant.value = null
    duplicates.value = []
  }

  /** Esc: the form is empty again, what stood in it is kept and offered. */
  const setAside = async (): Promise<void> => { await action.run(() => draft.setAside(reset)) }

  async function save(print: boolean): Promise<SavedEntry | undefined> {
    if (action.busy.value) return undefined
    const now = Date.now()
    faults.value = checkCall(form, now)
    if (faults.value.length > 0) return undefined
    const saved = await action.run(() => client.reception.saveCall(callInputOf(form, dayOf(now), print)))
    if (!saved) return undefined
    const dropped = draft.discard()
    reset()
    printed.follow(saved)
    void dropped.then(offer)
    return saved
  }
  watch(form, () => {
    if (faults.value.length > 0) faults.value = checkCall(form, Date.now()).filter((now) => faults.value.some((fault) => fault.field === now.field))
  })

  return {
    form, draft, action, tenant, rooms, duplicates, touched, departmentOf, printNote: printed.note, faults, offer, save, setAside,
    faultOf: (field: CallField): CallFault | null => faults.value.find((fault) => fault.field === field) ?? null,
    choose: (person: PersonSuggestion) => pickCaller(form, person),
  }
}
export type CallEntry = ReturnType<typeof useCallEntry>
