import { UserError } from '../../../shared/contract/errors'
import type { passes } from '../../../shared/contract/passes'
import { openPassStates } from '../../../shared/rules/pass'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { putOnPaper } from '../paper-table'
import { type Card, CARD, cardPages, cardSheets } from './card-html'
import { allKinds } from './kinds'
import type { PassRecord } from './rows'

/** The passes themselves (12.F5), in the order asked for. @returns null when the user cancelled. @throws UserError not-found, pass-lost, already-void or wrong-state of one that is void for good */
export async function printCards(house: House, { ids, layout, to }: ParsedInput<typeof passes.cards>, call: Call): Promise<{ path: string | null; rows: number } | null> {
  const kinds = await allKinds(house)
  const found = await house.store.read<PassRecord & Record<string, unknown>>('SELECT * FROM pass WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)])
  const cards: Card[] = []
  for (const id of new Set(ids)) {
    const pass = found.find((one) => one.id === id)
    if (!pass) throw new UserError('not-found')
    if (!openPassStates.includes(pass.state)) throw new UserError(pass.state === 'lost' ? 'pass-lost' : pass.state === 'void' ? 'already-void' : 'wrong-state', { no: pass.no, state: pass.state })
    const { colour, cardText, cardFields } = kinds.find(({ kind }) => kind === pass.kind)!
    const says = (field: (typeof cardFields)[number]): string => (cardFields.includes(field) ? pass[field] : '')
    cards.push({
      no: pass.no, kind: pass.kind, holder: pass.holder, company: says('company'), room: says('room'), trade: says('trade'), validUntil: pass.valid_until, token: pass.token, colour, cardText, photo: await photoOf(house, pass.photo_id),
    })
  }
  const { tower } = house.settings.current
  const html = layout === 'card' ? cardPages(tower, cards) : cardSheets(tower, cards)
  const put = await putOnPaper(house, html, to, `证件-${cards[0]!.no}${cards.length > 1 ? `等${cards.length}张` : ''}.pdf`, layout === 'card' ? CARD : undefined)
  if (put === null) return null
  await house.store.write(call.scope, async (tx) => {
    for (const id of new Set(ids)) await tx.audit({ action: 'print-card', register: 'passes', recordId: id, detail: { layout, to } })
  })
  return { ...put, rows: cards.length }
}

/** A page that is printed reaches nothing: its pictures stand in it. */
async function photoOf(house: House, id: number | null): Promise<string | null> {
  if (id === null) return null
  const { mime, bytes } = await house.attachments.get(id)
  return `data:${mime};base64,${bytes.toString('base64')}`
}
