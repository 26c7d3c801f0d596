import type { RegisterName } from '../../shared/contract/base'
import type { SlipDocument } from '../../shared/slip/document'
import type { Tx } from '../store/types'
import type { House } from './house'

export interface SlipSubject { register: RegisterName; id: number; no: string }

/** Queues a slip where the role has a printer; returns the job, or nothing. @param paper which of several with one title it is (`NewJob.paper`) */
export async function queueSlip(tx: Tx, house: Pick<House, 'jobs' | 'printerRoles'>, printer: string, of: SlipSubject, document: SlipDocument, paper = ''): Promise<number[]> {
  if (!house.printerRoles().includes(printer)) return []
  return [await house.jobs.create(tx, { printer, register: of.register, recordId: of.id, no: of.no, document, paper })]
}

/** What has not come out of the printer yet won't: its record is void, or says something else now. */
export async function withdrawSlips(tx: Tx, house: Pick<House, 'jobs'>, of: Pick<SlipSubject, 'register' | 'id'>): Promise<void> {
  const waiting = await tx.query<{ id: number }>(`SELECT id FROM print_job WHERE register = ? AND record_id = ? AND state IN ('waiting', 'failed')`, [of.register, of.id])
  for (const { id } of waiting) await house.jobs.setState(tx, id, ['waiting', 'failed'], 'cancelled')
}
