import type { Duplex } from 'node:stream'
import type { PrintOutcome, PrintUnknown } from '@shared/slip/printer-status'
import type { Line } from '../transport/transport'
import type { Answers } from './answers'
import { takesSlips } from '@shared/slip/printer-status'
import { isConfirmation } from './answers'
import { CONFIRM } from './commands'
import { askHealth } from './health'

/** How long to wait, in milliseconds. */
export interface Patience {
  /** For a connection, and for it to close. */
  lineMs: number
  /** For the answer to one status question. */
  answerMs: number
  /** For the bytes to be taken, and again for the confirmation after that. */
  confirmMs: number
}

export const PATIENCE: Patience = { lineMs: 3000, answerMs: 1500, confirmMs: 20_000 }

/** True when the system has taken the bytes; false when it has not in time, or the line broke. */
function written(stream: Duplex, bytes: Buffer, timeoutMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (taken: boolean) => {
      clearTimeout(timer)
      stream.off('close', broken)
      resolve(taken)
    }
    const broken = () => settle(false)
    const timer = setTimeout(broken, timeoutMs)
    stream.once('close', broken)
    stream.write(bytes, (error) => settle(!error))
  })
}

/** Waits for the printer to say that it is through, and when it is silent asks what is the matter. */
async function confirmation(answers: Answers, patience: Patience): Promise<PrintUnknown | null> {
  const deadline = Date.now() + patience.confirmMs
  while (Date.now() < deadline) {
    const answer = await answers.next(isConfirmation, patience.answerMs)
    if (answer.kind === 'byte') return null
    if (answer.kind === 'lost') return 'connection-lost'
    const state = await askHealth(answers, patience.answerMs)
    if (state === 'unreachable') return 'connection-lost'
    if (state !== 'no-answer' && state !== 'no-printer' && !takesSlips(state)) return state as PrintUnknown
  }
  return 'no-confirmation'
}

/**
 * Sends a job over an open line and finds out what became of it. From the first byte on there is no "failed":
 * either the printer confirms, or it is unknown and someone has to look at the paper.
 */
export async function deliver(line: Line, answers: Answers, job: Buffer, confirm: boolean, patience: Patience): Promise<PrintOutcome> {
  const unknown = (reason: PrintUnknown): PrintOutcome => ({ kind: 'unknown', reason })
  const taken = await written(line.stream, confirm ? Buffer.concat([job, CONFIRM]) : job, patience.confirmMs)
  if (!taken) {
    const reason = answers.lost ? 'connection-lost' : 'no-confirmation'
    line.stream.destroy()
    return unknown(reason)
  }
  if (confirm) {
    const trouble = await confirmation(answers, patience)
    await line.finish()
    return trouble === null ? { kind: 'printed', confirmed: true } : unknown(trouble)
  }
  const closed = await line.finish()
  return closed ? { kind: 'printed', confirmed: false } : unknown('no-confirmation')
}
