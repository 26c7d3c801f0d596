import { UserError } from '../../../shared/contract/errors'
import { may } from '../../../shared/contract/permissions'
import { dayOf, dayStart } from '../../../shared/rules/time'
import { EXIT_PERMIT_SLIP } from '../../../shared/slip/exit-permit-slip'
import { RECEIPT_SLIP } from '../../../shared/slip/receipt-slip'
import { writeAsked } from '../write-asked'
import { caller } from '../caller'
import type { Call, Handlers } from '../handlers'
import type { Tx } from '../../store/types'
import type { House } from '../house'
import { printingTeller } from './teller'
import { testSlip } from './test-slip'

/** Where the records of a register that can be voided stand. */
const voidable: Readonly<Record<string, string>> = {
  'reception': 'entry', 'repairs': 'work_order', 'paid-services': 'paid_service', 'complaints': 'complaint', 'cashier': 'receipt', 'exit-permits': 'exit_permit', 'signs': 'sign',
  // A pass is void only before it has slips of its own: those with its id are its application's.
  'passes': 'pass_application',
  // Their records share one row of ids.
  'keys': '(SELECT id, void_at FROM key_loan UNION ALL SELECT id, void_at FROM key_cutting UNION ALL SELECT id, void_at FROM key_custody)',
}

/** A slip says who came: a department that may not read the register sees what its own printer prints, nobody else's. */
function printerSeen(call: Call): string | null {
  const { role, department } = caller(call)
  return may(role, 'reception.read') ? null : department
}

/**
 * What people do about print jobs. Nothing is printed again by itself: an unknown print waits until somebody has
 * looked at the paper, and what may be on paper already is only ever copied as 补打 (M2).
 */
export function createPrinting(house: House): Handlers<'printing'> {
  const { store, jobs } = house
  house.tellers.provide('printing', printingTeller(store))

  function setUpPrinter(printer: string): string {
    if (!house.printerRoles().includes(printer)) throw new UserError('unknown-printer', { printer }, 'printer')
    return printer
  }

  /** What a job holds is the record as it was; of one voided since, and of a permit amended since, no slip goes out any more. @throws UserError reprint-not-allowed, permit-replaced */
  async function refuseVoided(tx: Tx, id: number): Promise<void> {
    const { register, recordId, title } = await jobs.get(id)
    const table = voidable[register ?? '']
    // 作废收据 is the paper of a void one; a count of the drawer is no receipt, whatever its id.
    if (!table || recordId === null || (register === 'cashier' && title !== RECEIPT_SLIP)) return
    const voided = await tx.query(`SELECT 1 FROM ${table} WHERE id = ? AND void_at IS NOT NULL`, [recordId])
    if (voided.length > 0) throw new UserError('reprint-not-allowed', { state: 'void' })
    if (register === 'exit-permits' && title === EXIT_PERMIT_SLIP) await refuseOldPermit(tx, id, recordId)
  }

  /** Goods leave by the edition that is good now, while it is good (14.R4). @throws UserError permit-replaced, reprint-not-allowed */
  async function refuseOldPermit(tx: Tx, id: number, permitId: number): Promise<void> {
    const [permit] = await tx.query<{ no: string; state: string; current: 0 | 1 }>('SELECT p.no, p.state, instr(j.paper, p.token) > 0 AS current FROM exit_permit p, print_job j WHERE p.id = ? AND j.id = ?', [permitId, id])
    if (!permit) return
    if (permit.current === 0) throw new UserError('permit-replaced', { no: permit.no, id: permitId })
    if (permit.state !== 'issued' && permit.state !== 'released') throw new UserError('reprint-not-allowed', { state: permit.state })
  }

  return {
    jobs: ({ limit }, call) => jobs.list(printerSeen(call), dayStart(dayOf(store.clock.now())), limit),

    async document({ id }, call) {
      const only = printerSeen(call)
      if (only !== null && (await jobs.get(id)).printer !== only) throw new UserError('not-permitted')
      return jobs.document(id)
    },

    async resolve({ id, paper }, { scope }) {
      const shown = await store.write(scope, async (tx) => {
        if (paper === 'complete') {
          await jobs.setState(tx, id, ['unknown'], 'printed', { paper })
          return id
        }
        await refuseVoided(tx, id)
        // The spoilt paper counts for nothing; its job ends here and the copy, marked 补打, takes its place.
        await jobs.setState(tx, id, ['unknown'], 'cancelled', { paper })
        return jobs.reprint(tx, id)
      })
      return jobs.get(shown)
    },

    async reprint({ id }, { scope }) {
      const { state } = await jobs.get(id)
      const shown = await store.write(scope, async (tx) => {
        await refuseVoided(tx, id)
        // Not a byte of a failed job went out: the same slip goes again, and it is no copy.
        if (state === 'failed') {
          await jobs.setState(tx, id, ['failed'], 'waiting')
          return id
        }
        if (state !== 'printed' && state !== 'cancelled') throw new UserError('wrong-state', { state })
        return jobs.reprint(tx, id)
      })
      return jobs.get(shown)
    },

    async pdf({ id }, call) {
      const { no, title, register, recordId, printer } = await jobs.get(id)
      const only = printerSeen(call)
      if (only !== null && printer !== only) throw new UserError('not-permitted')
      const slip = await jobs.document(id)
      if (!slip) throw new UserError('not-found')
      const path = await house.dialog.saveAs(`${[title, no].filter(Boolean).join(' ')}.pdf`, 'pdf')
      if (path === null) return null
      await writeAsked(path, await house.pages.slipPdf(slip))
      await store.write(call.scope, (tx) => tx.audit({ action: 'print.pdf', register: register ?? 'printing', recordId: recordId ?? id, detail: { no, title } }))
      return { path }
    },

    async redirect({ id, printer }, { scope }) {
      setUpPrinter(printer)
      await store.write(scope, (tx) => jobs.redirect(tx, id, printer))
      return jobs.get(id)
    },

    async cancel({ id, reason }, { scope }) {
      if (reason === '') throw new UserError('reason-required', {}, 'reason')
      await store.write(scope, (tx) => jobs.setState(tx, id, ['waiting', 'failed'], 'cancelled', { reason }))
      return jobs.get(id)
    },

    async test({ printer }, { scope }) {
      setUpPrinter(printer)
      const id = await store.write(scope, (tx) => jobs.create(tx, {
        printer, register: null, recordId: null, no: '',
        document: testSlip({ tower: house.settings.current.tower, printer, at: tx.now, station: scope.station, by: scope.actor.name }),
      }))
      return jobs.get(id)
    },
  }
}
