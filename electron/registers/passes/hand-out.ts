import type { passes, savedPass as savedPassSchema } from '../../../shared/contract/passes'
import type { z } from 'zod'
import type { Signed } from '../../../shared/contract/base'
import type { Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { signatureColumns, takeSignature } from '../signatures'
import type { PassRecord } from './rows'
import { savedPass, seenPasses, stateAfter, takeStep } from './write'

/** The receiver's signature of the register of passes (12.R6, 12.C6), once for all of them. */
export async function handOutAll(tx: Tx, house: House, passes: readonly PassRecord[], signed: Signed): Promise<PassRecord[]> {
  const issued: PassRecord[] = []
  for (const pass of passes) issued.push(await takeStep(tx, house, pass, { action: 'hand-out', to: stateAfter(pass, 'hand-out') }, { issued_at: tx.now, ...signatureColumns('receiver', signed) }))
  return issued
}

/** 发证 (12.R6). The signature's picture stands at the first of the passes. @throws UserError signature-missing, already-void, pass-lost, wrong-state, order-taken, stale */
export function handOut(house: House, input: ParsedInput<typeof passes.handOut>, call: Call): Promise<z.infer<typeof savedPassSchema>[]> {
  return house.store.write(call.scope, async (tx) => {
    const seen = await seenPasses(tx, input.passes, 'hand-out')
    const signed = await takeSignature(tx, house.attachments, input.signature, { register: 'passes', id: seen[0]!.id }, 'signature')
    return (await handOutAll(tx, house, seen, signed)).map((pass) => savedPass(pass))
  })
}
