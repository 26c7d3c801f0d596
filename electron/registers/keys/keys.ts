import type { Handlers } from '../handlers'
import { historyOf } from '../history'
import type { House } from '../house'
import { createImport } from '../import/import'
import { chase, extend, voidLoan } from './after-lending'
import { takeCustody } from './custody'
import { printCustody } from './custody-paper'
import { custodies, readCustody } from './custody-rows'
import { endCustody, reseal, unseal, voidCustody } from './custody-steps'
import { approveCutting, checkCutting, cut, cuttings, readCutting, registerCut, requestCutting, voidCutting } from './cutting'
import { incomplete, keyCounts, loanDetail, recordOf, revealPhone } from './detail'
import { board, findKey, keySums, listKeys } from './hooks'
import { hooks } from './import'
import { closeIncident, incidents, report } from './incidents'
import { lend } from './lend'
import { listLoans } from './list'
import { keysOrigin } from './origin'
import { exportLoans, printRegister } from './register-files'
import { depositVoided, returnKeys } from './return'
import { saveKey } from './save-key'
import { checkStocktake, readStocktake, saveStocktake, stocktakes } from './stocktake'
import { printTags } from './tags'
import { keysTeller } from './teller'

/** 钥匙 (chapter 11): the boards, loans, what happens to keys, cutting, custody, stocktaking. */
export function createKeys(house: House): Handlers<'keys'> {
  const tables = createImport(house, { hooks })
  house.origins.provide('keys', keysOrigin(house))
  house.tellers.provide('keys', keysTeller(house))
  house.receipts.onVoided('keys', (tx, recordId, receiptId) => depositVoided(tx, house, recordId, receiptId))
  return {
    board: (input) => board(house, input),
    list: (input) => listKeys(house, input),
    find: ({ code }) => findKey(house, code),
    save: (input, call) => saveKey(house, input, call),
    history: ({ id }) => historyOf(house.store, 'keys', id, null),
    importTemplate: () => tables.template('hooks'),
    importPreview: (file) => tables.preview('hooks', file),
    importAccept: (preview, call) => tables.accept(preview, call),
    importDiscard: (preview) => tables.discard(preview),
    importProblemsFile: (preview) => tables.problems(preview),
    sums: () => keySums(house),
    lend: (input, call) => lend(house, input, call),
    return: (input, call) => returnKeys(house, input, call),
    extend: (input, call) => extend(house, input, call),
    chase: (input, call) => chase(house, input, call),
    voidLoan: (input, call) => voidLoan(house, input, call),
    loans: (page) => listLoans(house, page),
    loan: ({ id }) => loanDetail(house, id),
    record: ({ id }) => recordOf(house, id),
    counts: () => keyCounts(house),
    reveal: (input, call) => revealPhone(house, input, call),
    report: (input, call) => report(house, input, call),
    closeIncident: (input, call) => closeIncident(house, input, call),
    incidents: ({ open }) => incidents(house, open),
    requestCutting: (input, call) => requestCutting(house, input, call),
    checkCutting: (input, call) => checkCutting(house, input, call),
    approveCutting: (input, call) => approveCutting(house, input, call),
    cut: (input, call) => cut(house, input, call),
    registerCut: (input, call) => registerCut(house, input, call),
    voidCutting: (input, call) => voidCutting(house, input, call),
    cutting: ({ id }) => readCutting(house, id),
    cuttings: ({ open }) => cuttings(house, open),
    takeCustody: (input, call) => takeCustody(house, input, call),
    unseal: (input, call) => unseal(house, input, call),
    reseal: (input, call) => reseal(house, input, call),
    endCustody: (input, call) => endCustody(house, input, call),
    voidCustody: (input, call) => voidCustody(house, input, call),
    custody: ({ id }) => readCustody(house, id),
    custodies: (input) => custodies(house, input),
    printCustody: (input, call) => printCustody(house, input, call),
    saveStocktake: (input, call) => saveStocktake(house, input, call),
    checkStocktake: (input, call) => checkStocktake(house, input, call),
    stocktake: ({ id }) => readStocktake(house, id),
    stocktakes: () => stocktakes(house),
    incomplete: (input) => incomplete(house, input),
    printTags: (input, call) => printTags(house, input, call),
    printRegister: (input, call) => printRegister(house, input, call),
    export: (input, call) => exportLoans(house, input, call),
  }
}
