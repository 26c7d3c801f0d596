import type { Ref } from 'vue'
import type { LocationQuery } from 'vue-router'
import type { RecordRef } from '@shared/contract/base'
import type { PersonSuggestion } from '@shared/contract/reception'
import { originOf } from '../../desk/records'
import { personOf, targetOf } from '../../desk/target'
import type { Ways } from './use-register-page'

/** What a register's page offers to those who come to it from elsewhere. */
export interface Doors<Tab extends string> {
  tabs: readonly Tab[]
  tab: Ref<Tab>
  writes: Readonly<Ref<boolean>>
  /** Fills the form with what is known of the record it is started from (16.R3). */
  begin: (from: RecordRef, query: LocationQuery) => Promise<unknown>
  /** Fills the form with whom it is about. */
  pick: (person: PersonSuggestion) => unknown
  /** Opens a record, where more comes of it than that it is shown. */
  see?: (id: number) => unknown
  /** The record of a scanned code; null where there is none, which the page says. */
  find?: (code: string) => Promise<number | null>
}

/** The `follow` of a register's page: `?entry=12`, `?code=QT1:…`, `?tab=`, `?new=1`, `?from=reception:12`, or for whom (`contactId`, `tenantId`, `unitId`). */
export function wayIn<Tab extends string>(doors: Doors<Tab>): (query: LocationQuery, ways: Ways) => Promise<void> {
  return async (query, { show, backToForm }) => {
    doors.tab.value = doors.tabs.find((name) => name === query['tab']) ?? doors.tab.value
    const code = typeof query['code'] === 'string' ? query['code'] : ''
    const id = code && doors.find ? await doors.find(code) : Number(query['entry'] ?? 0)
    if (id) return void (doors.see ?? show)(id)
    if (code) return
    const from = originOf(query['from'])
    const target = targetOf(query)
    if (from && doors.writes.value) await doors.begin(from, query)
    else if (target && doors.writes.value) {
      const person = await personOf(target)
      if (person) doors.pick(person)
    }
    else if (!query['new']) return
    await backToForm()
  }
}
