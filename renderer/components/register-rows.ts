import { ref, shallowRef } from 'vue'
import type { Ref } from 'vue'

/** One page of a keyset list: rows newest first, and the cursor of the next page (null at the end). */
export interface RowsPage<R> { rows: readonly R[]; next: number | null }
export type LoadRows<R> = (before: number | null) => Promise<RowsPage<R>>

export interface RegisterRows<R> {
  rows: Ref<readonly R[]>
  loading: Ref<boolean>
  failed: Ref<boolean>
  /** True once the last page is here. */
  ended: Ref<boolean>
  /** Empties the list and fetches the first page: the filter has changed. */
  reload: () => Promise<void>
  /** Fetches anew what is on screen (at least `upTo` rows), without emptying it meanwhile: an entry has changed. */
  refresh: (upTo: number) => Promise<void>
  /** Fetches the next page, if there is one. */
  more: () => Promise<void>
}

/** Rows of a list that is fetched page by page; a late answer to an earlier question is dropped. */
export function useRegisterRows<R>(load: LoadRows<R>): RegisterRows<R> {
  const rows = shallowRef([]) as Ref<readonly R[]>
  const loading = ref(false)
  const failed = ref(false)
  const ended = ref(false)
  let next: number | null = null
  let turn = 0

  async function fetchFrom(before: number | null, upTo: number, kept: readonly R[]): Promise<void> {
    const mine = ++turn
    loading.value = true
    failed.value = false
    try {
      let collected = kept
      let cursor = before
      do {
        const page = await load(cursor)
        if (mine !== turn) return
        collected = [...collected, ...page.rows]
        cursor = page.next
      } while (cursor !== null && collected.length < upTo)
      rows.value = collected
      next = cursor
      ended.value = cursor === null
    }
    catch (error) {
      if (mine !== turn) return
      failed.value = true
      throw error
    }
    finally {
      if (mine === turn) loading.value = false
    }
  }

  return {
    rows, loading, failed, ended,
    reload: () => {
      ended.value = false
      return fetchFrom(null, 1, [])
    },
    refresh: (upTo) => fetchFrom(null, upTo, []),
    more: async () => {
      if (loading.value || ended.value || failed.value) return
      await fetchFrom(next, rows.value.length + 1, rows.value)
    },
  }
}
