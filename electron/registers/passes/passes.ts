import { building } from '../building'
import type { Handlers } from '../handlers'
import type { House } from '../house'

export const createPasses = (_house: House): Handlers<'passes'> => building('passes')
