import { building } from '../building'
import type { Handlers } from '../handlers'
import type { House } from '../house'

export function createPaidServices(house: House): Handlers<'paidServices'> {
  void house
  return building('paidServices')
}
