import { building } from '../building'
import type { Handlers } from '../handlers'
import type { House } from '../house'

export function createCashier(house: House): Handlers<'cashier'> {
  void house
  return building('cashier')
}
