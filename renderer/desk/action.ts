import { computed, ref } from 'vue'
import { refusalOf } from '../client'
import { wordsOf } from './words'

/** What a page says of the last thing that was asked: one line, in place. */
export interface Said { kind: 'inside' | 'overdue'; text: string; field: string | null }

/**
 * Asks the store for something and says in words how it went. What is refused stands in `said` (and under its field,
 * by `errorOf`); a defect is logged and told with its number. Nothing is thrown.
 */
export function useAction(where: string) {
  const running = ref(0)
  const said = ref<Said | null>(null)

  /** Runs `work`; undefined when it was refused or failed. `say` words what was done. */
  async function run<T>(work: () => Promise<T>, say?: (result: T) => string | null): Promise<T | undefined> {
    running.value++
    try {
      const result = await work()
      const text = say?.(result) ?? null
      if (text !== null) said.value = { kind: 'inside', text, field: null }
      // Something read anew beside it takes trouble away, not the word of what was done.
      else if (say || said.value?.kind === 'overdue') said.value = null
      return result
    }
    catch (error) {
      said.value = { kind: 'overdue', text: await wordsOf(error, where), field: refusalOf(error)?.field ?? null }
      return undefined
    }
    finally {
      running.value--
    }
  }

  return {
    busy: computed(() => running.value > 0),
    said,
    run,
    /** A sentence of the page's own, for what it can tell without asking. */
    say: (kind: Said['kind'], text: string) => { said.value = { kind, text, field: null } },
    /** The sentence that belongs under a field. */
    errorOf: (field: string) => (said.value?.field === field ? said.value.text : undefined),
    clear: () => { said.value = null },
  }
}
