import { building } from '../building'
import type { Handlers } from '../handlers'
import type { House } from '../house'

export const createSigns = (_house: House): Handlers<'signs'> => building('signs')
