import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { client } from '../../client'
import { onLive, onLiveAgain } from '../../live'
import { isSettled, printNote, type PrintNote } from './print-note'

/** What a save answers: its number, and the slips that were queued with it. */
export interface SavedRecord { no: string; printJobIds: number[] }

/** Follows the slips of the record last saved until they are on paper, by what the main process tells. */
export function usePrintNote(): { note: Readonly<ShallowRef<PrintNote | null>>; follow: (saved: SavedRecord, also?: string) => void; clear: () => void } {
  const note = shallowRef<PrintNote | null>(null)
  let jobs: number[] = []

  async function refresh(): Promise<void> {
    const followed = jobs
    const no = note.value?.no
    if (!no || followed.length === 0) return
    const known = await client.printing.jobs({ limit: 200 })
    if (note.value?.no !== no) return
    const mine = known.filter((job) => followed.includes(job.id))
    if (mine.length > 0) note.value = printNote(no, mine, note.value.also)
  }
  const again = (): void => {
    if (note.value && !isSettled(note.value)) void refresh()
  }
  onScopeDispose(onLive('changed', (event) => { if (event.register === 'printing') again() }))
  onScopeDispose(onLive('devices', again))
  onScopeDispose(onLiveAgain(again))

  return {
    note,
    follow(saved, also = '') {
      jobs = saved.printJobIds
      note.value = printNote(saved.no, jobs.map(() => ({ state: 'waiting', title: '', reason: null })), also)
      void refresh()
    },
    clear() {
      jobs = []
      note.value = null
    },
  }
}
