import { UserError } from '../../../shared/contract/errors'
import type { Payment } from '../../../shared/contract/paid-services'
import { fen, formatMoney } from '../../../shared/rules/money'
import type { Tx } from '../../store/types'
import { DEPOSIT_LINE, PASS_FEE_LINE } from '../../../shared/slip/receipt-slip'
import { inChinese, passesOf, say } from '../../../shared/rules/phrases'
import type { House } from '../house'
import type { ApplicationRecord, PassRecord } from './rows'

/** What one pass costs now: the deposit that is taken, and the fee (M1, 12.R5). */
export interface Charge { depositFen: number; feeFen: number }
export interface Payer { payment: Payment | null; tenderedFen: number | null; payer: string; receipts: 'one' | 'each'; print: boolean }
export interface Taken { receipts: { id: number; no: string }[]; totalFen: number; changeFen: number; printJobIds: number[] }

/**
 * Takes fee and deposit as separate lines, on one receipt or on one for each pass; where nothing is due there is none.
 * @throws UserError invalid-input without a way of paying, tendered-too-little, tendered-not-cash
 */
export async function takeMoney(tx: Tx, house: House, application: ApplicationRecord, passes: readonly PassRecord[], charge: Charge, payer: Payer): Promise<Taken> {
  const each = charge.depositFen + charge.feeFen
  const totalFen = fen(each * passes.length)
  const { payment, tenderedFen } = payer
  if (totalFen === 0) return { receipts: [], totalFen, changeFen: 0, printJobIds: [] }
  if (payment === null) throw new UserError('invalid-input', {}, 'payment')
  if (payment === 'cash' && tenderedFen !== null && tenderedFen < totalFen) throw new UserError('tendered-too-little', { total: formatMoney(totalFen), short: formatMoney(fen(totalFen - tenderedFen)) }, 'tenderedFen')

  const groups = payer.receipts === 'one' ? [passes] : passes.map((pass) => [pass])
  const taken: Taken = { receipts: [], totalFen, changeFen: 0, printJobIds: [] }
  for (const [index, group] of groups.entries()) {
    // Cash for forty receipts is given once: the last of them says what was given and given back.
    const tendered = tenderedFen === null || index < groups.length - 1 ? null : fen(tenderedFen - each * (passes.length - group.length))
    const of = payer.receipts === 'one' ? { recordId: application.id, recordNo: application.no } : { recordId: group[0]!.id, recordNo: group[0]!.no }
    const receipt = await house.receipts.take(tx, {
      payer: payer.payer || application.company, room: application.room, tenantId: application.tenant_id, subject: subject(application, group), register: 'passes', ...of, print: payer.print,
      lines: linesOf(charge, group.length), totalFen: fen(each * group.length), payment, tenderedFen: tendered, credits: creditsOf(charge, group.length),
    })
    await tx.query(`UPDATE pass SET receipt_id = ? WHERE id IN (SELECT value FROM json_each(?))`, [receipt.id, JSON.stringify(group.map(({ id }) => id))])
    if (charge.depositFen > 0) {
      for (const pass of group) {
        await house.deposits.hold(tx, {
          register: 'passes', recordId: pass.id, recordNo: pass.no, kind: pass.kind, holder: pass.holder, tenantId: pass.tenant_id, company: pass.company, amountFen: fen(charge.depositFen), receiptId: receipt.id,
        })
      }
    }
    taken.receipts.push({ id: receipt.id, no: receipt.no })
    taken.printJobIds.push(...receipt.printJobIds)
    taken.changeFen = receipt.changeFen
  }
  return taken
}

function subject(application: ApplicationRecord, group: readonly PassRecord[]): string {
  const passes = passesOf(application.kind, group.length)
  return inChinese(application.renewal === 1 ? say('renewal', { said: [passes] }) : group[0]?.replaces_id ? say('replacement', { said: [passes] }) : passes)
}

const linesOf = ({ depositFen, feeFen }: Charge, count: number) =>
  [{ name: DEPOSIT_LINE, unitPriceFen: depositFen }, { name: PASS_FEE_LINE, unitPriceFen: feeFen }].filter((line) => line.unitPriceFen > 0)
    .map((line) => ({ ...line, quantityMilli: count * 1000, unit: '', amountFen: line.unitPriceFen * count }))

const creditsOf = ({ depositFen, feeFen }: Charge, count: number) =>
  [{ account: 'deposit' as const, amountFen: fen(depositFen * count) }, { account: 'fee-income' as const, amountFen: fen(feeFen * count) }].filter(({ amountFen }) => amountFen > 0)
