import { beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, type EffectScope } from 'vue'
import type { OriginView } from '@shared/contract/overview'
import { keepDraft, type DraftOptions } from '../../desk/draft-keeper'
import { withClient } from '../../testing'
import { ofShape } from './draft-shape'
import { notStarted, type StartedPart } from './client-part'
import type { EntryForm, EntryKind } from './use-entry-form'

interface Note extends StartedPart { name: string; at: string }
type Field = 'name' | 'at'
interface Saved { no: string; printJobIds: number[] }

const kept = new Map<string, { content: string; at: number }>()
let clock = 0
const place = {
  save: (key: string, content: string) => { kept.set(key, { content, at: ++clock }); return Promise.resolve(clock) },
  get: (key: string) => Promise.resolve(kept.get(key) ?? null),
  discard: (key: string) => { kept.delete(key); return Promise.resolve() },
  open: () => true,
}
let origin: OriginView | undefined
let jobState = 'printed'
const client = {
  overview: { origin: () => (origin ? Promise.resolve(origin) : Promise.reject(new Error('not-found'))) },
  printing: { jobs: () => Promise.resolve([{ id: 7, state: jobState, title: '单', reason: null }]) },
}
const { useEntryForm } = await withClient(client, () => import('./use-entry-form'), {
  'desk/draft': { useDraft: <T extends object>(form: string, state: T, options: DraftOptions<T>) => keepDraft(place, form, state, options) },
  'desk/words': { wordsOf: (error: Error) => Promise.resolve(error.message) },
  'live': { onLive: () => () => true, onLiveAgain: () => () => true },
})

const blank = (): Note => ({ ...notStarted(), name: '', at: '' })
const call = { register: 'reception', id: 9, no: 'DJ26-000009', at: 0, name: '宋雨桐', phoneMasked: '', company: '', contactId: null, tenantId: null, tenantName: '', unitId: null, room: '', place: '', matter: '', links: [] } satisfies OriginView
const from = { register: 'reception', id: 9 } as const

let sent: { name: string; print: boolean }[]
let scope: EffectScope | undefined
let refuses: boolean
beforeEach(() => {
  scope?.stop()
  kept.clear()
  sent = []
  refuses = false
  origin = call
})
function open(more: Partial<EntryKind<Note, Field, Saved>> = {}): EntryForm<Note, Field, Saved> {
  scope = effectScope()
  return scope.run(() => useEntryForm<Note, Field, Saved>({
    form: 'call', blank, touched: (form) => form.name !== '' || form.from !== null, read: (content) => ofShape(blank(), content),
    check: (form, _now, print) => [...(form.name ? [] : [{ field: 'name' as const, code: 'name', params: {} }]), ...(print && !form.at ? [{ field: 'at' as const, code: 'at', params: {} }] : [])],
    send: (form, print) => {
      if (refuses) return Promise.reject(new Error('refused'))
      sent.push({ name: form.name, print })
      return Promise.resolve({ no: 'DJ26-000010', printJobIds: [7] })
    },
    startFrom: (form, record) => { Object.assign(form, blank(), { from: { register: record.register, id: record.id }, fromNo: record.no, name: record.name }) },
    ...more,
  }))!
}
const settled = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve) })

test('16.R1 what is missing is told at its field and nothing is sent; once it is mended the fault goes, and no other comes', async () => {
  const entry = open()
  expect(await entry.save(true)).toBeUndefined()
  expect([entry.faultOf('name')?.code, entry.faultOf('at')?.code, sent.length]).toEqual(['name', 'at', 0])
  entry.form.name = '宋雨桐'
  await nextTick()
  expect(entry.faults.value.map(({ field }) => field)).toEqual(['at'])
  expect(entry.faultOf('name')).toBeNull()
  expect(await entry.save(false)).toMatchObject({ no: 'DJ26-000010' })
  expect(sent).toEqual([{ name: '宋雨桐', print: false }])
})

test('16.R1 saved without its slip a form is not asked for more while it is mended', async () => {
  const entry = open()
  await entry.save(false)
  entry.form.at = ''
  entry.form.fromNo = 'x'
  await nextTick()
  expect(entry.faults.value.map(({ field }) => field)).toEqual(['name'])
})

