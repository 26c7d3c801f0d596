import { z } from 'zod'

/** Why a printer can't take a slip now; each goes away without anyone telling us, so jobs wait for it. */
export const printerTrouble = z.enum([
  'unreachable', // no connection, no such device
  'no-answer', // connected, but no status came back
  'offline',
  'cover-open',
  'paper-out',
  'cutter',
  'error',
  'no-printer', // none is set up for this role
])
export type PrinterTrouble = z.infer<typeof printerTrouble>

/**
 * What the status strip shows of a printer. `ok` and `near-end` take slips; `unknown` is a printer that can't be
 * asked (set up not to answer, or the system's): it is sent to all the same.
 */
export const printerState = z.enum(['ok', 'near-end', 'unknown', ...printerTrouble.options])
export type PrinterState = z.infer<typeof printerState>

/** Whether a slip may be sent in this state. */
export function takesSlips(state: PrinterState): boolean {
  return state === 'ok' || state === 'near-end' || state === 'unknown'
}

/** Why it is not known whether the slip is on paper. Someone must look; nothing is sent again by itself. */
export const printUnknown = z.enum([
  'no-confirmation', // the printer never said that the job is through
  'connection-lost', // it went away with bytes under way
  'interrupted', // the program ended while the job was printing
  'offline',
  'cover-open',
  'paper-out',
  'cutter',
  'error',
])
export type PrintUnknown = z.infer<typeof printUnknown>

/** Why a slip can't be printed at all, however long one waits. */
export const printRefusal = z.enum([
  'document', // the slip can't be set or encoded, or something on it is still pending
  'system', // the system's print service refused it
])
export type PrintRefusal = z.infer<typeof printRefusal>

/** What became of one attempt. `failed` means that not one byte of the slip went out. */
export type PrintOutcome =
  | { kind: 'printed'; /** The printer itself said that the job is through. */ confirmed: boolean }
  | { kind: 'failed'; reason: PrinterTrouble | PrintRefusal; bytesSent: 0 }
  | { kind: 'unknown'; reason: PrintUnknown }

export const printJobState = z.enum(['waiting', 'printing', 'printed', 'failed', 'unknown'])
export type PrintJobState = z.infer<typeof printJobState>

/** The reason beside a job's state: trouble while waiting, a refusal when failed, or why it is unknown. */
export const printJobReason = z.enum([...new Set([...printerTrouble.options, ...printRefusal.options, ...printUnknown.options])])
export type PrintJobReason = PrinterTrouble | PrintRefusal | PrintUnknown
