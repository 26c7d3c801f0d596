import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient, isDefinedError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { afterEach, describe, expect, test } from 'vitest'
import { contract, type Client } from '../../shared/contract'
import { UserError } from '../../shared/contract/errors'
import { may, role, type Role } from '../../shared/contract/permissions'
import type { SignedIn } from '../registers/handlers'
import { DefectLog } from '../station/defect-log'
import { createRpcHandler } from './serve'

type Answers = Record<string, (input: never) => unknown>
const ports: MessagePort[] = []
afterEach(() => { for (const port of ports.splice(0)) port.close() })

/** A client over a real message channel; each procedure answers what `answers` says, and `called` lists what got through. */
function connect(signedIn: SignedIn | null, answers: Answers = {}, options: { locked?: boolean; checkAnswers?: boolean } = {}) {
  const called: string[] = []
  const log = new DefectLog(mkdtempSync(join(tmpdir(), 'rpc-')))
  const handlers = Object.fromEntries(Object.entries(contract).map(([namespace, procedures]) => [namespace, Object.fromEntries(Object.keys(procedures).map((name) => {
    const path = `${namespace}.${name}`
    return [path.slice(namespace.length + 1), async (input: never) => {
      called.push(path)
      return answers[path]?.(input)
    }]
  }))]))
  const page = { signedIn: () => signedIn, locked: () => options.locked ?? false, station: () => 'A1' }
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  createRpcHandler(handlers as never, page, log, options.checkAnswers ?? false).upgrade(port1 as never)
  port1.start()
  port2.start()
  return { client: createORPCClient(new RPCLink({ port: port2 as never })) as Client, called, log }
}

const person = (as: Role): SignedIn => ({ staffId: 1, name: '周晓岚', role: as, department: 'customer-service' })

async function refusal(call: Promise<unknown>): Promise<unknown> {
  try {
    await call
  } catch (error) {
    if (isDefinedError(error as Error)) return (error as { data: unknown }).data
    throw error
  }
  throw new Error('it was answered')
}

describe('who calls, and may they', () => {
  test('nobody signed in: refused before the handler runs', async () => {
    const { client, called } = connect(null)
    expect(await refusal(client.reception.nextCard())).toMatchObject({ code: 'not-signed-in' })
    expect(called).toEqual([])
  })

  test('a locked page is refused', async () => {
    const { client, called } = connect(person('receptionist'), {}, { locked: true })
    expect(await refusal(client.reception.nextCard())).toMatchObject({ code: 'session-locked' })
    expect(called).toEqual([])
  })

  test('every procedure with a permission is refused to every role without it, whatever it sends', async () => {
    for (const as of role.options) {
      const { client, called } = connect(person(as))
      for (const [namespace, procedures] of Object.entries(contract)) {
        for (const [name, procedure] of Object.entries(procedures)) {
          const { access } = procedure['~orpc'].meta
          if (access === 'public' || access === 'signed-in' || may(as, access)) continue
          const call = (client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[namespace]![name]!
          expect(await refusal(call({})), `${as} ${namespace}.${name}`).toMatchObject({ code: 'not-permitted' })
        }
      }
      expect(called).toEqual([])
    }
  })
})

describe('is the input valid', () => {
  test('input that does not fit its schema is refused with its field, and the handler does not run', async () => {
    const { client, called } = connect(person('receptionist'))
    expect(await refusal(client.reception.saveVisit({ name: '' } as never))).toMatchObject({ code: 'invalid-input', field: 'name' })
    expect(called).toEqual([])
  })

  test('defaults are filled in and text is trimmed before the handler sees it', async () => {
    let seen: unknown
    const { client } = connect(person('receptionist'), { 'reception.saveVisit': (input) => { seen = input } })
    await client.reception.saveVisit({ name: ' 何婉清 ' })
    expect(seen).toMatchObject({ name: '何婉清', people: 1, purpose: 'meeting', answer: 'to-ask' })
  })
})

describe('what error do they get', () => {
  test('what a user can mend comes with its code, parameters and field', async () => {
    const { client } = connect(person('receptionist'), { 'reception.nextCard': () => { throw new UserError('card-in-use', { card: 'T-037' }, 'cardNo') } })
    expect(await refusal(client.reception.nextCard())).toEqual({ code: 'card-in-use', params: { card: 'T-037' }, field: 'cardNo' })
  })

  test('a defect comes as the number of its log entry, which has the cause; nothing of it reaches the page', async () => {
    const { client, log } = connect(person('receptionist'), { 'reception.nextCard': () => { throw new Error('secret inside') } })
    const data = await refusal(client.reception.nextCard())
    expect(JSON.stringify(data)).not.toContain('secret')
    expect(readFileSync(log.path, 'utf8')).toMatch(new RegExp(`${(data as { log: string }).log} reception\\.nextCard\\nError: secret inside`))
  })

  test('in tests an answer that does not fit its schema is a defect', async () => {
    const { client } = connect(person('receptionist'), { 'reception.nextCard': () => ({ cardNo: 37 }) }, { checkAnswers: true })
    expect(await refusal(client.reception.nextCard())).toHaveProperty('log')
  })
})
