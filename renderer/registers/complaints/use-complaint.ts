import { computed, type Ref } from 'vue'
import type { ComplaintDetail } from '@shared/contract/complaints'
import { client } from '../../client'
import { useRecord } from '../../components/entry/use-record'
import { besides, stepsFor, type ComplaintAction } from './complaint-actions'

/** What is asked for in place before it is done. */
export type Asked = Exclude<ComplaintAction, 'repair' | 'reprint' | 'urge'>

/** An open complaint, and the steps one may take from it. */
export function useComplaint(id: Ref<number>, loaded: (complaint: ComplaintDetail) => void) {
  const open = useRecord<ComplaintDetail, Asked>({ id, loaded, name: 'complaint', area: 'complaints', registers: ['complaints', 'notices'], read: (one) => client.complaints.get({ id: one }) })
  const { record: complaint, can, does } = open
  const steps = computed<ComplaintAction[]>(() => (complaint.value ? stepsFor(complaint.value, can) : []))
  const side = computed<Set<ComplaintAction>>(() => (complaint.value ? besides(complaint.value, can) : new Set()))

  return {
    ...open, complaint, steps, side,
    reprint: () => does(async ({ id: one }, { no }) => ({ no, printJobIds: [(await client.complaints.reprint({ id: one })).printJobId] }), 'reprinted'),
    urge: () => does(({ id: one }) => client.complaints.urge({ id: one }), 'urged'),
    void: (reason: string) => does((of) => client.complaints.void({ ...of, reason }), 'voided').then(Boolean),
    mark: (reason: string) => does((of, { forMeeting }) => client.complaints.markForMeeting({ ...of, marked: !forMeeting, reason }), complaint.value?.forMeeting ? 'unmarked' : 'marked').then(Boolean),
  }
}
export type OpenComplaint = ReturnType<typeof useComplaint>
