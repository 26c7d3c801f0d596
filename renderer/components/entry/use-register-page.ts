import { computed, nextTick, onMounted, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'
import { usePreview, type Previewed } from './use-preview'

/** The middle column of a register's page, as far as its page needs to reach it. */
export interface FormPane { focus: (field: string) => Promise<void>; focusNeeded: () => Promise<void> }

/** Ways to what stands in the middle. */
export interface Ways {
  show: (id: number) => void
  /** Back to the form as it was left; `field` is focused, or the first that is still needed. */
  backToForm: (field?: string) => Promise<void>
}

export interface RegisterPage<D, View extends string> extends Ways {
  /** What stands in the middle column. */
  view: Ref<View>
  /** The record chosen in the list; null while the form is written. */
  selected: Ref<number | null>
  /** The chosen record once it is read; null before, and while another is being read. */
  opened: ComputedRef<D | null>
  loaded: (record: D) => void
  /** What a preview printer gave out last: seen until the next record is written or another one is opened. */
  justPrinted: Readonly<ShallowRef<Previewed | null>>
  /** Shows what another printer gives out in the same place. */
  preview: (jobId: number) => Promise<void>
}

/**
 * What a register's page (register | entry | outcome) does whatever it is about: the form, a chosen record or a view of
 * its own in the middle. What a route's query asks for goes to `follow` (see `wayIn`), once, and is taken off the way.
 */
export function useRegisterPage<D extends { id: number }, View extends string = never>(options: {
  pane: Readonly<ShallowRef<FormPane | null>>
  /** Whether something is written in the form. */
  touched: Ref<boolean>
  follow?: (query: LocationQuery, ways: Ways) => unknown
}): RegisterPage<D, View | 'form' | 'detail'> {
  const view = ref('form') as Ref<View | 'form' | 'detail'>
  const selected = ref<number | null>(null)
  const read = shallowRef<D | null>(null)
  const preview = usePreview()
  watch([selected, options.touched], ([id, touched], [before]) => { if (touched || (id !== null && id !== before)) preview.clear() })

  const ways: Ways = {
    show(id) {
      selected.value = id
      view.value = 'detail'
    },
    async backToForm(field) {
      selected.value = null
      view.value = 'form'
      await nextTick()
      await (field ? options.pane.value?.focus(field) : options.pane.value?.focusNeeded())
    },
  }

  const route = useRoute()
  const router = useRouter()
  async function follow(): Promise<void> {
    const { query, path } = route
    if (!options.follow || Object.keys(query).length === 0) return
    void router.replace({ path })
    await options.follow(query, ways)
  }
  watch(() => route.query, follow)
  onMounted(follow)

  return {
    view, selected, justPrinted: preview.latest, preview: preview.show,
    opened: computed(() => (view.value === 'detail' && read.value?.id === selected.value ? read.value : null)),
    loaded: (record) => { read.value = record },
    ...ways,
  }
}
