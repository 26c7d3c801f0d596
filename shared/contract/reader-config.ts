import { z } from 'zod'

/** `idReader` in station.json: the SAM serial reader, or the demo's button. */
export const readerConfigSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sam'),
    /** Device path: `/dev/ttyUSB0`, `COM3`. */
    path: z.string().min(1),
    baudRate: z
      .union([z.literal(9600), z.literal(19200), z.literal(38400), z.literal(57600), z.literal(115200)])
      .default(115200),
  }),
  z.strictObject({ kind: z.literal('demo') }),
])
export type ReaderConfig = z.infer<typeof readerConfigSchema>
