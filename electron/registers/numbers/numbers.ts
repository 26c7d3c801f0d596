import { building } from '../building'
import type { Handlers } from '../handlers'
import type { House } from '../house'

export function createNumbers(house: House): Handlers<'numbers'> {
  void house
  return building('numbers')
}
