import { building } from '../building'
import type { Handlers } from '../handlers'
import type { House } from '../house'

export const createKeys = (_house: House): Handlers<'keys'> => building('keys')
