import { building } from '../building'
import type { Handlers } from '../handlers'
import type { House } from '../house'

export const createExitPermits = (_house: House): Handlers<'exitPermits'> => building('exitPermits')
