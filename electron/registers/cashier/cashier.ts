import type { Sql } from '../../store/types'
import type { Handlers } from '../handlers'
import type { House } from '../house'
import { closeDrawer, listCloses } from './close'
import { closeDay, listDayCloses, reprintDayClose } from './day-close'
import { printDay } from './day-print'
import { dayState } from './day-state'
import { exportDeposits, printDeposits } from './deposit-files'
import { listDeposits } from './deposit-list'
import { depositProof } from './deposit-proof'
import { drawerOf } from './drawer'
import { drawFloat, listFloats, voidFloat } from './floats'
import { listReceipts, oneReceipt, reprintReceipt } from './receipts'
import { cashierTeller } from './teller'

/** 收款: receipts, the drawer and its count, and what the one ledger says (M1, M2). Money is taken by the register it is for. */
export function createCashier(house: House): Handlers<'cashier'> {
  const { store, ledger } = house
  house.tellers.provide('cashier', cashierTeller(house))
  const reader = { query: <T>(sql: string, parameters?: Sql[]) => store.read<T>(sql, parameters) }
  return {
    deposits: (page) => listDeposits(house, page),
    depositProof: () => depositProof(reader, ledger),
    printDeposits: (input, call) => printDeposits(house, input, call),
    exportDeposits: (input, call) => exportDeposits(house, input, call),
    dayState: (_, { scope }) => dayState(house, reader, scope.station, store.clock.now()),
    closeDay: (input, call) => closeDay(house, input, call),
    dayCloses: (page) => listDayCloses(house, page),
    reprintDayClose: ({ id }, call) => reprintDayClose(house, id, call),
    receipts: (input) => listReceipts(house, input),
    receipt: ({ id }) => oneReceipt(house, id),
    reprint: ({ id }, call) => reprintReceipt(house, id, call),
    async voidReceipt({ id, reason, print }, { scope }) {
      await store.write(scope, (tx) => house.receipts.void(tx, id, reason, print))
      return oneReceipt(house, id)
    },
    drawer: (_, { scope }) => drawerOf(reader, ledger, scope.station),
    close: (input, call) => closeDrawer(house, input, call),
    drawFloat: (input, call) => drawFloat(house, input, call),
    voidFloat: (input, call) => voidFloat(house, input, call),
    floats: (page) => listFloats(house, page),
    closes: (input) => listCloses(house, input),
    async balances() {
      const { accounts, unbalanced } = await ledger.balances()
      return { accounts, balanced: unbalanced.length === 0 && accounts.reduce((sum, account) => sum + account.balanceFen, 0) === 0 }
    },
    printDay: (input, call) => printDay(house, input, call),
  }
}
