import { keyChaseSlip, keyLoanSlip, keySealSlip } from '../../../shared/slip/key-slip'
import type { Tx } from '../../store/types'
import type { House } from '../house'
import { queueSlip } from '../queue-slip'
import { type CustodyRecord, type LoanRecord, outstanding, type SealedKey } from './rows'

const PRINTER = 'receipt'
const sender = ({ settings }: House) => ({ tower: settings.current.tower, serviceCentre: settings.current.serviceCentre })
const subject = ({ id, no }: { id: number; no: string }) => ({ register: 'keys' as const, id, no })
interface KeyFace { no: string; name: string }

export const queueLoanSlip = (tx: Tx, house: House, loan: LoanRecord, key: KeyFace, receiptNo: string): Promise<number[]> =>
  queueSlip(tx, house, PRINTER, subject(loan), keyLoanSlip({
    ...sender(house), no: loan.no, at: loan.at, keyNo: key.no, keyName: key.name, room: loan.room, place: loan.place, count: loan.count, reason: loan.reason, borrower: loan.borrower, company: loan.company || loan.tenant_name,
    passNo: loan.pass_no, dueAt: loan.due_at, depositFen: loan.deposit_fen, receiptNo, lentBy: loan.lent_by, station: loan.station,
  }))

export const queueChaseSlip = (tx: Tx, house: House, loan: LoanRecord, key: KeyFace): Promise<number[]> =>
  queueSlip(tx, house, PRINTER, subject(loan), keyChaseSlip({
    ...sender(house), no: loan.no, at: loan.at, now: tx.now, keyNo: key.no, keyName: key.name, room: loan.room, count: outstanding(loan), borrower: loan.borrower, company: loan.company || loan.tenant_name,
    dueAt: loan.due_at, times: loan.chased, by: tx.scope.actor.name, station: tx.scope.station,
  }))

export const queueSealSlip = (tx: Tx, house: House, custody: CustodyRecord, sealed: readonly SealedKey[]): Promise<number[]> =>
  queueSlip(tx, house, PRINTER, subject(custody), keySealSlip({
    ...sender(house), no: custody.no, at: tx.now, sealNo: custody.seal_no, client: custody.tenant_name, room: custody.room, keys: sealed, keeper: tx.scope.actor.name, station: tx.scope.station,
  }))
