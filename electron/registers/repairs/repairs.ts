import { building } from '../building'
import type { Handlers } from '../handlers'
import type { House } from '../house'

export function createRepairs(house: House): Handlers<'repairs'> {
  void house
  return building('repairs')
}
