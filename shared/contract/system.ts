import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { department, id, moment, procedure, requiredText, text } from './base'
import { idCardSchema, readerStateSchema } from './id-card'
import { pin, session } from './staff'
import { stationConfig } from './station'

/** What the counter found when it opened. A failure is one clear screen: `boot.<code>` in the locale. */
export const boot = z.object({
  state: z.enum(['ready', 'setup', 'failed']),
  code: z.enum(['newer-database', 'damaged-database', 'data-dir-in-use', 'not-a-demo', 'disk-full', 'read-only', 'key-missing', 'invalid-station-file', 'store-unavailable']).nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  tower: z.string(), company: z.string(), station: z.string(), locale: z.enum(['zh-CN', 'en']), theme: z.enum(['light', 'dark', 'system']),
  demo: z.boolean(), version: z.string(),
  /** The last shift's message and yesterday's open items, for the sign-in page. */
  lastShift: z.object({ message: z.string(), by: z.string(), at: moment, openItems: z.number().int() }).nullable(),
})
export type Boot = z.infer<typeof boot>

export const deviceState = z.enum(['ok', 'warning', 'trouble', 'off'])
/** A device in the status strip; words come from `device.<kind>.<code>`. */
export const deviceStatus = z.object({
  key: z.string(), kind: z.enum(['printer', 'reader', 'store', 'camera', 'wedge']), role: z.string(), state: deviceState, code: z.string(),
  address: z.string(), since: moment, waiting: z.number().int(), unknown: z.number().int(), lastAt: moment.nullable(),
})
export type DeviceStatus = z.infer<typeof deviceStatus>

/** What the page hears without asking. */
export const liveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('changed'), register: z.string(), ids: z.array(id) }),
  z.object({ type: z.literal('devices'), devices: z.array(deviceStatus), waitingJobs: z.number().int(), savedAt: moment.nullable() }),
  z.object({ type: z.literal('card'), card: idCardSchema, at: moment }),
  z.object({ type: z.literal('reader'), state: readerStateSchema }),
  z.object({ type: z.literal('session'), session: session.nullable() }),
  z.object({ type: z.literal('preview'), printer: z.string(), jobId: id }),
  z.object({ type: z.literal('settings') }),
])
export type LiveEvent = z.infer<typeof liveEvent>

export const settings = z.object({
  tower: requiredText(60), company: requiredText(60), serviceCentre: text(40),
  closingTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  shifts: z.array(z.object({ name: requiredText(10), from: z.string(), to: z.string() })).min(1).max(6),
  visitorRetentionDays: z.number().int().min(1).max(3650),
  noticeLimitMinutes: z.number().int().min(1).max(1440), answerLimitMinutes: z.number().int().min(1).max(240),
  idleLockMinutes: z.number().int().min(1).max(240),
  cardPrefix: text(6), cardCount: z.number().int().min(1).max(9999),
  categoryDepartment: z.record(z.string(), department),
  purposeText: text(200),
  /** 维修工作令单, copies at engineering's printer (13.R2). */
  workOrderCopies: z.number().int().min(1).max(4),
  /** 维修及时率 aimed at, in percent (13.C5). */
  onTimeGoalPercent: z.number().min(1).max(100),
  /** Hours to settle a complaint of level 1, 2, 3 where nothing else is said (7.R6). */
  complaintDueHours: z.array(z.number().int().min(1).max(720)).length(3),
  /** Days after which who reported or complained is erased from a settled record (P3). */
  recordRetentionDays: z.number().int().min(30).max(3650),
  /** The service line told to a client who complains (7.R1). */
  servicePhone: text(20),
  /** Days before its end from which a pass is on the list of those that run out (12.R8). */
  passExpiryDays: z.number().int().min(1).max(90),
  /** The exits goods may leave by; the first is proposed (14.R4). */
  exits: z.array(requiredText(30)).min(1).max(8),
  /** Days a moving-out is applied for beforehand (14.R3). */
  movingNoticeDays: z.number().int().min(0).max(60),
})
export type Settings = z.infer<typeof settings>

export const searchHit = z.object({
  kind: z.enum(['unit', 'tenant', 'contact', 'entry', 'order', 'service', 'complaint', 'receipt', 'day-close', 'drawer-close', 'handover', 'pass', 'fit-out-permit', 'exit-permit', 'key', 'sign', 'page']), id: z.number().int(), title: z.string(), people: z.number().int().optional(), detail: z.string(), state: z.string(), at: moment.nullable(),
})
export type SearchHit = z.infer<typeof searchHit>

