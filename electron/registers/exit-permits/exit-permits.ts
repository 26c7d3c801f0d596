import type { Handlers } from '../handlers'
import type { House } from '../house'
import { amend, closeUnused, voidPermit } from './amend'
import { chase, reconciliation, slipBack } from './back'
import { permitDetail } from './detail'
import { checkGoods, findAtGate } from './gate'
import { issueHeld } from './issue'
import { listPermits, permitCounts } from './list'
import { movingPapers } from './moving-papers'
import { permitOrigin } from './origin'
import { exportPermits, printRegister } from './register-files'
import { reveal } from './reveal'
import { savePermit } from './save'
import { saveSignatory, signatories } from './signatories'
import { reprint } from './slips'
import { liftHold, setHold, standingOf } from './standing'
import { exitPermitTeller } from './teller'
import { undo } from './undo'

/** 大厦出门条 (chapter 14): issued at the desk, checked at the gate, reconciled by its slips. */
export function createExitPermits(house: House): Handlers<'exitPermits'> {
  house.origins.provide('exit-permits', permitOrigin(house))
  house.tellers.provide('exit-permits', exitPermitTeller(house))
  // The page shows who received the notice and when.
  house.notices.onAcknowledged('exit-permits', (tx, { recordId }) => Promise.resolve(tx.changed('exit-permits', recordId)))
  return {
    standing: ({ tenantId }) => standingOf(house, tenantId),
    save: (input, call) => savePermit(house, input, call),
    issue: (input, call) => issueHeld(house, input, call),
    amend: (input, call) => amend(house, input, call),
    void: (input, call) => voidPermit(house, input, call),
    reprint: (input, call) => reprint(house, input, call),
    list: (page) => listPermits(house, page),
    get: ({ id }) => permitDetail(house, id),
    counts: () => permitCounts(house),
    reveal: ({ id }, call) => reveal(house, id, call),
    find: ({ code }) => findAtGate(house, code),
    checkGoods: (input, call) => checkGoods(house, input, call),
    slipBack: (input, call) => slipBack(house, input, call),
    undo: (input, call) => undo(house, input, call),
    closeUnused: (input, call) => closeUnused(house, input, call),
    chase: (input, call) => chase(house, input, call),
    reconciliation: (input) => reconciliation(house, input),
    movingPapers: (input) => movingPapers(house, input),
    signatories: ({ tenantId }) => signatories(house, tenantId),
    saveSignatory: (input, call) => saveSignatory(house, input, call),
    setHold: (input, call) => setHold(house, input, call),
    liftHold: (input, call) => liftHold(house, input, call),
    printRegister: (input, call) => printRegister(house, input, call),
    export: (input, call) => exportPermits(house, input, call),
  }
}
