import type { Handlers } from '../handlers'
import type { House } from '../house'
import { printProof } from './print'
import { proveNumbers } from './proof'

/** 编号核对: that no number of a period is missing (13.C4, 17.R6, M2). */
export function createNumbers(house: House): Handlers<'numbers'> {
  return {
    proof: ({ series, from, to }) => proveNumbers(house.store, series, from, to),
    print: (input, call) => printProof(house, input, call),
  }
}
