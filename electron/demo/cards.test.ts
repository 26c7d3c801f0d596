import { expect, test } from 'vitest'
import { idCardSchema } from '../../shared/contract/id-card'
import { checkDocumentNumber } from '../../shared/rules/id-number'
import { demoCards } from './cards'

test.each(demoCards.map((card) => [card.name, card] as const))('P1 the demo card of %s is one a reader could have read', (_, card) => {
  expect(idCardSchema.safeParse(card).success).toBe(true)
  expect(checkDocumentNumber(card.kind, card.number, '2026-03-12')).toMatchObject({ ok: true })
  if (card.kind !== 'foreign-permanent') expect(checkDocumentNumber(card.kind, card.number, '2026-03-12')).toMatchObject({ birth: card.birth, sex: card.sex })
})

test('P1 every kind of card is among the demo\'s', () => {
  expect(new Set(demoCards.map((card) => card.kind)).size).toBe(3)
})
