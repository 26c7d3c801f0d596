import { UserError } from '../../../shared/contract/errors'
import type { keys } from '../../../shared/contract/keys'
import { KEY_DEPOSIT_MAX } from '../../../shared/rules/key'
import { fen, formatMoney } from '../../../shared/rules/money'
import { dayOf } from '../../../shared/rules/time'
import { updateRow } from '../../store/rows'
import type { Sql, Tx } from '../../store/types'
import { contactNumber } from '../contact-number'
import { DEPOSIT_LINE } from '../../../shared/slip/receipt-slip'
import { inChinese, say } from '../../../shared/rules/phrases'
import type { Answer, Call, ParsedInput } from '../handlers'
import { resolveHost } from '../host'
import type { House } from '../house'
import { foldName } from '../import/cells'
import { type OriginFacts, speakerFrom } from '../origins'
import { type PassInForce, passInForce } from '../pass-in-force'
import { checkedPhone, phoneTail, sealedPhone } from '../personal'
import type { TakenReceipt } from '../receipts'
import { signatureColumns, takeSignature } from '../signatures'
import { refuseStranger } from './custody'
import { loadHook, refuseTaken } from './hooks'
import { refuseDue, savedOf } from './loans'
import type { HookState, LoanRecord } from './rows'
import { queueLoanSlip } from './slips'
import { insertRecord } from './write'

type Input = ParsedInput<typeof keys.lend>

/**
 * 借出 (11.R5): who, what for, until when, with the borrower's signature; the deposit, where one is taken, on its receipt.
 * @throws UserError reason-required, name-required, due-before-now, due-too-far, key-sealed, key-out, key-not-here, not-authorised (what was unsealed goes to those on its list), pass-not-valid, pass-of-another, signature-missing, amount-too-large, invalid-phone, not-found
 */
export function lend(house: House, input: Input, call: Call): Promise<Answer<typeof keys.lend>> {
  return house.store.write(call.scope, async (tx) => {
    const facts = input.from && (await house.origins.facts(tx, input.from))
    const hook = await loadHook(tx, input.keyId, 'keyId')
    const who = await borrowerOf(tx, house, input, facts)
    const reason = input.reason || (facts?.matter ?? '')
    refuseIncomplete(input, { reason, borrower: String(who.borrower) }, tx.now)
    refuseTaken(hook, input.count)
    await refuseStranger(tx, hook, input.count, String(who.borrower))
    const no = await tx.number('key-loans')
    const loan = await insertRecord<LoanRecord>(tx, 'key_loan', {
      no, at: tx.now, day: dayOf(tx.now), state: 'out', station: tx.scope.station, key_id: hook.id, key_no: hook.no, key_name: hook.name, unit_id: hook.unit_id, room: hook.room, place: hook.place, ...who, count: input.count, reason, due_at: input.dueAt, lent_by_id: tx.scope.actor.id, lent_by: tx.scope.actor.name,
    })
    const signed = await takeSignature(tx, house.attachments, input.signature, { register: 'keys', id: loan.id }, 'signature')
    const taken = input.depositFen > 0 ? await takeDeposit(tx, house, input, loan, hook) : null
    const columns: Record<string, Sql> = { ...signatureColumns('borrower_sign', signed), receipt_id: taken?.id ?? null, deposit_fen: taken ? input.depositFen : 0 }
    await updateRow(tx.query, 'key_loan', loan.id, columns)
    await house.steps.add(tx, { register: 'keys', recordId: loan.id, action: 'lend', from: '', to: 'out', detail: { no, key: hook.no, count: input.count, dueAt: input.dueAt, depositFen: input.depositFen } })
    if (input.from && facts) await house.origins.started(tx, { ...input.from, no: facts.no }, { register: 'keys', id: loan.id, no })
    const slip = input.print ? await queueLoanSlip(tx, house, { ...loan, deposit_fen: input.depositFen }, hook, taken?.no ?? '') : []
    return { ...savedOf(loan, [...slip, ...(taken?.printJobIds ?? [])]), receiptNo: taken?.no ?? null, changeFen: taken?.changeFen ?? 0 }
  })
}

