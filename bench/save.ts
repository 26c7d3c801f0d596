import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import type { Client } from '../shared/contract'
import { reception, type VisitInput } from '../shared/contract/reception'
import { checkDigit } from '../shared/rules/id-number'
import { DEMO_PIN, demoStaff } from '../electron/demo/staff'
import { withApp } from './app'
import { copyOf, dataSet, open, Raw } from './data'
import { takePort } from './page-port'
import type { Ready } from './ready'
import { median, type Row } from './row'
import { recorded, type Statement } from './statements'

const SAVES = 50
const WARM_UP = 5
/** Between saves what they set off (a slip, the list's refresh) comes to its end. */
const PAUSE_MS = 60

declare global {
  interface Window { benchClient: Client }
}

/** A visitor never seen before, with card and phone, let in by the host: the fullest save there is. */
function visit(n: number, hostContactId: number): VisitInput {
  const first17 = `110105199${n % 10}0${1 + (n % 9)}1${n % 10}${String(n).padStart(3, '0')}`
  return {
    name: `访客${n}`, company: '蓝桥快运（北京）有限公司', phone: `138${String(10_000_000 + n)}`,
    documentKind: 'resident', documentNumber: first17 + checkDigit(first17), documentSource: 'card',
    hostContactId, purpose: 'meeting', matter: '洽谈', answer: 'agreed',
  }
}

/** The statements of each save, in the order in which the store gives them to the driver. */
async function statementsOf(dataDir: string, visits: readonly VisitInput[]): Promise<Statement[][]> {
  return open(dataDir, async (tower) => {
    const { id, name, role, department } = demoStaff.early
    const call = { scope: { actor: { id, name }, station: 'A1' }, signedIn: { staffId: id, name, role, department } }
    tower.house.printerRoles = () => ['receipt']
    const handlers = tower.handlers(0).reception
    const all: Statement[][] = []
    for (const one of visits) all.push(await recorded(() => handlers.saveVisit(reception.saveVisit['~orpc'].inputSchema!.parse(one), call)))
    return all
  })
}

/** From the call to its answer, in the page. */
const timedSave = (page: Page, input: VisitInput): Promise<number> =>
  page.evaluate(async (one) => {
    const from = performance.now()
    await window.benchClient.reception.saveVisit(one)
    return performance.now() - from
  }, input)

async function timedStatements(raw: Raw, statements: readonly Statement[]): Promise<number> {
  const from = performance.now()
  for (const { sql, parameters } of statements) await raw.all(sql, parameters)
  return performance.now() - from
}

/** One visit saved from the page, against its statements through the driver alone, on a copy of the same database. */
export async function* save(ready: Ready): AsyncGenerator<Row> {
  const dir = mkdtempSync(join(tmpdir(), 'qiantai-bench-save-'))
  const data = await dataSet(ready, 1000, 10_000)
  const [ours, limit, recording] = ['ours', 'limit', 'recording'].map((name) => copyOf(data, join(dir, name))) as [string, string, string]
  const hosts = await open(recording, (tower) => tower.house.store.read<{ id: number }>(`SELECT id FROM contact WHERE active = 1 ORDER BY id LIMIT ${SAVES + WARM_UP}`))
  const visits = hosts.map(({ id }, n) => visit(n, id))
  const statements = await statementsOf(recording, visits)
  const raw = await Raw.open(limit)
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'secure_delete = ON']) await raw.all(`PRAGMA ${pragma}`)
  try {
    yield await withApp(ready, ours, async (app, page) => {
      await takePort(app, page)
      await page.evaluate(async ([staffNo, pin]) => {
        while ((await window.benchClient.system.boot()).state !== 'ready') await new Promise((resolve) => { setTimeout(resolve, 100) })
        await window.benchClient.staff.signIn({ staffNo, pin })
      }, [demoStaff.early.staffNo, DEMO_PIN] as const)
      const took = { ours: [] as number[], limit: [] as number[] }
      for (const [n, one] of visits.entries()) {
        const measured = n >= WARM_UP
        for (const [whose, work] of [['ours', () => timedSave(page, one)], ['limit', () => timedStatements(raw, statements[n]!)]] as const) {
          const ms = await work()
          if (measured) took[whose].push(ms)
          await new Promise((resolve) => { setTimeout(resolve, PAUSE_MS) })
        }
      }
      return { what: `save a visit from the page / its ${statements.at(-1)!.length} statements`, ours: median(took.ours), limit: median(took.limit), goal: 1.5 }
    })
  } finally {
    await raw.close()
    rmSync(dir, { recursive: true, force: true })
  }
}
