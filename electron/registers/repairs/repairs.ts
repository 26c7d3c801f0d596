import type { Handlers } from '../handlers'
import type { House } from '../house'
import { addToOrder } from './add-to'
import { fileOrders, returnOrder, verifyOrder } from './back-at-the-desk'
import { chargedSide } from './charged'
import { correctOrder } from './correct'
import { orderCounts } from './counts'
import { orderDetail } from './detail'
import { duplicates } from './duplicates'
import { allFaults, saveFault, suggestFaults } from './faults'
import { findOrder } from './find'
import { finishOrder, signOrder } from './finish'
import { incomplete } from './incomplete'
import { saveOrder } from './intake'
import { listOrders } from './list'
import { onTimeRate } from './on-time'
import { repairsOrigin } from './origin'
import { reprintOrder, urgeOrder } from './paper'
import { exportRegister, printRegister } from './register-files'
import { revealPhone } from './reveal'
import { spotCheck, spotChecksIn } from './spot-checks'
import { stepBack } from './step-back'
import { repairsTeller } from './teller'
import { voidOrder } from './void'
import { assignOrder, fetchOrder, startOrder, waitForParts } from './work'
import { workers } from './workers'

/** 客户报修登记表 and 维修工作令单 (chapter 13): one record, from the phone call to the file. */
export function createRepairs(house: House): Handlers<'repairs'> {
  house.origins.provide('repairs', repairsOrigin(house))
  house.charges.onCharged('repairs', chargedSide(house))
  house.tellers.provide('repairs', repairsTeller(house))
  // The order shows who received its notice and when.
  house.notices.onAcknowledged('repairs', async (tx, { recordId }) => { tx.changed('repairs', recordId) })
  return {
    save: (input, call) => saveOrder(house, input, call),
    list: (page) => listOrders(house, page),
    get: ({ id }) => orderDetail(house, id),
    find: ({ code }) => findOrder(house, code),
    counts: () => orderCounts(house),
    duplicates: (input) => duplicates(house, input),
    addTo: (input, call) => addToOrder(house, input, call),
    suggestFaults: (input) => suggestFaults(house, input),
    faults: () => allFaults(house),
    saveFault: (input, call) => saveFault(house, input, call),
    workers: () => workers(house),
    fetch: (input, call) => fetchOrder(house, input, call),
    assign: (input, call) => assignOrder(house, input, call),
    start: (input, call) => startOrder(house, input, call),
    wait: (input, call) => waitForParts(house, input, call),
    finish: (input, call) => finishOrder(house, input, call),
    sign: (input, call) => signOrder(house, input, call),
    return: (input, call) => returnOrder(house, input, call),
    verify: (input, call) => verifyOrder(house, input, call),
    file: (input, call) => fileOrders(house, input, call),
    stepBack: (input, call) => stepBack(house, input, call),
    void: (input, call) => voidOrder(house, input, call),
    correct: async (input, call) => {
      await correctOrder(house, input, call)
      return orderDetail(house, input.id)
    },
    urge: (input, call) => urgeOrder(house, input, call),
    reprint: ({ id }, call) => reprintOrder(house, id, call),
    reveal: ({ id }, call) => revealPhone(house, id, call),
    spotCheck: (input, call) => spotCheck(house, input, call),
    spotChecks: ({ month }) => spotChecksIn(house.store, month),
    onTime: ({ month }) => onTimeRate(house, month),
    incomplete: (input) => incomplete(house, input),
    printRegister: (input, call) => printRegister(house, input, call),
    export: (input, call) => exportRegister(house, input, call),
  }
}
