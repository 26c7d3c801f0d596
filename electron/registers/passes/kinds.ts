import { UserError } from '../../../shared/contract/errors'
import type { PassKindSetting } from '../../../shared/contract/passes'
import { fen, formatMoney } from '../../../shared/rules/money'
import { PASS_AMOUNT_MAX, type PassKind, passKinds } from '../../../shared/rules/pass'
import type { Tx } from '../../store/types'
import type { Call } from '../handlers'
import type { House } from '../house'
import { type KindRecord, kindSetting } from './rows'

/** In the manual's order. */
export async function allKinds(house: House): Promise<PassKindSetting[]> {
  const rows = await house.store.read<KindRecord>('SELECT * FROM pass_kind')
  return rows.map(kindSetting).sort((a, b) => passKinds.indexOf(a.kind) - passKinds.indexOf(b.kind))
}

export async function kindOf(tx: Pick<Tx, 'query'>, kind: PassKind): Promise<PassKindSetting> {
  const [row] = await tx.query<KindRecord>('SELECT * FROM pass_kind WHERE kind = ?', [kind])
  return kindSetting(row!)
}

/** Whether a kind's passes need this of each holder or of the application. */
export const asks = (kind: PassKindSetting, paper: PassKindSetting['papers'][number]['key']): boolean => kind.papers.some(({ key, required }) => key === paper && required)

/** @throws UserError amount-too-large {amount, limit}: what is dearer is a slip of the hand */
export function refuseTooMuch(amountFen: number, field: string): void {
  if (amountFen > PASS_AMOUNT_MAX) throw new UserError('amount-too-large', { amount: formatMoney(fen(amountFen)), limit: formatMoney(fen(PASS_AMOUNT_MAX)) }, field)
}

/** What a kind asks for, costs and lasts from now on; passes that were issued keep what they had. @throws UserError stale, amount-too-large, invalid-input */
export async function saveKind(house: House, input: PassKindSetting, call: Call): Promise<PassKindSetting> {
  for (const field of ['depositFen', 'feeFen', 'renewalFeeFen'] as const) refuseTooMuch(input[field], field)
  if (new Set(input.papers.map(({ key }) => key)).size < input.papers.length) throw new UserError('invalid-input', {}, 'papers')
  return house.store.write(call.scope, async (tx) => {
    const before = await kindOf(tx, input.kind)
    if (before.version !== input.version) throw new UserError('stale', { no: input.kind })
    const [row] = await tx.query<KindRecord>(
      'UPDATE pass_kind SET papers = ?, deposit_fen = ?, fee_fen = ?, renewal_fee_fen = ?, term_days = ?, min_age = ?, colour = ?, card_text = ?, card_fields = ?, form = ?, asks_trade = ?, version = version + 1 WHERE kind = ? RETURNING *',
      [JSON.stringify(input.papers), input.depositFen, input.feeFen, input.renewalFeeFen, input.termDays, input.minAge, input.colour, input.cardText, JSON.stringify(input.cardFields), input.form, Number(input.asksTrade), input.kind],
    )
    await tx.audit({ action: 'pass-kind.save', register: 'passes', recordId: null, detail: { from: before, to: kindSetting(row!) } })
    tx.changed('passes', 0)
    return kindSetting(row!)
  })
}
