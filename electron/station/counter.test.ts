import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DataSource } from 'typeorm'
import { afterEach, describe, expect, test } from 'vitest'
import { UserError } from '../../shared/contract/errors'
import { fen } from '../../shared/rules/money'
import { backUp } from '../store/backup'
import { databasePath } from '../store/database'
import { filePermissionsOnly } from '../store/key-file'
import { systemClock, systemScope } from '../store/types'
import { Counter } from './counter'
import { DefectLog } from './defect-log'
import { stationFile } from './station-file'
import { createSystem } from './system-handlers'

const opened: Counter[] = []
afterEach(async () => { for (const counter of opened.splice(0)) await counter.close() })

const newDir = () => mkdtempSync(join(tmpdir(), 'counter-'))
const PAGE = 1

async function open(dataDir: string, demo = false): Promise<Counter> {
  const counter = new Counter({
    dataDir, demo, version: '0', clock: systemClock, protector: filePermissionsOnly, log: new DefectLog(dataDir),
    dialog: { saveAs: () => Promise.resolve(null) }, pages: () => ({ print: () => Promise.resolve(), pdf: () => Promise.resolve(Buffer.alloc(0)), slipPdf: () => Promise.resolve(Buffer.alloc(0)) }), printing: {},
  })
  opened.push(counter)
  await counter.open()
  return counter
}

const nobody = { scope: { actor: { id: null, name: '' }, station: 'A1' }, signedIn: null }
const setUp = (counter: Counter) =>
  createSystem(counter, PAGE, { setKiosk: () => undefined }).setUp({ tower: '云汇中心', company: '云汇物业', station: 'A1', staffNo: '0001', name: '林涛', pin: '246810', locale: 'zh-CN' }, nobody)

/** A counter that was set up and closed; its recovery key. */
async function used(dir: string): Promise<string> {
  const counter = await open(dir)
  const { recoveryKey } = await setUp(counter)
  await counter.close()
  return recoveryKey
}

describe('a new counter', () => {
  test('asks for its set-up, takes the first administrator and signs them in', async () => {
    const counter = await open(newDir())
    expect(await counter.boot()).toMatchObject({ state: 'setup', code: null })
    const { session, recoveryKey } = await setUp(counter)
    expect(session).toMatchObject({ name: '林涛', role: 'administrator' })
    expect(recoveryKey).toMatch(/^([0-9A-Z]{5}-){4}[0-9A-Z]{5}$/)
    expect(await counter.boot()).toMatchObject({ state: 'ready', tower: '云汇中心' })
  })

  test('is set up once', async () => {
    const counter = await open(newDir())
    await setUp(counter)
    await expect(setUp(counter)).rejects.toThrow(UserError)
  })

  test('a weak PIN is refused before anything is made', async () => {
    const dir = newDir()
    const counter = await open(dir)
    const system = createSystem(counter, PAGE, { setKiosk: () => undefined })
    await expect(system.setUp({ tower: '云汇中心', company: '云汇物业', station: 'A1', staffNo: '0001', name: '林涛', pin: '111111', locale: 'zh-CN' }, nobody)).rejects.toMatchObject({ code: 'weak-pin' })
    expect(existsSync(databasePath(dir))).toBe(false)
  })
})

describe('P3 what lies on the disk', () => {
  test.skipIf(process.platform === 'win32')('P3 is in a directory that only its owner enters, one made before too', async () => {
    const dir = newDir()
    chmodSync(dir, 0o755)
    await used(dir)
    expect(statSync(dir).mode & 0o777).toBe(0o700)
  })
})

describe('the station', () => {
  test('a change of its window holds at once', async () => {
    const counter = await open(newDir())
    await setUp(counter)
    const kiosk: boolean[] = []
    const system = createSystem(counter, PAGE, { setKiosk: (on) => { kiosk.push(on) } })
    await system.saveStation({ ...counter.config, kiosk: true }, nobody)
    expect(kiosk).toEqual([true])
    expect(counter.config.kiosk).toBe(true)
  })

  test('M1 is not renamed while its drawer holds cash, which would lie under a name nobody counts; other settings are saved', async () => {
    const counter = await open(newDir())
    await setUp(counter)
    const system = createSystem(counter, PAGE, { setKiosk: () => undefined })
    const { house } = counter.tower!
    const { station } = counter.config
    const post = (amount: number) => house.store.write(systemScope(station), (tx) => house.ledger.post(tx, { kind: 'float', register: 'cashier', recordId: 1, no: 'BY26-000001', postings: [{ account: 'cash', amountFen: fen(amount) }, { account: 'handed-in', amountFen: fen(-amount) }] }))
    await post(7_000)
    await expect(system.saveStation({ ...counter.config, station: '前台', kiosk: true }, nobody)).rejects.toMatchObject({ code: 'cash-in-drawer', field: 'station', params: { station, held: '¥70.00' } })
    expect(counter.config).toMatchObject({ station, kiosk: false })
    await system.saveStation({ ...counter.config, kiosk: true }, nobody)
    await post(-7_000)
    await system.saveStation({ ...counter.config, station: '前台' }, nobody)
    expect(counter.config).toMatchObject({ station: '前台', kiosk: true })
  })
})

