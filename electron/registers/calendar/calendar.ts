import { building } from '../building'
import type { Handlers } from '../handlers'
import type { House } from '../house'

export const createCalendar = (_house: House): Handlers<'calendar'> => building('calendar')
