import { z } from 'zod'
import { documentKinds } from '../rules/id-number'
import { day, department, historyLine, id, moment, procedure, requiredText, text, who } from './base'
import { importFile, importPreview, importResult, previewRef, writtenFile } from './import'

/** 大厦来电、来访登记表 (16.F1): calls and visits in one register with one series of numbers. */
export const entryKind = z.enum(['call', 'visit'])
export type EntryKind = z.infer<typeof entryKind>

/**
 * A visit: expected 预约 → asked 待回复 → inside 在内 → left 已离开, or declined 婉拒, or no-show 未到.
 * A call: waiting 待告知 → notified 已告知 → closed (a result is written). `void` 作废 keeps the number.
 */
export const entryState = z.enum(['expected', 'asked', 'inside', 'left', 'declined', 'no-show', 'waiting', 'notified', 'closed', 'void'])
export type EntryState = z.infer<typeof entryState>

export const documentKind = z.enum(documentKinds)

/** 事由 of a visit, in the order of the form. */
export const purpose = z.enum(['meeting', 'delivery', 'interview', 'works', 'other'])
export type Purpose = z.infer<typeof purpose>
/** 类别 of a call; decides whom to notify unless the receptionist says otherwise. */
export const category = z.enum(['repair', 'complaint', 'enquiry', 'appointment', 'message'])
export type Category = z.infer<typeof category>
/** 征询: what the host said. */
export const answer = z.enum(['to-ask', 'agreed', 'declined'])
export type Answer = z.infer<typeof answer>

const notify = z.object({ department, person: text(40).default('') })

/** What a person types or a reader reads. A document or phone is sent whole once and never comes back unmasked but by `reveal`. */
const personal = {
  name: requiredText(60),
  company: text(120).default(''),
  phone: text(30).default(''),
  /** A known person (returning visitor, recent caller): what is left empty is taken from them, unmasked, in the store. */
  personId: id.nullable().default(null),
}

export const visitInput = z.object({
  ...personal,
  people: z.number().int().min(1).max(200).default(1),
  /** Names of the others of a group, one entry for several people. */
  companions: z.array(text(60)).max(200).default([]),
  documentKind: documentKind.nullable().default(null),
  documentNumber: text(40).default(''),
  documentSource: z.enum(['card', 'wedge', 'typed', 'known', 'none']).default('none'),
  /** 已看证件: the desk saw the document (P2). Null: yes when its number was read or typed now, no when it was known or there is none. */
  documentSeen: z.boolean().nullable().default(null),
  hostContactId: id.nullable().default(null),
  hostName: text(60).default(''),
  /** A department is visited when there is no contact (访 工程部). */
  hostDepartment: department.nullable().default(null),
  unitId: id.nullable().default(null),
  tenantId: id.nullable().default(null),
  purpose: purpose.default('meeting'),
  matter: text(400).default(''),
  answer: answer.default('to-ask'),
  /** Why the host declined, or what they said. */
  answerNote: text(200).default(''),
  /** Empty: the next free card when the visitor goes in. `-`: none. */
  cardNo: text(20).default(''),
  validUntil: moment.nullable().default(null),
  /** Arrival of somebody who was expected: that entry is carried on, no second number is taken. */
  expectedEntryId: id.nullable().default(null),
  photoId: id.nullable().default(null),
  notify: notify.nullable().default(null),
  print: z.boolean().default(true),
})
export type VisitInput = z.input<typeof visitInput>

export const callInput = z.object({
  ...personal,
  name: text(60).default(''),
  at: moment.nullable().default(null),
  contactId: id.nullable().default(null),
  unitId: id.nullable().default(null),
  tenantId: id.nullable().default(null),
  category,
  matter: requiredText(800),
  notify,
  result: text(400).default(''),
  print: z.boolean().default(true),
})
export type CallInput = z.input<typeof callInput>

export const expectedInput = z.object({
  ...personal,
  people: z.number().int().min(1).max(200).default(1),
  hostContactId: id.nullable().default(null),
  hostName: text(60).default(''),
  hostDepartment: department.nullable().default(null),
  unitId: id.nullable().default(null),
  tenantId: id.nullable().default(null),
  purpose: purpose.default('meeting'),
  matter: text(400).default(''),
  expectedAt: moment,
  /** The call it came from; the two are linked (16.R3). */
  fromEntryId: id.nullable().default(null),
})
export type ExpectedInput = z.input<typeof expectedInput>

/** A row of the list: no personal number but masked. */
export const entryRow = z.object({
  id, no: z.string(), kind: entryKind, at: moment, day, state: entryState,
  name: z.string(), people: z.number().int(), company: z.string(),
  phoneMasked: z.string(),
  room: z.string(), tenantName: z.string(),
  hostName: z.string(), hostDepartment: department.nullable(),
  purpose: purpose.nullable(), category: category.nullable(), matter: z.string(),
  cardNo: z.string(),
  expectedAt: moment.nullable(), askedAt: moment.nullable(), insideAt: moment.nullable(), leftAt: moment.nullable(), validUntil: moment.nullable(),
  notifiedDepartment: department.nullable(), notifiedPerson: z.string(), notifiedAt: moment.nullable(), acknowledgedAt: moment.nullable(),
  result: z.string(), receptionist: z.string(),
  voidReason: z.string().nullable(), voidAt: moment.nullable(),
  erased: z.boolean(),
})
export type EntryRow = z.infer<typeof entryRow>