describe('a set-up that was cut short', () => {
  test('P3 goes on with the store that is there, under a new recovery key', async () => {
    const dir = newDir()
    const counter = await open(dir)
    await expect(counter.createStore({ station: 'A1', locale: 'zh-CN' }, () => Promise.reject(new Error('power cut')))).rejects.toThrow('power cut')
    await counter.close()
    const again = await open(dir)
    expect(await again.boot()).toMatchObject({ state: 'setup', code: null })
    const { recoveryKey, session } = await setUp(again)
    expect(session).toMatchObject({ name: '林涛' })
    expect(await again.boot()).toMatchObject({ state: 'ready', tower: '云汇中心' })
    await again.close()
    rmSync(join(dir, 'key.json'))
    const third = await open(dir)
    await third.recover(recoveryKey)
    expect(await third.boot()).toMatchObject({ state: 'ready' })
  })

  test('two at once make one administrator', async () => {
    const counter = await open(newDir())
    const results = await Promise.allSettled([setUp(counter), setUp(counter)])
    expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await counter.tower!.house.store.read('SELECT name FROM staff')).toHaveLength(1)
  })
})

describe('the demo', () => {
  test('fills an empty directory, and opens it again', async () => {
    const dir = newDir()
    const counter = await open(dir, true)
    expect(await counter.boot()).toMatchObject({ state: 'ready', demo: true })
    const entries = () => opened.at(-1)!.tower!.house.store.read('SELECT count(*) AS n FROM entry')
    const first = await entries()
    await counter.close()
    expect(await (await open(dir, true)).boot()).toMatchObject({ state: 'ready' })
    expect(await entries()).toEqual(first)
  })

  test('does not open a directory of real data', async () => {
    const dir = newDir()
    await used(dir)
    const counter = await open(dir, true)
    expect(await counter.boot()).toMatchObject({ state: 'failed', code: 'not-a-demo', params: { dir } })
    expect(counter.tower).toBeNull()
  })
})

