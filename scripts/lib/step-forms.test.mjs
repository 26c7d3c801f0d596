import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const renderer = join(import.meta.dirname, '../../renderer')
/** What is typed, chosen by hand or dated: a text that Esc must not take away. */
const CELLS = /<(TextCell|NumberCell|DateCell|MonthCell|PhoneField|PersonField|WorkerField|SignatureCell|RoomField|CompanyField|SuggestField|SignWordsCells|PayCells|HandlerCells)\b/
/** Where only a code is typed to find a record by. */
const SEEKS = ['registers/keys/ReturnPrompt.vue']
const KEEPS = /\b(useRecordDraft|useDraft|useEntryForm)(<|\()/

/** Forms of a step, a reason or a setting: they are closed by Esc. Where the form's text is its parent's, that keeps it. */
const forms = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.vue')).map((path) => ({ path, source: readFileSync(join(renderer, path), 'utf8') }))
  .filter(({ source }) => /<StepForm\b/.test(source) && CELLS.test(source))

test('Esc never loses what was typed: every form of a step keeps a draft', () => {
  expect(forms.length, 'the forms are found').toBeGreaterThan(30)
  expect(forms.filter(({ source }) => !KEEPS.test(source)).map(({ path }) => path)).toEqual(SEEKS)
})

test('Esc never loses what was typed: a form that keeps a draft also offers it, and forgets it once it is done', () => {
  const halves = forms.filter(({ source }) => KEEPS.test(source) && !(/<DraftOffer\b/.test(source) && /draft\.discard\(\)/.test(source)))
  expect(halves.map(({ path }) => path)).toEqual([])
})
