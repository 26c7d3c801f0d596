import type { Migration } from '../migrate'
import { frontDesk } from './0001-front-desk'

export const migrations: Migration[] = [frontDesk]
