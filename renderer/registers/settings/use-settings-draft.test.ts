import { beforeEach, expect, test } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { keepDraft, type DraftOptions } from '../../desk/draft-keeper'
import { withClient } from '../../testing'

const kept = new Map<string, { content: string; at: number }>()
let clock = 0
const place = {
  save: (key: string, content: string) => { kept.set(key, { content, at: ++clock }); return Promise.resolve(clock) },
  get: (key: string) => Promise.resolve(kept.get(key) ?? null),
  discard: (key: string) => { kept.delete(key); return Promise.resolve() },
  open: () => true,
}
/** Drafts kept since then are resumed, older ones offered. */
let signedInAt = 0
const { useSettingsDraft } = await withClient({}, () => import('./use-settings-draft'), {
  'desk/draft': { useDraft: <T extends object>(form: string, state: T, options: DraftOptions<T>) => keepDraft(place, form, state, { ...options, resumeSince: signedInAt }) },
})

let scope: EffectScope | undefined
beforeEach(() => {
  scope?.stop()
  kept.clear()
  signedInAt = 0
})
async function open(read: { minutes: string; shifts: { name: string }[] }) {
  scope?.stop()
  scope = effectScope()
  const opened = scope.run(() => useSettingsDraft('settings', read))!
  await opened.draft.flush()
  await new Promise((resolve) => { setTimeout(resolve) })
  return opened
}
const asRead = () => ({ minutes: '30', shifts: [{ name: '早班' }] })

test('what is typed into settings and not saved stands in them again; typed back, nothing is kept', async () => {
  const first = await open(asRead())
  expect(first.changed.value).toBe(false)
  first.state.form.shifts[0]!.name = '早'
  expect(first.changed.value).toBe(true)
  await first.draft.flush()
  const again = await open(asRead())
  expect(again.state.form).toEqual({ minutes: '30', shifts: [{ name: '早' }] })
  again.state.form.shifts[0]!.name = '早班'
  await again.draft.flush()
  expect([again.changed.value, kept.size]).toEqual([false, 0])
})

test('what was typed before signing in is offered; of settings that are others by now it is forgotten', async () => {
  const first = await open(asRead())
  first.state.form.minutes = '45'
  await first.draft.flush()
  signedInAt = Infinity
  const later = await open(asRead())
  expect([later.state.form.minutes, later.draft.offers.value.length]).toEqual(['30', 1])
  later.draft.restore(later.draft.offers.value[0]!)
  expect(later.state.form.minutes).toBe('45')
  await later.draft.flush()

  signedInAt = 0
  const changed = await open({ ...asRead(), minutes: '20' })
  expect([changed.state.form.minutes, changed.draft.offers.value.length, changed.changed.value]).toEqual(['20', 0, false])
  await changed.draft.flush()
  expect(kept.get('settings')).toBeUndefined()
})

test('saved settings are no draft, are shown as they are kept, and what is typed from then on is one of theirs', async () => {
  const { state, draft, changed, save } = await open(asRead())
  state.form.minutes = ' 45 '
  await draft.flush()
  expect(await save((form) => Promise.resolve({ ...form, minutes: form.minutes.trim() }))).toBe(true)
  expect([state.form.minutes, changed.value, kept.size]).toEqual(['45', false, 0])
  state.form.minutes = '50'
  await draft.flush()
  expect((await open({ ...asRead(), minutes: '45' })).state.form.minutes).toBe('50')
})

test('what is typed while the settings are being saved stays, and is kept; refused, all of it does', async () => {
  const { state, draft, changed, save } = await open(asRead())
  state.form.minutes = '45'
  await save((form) => {
    state.form.minutes = '456'
    return Promise.resolve(form)
  })
  expect([state.form.minutes, changed.value]).toEqual(['456', true])
  expect(await save(() => Promise.resolve(undefined))).toBe(false)
  expect(state.form.minutes).toBe('456')
  await draft.flush()
  expect((await open({ ...asRead(), minutes: '45' })).state.form.minutes).toBe('456')
})
