import type { PassKindSetting } from '@shared/contract/passes'
import { fen, formatMoney, parseMoney } from '@shared/rules/money'
import { cardFields, PASS_AMOUNT_MAX, paperKeys } from '@shared/rules/pass'

type Paper = PassKindSetting['papers'][number]
/** A kind of pass as it is written: amounts in yuan as typed, every paper with whether it is asked. */
export interface KindForm {
  papers: (Paper & { asked: boolean })[]
  deposit: string; fee: string; renewalFee: string; termDays: string; minAge: string
  colour: PassKindSetting['colour']; cardText: string; cardFields: PassKindSetting['cardFields']; form: PassKindSetting['form']; asksTrade: boolean
}

const plain = (amount: number): string => formatMoney(fen(amount), '')

/** Asked papers in their order, then the others. */
export const kindForm = (kind: PassKindSetting): KindForm => ({
  papers: [...kind.papers.map((paper) => ({ ...paper, asked: true })), ...paperKeys.filter((key) => !kind.papers.some((paper) => paper.key === key)).map((key) => ({ key, check: 'seen' as const, required: true, asked: false }))],
  deposit: plain(kind.depositFen), fee: plain(kind.feeFen), renewalFee: plain(kind.renewalFeeFen), termDays: String(kind.termDays), minAge: String(kind.minAge), colour: kind.colour, cardText: kind.cardText, cardFields: [...kind.cardFields], form: kind.form, asksTrade: kind.asksTrade,
})

/** What is sent, or the field that is wrong, by the store's name. */
export function kindOfForm(form: KindForm, was: PassKindSetting): PassKindSetting | { field: 'depositFen' | 'feeFen' | 'renewalFeeFen' | 'termDays' | 'minAge' } {
  const money = { depositFen: form.deposit, feeFen: form.fee, renewalFeeFen: form.renewalFee }
  const amounts: Partial<Record<keyof typeof money, number>> = {}
  for (const [field, text] of Object.entries(money) as [keyof typeof money, string][]) {
    const read = parseMoney(text)
    if (!read.ok || read.fen < 0 || read.fen > PASS_AMOUNT_MAX) return { field }
    amounts[field] = read.fen
  }
  const whole = (text: string, least: number, most: number): number | null => (/^\d{1,4}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most ? Number(text) : null)
  const [termDays, minAge] = [whole(form.termDays, 1, 3660), whole(form.minAge, 0, 100)]
  if (termDays === null) return { field: 'termDays' }
  if (minAge === null) return { field: 'minAge' }
  return {
    kind: was.kind, version: was.version, papers: form.papers.filter(({ asked }) => asked).map(({ key, check, required }) => ({ key, check, required })), depositFen: amounts.depositFen!, feeFen: amounts.feeFen!, renewalFeeFen: amounts.renewalFeeFen!,
    termDays, minAge, colour: form.colour, cardText: form.cardText.trim(), cardFields: cardFields.filter((field) => form.cardFields.includes(field)), form: form.form, asksTrade: form.asksTrade,
  }
}