export const entryDetail = entryRow.extend({
  version: z.number().int(),
  companions: z.array(z.string()),
  documentKind: documentKind.nullable(), documentMasked: z.string(), documentSeen: z.boolean(),
  hostContactId: id.nullable(), hostExtension: z.string(),
  unitId: id.nullable(), tenantId: id.nullable(), personId: id.nullable(),
  answer: answer.nullable(), answerNote: z.string(), answeredAt: moment.nullable(),
  /** What the slip's QR code says; scanning it finds the entry. Empty for a call. */
  token: z.string(),
  photoId: id.nullable(), station: z.string(),
  links: z.array(z.object({ register: z.string(), recordId: id, no: z.string(), direction: z.enum(['from', 'to']), note: z.string() })),
  notices: z.array(z.object({ id, department, person: z.string(), createdAt: moment, acknowledgedAt: moment.nullable(), acknowledgedBy: z.string().nullable() })),
  history: z.array(historyLine),
  /** Whether this visitor stands on the deny list; the reason is for those with `deny-list.read`. */
  denied: z.object({ id, reason: z.string().nullable() }).nullable(),
})
export type EntryDetail = z.infer<typeof entryDetail>

export const entryFilter = z.object({
  kind: entryKind.nullable().default(null),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  states: z.array(entryState).default([]),
  tenantId: id.nullable().default(null),
  receptionistId: id.nullable().default(null),
  overdue: z.boolean().default(false),
  /** Name, company, matter, room, number (any substring, Chinese too), the last four digits or all of a phone or document number, or the beginning of a document number. */
  search: text(60).default(''),
})
export type EntryFilter = z.input<typeof entryFilter>

/** Keyset cursor: the id of the last row seen; newest first. */
const page = z.object({ filter: entryFilter, before: id.nullable().default(null), limit: z.number().int().min(1).max(200).default(50) })

/** A person to offer while typing: a contact of a tenant, or somebody who was here or called before. */
export const personSuggestion = z.object({
  source: z.enum(['contact', 'person', 'department']),
  contactId: id.nullable(), personId: id.nullable(), department: department.nullable(),
  name: z.string(), pinyin: z.string(), title: z.string(), extension: z.string(),
  phoneMasked: z.string(), documentKind: documentKind.nullable(), documentMasked: z.string(),
  company: z.string(), tenantId: id.nullable(), unitId: id.nullable(), room: z.string(),
  visits: z.number().int(), lastSeenAt: moment.nullable(), lastHostName: z.string(), lastHostContactId: id.nullable(), lastPurpose: purpose.nullable(),
  denied: z.object({ id, reason: z.string().nullable() }).nullable(),
})
export type PersonSuggestion = z.infer<typeof personSuggestion>

export const entryCounts = z.object({
  calls: z.number().int(), visits: z.number().int(), people: z.number().int(),
  /** Of visits, `people` and `insidePeople` count heads, the others entries. */
  insidePeople: z.number().int(), asked: z.number().int(), overdue: z.number().int(), expected: z.number().int(),
  waitingNotice: z.number().int(), withoutResult: z.number().int(),
  /** Those of them that an earlier day left open. */
  waitingEarlier: z.number().int(), withoutResultEarlier: z.number().int(),
  /** Entries of visits per hour of the day, 0–23, and the mean of the same weekday over four weeks. */
  byHour: z.array(z.number()).length(24), usualByHour: z.array(z.number()).length(24),
})
export type EntryCounts = z.infer<typeof entryCounts>

export const savedEntry = z.object({ id, no: z.string(), state: entryState, printJobIds: z.array(id), token: z.string() })
export type SavedEntry = z.infer<typeof savedEntry>

export const denyEntry = z.object({
  id, name: z.string(), documentMasked: z.string(), phoneMasked: z.string(), reason: z.string(),
  at: moment, by: z.string(), liftedAt: moment.nullable(), liftedBy: z.string().nullable(), liftReason: z.string().nullable(),
})
export type DenyEntry = z.infer<typeof denyEntry>

const personalField = z.enum(['phone', 'documentNumber'])
const exportFormat = z.enum(['xlsx', 'csv'])

