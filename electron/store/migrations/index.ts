import type { Migration } from '../migrate'
import { frontDesk } from './0001-front-desk'
import { repairs } from './0002-repairs'
import { passCounter } from './0003-pass-counter'
import { closerRecords } from './0004-closer-records'

export const migrations: Migration[] = [frontDesk, repairs, passCounter, closerRecords]
