import { building } from '../building'
import type { Handlers } from '../handlers'
import type { House } from '../house'

export function createOverview(house: House): Handlers<'overview'> {
  void house
  return building('overview')
}
