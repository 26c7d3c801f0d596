import type { Handlers } from '../handlers'
import type { House } from '../house'
import { createImport } from '../import/import'
import { charging } from './charging'
import { actuals, complete } from './complete'
import { decide, requote } from './decide'
import { slipDetail } from './detail'
import { counts, listSlips } from './list'
import { exportMonth } from './month-export'
import { checkMonth, monthSheet, secondCheck } from './month-sheet'
import { paidServicesOrigin } from './origin'
import { print } from './papers'
import { pay, putOnMonth, receiptVoided } from './pay'
import { prices as priceTable } from './prices/import'
import { exportPrices, printPrices, prices } from './prices/list'
import { endPrice, savePrice } from './prices/save-price'
import { quote } from './quote'
import { reveal } from './reveal'
import { paidServicesTeller } from './teller'
import { voidPaidService } from './void'

/** 有偿服务 (chapter 17): the price list, and every 有偿服务单 from its quote to finance. */
export function createPaidServices(house: House): Handlers<'paidServices'> {
  const tables = createImport(house, { prices: priceTable })
  house.charges.provide(charging(house))
  house.origins.provide('paid-services', paidServicesOrigin(house))
  house.tellers.provide('paid-services', paidServicesTeller(house))
  house.receipts.onVoided('paid-services', (tx, recordId, receiptId) => receiptVoided(tx, house, recordId, receiptId))
  return {
    quote: (input, call) => quote(house, input, call),
    requote: (input, call) => requote(house, input, call),
    decide: (input, call) => decide(house, input, call),
    actuals: (input, call) => actuals(house, input, call),
    complete: (input, call) => complete(house, input, call),
    pay: (input, call) => pay(house, input, call),
    putOnMonth: (input, call) => putOnMonth(house, input, call),
    void: (input, call) => voidPaidService(house, input, call),
    reveal: ({ id }, call) => reveal(house, id, call),
    list: (page) => listSlips(house, page),
    get: ({ id }) => slipDetail(house, id),
    counts: () => counts(house),
    print: (input, call) => print(house, input, call),
    prices: (input) => prices(house, input),
    savePrice: (input, call) => savePrice(house, input, call),
    endPrice: (input, call) => endPrice(house, input, call),
    pricesTemplate: () => tables.template('prices'),
    pricesPreview: (file) => tables.preview('prices', file),
    pricesAccept: (preview, call) => tables.accept(preview, call),
    pricesDiscard: (preview) => tables.discard(preview),
    pricesProblems: (preview) => tables.problems(preview),
    exportPrices: (input, call) => exportPrices(house, input, call),
    printPrices: (input, call) => printPrices(house, input, call),
    monthSheet: ({ month }) => monthSheet(house, month),
    checkMonth: ({ month }, call) => checkMonth(house, month, call),
    secondCheck: ({ month }, call) => secondCheck(house, month, call),
    exportMonth: (input, call) => exportMonth(house, input, call),
  }
}
