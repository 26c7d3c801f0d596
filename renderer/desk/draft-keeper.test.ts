import { reactive } from 'vue'
import { beforeEach, expect, test } from 'vitest'
import { ofRecord } from '../components/entry/draft-shape'
import { keepDraft } from './draft-keeper'
import type { Draft, DraftOptions, DraftPlace } from './draft-keeper'

interface Note { name: string; matter: string }
const emptyNote = (): Note => ({ name: '', matter: '' })

/** A place that keeps texts as the store does, and can be made to fail. */
class Shelf implements DraftPlace {
  readonly kept = new Map<string, { content: string; at: number }>()
  fails = false
  signedIn = true
  now = 1000
  async save(key: string, content: string): Promise<number> {
    if (this.fails) throw new Error('disk full')
    this.kept.set(key, { content, at: ++this.now })
    return this.now
  }
  async get(key: string): Promise<{ content: string; at: number } | null> { return this.kept.get(key) ?? null }
  async discard(key: string): Promise<void> {
    if (this.fails) throw new Error('disk full')
    this.kept.delete(key)
  }
  open = (): boolean => this.signedIn
  /** Whether a text stands in any record. */
  holds = (text: string): boolean => [...this.kept.values()].some(({ content }) => content.includes(text))
}

let place: Shelf
beforeEach(() => { place = new Shelf() })

function open(options: DraftOptions<Note> = {}): { form: Note; draft: Draft<Note>; clear: () => void } {
  const form = reactive(emptyNote())
  return { form, draft: keepDraft(place, 'visit', form, options), clear: () => { Object.assign(form, emptyNote()) } }
}
/** All that was asked for is done. */
const settled = async (draft: Draft<Note>): Promise<void> => {
  await draft.flush()
  await new Promise((resolve) => { setTimeout(resolve) })
}
const names = (draft: Draft<Note>): string[] => draft.offers.value.map(({ content }) => content.name)

test('what was set aside is still offered after another one was written and saved', async () => {
  const { form, draft, clear } = open()
  form.name = '林若楠'
  await draft.setAside(clear)
  expect(form.name).toBe('')
  form.name = '何婉清'
  await draft.flush()
  const dropped = draft.discard()
  clear()
  await dropped
  expect(names(draft)).toEqual(['林若楠'])

  const again = open()
  await settled(again.draft)
  expect(names(again.draft)).toEqual(['林若楠'])
  again.draft.restore(again.draft.offers.value[0]!)
  expect(again.form.name).toBe('林若楠')
  await settled(again.draft)
  expect([...place.kept.keys()]).toEqual(['visit'])
})

test('Esc twice is harmless, and several are kept, newest first', async () => {
  const { form, draft, clear } = open()
  form.name = '林若楠'
  await Promise.all([draft.setAside(clear), draft.setAside(clear)])
  await draft.setAside(clear)
  expect(names(draft)).toEqual(['林若楠'])
  form.name = '何婉清'
  await draft.setAside(clear)
  expect(names(draft)).toEqual(['何婉清', '林若楠'])
  draft.drop(draft.offers.value[0]!)
  await settled(draft)
  expect(names(draft)).toEqual(['林若楠'])
  expect(place.holds('何婉清')).toBe(false)
})

test('taking one up sets aside what stands in the form', async () => {
  const { form, draft, clear } = open()
  form.name = '林若楠'
  await draft.setAside(clear)
  form.name = '何婉清'
  draft.restore(draft.offers.value[0]!)
  expect(form.name).toBe('林若楠')
  await settled(draft)
  expect(names(draft)).toEqual(['何婉清'])
  expect(JSON.parse(place.kept.get('visit')!.content)).toMatchObject({ name: '林若楠' })
})

test('a text of before is offered, and typing at once does not write over it', async () => {
  place.kept.set('visit', { at: 5, content: JSON.stringify({ name: '林若楠', matter: '' }) })
  const { form, draft } = open({ resumeSince: 100 })
  form.name = '何婉清'
  await settled(draft)
  expect(names(draft)).toEqual(['林若楠'])
  expect(place.holds('林若楠') && place.holds('何婉清')).toBe(true)
})

test('a text left since signing in stands in the form again; one of another shape is dropped', async () => {
  place.kept.set('visit', { at: 500, content: JSON.stringify({ name: '林若楠', matter: '' }) })
  const { form, draft } = open({ resumeSince: 100 })
  await settled(draft)
  expect(form.name).toBe('林若楠')
  expect(names(draft)).toEqual([])

  place.kept.set('visit', { at: 500, content: JSON.stringify({ other: 1 }) })
  const strange = open({ resumeSince: 100, read: (content) => ('name' in (content as object) ? content as Note : null) })
  await settled(strange.draft)
  expect(strange.form.name).toBe('')
  expect([...place.kept.keys()]).toEqual([])
})

test('only what belongs to the open entry is offered, the others wait', async () => {
  const one = open({ belongs: (kept) => kept.matter === '1' })
  await settled(one.draft)
  Object.assign(one.form, { name: '林若楠', matter: '1' })
  await settled(one.draft)
  const two = open({ belongs: (kept) => kept.matter === '2', resumeSince: 0 })
  await settled(two.draft)
  expect(two.form.name).toBe('')
  expect(names(two.draft)).toEqual([])
  const back = open({ belongs: (kept) => kept.matter === '1' })
  await settled(back.draft)
  expect(names(back.draft)).toEqual(['林若楠'])
})

test('what could not be kept is kept at the next chance', async () => {
  const { form, draft, clear } = open()
  await settled(draft)
  form.name = '林若楠'
  place.fails = true
  await expect(draft.flush()).rejects.toThrow('disk full')
  await expect(draft.setAside(clear)).rejects.toThrow('disk full')
  expect(names(draft)).toEqual(['林若楠'])
  place.fails = false
  await draft.flush()
  expect(place.holds('林若楠')).toBe(true)
})

test('nothing is kept for another person, or while locked', async () => {
  const { form, draft } = open()
  await settled(draft)
  place.signedIn = false
  form.name = '林若楠'
  await settled(draft)
  expect(place.kept.size).toBe(0)
  place.signedIn = true
  await draft.flush()
  expect(place.holds('林若楠')).toBe(true)
})

test('what a form of another shape left under the same name is not lost by opening this one', async () => {
  const counted = { board: 'A', lines: { 34: '3' } }
  await place.save('visit', JSON.stringify(counted))
  const one = open({ read: (content) => ofRecord('report:7', { reason: '' }, content) as unknown as Note | null, belongs: () => false })
  await settled(one.draft)
  expect(one.draft.offers.value).toEqual([])
  expect(JSON.parse(place.kept.get('visit-aside')!.content)).toMatchObject([{ content: counted }])
})
