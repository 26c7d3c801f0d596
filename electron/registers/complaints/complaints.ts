import { building } from '../building'
import type { Handlers } from '../handlers'
import type { House } from '../house'

export function createComplaints(house: House): Handlers<'complaints'> {
  void house
  return building('complaints')
}
