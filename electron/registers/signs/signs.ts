import type { Handlers } from '../handlers'
import type { House } from '../house'
import { apply } from './apply'
import { accept, fileOriginal, giveBack, receiptVoided, resubmit } from './check'
import { signDetail } from './detail'
import { directoryOf, printDirectory } from './directory'
import { install, remove, voidSign } from './hang'
import { listSigns, signCounts } from './list'
import { signsOrigin } from './origin'
import { exportSigns, printRegister } from './register-files'
import { reprint } from './slips'
import { signTeller } from './teller'

/** 水牌 (chapter 10): from the sealed application to the sign that is taken down, and the directory they make. */
export function createSigns(house: House): Handlers<'signs'> {
  house.origins.provide('signs', signsOrigin(house))
  house.tellers.provide('signs', signTeller(house))
  house.receipts.onVoided('signs', (tx, recordId, receiptId) => receiptVoided(tx, house, recordId, receiptId))
  return {
    apply: (input, call) => apply(house, input, call),
    accept: (input, call) => accept(house, input, call),
    return: (input, call) => giveBack(house, input, call),
    resubmit: (input, call) => resubmit(house, input, call),
    file: (input, call) => fileOriginal(house, input, call),
    install: (input, call) => install(house, input, call),
    remove: (input, call) => remove(house, input, call),
    void: (input, call) => voidSign(house, input, call),
    list: (page) => listSigns(house, page),
    get: ({ id }) => signDetail(house, id),
    counts: () => signCounts(house),
    directory: () => directoryOf(house),
    printDirectory: (input, call) => printDirectory(house, input, call),
    reprint: (input, call) => reprint(house, input, call),
    printRegister: (input, call) => printRegister(house, input, call),
    export: (input, call) => exportSigns(house, input, call),
  }
}
