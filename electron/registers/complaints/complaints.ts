import type { Handlers } from '../handlers'
import type { House } from '../house'
import { correct, markForMeeting } from './correct'
import { complaintCounts } from './counts'
import { complaintDetail } from './detail'
import { exportComplaints } from './export'
import { likeComplaints, listComplaints, meetingList } from './list'
import { complaintOrigin } from './origin'
import { askClient, assignComplaint, escalateComplaint, handleComplaint, reopenComplaint, voidComplaint } from './progress'
import { printRecord } from './record-page'
import { reveal } from './reveal'
import { saveComplaint } from './save'
import { reprint } from './slips'
import { complaintTeller } from './teller'
import { urgeComplaint } from './urge'

/** 客户投诉记录 (chapter 7): received, handled or escalated, the client asked, closed or handled again. */
export function createComplaints(house: House): Handlers<'complaints'> {
  house.origins.provide('complaints', complaintOrigin(house))
  house.tellers.provide('complaints', complaintTeller(house))
  // The page shows who received the notice and when.
  house.notices.onAcknowledged('complaints', (tx, { recordId }) => Promise.resolve(tx.changed('complaints', recordId)))
  return {
    save: (input, call) => saveComplaint(house, input, call),
    list: (page) => listComplaints(house, page),
    get: ({ id }) => complaintDetail(house, id),
    counts: (_, call) => complaintCounts(house, call),
    like: (input) => likeComplaints(house, input),
    escalate: (input, call) => escalateComplaint(house, input, call),
    assign: (input, call) => assignComplaint(house, input, call),
    handle: (input, call) => handleComplaint(house, input, call),
    ask: (input, call) => askClient(house, input, call),
    urge: (input, call) => urgeComplaint(house, input, call),
    reopen: (input, call) => reopenComplaint(house, input, call),
    void: (input, call) => voidComplaint(house, input, call),
    correct: async (input, call) => {
      await correct(house, input, call)
      return complaintDetail(house, input.id)
    },
    markForMeeting: (input, call) => markForMeeting(house, input, call),
    meeting: (input) => meetingList(house, input),
    reprint: ({ id }, call) => reprint(house, id, call),
    reveal: ({ id }, call) => reveal(house, id, call),
    export: (input, call) => exportComplaints(house, input, call),
    printRecord: (input, call) => printRecord(house, input, call),
  }
}
