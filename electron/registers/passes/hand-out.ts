import type { passes, savedPass as savedPassSchema } from '../../../shared/contract/passes'
import type { z } from 'zod'
import type { Signed } from '../../../shared/contract/base'
import { UserError } from '../../../shared/contract/errors'
import { dayOf } from '../../../shared/rules/time'
import type { Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { signatureColumns, takeSignature } from '../signatures'
import { refuseDenied } from './holders'
import type { PassRecord } from './rows'
import { savedPass, seenPasses, stateAfter, takeStep } from './write'

/** The receiver's signature of the register of passes (12.R6, 12.C6), once for all of them. @throws UserError denied-holder, pass-expired {no, until} */
export async function handOutAll(tx: Tx, house: House, passes: readonly PassRecord[], signed: Signed): Promise<PassRecord[]> {
  await refuseDenied(tx.query, passes)
  const over = passes.find(({ valid_until }) => valid_until < dayOf(tx.now))
  if (over) throw new UserError('pass-expired', { no: over.no, until: over.valid_until })
  const issued: PassRecord[] = []
  for (const pass of passes) issued.push(await takeStep(tx, house, pass, { action: 'hand-out', to: stateAfter(pass, 'hand-out') }, { issued_at: tx.now, ...signatureColumns('receiver', signed) }))
  return issued
}

/** 发证 (12.R6). The signature's picture stands at the first of the passes. @throws UserError signature-missing, denied-holder, pass-expired, already-void, pass-lost, wrong-state, order-taken, stale */
export function handOut(house: House, input: ParsedInput<typeof passes.handOut>, call: Call): Promise<z.infer<typeof savedPassSchema>[]> {
  return house.store.write(call.scope, async (tx) => {
    const seen = await seenPasses(tx, input.passes, 'hand-out')
    const signed = await takeSignature(tx, house.attachments, input.signature, { register: 'passes', id: seen[0]!.id }, 'signature')
    return (await handOutAll(tx, house, seen, signed)).map((pass) => savedPass(pass))
  })
}