test('16.R1 once saved the form is empty, its draft gone, and its slip is followed with the sentence of the register', async () => {
  let forgotten = 0
  const entry = open({ forget: () => { forgotten++ }, also: ({ no }) => `又 ${no}`, offer: (form) => { form.at = '14:26' } })
  Object.assign(entry.form, { name: '宋雨桐', at: '14:00' })
  await entry.draft.flush()
  expect(kept.has('call')).toBe(true)
  await entry.save(true)
  await settled()
  expect([entry.form.name, entry.form.at, entry.touched.value, forgotten]).toEqual(['', '14:26', false, 1])
  expect(kept.has('call')).toBe(false)
  expect(entry.printed.note.value).toMatchObject({ no: 'DJ26-000010', state: 'printed', also: '又 DJ26-000010' })
})

test('16.R1 what became of the last record is not told for long over the next one; a slip that needs somebody is', async () => {
  vi.useFakeTimers()
  try {
    const entry = open()
    Object.assign(entry.form, { name: '宋雨桐', at: '14:00' })
    await entry.save(true)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(entry.printed.note.value, 'nobody writes').toMatchObject({ state: 'printed' })
    entry.form.name = '曹颖'
    await vi.advanceTimersByTimeAsync(1)
    expect(entry.printed.note.value).toBeNull()

    entry.form.at = '14:05'
    await entry.save(true)
    entry.form.name = '程若兰'
    await vi.advanceTimersByTimeAsync(9_000)
    expect(entry.printed.note.value, 'begun at once').not.toBeNull()
    await vi.advanceTimersByTimeAsync(1_100)
    expect(entry.printed.note.value).toBeNull()

    entry.form.at = '14:06'
    jobState = 'failed'
    await entry.save(true)
    entry.form.name = '谢婉宁'
    await vi.advanceTimersByTimeAsync(60_000)
    expect(entry.printed.note.value).toMatchObject({ state: 'failed' })
  } finally {
    jobState = 'printed'
    vi.useRealTimers()
  }
})

test('16.R1 what is refused stays as it is written, with the reason; a second press while it is being saved sends nothing', async () => {
  const entry = open()
  Object.assign(entry.form, { name: '宋雨桐', at: '14:00' })
  refuses = true
  expect(await entry.save(true)).toBeUndefined()
  expect([entry.form.name, entry.action.said.value?.text]).toEqual(['宋雨桐', 'refused'])
  refuses = false
  const [first, second] = await Promise.all([entry.save(true), entry.save(true)])
  expect([first?.no, second, sent.length]).toEqual(['DJ26-000010', undefined, 1])
})

test('16.R3 begun from a record, what was half written is kept beside it; the one it stands on already stays as it is', async () => {
  const entry = open({ stays: ({ at }) => ({ at }) })
  Object.assign(entry.form, { name: '曹颖', at: '14:00' })
  expect(await entry.beginFrom(from)).toMatchObject({ no: 'DJ26-000009' })
  expect(entry.form).toMatchObject({ from, fromNo: 'DJ26-000009', name: '宋雨桐' })
  expect(entry.draft.offers.value.map(({ content }) => content.name)).toEqual(['曹颖'])
  entry.form.name = '宋雨桐女士'
  await entry.beginFrom(from)
  expect(entry.form.name).toBe('宋雨桐女士')
  expect(entry.draft.offers.value).toHaveLength(1)
  for (const other of [{ register: 'reception', id: 10 }, { register: 'repairs', id: 10 }] as const) {
    origin = { ...call, ...other, name: `${other.register} ${other.id}` }
    await entry.beginFrom(other)
    expect(entry.form.name).toBe(`${other.register} ${other.id}`)
  }
})

test('16.R3 begun from a record, the last saved is spoken of no more; one that can\'t be had changes nothing', async () => {
  const entry = open()
  Object.assign(entry.form, { name: '曹颖', at: '14:00' })
  await entry.save(true)
  expect(entry.printed.note.value).not.toBeNull()
  origin = undefined
  expect(await entry.beginFrom(from)).toBeUndefined()
  expect([entry.form.from, entry.action.said.value?.text, entry.printed.note.value === null]).toEqual([null, 'not-found', false])
  origin = call
  await entry.beginFrom(from)
  expect(entry.printed.note.value).toBeNull()
})

test('16.R1 Esc empties the form but for what stays, forgets what was found beside it, and offers what stood there', async () => {
  let forgotten = 0
  const entry = open({ stays: ({ at }) => ({ at }), forget: () => { forgotten++ } })
  await entry.save(true)
  Object.assign(entry.form, { name: '曹颖', at: '14:00' })
  await entry.setAside()
  expect([entry.form.name, entry.form.at, entry.faults.value, forgotten]).toEqual(['', '14:00', [], 1])
  expect(entry.draft.offers.value.map(({ content }) => content.name)).toEqual(['曹颖'])
})