export const system = {
  boot: procedure('public').output(boot),
  live: procedure('public').output(eventIterator(liveEvent)),
  setUp: procedure('public').input(z.object({ tower: requiredText(60), company: requiredText(60), station: requiredText(20), staffNo: requiredText(20), name: requiredText(40), pin, locale: z.enum(['zh-CN', 'en']).default('zh-CN') })).output(z.object({ recoveryKey: z.string(), session })),
  /** Opens a store whose key is missing (new machine, lost key store) with the recovery key printed at set-up. */
  recover: procedure('public').input(z.object({ recoveryKey: requiredText(100) })).output(boot),
  /** Tries once more to open, after whatever was wrong has been mended. */
  retry: procedure('public').output(boot),
  /** Sets a damaged database aside (never deletes it) and opens the newest backup that is whole; without one, set-up begins anew. */
  restoreBackup: procedure('public').output(boot),
  /** A new recovery key; the one printed before no longer opens anything but backups made before. */
  renewRecoveryKey: procedure('settings.write').output(z.object({ recoveryKey: z.string() })),
  printRecoveryKey: procedure('settings.write').input(z.object({ recoveryKey: requiredText(100) })).output(z.void()),
  status: procedure('signed-in').output(z.object({
    keyProtection: z.enum(['system', 'file']), dataDir: z.string(), database: z.string(), sizeBytes: z.number(), lastBackupAt: moment.nullable(),
    auditLines: z.number().int(), auditIntact: z.boolean(), version: z.string(), electron: z.string(),
  })),
  devices: procedure('public').output(z.object({ devices: z.array(deviceStatus), waitingJobs: z.number().int(), savedAt: moment.nullable() })),
  reconnect: procedure('signed-in').input(z.object({ key: z.string() })).output(z.void()),
  rereadCard: procedure('signed-in').output(z.void()),
  /** Demo only: puts a card on the demo reader. */
  presentDemoCard: procedure('signed-in').input(z.object({ index: z.number().int().min(0).max(20).nullable().default(null) })).output(z.void()),
  /** What the page could not handle, written to the log with its cause. */
  logDefect: procedure('public').input(z.object({ message: text(4000), where: text(400) })).output(z.object({ log: z.string() })),
  search: procedure('signed-in').input(z.object({ query: text(60), limit: z.number().int().max(50).default(20) })).output(z.array(searchHit)),
  settings: procedure('signed-in').output(settings),
  saveSettings: procedure('settings.write').input(settings.partial()).output(settings),
  station: procedure('settings.read').output(stationConfig),
  /** Written back to station.json; devices are opened anew, and the window follows. */
  saveStation: procedure('settings.write').input(stationConfig).output(stationConfig),
  setLocale: procedure('public').input(z.object({ locale: z.enum(['zh-CN', 'en']) })).output(z.void()),
  setTheme: procedure('public').input(z.object({ theme: z.enum(['light', 'dark', 'system']) })).output(z.void()),
}

const forms = ['visit', 'call', 'expected', 'handover', 'correct', 'reason', 'repair', 'repair-finish', 'repair-step', 'quote', 'quote-lines', 'slip-step', 'price', 'complaint', 'complaint-step', 'pass', 'pass-step', 'pass-renew', 'pass-return', 'pass-correct', 'fit-out-permit', 'exit-permit', 'exit-permit-step', 'key-loan', 'key-step', 'key-custody', 'key-cutting', 'sign', 'sign-step', 'drawer', 'float', 'day-close', 'deny', 'calendar', 'usual-fault', 'pass-kind', 'staff', 'tenant', 'contact', 'unit', 'settings', 'station'] as const
/** A form's text, and what was set aside of it (a list, newest first). */
const draftForm = z.enum([...forms, ...forms.map((form) => `${form}-aside` as const)])
export const drafts = {
  /** What is typed, kept encrypted for this user and form; offered again after Esc, a lock or a crash. Twelve lists of two hundred holders, set aside, fit. */
  save: procedure('signed-in').input(z.object({ form: draftForm, content: z.string().max(1_000_000) })).output(z.object({ at: moment })),
  get: procedure('signed-in').input(z.object({ form: draftForm })).output(z.object({ content: z.string(), at: moment }).nullable()),
  discard: procedure('signed-in').input(z.object({ form: draftForm })).output(z.void()),
}

export const attachments = {
  /** A photo (JPEG or PNG) or signature (PNG), at most 4 MiB, kept encrypted. */
  put: procedure('attachments.write').input(z.object({ kind: z.enum(['photo', 'signature', 'scan']), bytes: z.instanceof(Uint8Array) })).output(z.object({ id })),
  /** For whoever may read the record it belongs to. */
  get: procedure('signed-in').input(z.object({ id })).output(z.object({ mime: z.string(), bytes: z.instanceof(Uint8Array) })),
}

