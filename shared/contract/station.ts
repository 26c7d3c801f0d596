import { z } from 'zod'
import { printersConfig } from '../slip/printer-config'
import { readerConfigSchema } from './reader-config'

/**
 * `station.json` in the data directory: a station prepared without clicking. Unknown keys are refused, so that a
 * misspelt one is never ignored.
 */
export const stationConfig = z.strictObject({
  station: z.string().trim().min(1).max(20).default('A1'),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
  theme: z.enum(['light', 'dark', 'system']).default('light'),
  kiosk: z.boolean().default(false),
  store: z.strictObject({ kind: z.literal('sqlite') }).default({ kind: 'sqlite' }),
  printers: printersConfig.default({}),
  idReader: readerConfigSchema.nullable().default(null),
  keyboardReader: z.boolean().default(true),
})
export type StationConfig = z.infer<typeof stationConfig>
