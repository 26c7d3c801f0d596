import type { House } from '../house'
import type { PeopleIndex } from './people-index'

/** What the parts of the reception register work with. */
export interface Desk {
  house: House
  people: PeopleIndex
}