export const reception = {
  list: procedure('reception.read').input(page).output(z.object({ rows: z.array(entryRow), next: id.nullable() })),
  counts: procedure('reception.read').input(z.object({ day })).output(entryCounts),
  get: procedure('reception.read').input(z.object({ id })).output(entryDetail),
  /** By QR token, number (DJ26-004218, 4218) or card number (T-037); for leaving. */
  find: procedure('reception.read').input(z.object({ code: requiredText(60) })).output(entryRow),
  suggest: procedure('reception.read')
    .input(z.object({ query: text(60), for: z.enum(['visitor', 'caller', 'host']), limit: z.number().int().min(1).max(20).default(8) }))
    .output(z.array(personSuggestion)),
  /** Who has entered anything, to narrow the list by. */
  authors: procedure('reception.read').output(z.array(who)),
  /** The known person of a document or phone number, offered and prefilled at once. */
  recognise: procedure('reception.read')
    .input(z.object({ documentKind: documentKind.nullable().default(null), documentNumber: text(40).default(''), phone: text(30).default(''), name: text(60).default('') }))
    .output(z.object({ person: personSuggestion.nullable(), expected: z.array(entryRow), inside: z.array(entryRow), denied: z.object({ id, reason: z.string().nullable() }).nullable() })),
  /** What may be the same thing entered twice; shown, never blocked. */
  duplicates: procedure('reception.read')
    .input(z.object({ kind: entryKind, name: text(60).default(''), phone: text(30).default(''), documentNumber: text(40).default(''), unitId: id.nullable().default(null), matter: text(800).default('') }))
    .output(z.array(entryRow)),
  nextCard: procedure('reception.read').output(z.object({ cardNo: z.string() })),
  saveVisit: procedure('reception.write').input(visitInput).output(savedEntry),
  saveCall: procedure('reception.write').input(callInput).output(savedEntry),
  saveExpected: procedure('reception.write').input(expectedInput).output(savedEntry),
  /** 预约来访 from a table (16.R4): asks where to write the template workbook. */
  appointmentsTemplate: procedure('reception.write').output(writtenFile),
  /** Checks every row of a file; writes nothing. */
  appointmentsPreview: procedure('reception.write').input(importFile).output(importPreview),
  /** Takes in the good rows in one transaction, after a backup, each as `saveExpected` does; one that is expected already is left as it is. */
  appointmentsAccept: procedure('reception.write').input(previewRef).output(importResult),
  appointmentsDiscard: procedure('reception.write').input(previewRef).output(z.void()),
  /** The bad rows with column and reason, as a workbook to mend. */
  appointmentsProblems: procedure('reception.write').input(previewRef).output(writtenFile),
  answer: procedure('reception.write').input(z.object({ id, answer: z.enum(['agreed', 'declined']), note: text(200).default(''), print: z.boolean().default(true) })).output(savedEntry),
  leave: procedure('reception.write').input(z.object({ id, cardReturned: z.boolean().default(true), at: moment.nullable().default(null) })).output(entryRow),
  noShow: procedure('reception.write').input(z.object({ id, reason: text(200).default('') })).output(entryRow),
  setResult: procedure('reception.write').input(z.object({ id, result: requiredText(400) })).output(entryRow),
  correct: procedure('reception.write')
    .input(z.object({
      id, version: z.number().int(), reason: requiredText(200),
      changes: z.object({
        name: requiredText(60), company: text(120), phone: text(30), people: z.number().int().min(1).max(200),
        documentKind: documentKind.nullable(), documentNumber: text(40), matter: text(800), purpose, category,
        hostName: text(60), hostContactId: id.nullable(), unitId: id.nullable(), tenantId: id.nullable(), result: text(400), leftAt: moment,
        /** Of a visit. An empty card, or `-`, is none. */
        companions: z.array(text(60)).max(200), cardNo: text(20), validUntil: moment, documentSeen: z.boolean(),
        /** Of somebody who is still expected. */
        expectedAt: moment,
        /** Of a call: the open notice is closed, and the department now named has its own. */
        notify,
      }).partial(),
    }))
    .output(entryDetail),
  void: procedure('reception.void').input(z.object({ id, version: z.number().int(), reason: requiredText(200) })).output(entryRow),
  reveal: procedure('reception.reveal').input(z.object({ id, field: personalField })).output(z.object({ value: z.string() })),
  /** Prints the visitor slip again; it says 补打 with its count (M2). */
  reprint: procedure('reception.write').input(z.object({ id })).output(z.object({ printJobId: id })),
  /** Writes the file where the user says; returns null when they cancel. */
  export: procedure('reception.export').input(z.object({ filter: entryFilter, format: exportFormat })).output(z.object({ path: z.string(), rows: z.number().int() }).nullable()),
  /** The day's register on A4 in the manual's form, to the system printer or a PDF. */
  printDay: procedure('reception.export').input(z.object({ day, to: z.enum(['printer', 'pdf']) })).output(z.object({ path: z.string().nullable(), rows: z.number().int() }).nullable()),
  checkDay: procedure('reception.read').input(z.object({ day })).output(z.object({ withoutNotice: z.array(entryRow), withoutResult: z.array(entryRow), awaitingAnswer: z.array(entryRow), stillInside: z.array(entryRow) })),
  denyList: procedure('deny-list.read').output(z.array(denyEntry)),
  deny: procedure('deny-list.write').input(z.object({ name: requiredText(60), documentKind: documentKind.nullable().default(null), documentNumber: text(40).default(''), phone: text(30).default(''), reason: requiredText(200) })).output(denyEntry),
  liftDenial: procedure('deny-list.write').input(z.object({ id, reason: requiredText(200) })).output(denyEntry),
}

