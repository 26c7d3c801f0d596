import { ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { RecordRef } from '@shared/contract/base'
import type { OriginView } from '@shared/contract/overview'
import type { SavedOrder, WorkOrderRow } from '@shared/contract/repairs'
import { dayOf } from '@shared/rules/time'
import { client } from '../../client'
import { useEntryForm } from '../../components/entry/use-entry-form'
import { checkOrder, contentOf, emptyOrder, isOrderTouched, orderInputOf, orderOfDraft, startFrom, type OrderField, type OrderForm } from './order-form'

/** The entry of a repair from the first letter, or from the entry it starts from (16.R3), to the saved order. */
export function useOrderEntry(toQuote: (saved: SavedOrder) => void) {
  const { t } = useI18n()
  const duplicates = shallowRef<WorkOrderRow[]>([])
  /** What the entry it starts from started already. */
  const started = shallowRef<OriginView['links']>([])
  /** The open order that takes in what was reported again, instead of a second one. */
  const into = ref<WorkOrderRow | null>(null)

  const entry = useEntryForm<OrderForm, OrderField, SavedOrder>({
    form: 'repair', blank: emptyOrder, touched: isOrderTouched, read: orderOfDraft, startFrom,
    check(form, now) {
      const faults = checkOrder(form, now, dayOf(now))
      return into.value ? faults.filter(({ field }) => field === 'content') : faults
    },
    async send(form, print, now) {
      if (!into.value) return client.repairs.save(orderInputOf(form, dayOf(now), print))
      const { id } = into.value
      const { version } = await client.repairs.get({ id })
      return client.repairs.addTo({ id, version, content: contentOf(form), from: form.from, print })
    },
    also: (saved) => (into.value ? t('repairs.form.merged') : saved.state === 'quoting' ? t('repairs.form.toQuote') : ''),
    forget() {
      duplicates.value = []
      started.value = []
    },
  })
  const { form } = entry

  async function save(print: boolean): Promise<SavedOrder | undefined> {
    const saved = await entry.save(print)
    if (saved?.state === 'quoting') toQuote(saved)
    return saved
  }
  /** 并入该单: nothing but the content is needed. */
  async function mergeInto(order: WorkOrderRow): Promise<SavedOrder | undefined> {
    into.value = order
    try {
      return await entry.save(true)
    }
    finally {
      into.value = null
    }
  }

  async function begin(from: RecordRef): Promise<void> {
    const origin = await entry.beginFrom(from)
    if (origin) started.value = origin.links.filter((link) => link.register === 'repairs' && link.direction === 'to')
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  watch(() => [form.fault, form.details, form.unitId, form.place, form.trade], () => {
    clearTimeout(timer)
    timer = setTimeout(() => void lookForDuplicates(), 300)
  })
  async function lookForDuplicates(): Promise<void> {
    const content = contentOf(form)
    if (content.length < 2 || (form.unitId === null && !form.place.trim())) duplicates.value = []
    else {
      const found = await client.repairs.duplicates({ unitId: form.unitId, place: form.place.trim(), content, trade: form.trade || null })
      if (contentOf(form) === content) duplicates.value = found
    }
  }

  return { ...entry, save, mergeInto, begin, duplicates, started }
}
export type OrderEntry = ReturnType<typeof useOrderEntry>
