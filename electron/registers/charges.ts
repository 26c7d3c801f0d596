import type { RecordRef } from '../../shared/contract/base'
import type { Charge, Rating } from '../../shared/contract/repairs'
import type { Store } from '../store/store'
import type { Tx } from '../store/types'

type Reader = Pick<Tx, 'query'> | Pick<Store, 'read'>

/** What the work's end says to the slip that charges for it (17.R3): the same signatures, asked for once. */
export interface WorkSigned { worker: string; workerSigned: StoredSignature | null; rating: Rating; comment: string; clientSigned: StoredSignature }
export interface StoredSignature { by: string; at: number; signatureId: number | null; onPaper: boolean; scanId: number | null }

/** The side that charges: 有偿服务单. */
export interface ChargingSide {
  /** The slip of a record that is not void, or null. */
  of(reader: Reader, record: RecordRef): Promise<Charge | null>
  /** The client signed for the work: the amount is due and posted. @throws UserError quote-missing, agreement-missing */
  workSigned(tx: Tx, record: RecordRef, signed: WorkSigned): Promise<void>
  /** The signing was taken back, by a correction: so is the posting. @throws UserError already-paid */
  workUnsigned(tx: Tx, record: RecordRef): Promise<void>
  /** The record was voided, and its slip with it. @throws UserError paid-cannot-void */
  voided(tx: Tx, record: RecordRef, reason: string): Promise<void>
}

/** The side that is charged for: a work order hears what the client decided (13.R3). */
export interface ChargedSide {
  /** A quote was made for it. @throws UserError wrong-state where nothing may be charged (free, void, filed) */
  quoted(tx: Tx, id: number): Promise<{ emergencyFirst: boolean }>
  /** Whether its work has begun: what the client agreed to stands, and what was really used is counted (17.R3). */
  begun(tx: Tx, id: number): Promise<boolean>
  decided(tx: Tx, id: number, decision: 'agreed' | 'refused' | 'requoted', note: string, print: boolean): Promise<number[]>
}

/** Between a repair and its 有偿服务单, which don't know one another. */
export class Charges {
  #charging: ChargingSide | undefined
  readonly #charged = new Map<string, ChargedSide>()

  provide(side: ChargingSide): void { this.#charging = side }
  onCharged(register: string, side: ChargedSide): void { this.#charged.set(register, side) }

  get charging(): ChargingSide {
    if (!this.#charging) throw new Error('nobody charges')
    return this.#charging
  }

  /** Null for a record that is not charged for (a call, a visit). */
  charged(register: string): ChargedSide | null { return this.#charged.get(register) ?? null }
}

