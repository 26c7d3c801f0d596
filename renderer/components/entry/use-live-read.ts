import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { onLive, onLiveAgain } from '../../live'

/** What a page shows beside its records (its sums): read at once, and anew when a record of one of `registers` changed or the line to the store was broken. Null until then. */
export function useLiveRead<T>(read: () => Promise<T>, registers: readonly string[]): Readonly<ShallowRef<T | null>> {
  const found = shallowRef(null) as ShallowRef<T | null>
  async function again(): Promise<void> {
    found.value = await read()
  }
  for (const stop of [onLive('changed', ({ register }) => { if (registers.includes(register)) void again() }), onLiveAgain(() => void again())]) onScopeDispose(stop)
  void again()
  return found
}
