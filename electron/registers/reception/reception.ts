import type { Handlers } from '../handlers'
import type { House } from '../house'
import { createImport } from '../import/import'
import { appointments } from './appointments/appointments'
import { nextCard } from './cards'
import { checkDay } from './check-day'
import { correct } from './correct'
import { entryCounts } from './counts'
import { printDay } from './day-print'
import { deny, denyList, liftDenial } from './deny'
import type { Desk } from './desk'
import { entryDetail } from './detail'
import { duplicates } from './duplicates'
import { exportRegister } from './export'
import { findByCode } from './find'
import { listEntries } from './list'
import { noticeAcknowledged } from './notice-acknowledged'
import { receptionOrigin } from './origin'
import { PeopleIndex } from './people-index'
import { answerVisit, leave, noShow, setResult } from './progress'
import { recognise } from './recognise'
import { reprint } from './reprint'
import { reveal } from './reveal'
import { saveCall } from './save-call'
import { saveExpected } from './save-expected'
import { saveVisit } from './save-visit'
import { suggest } from './suggest'
import { receptionTeller } from './teller'
import { voidEntry } from './void'

/** The register of calls and visits 大厦来电、来访登记表 (chapter 16). */
export function createReception(house: House): Handlers<'reception'> {
  const desk: Desk = { house, people: new PeopleIndex(house.store) }
  const tables = createImport(house, { appointments: appointments(desk) })
  house.notices.onAcknowledged('reception', noticeAcknowledged)
  house.origins.provide('reception', receptionOrigin(house))
  house.tellers.provide('reception', receptionTeller(house))
  return {
    list: (page) => listEntries(desk, page),
    counts: ({ day }) => entryCounts(desk, day),
    get: ({ id }, call) => entryDetail(desk, id, call),
    find: ({ code }) => findByCode(desk, code),
    suggest: (input, call) => suggest(desk, input, call),
    authors: () => house.store.read('SELECT id, name FROM staff WHERE EXISTS (SELECT 1 FROM entry WHERE receptionist_id = staff.id) ORDER BY staff_no'),
    recognise: (input, call) => recognise(desk, input, call),
    duplicates: (input) => duplicates(desk, input),
    nextCard: async () => {
      // The form has been opened; a name will be typed into it next.
      desk.people.warm().catch(() => undefined)
      return { cardNo: await nextCard((sql, parameters) => house.store.read(sql, parameters), house.settings.current) }
    },
    saveVisit: (input, call) => saveVisit(desk, input, call),
    saveCall: (input, call) => saveCall(desk, input, call),
    saveExpected: (input, call) => saveExpected(desk, input, call),
    appointmentsTemplate: () => tables.template('appointments'),
    appointmentsPreview: (file) => tables.preview('appointments', file),
    appointmentsAccept: (preview, call) => tables.accept(preview, call),
    appointmentsDiscard: (preview) => tables.discard(preview),
    appointmentsProblems: (preview) => tables.problems(preview),
    answer: (input, call) => answerVisit(desk, input, call),
    leave: (input, call) => leave(desk, input, call),
    noShow: (input, call) => noShow(desk, input, call),
    setResult: (input, call) => setResult(desk, input, call),
    correct: async (input, call) => {
      await correct(desk, input, call)
      return entryDetail(desk, input.id, call)
    },
    void: (input, call) => voidEntry(desk, input, call),
    reveal: (input, call) => reveal(desk, input, call),
    reprint: ({ id }, call) => reprint(desk, id, call),
    export: (input, call) => exportRegister(desk, input, call),
    printDay: (input, call) => printDay(desk, input, call),
    checkDay: ({ day }) => checkDay(desk, day),
    denyList: () => denyList(desk),
    deny: (input, call) => deny(desk, input, call),
    liftDenial: (input, call) => liftDenial(desk, input, call),
  }
}
