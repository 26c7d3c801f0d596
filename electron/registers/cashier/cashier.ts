import { building } from '../building'
import type { Handlers } from '../handlers'
import type { House } from '../house'
import { closeDrawer, listCloses } from './close'
import { printDay } from './day-print'
import { drawerOf } from './drawer'
import { listReceipts, oneReceipt, reprintReceipt } from './receipts'
import { cashierTeller } from './teller'

/** 收款: receipts, the drawer and its count, and what the one ledger says (M1, M2). Money is taken by the register it is for. */
export function createCashier(house: House): Handlers<'cashier'> {
  const { store, ledger } = house
  house.tellers.provide('cashier', cashierTeller(house))
  const soon = building('cashier')
  return {
    deposits: soon.deposits, depositProof: soon.depositProof, printDeposits: soon.printDeposits, exportDeposits: soon.exportDeposits, dayState: soon.dayState, closeDay: soon.closeDay, dayCloses: soon.dayCloses,
    receipts: (input) => listReceipts(house, input),
    receipt: ({ id }) => oneReceipt(house, id),
    reprint: ({ id }, call) => reprintReceipt(house, id, call),
    async voidReceipt({ id, reason, print }, { scope }) {
      await store.write(scope, (tx) => house.receipts.void(tx, id, reason, print))
      return oneReceipt(house, id)
    },
    drawer: (_, { scope }) => drawerOf({ query: (sql, parameters) => store.read(sql, parameters) }, ledger, scope.station),
    close: (input, call) => closeDrawer(house, input, call),
    closes: (input) => listCloses(house, input),
    async balances() {
      const { accounts, unbalanced } = await ledger.balances()
      return { accounts, balanced: unbalanced.length === 0 && accounts.reduce((sum, account) => sum + account.balanceFen, 0) === 0 }
    },
    printDay: (input, call) => printDay(house, input, call),
  }
}
