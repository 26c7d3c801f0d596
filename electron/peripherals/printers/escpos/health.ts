import type { PrinterState } from '@shared/slip/printer-status'
import type { Answers } from './answers'

/**
 * Asks a printer how it is: DLE EOT 1, 2 and 4, one after the other, and 3 where 2 reports an error.
 * `unreachable` when the line breaks on the way, `no-answer` when it says nothing.
 */
export async function askHealth(answers: Answers, timeoutMs: number): Promise<PrinterState> {
  const bytes: number[] = []
  for (const n of [1, 2, 4] as const) {
    const answer = await answers.status(n, timeoutMs)
    if (answer.kind !== 'byte') return answer.kind === 'lost' ? 'unreachable' : 'no-answer'
    bytes.push(answer.byte)
  }
  const [printer, cause, paper] = bytes as [number, number, number]
  if (cause & 0x04) return 'cover-open'
  if (cause & 0x20 || paper & 0x60) return 'paper-out'
  if (cause & 0x40) {
    const error = await answers.status(3, timeoutMs)
    return error.kind === 'byte' && error.byte & 0x08 ? 'cutter' : 'error'
  }
  if (printer & 0x08) return 'offline'
  return paper & 0x0c ? 'near-end' : 'ok'
}
