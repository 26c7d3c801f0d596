import { z } from 'zod'
import { parsePrinterAddress } from './printer-address'

/** What a printer is for: `receipt`, `documents`, or a department (`engineering`, `security`, …). */
export const printerRole = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/)
export type PrinterRole = z.infer<typeof printerRole>

/** Width of the paper in millimetres. */
export const paperWidth = z.union([z.literal(80), z.literal(58)])
export type PaperWidth = z.infer<typeof paperWidth>

export const escposConfig = z.strictObject({
  kind: z.literal('escpos'),
  address: z.string().refine((address) => parsePrinterAddress(address) !== null, {
    message: 'tcp://host:9100 | file:/dev/usb/lp0 | serial:/dev/ttyS0?baudRate=9600 | preview',
  }),
  paper: paperWidth.default(80),
  /** Off for a printer that never answers: then "printed" only means that the bytes were taken. */
  confirm: z.boolean().default(true),
  /** What is sent as a picture: nothing, lines with a character the printer has no glyph for, or the whole slip. */
  raster: z.enum(['never', 'unprintable', 'slip']).default('never'),
})
export type EscposConfig = z.infer<typeof escposConfig>

export const systemConfig = z.strictObject({
  kind: z.literal('system'),
  /** The system's name of the printer, or `default`. */
  name: z.string().min(1).default('default'),
})
export type SystemConfig = z.infer<typeof systemConfig>

/** One entry of `printers` in station.json. */
export const printerConfig = z.discriminatedUnion('kind', [escposConfig, systemConfig])
export type PrinterConfig = z.infer<typeof printerConfig>

/** `printers` in station.json. */
export const printersConfig = z.record(printerRole, printerConfig)
