import { ORPCError, implement, onError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { contract, type Contract } from '../../shared/contract'
import type { Access } from '../../shared/contract/base'
import { bytesSerializer } from '../../shared/contract/bytes'
import { UserError } from '../../shared/contract/errors'
import { may } from '../../shared/contract/permissions'
import type { Call, SignedIn } from '../registers/handlers'
import type { DefectLog } from '../station/defect-log'

/** One connected page: who is signed in there, and its handlers by namespace. */
export interface PageSession {
  signedIn(): SignedIn | null
  locked(): boolean
  station(): string
}

type AnyHandlers = { [N in keyof Contract]: Record<string, (input: never, call: Call) => unknown> }

function refuse(code: 'not-signed-in' | 'session-locked' | 'not-permitted'): never { throw new UserError(code) }

function checkAccess(access: Access, page: PageSession): void {
  if (access === 'public') return
  const signedIn = page.signedIn()
  if (!signedIn) return refuse('not-signed-in')
  if (page.locked()) return refuse('session-locked')
  if (access !== 'signed-in' && !may(signedIn.role, access)) refuse('not-permitted')
}

/** What the page gets to see of an error: what a user can mend, or the number of a log entry. */
function answerError(error: unknown, log: DefectLog, where: string): ORPCError<string, unknown> {
  if (error instanceof UserError) {
    return new ORPCError('REFUSED', { defined: true, data: { code: error.code, params: error.params, field: error.field } })
  }
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
    const issues = (error.data as { issues?: { path?: PropertyKey[] }[] } | undefined)?.issues
    const field = issues?.[0]?.path?.map(String).join('.')
    return new ORPCError('REFUSED', { defined: true, data: { code: 'invalid-input', params: {}, field } })
  }
  return new ORPCError('DEFECT', { defined: true, data: { log: log.write(where, error) } })
}

/**
 * Serves the contract to one page: its input is checked against the schema, its right to ask against the session,
 * and an error leaves as something the page can say.
 * @param checkAnswers also checks each answer against its schema (tests); off otherwise, since types have done so.
 */
export function createRpcHandler(handlers: AnyHandlers, page: PageSession, log: DefectLog, checkAnswers: boolean): RPCHandler<Record<never, never>> {
  const root = implement(contract).$config({ initialOutputValidationIndex: checkAnswers ? 0 : Number.NaN })
  const router: Record<string, Record<string, unknown>> = {}
  const accesses = new Map<string, Access>()
  for (const [namespace, procedures] of Object.entries(contract)) {
    router[namespace] = {}
    for (const [name, definition] of Object.entries(procedures)) {
      accesses.set(`${namespace}.${name}`, definition['~orpc'].meta.access)
      const handle = handlers[namespace as keyof Contract][name]
      if (!handle) throw new Error(`no handler for ${namespace}.${name}`)
      // The contract's type has a different implementer for each procedure; here they are all treated alike.
      const implementer = (root as unknown as Record<string, Record<string, Implementer>>)[namespace]![name]!
      router[namespace]![name] = implementer.handler(({ input }) => {
        const signedIn = page.signedIn()
        const scope = { actor: { id: signedIn?.staffId ?? null, name: signedIn?.name ?? '' }, station: page.station() }
        return handle(input as never, { scope, signedIn })
      })
    }
  }
  return new RPCHandler(router as never, {
    customJsonSerializers: [bytesSerializer],
    clientInterceptors: [
      async (options) => {
        try {
          checkAccess(accesses.get(options.path.join('.'))!, page)
          return await options.next()
        } catch (error) {
          throw answerError(error, log, options.path.join('.'))
        }
      },
    ],
    interceptors: [onError((error) => { if (!(error instanceof ORPCError)) log.write('rpc', error) })],
  })
}

interface Implementer { handler(run: (options: { input: unknown }) => unknown): unknown }