/** What the form says goes first; what it leaves empty comes from the record it starts from, then from the pass. */
async function borrowerOf(tx: Tx, house: House, input: Input, facts: OriginFacts | null): Promise<Record<string, Sql>> {
  const { vault } = house.store
  const shown: PassInForce | null = input.pass === '' ? null : await passInForce(tx, input.pass)
  const speaker = speakerFrom({ name: input.borrower, phone: checkedPhone(input.phone), contactId: input.contactId, tenantId: null, unitId: null, place: '' }, facts)
  // Of a contact the directory says who they are.
  const pass = speaker.contactId === null ? shown : null
  // The company of the record is its own speaker's: our worker who fetches the key for its order is not the client's.
  const speaks = facts !== null && speaker.name !== '' && speaker.name === facts.name && speaker.contactId === facts.contactId
  const host = await resolveHost(tx, { contactId: speaker.contactId, name: speaker.name || (pass?.holder ?? ''), department: null, tenantId: (speaks ? facts.tenantId : pass?.tenantId) ?? null, unitId: speaks ? speaker.unitId : null })
  // A pass vouches for the one it was made for.
  if (shown && shown.holder !== '' && foldName(shown.holder) !== foldName(host.name)) throw new UserError('pass-of-another', { no: shown.no, holder: shown.holder }, 'pass')
  const phone = speaker.phone || (await contactNumber(tx, vault, host.contactId))
  const key = vault.newKey()
  return {
    tenant_id: host.tenantId, tenant_name: host.tenantName, contact_id: host.contactId, borrower: host.name, company: input.company || pass?.company || host.tenantName || (speaks ? facts.company : ''), pass_no: shown?.no ?? '',
    data_key: key.wrapped, ...sealedPhone(vault, key, 'key_loan', phone), phone_tail: phoneTail(vault, phone),
  }
}

/** No blank in the loan record (11.C3). */
function refuseIncomplete({ dueAt, depositFen, payment }: Input, { reason, borrower }: { reason: string; borrower: string }, now: number): void {
  if (reason === '') throw new UserError('reason-required', {}, 'reason')
  if (borrower === '') throw new UserError('name-required', {}, 'borrower')
  refuseDue(dueAt, now)
  if (depositFen > KEY_DEPOSIT_MAX) throw new UserError('amount-too-large', { amount: formatMoney(fen(depositFen)), limit: formatMoney(fen(KEY_DEPOSIT_MAX)) }, 'depositFen')
  if (depositFen > 0 && payment === null) throw new UserError('invalid-input', {}, 'payment')
}

/** A liability until the last key is back (M1). */
async function takeDeposit(tx: Tx, house: House, { depositFen, payment, tenderedFen, print }: Input, loan: LoanRecord, hook: HookState): Promise<TakenReceipt> {
  const totalFen = fen(depositFen)
  const company = loan.company || loan.tenant_name
  const taken = await house.receipts.take(tx, {
    payer: company || loan.borrower, room: loan.room, tenantId: loan.tenant_id, subject: inChinese(say('key-deposit', { key: hook.no })), register: 'keys', recordId: loan.id, recordNo: loan.no,
    lines: [{ name: DEPOSIT_LINE, quantityMilli: 1000, unit: '', unitPriceFen: depositFen, amountFen: depositFen }], totalFen, payment: payment!, tenderedFen: tenderedFen === null ? null : fen(tenderedFen), credits: [{ account: 'deposit', amountFen: totalFen }], print,
  })
  await house.deposits.hold(tx, { register: 'keys', recordId: loan.id, recordNo: loan.no, kind: 'key', holder: loan.borrower, tenantId: loan.tenant_id, company, amountFen: totalFen, receiptId: taken.id })
  return taken
}
