import type { RecordRef } from '@shared/contract/base'
import type { Inputs } from '@shared/contract'
import type { KeyLoanDetail, KeyRow } from '@shared/contract/keys'
import type { KeyType } from '@shared/rules/key'
import { ofShape } from '../../components/entry/draft-shape'
import type { EntryFault } from '../../components/entry/entry-fault'

/** 配制申请 as it stands on the screen (11.R7): another of a hook's keys, or one that has no hook yet. */
export interface CuttingForm {
  from: RecordRef | null
  fromNo: string
  keyId: number | null
  keyNo: string
  unitId: number | null
  room: string
  name: string
  type: KeyType
  count: string
  reason: string
  applicant: string
}

export const emptyCutting = (): CuttingForm => ({ from: null, fromNo: '', keyId: null, keyNo: '', unitId: null, room: '', name: '', type: 'door', count: '1', reason: '', applicant: '' })
export const isCuttingTouched = (form: CuttingForm): boolean => form.from !== null || form.keyId !== null || [form.keyNo, form.room, form.name, form.reason, form.applicant].some((text) => text.trim() !== '')

export function pickHook(form: CuttingForm, key: Pick<KeyRow, 'id' | 'no' | 'unitId' | 'room' | 'name' | 'type'>): void {
  Object.assign(form, { keyId: key.id, keyNo: key.no, unitId: key.unitId, room: key.room, name: key.name, type: key.type } satisfies Partial<CuttingForm>)
}
/** Another of a key that was lent, after it was lost say (16.R3). */
export function startFromLoan(form: CuttingForm, loan: KeyLoanDetail): void {
  Object.assign(form, emptyCutting(), {
    from: { register: 'keys', id: loan.id }, fromNo: loan.no, keyId: loan.keyId, keyNo: loan.keyNo, unitId: loan.unitId, room: loan.room, name: loan.keyName, count: String(Math.max(1, loan.lost)), applicant: loan.borrower,
  } satisfies Partial<CuttingForm>)
}

/** What stops the request, in the order of the form: which key, how many, why. */
export function checkCutting(form: CuttingForm): EntryFault[] {
  const faults: EntryFault[] = []
  const add = (field: string, code: string): void => { faults.push({ field, code, params: {} }) }
  if (form.keyId === null && form.keyNo.trim()) add('keyId', 'key-unknown')
  if (form.keyId === null && form.unitId === null && form.room.trim()) add('room', 'room')
  if (!form.name.trim()) add('name', 'key-name')
  if (!/^[1-9]\d?$/.test(form.count.trim())) add('count', 'count')
  if (!form.reason.trim()) add('reason', 'reason')
  return faults
}

/** The field to write next. */
export const neededInCutting = (form: CuttingForm): string => (form.name ? 'reason' : 'keyId')

export const cuttingInputOf = (form: CuttingForm): Inputs['keys']['requestCutting'] => ({
  from: form.from, keyId: form.keyId, unitId: form.keyId === null ? form.unitId : null, name: form.name.trim(), type: form.type, count: Number(form.count), reason: form.reason.trim(), applicant: form.applicant.trim(),
})

export const cuttingOfDraft = (content: unknown): CuttingForm | null => ofShape(emptyCutting(), content)
