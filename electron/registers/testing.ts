import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Department } from '../../shared/contract/base'
import { role, type Role } from '../../shared/contract/permissions'
import { SettingsStore } from '../store/settings'
import { Store } from '../store/store'
import { systemScope, type Clock } from '../store/types'
import { Vault } from '../store/vault'
import type { Call } from './handlers'
import { furnish } from './furnish'
import { approverCheck } from './staff/approver'
import { Attempts } from './staff/attempts'
import { hashPin } from './staff/pin'
import type { House } from './house'

export interface TestClock extends Clock {
  set(at: number): void
  advance(milliseconds: number): void
}

/** A house on a real database in a directory of its own, with one member of staff of each role (numbers 101 to 106 in the order of the roles, PIN TEST_PIN). */
export interface TestHouse {
  house: House
  dir: string
  clock: TestClock
  /** The signed-in caller of a role; the staff row exists. */
  call(as?: Role): Call
  /** Whole documents given to the page printer. */
  pages: string[]
  /** What the next save dialog answers: a path in `dir` (by default the suggested name), or null for "cancelled". */
  answerDialog(answer: ((suggestedName: string) => string | null) | undefined): void
  /** Printer roles set up on the station. */
  printers: string[]
  close(): Promise<void>
}

const departmentOf: Record<Role, Department> = {
  receptionist: 'customer-service', supervisor: 'customer-service', administrator: 'customer-service',
  finance: 'finance', engineering: 'engineering', security: 'security',
}
const names: Record<Role, string> = {
  receptionist: '周晓岚', supervisor: '韩雪', finance: '冯雪', engineering: '何建国', security: '马国庆', administrator: '林涛',
}

/** Everybody's PIN in a test house. */
export const TEST_PIN = '246810'
let pinHash: Promise<string> | undefined

/** @param now epoch milliseconds the clock begins at; by default 2026-03-12 14:26, a Thursday. */
export async function openTestHouse({ now = new Date(2026, 2, 12, 14, 26).getTime(), station = 'A1' }: { now?: number; station?: string } = {}): Promise<TestHouse> {
  const dir = mkdtempSync(join(tmpdir(), 'qiantai-'))
  let at = now
  const clock: TestClock = { now: () => at, set: (value) => { at = value }, advance: (milliseconds) => { at += milliseconds } }
  const store = await Store.open({ dir, clock, vault: new Vault(Buffer.alloc(32, 7)) })
  const settings = new SettingsStore(store)
  await settings.save(systemScope(station), { tower: '云汇中心', company: '云汇中心物业服务有限公司' })
  const hash = await (pinHash ??= hashPin(TEST_PIN))
  await store.write(systemScope(station), async (tx) => {
    for (const [index, of] of role.options.entries()) {
      await tx.query(`INSERT INTO staff (id, staff_no, name, role, department, pin_hash) VALUES (?, ?, ?, ?, ?, ?)`, [index + 1, String(101 + index), names[of], of, departmentOf[of], hash])
    }
  })

  const pages: string[] = []
  const printers = ['receipt', 'engineering', 'security', 'customer-service', 'documents']
  let dialog: ((suggestedName: string) => string | null) | undefined
  const house = furnish(store, settings, {
    dialog: { saveAs: (suggestedName) => Promise.resolve(dialog ? dialog(suggestedName) : join(dir, suggestedName)) },
    pages: {
      print: (html) => { pages.push(html); return Promise.resolve() },
      slipPdf: (slip) => Promise.resolve(Buffer.from(`%PDF-${slip.title}`)),
      pdf: (html) => { pages.push(html); return Promise.resolve(Buffer.from('%PDF-')) },
    },
    printerRoles: () => printers, station: () => station,
  })
  house.approvals.provide(approverCheck(new Attempts(store, () => station)))
  return {
    house, dir, clock, pages, printers,
    call: (as = 'receptionist') => {
      const staffId = role.options.indexOf(as) + 1
      return { scope: { actor: { id: staffId, name: names[as] }, station }, signedIn: { staffId, name: names[as], role: as, department: departmentOf[as] } }
    },
    answerDialog: (answer) => { dialog = answer },
    close: async () => {
      await store.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** The code of a refusal, or why there was none. */
export const refusal = (work: Promise<unknown>): Promise<string> => refusedWith(work).then(({ code }) => code)

/** A refusal with its parameters and field. */
export const refusedWith = (work: Promise<unknown>): Promise<{ code: string; params: Record<string, unknown>; field?: string }> =>
  work.then(() => ({ code: 'not refused', params: {} }), (error: { code?: string; params?: Record<string, unknown>; field?: string }) => ({ code: error.code ?? String(error), params: error.params ?? {}, ...(error.field ? { field: error.field } : {}) }))
