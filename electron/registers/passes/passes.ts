import type { Handlers } from '../handlers'
import type { House } from '../house'
import { applyFor } from './apply'
import { printCards } from './cards'
import { correctPass } from './correct'
import { passCounts } from './counts'
import { declarations } from './declarations'
import { passDetail } from './detail'
import { fileApplications } from './file'
import { findPass } from './find'
import { handOut } from './hand-out'
import { check } from './holders'
import { incomplete } from './incomplete'
import { allKinds, saveKind } from './kinds'
import { listPasses } from './list'
import { lose } from './lose'
import { passesOrigin } from './origin'
import { endPermit, fitOutPermits, savePermit } from './permits'
import { exportPasses, printRegister } from './register-files'
import { remind } from './remind'
import { renew } from './renew'
import { reprint } from './reprint'
import { takeBack } from './return'
import { reveal } from './reveal'
import { passesTeller } from './teller'
import { receiptVoided, voidPass } from './void'

/** 证件 (chapter 12): from the application to the pass taken back, with its deposit. */
export function createPasses(house: House): Handlers<'passes'> {
  house.origins.provide('passes', passesOrigin)
  house.tellers.provide('passes', passesTeller(house))
  house.receipts.onVoided('passes', (tx, _recordId, receiptId) => receiptVoided(tx, house, receiptId))
  // The pass shows when security received its notice.
  house.notices.onAcknowledged('passes', async (tx, { recordId }) => { tx.changed('passes', recordId) })
  return {
    kinds: () => allKinds(house),
    saveKind: (input, call) => saveKind(house, input, call),
    fitOutPermits: (input) => fitOutPermits(house, input),
    saveFitOutPermit: (input, call) => savePermit(house, input, call),
    endFitOutPermit: (input, call) => endPermit(house, input, call),
    check: (input) => check(house, input),
    apply: (input, call) => applyFor(house, input, call),
    handOut: (input, call) => handOut(house, input, call),
    renew: (input, call) => renew(house, input, call),
    lose: (input, call) => lose(house, input, call),
    return: (input, call) => takeBack(house, input, call),
    void: (input, call) => voidPass(house, input, call),
    correct: async (input, call) => {
      await correctPass(house, input, call)
      return passDetail(house, input.id)
    },
    remind: (input, call) => remind(house, input, call),
    file: (input, call) => fileApplications(house, input, call),
    list: (page) => listPasses(house, page),
    get: ({ id }) => passDetail(house, id),
    find: ({ code }) => findPass(house, code),
    counts: () => passCounts(house),
    reveal: (input, call) => reveal(house, input, call),
    cards: (input, call) => printCards(house, input, call),
    reprint: (input, call) => reprint(house, input, call),
    declarations: (input) => declarations(house, input),
    incomplete: (input) => incomplete(house, input),
    printRegister: (input, call) => printRegister(house, input, call),
    export: (input, call) => exportPasses(house, input, call),
  }
}