describe('what a person can mend is told, and nothing is lost', () => {
  test('a wrong station file: its line and the reason', async () => {
    const dir = newDir()
    writeFileSync(stationFile(dir), '{\n  "statoin": "A1"\n}')
    expect(await (await open(dir)).boot()).toMatchObject({ state: 'failed', code: 'invalid-station-file', params: { line: 2 } })
  })

  test('a wrong station file is not written over by a choice of language', async () => {
    const dir = newDir()
    const wrong = '{\n  "printers": { "receipt": { "kind": "escpos", "address": "tcp://10.0.0.5" } },\n  "statoin": "A1"\n}'
    writeFileSync(stationFile(dir), wrong)
    const counter = await open(dir)
    const system = createSystem(counter, PAGE, { setKiosk: () => undefined })
    await system.setLocale({ locale: 'en' }, nobody)
    expect(readFileSync(stationFile(dir), 'utf8')).toBe(wrong)
    expect(await counter.boot()).toMatchObject({ state: 'failed', locale: 'en' })
    writeFileSync(stationFile(dir), '{ "station": "B2" }')
    expect(await system.retry(undefined, nobody)).toMatchObject({ state: 'setup', station: 'B2', code: null })
  })

  test('a store that another program holds opens at the second try', async () => {
    const dir = newDir()
    await used(dir)
    const other = await new DataSource({ type: 'sqlite', database: databasePath(dir) }).initialize()
    await other.query('PRAGMA locking_mode = EXCLUSIVE')
    await other.query('BEGIN EXCLUSIVE')
    const counter = await open(dir)
    expect(await counter.boot()).toMatchObject({ state: 'failed', code: 'data-dir-in-use' })
    await other.query('ROLLBACK')
    await other.destroy()
    await counter.retry()
    expect(await counter.boot()).toMatchObject({ state: 'ready', code: null })
  })

  test('P3 the key is gone: a wrong recovery key is refused, the printed one opens the store and makes the key anew', async () => {
    const dir = newDir()
    const recoveryKey = await used(dir)
    rmSync(join(dir, 'key.json'))
    const counter = await open(dir)
    expect(await counter.boot()).toMatchObject({ state: 'failed', code: 'key-missing' })
    await expect(counter.recover('00000-00000-00000-00000-00000')).rejects.toMatchObject({ code: 'recovery-key-wrong' })
    await counter.recover(recoveryKey.toLowerCase().replaceAll('-', ' '))
    expect(await counter.boot()).toMatchObject({ state: 'ready' })
    await counter.close()
    expect(await (await open(dir)).boot()).toMatchObject({ state: 'ready' })
  })

  test('P3 a renewed recovery key opens the store, the one before does not', async () => {
    const dir = newDir()
    const before = await used(dir)
    const counter = await open(dir)
    const { recoveryKey } = await createSystem(counter, PAGE, { setKiosk: () => undefined }).renewRecoveryKey(undefined, nobody)
    await counter.close()
    rmSync(join(dir, 'key.json'))
    const again = await open(dir)
    await expect(again.recover(before)).rejects.toMatchObject({ code: 'recovery-key-wrong' })
    await again.recover(recoveryKey)
    expect(await again.boot()).toMatchObject({ state: 'ready' })
  })

  test('P3 the key of another store is not taken: nothing is written with it', async () => {
    const [dir, other] = [newDir(), newDir()]
    await used(dir)
    await used(other)
    copyFileSync(join(other, 'key.json'), join(dir, 'key.json'))
    expect(await (await open(dir)).boot()).toMatchObject({ state: 'failed', code: 'key-missing' })
  })

  test('P3 beside another store\'s key file, only this store\'s recovery key opens it; the other key stays', async () => {
    const [dir, other] = [newDir(), newDir()]
    const recoveryKey = await used(dir)
    const ofOther = await used(other)
    copyFileSync(join(other, 'key.json'), join(dir, 'key.json'))
    const counter = await open(dir)
    await expect(counter.recover(ofOther)).rejects.toMatchObject({ code: 'recovery-key-wrong' })
    await counter.recover(recoveryKey)
    expect(await counter.boot()).toMatchObject({ state: 'ready' })
    const aside = readdirSync(dir).find((name) => name.startsWith('key.json.set-aside-'))!
    expect(readFileSync(join(dir, aside))).toEqual(readFileSync(join(other, 'key.json')))
  })

  test('P3 an open counter cannot be recovered into a second one', async () => {
    const dir = newDir()
    const recoveryKey = await used(dir)
    const counter = await open(dir)
    const { tower } = counter
    await expect(counter.recover(recoveryKey)).rejects.toMatchObject({ code: 'wrong-state' })
    expect(counter.tower).toBe(tower)
  })

  test('with no whole backup the damaged store is set aside and set-up begins anew', async () => {
    const dir = newDir()
    await used(dir)
    const backup = await backUp(dir, Date.now(), 'daily')
    for (const file of [databasePath(dir), backup]) writeFileSync(file, Buffer.alloc(8192, 0x5a))
    const counter = await open(dir)
    expect(await counter.boot()).toMatchObject({ state: 'failed', code: 'damaged-database', params: { backupAt: 0 } })
    await counter.restoreBackup()
    expect(await counter.boot()).toMatchObject({ state: 'setup', code: null })
    await setUp(counter)
    expect(await counter.boot()).toMatchObject({ state: 'ready' })
    for (const kept of ['qiantai.db.damaged-', 'backups.damaged-', 'key.json.set-aside-']) expect(readdirSync(dir).some((name) => name.startsWith(kept))).toBe(true)
  })

  test('an emptied database is set aside and the newest whole backup opened', async () => {
    const dir = newDir()
    await used(dir)
    await backUp(dir, Date.now(), 'daily')
    truncateSync(databasePath(dir), 0)
    const counter = await open(dir)
    expect(await counter.boot()).toMatchObject({ state: 'failed', code: 'damaged-database' })
    await counter.restoreBackup()
    expect(await counter.boot()).toMatchObject({ state: 'ready', tower: '云汇中心' })
    expect(readdirSync(dir).some((name) => name.includes('.damaged-'))).toBe(true)
  })

  test('a database overwritten with something else is left where it is until somebody decides', async () => {
    const dir = newDir()
    await used(dir)
    writeFileSync(databasePath(dir), Buffer.alloc(8192, 0x5a))
    expect(await (await open(dir)).boot()).toMatchObject({ state: 'failed', code: 'damaged-database' })
    expect(statSync(databasePath(dir)).size).toBe(8192)
  })
})
