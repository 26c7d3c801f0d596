import { z } from 'zod'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/**
 * What a card reader found on a card. Dates are `YYYY-MM-DD`; a field the card doesn't bear is absent.
 * The number has passed `checkDocumentNumber` for its kind (P1).
 */
export const idCardSchema = z.object({
  kind: z.enum(['resident', 'hmt-permit', 'foreign-permanent']),
  /** The Chinese name; the English one where a foreigner's card bears no Chinese name. */
  name: z.string().min(1),
  englishName: z.string().optional(),
  sex: z.enum(['male', 'female']).optional(),
  /** 民族 in words (汉, 维吾尔), resident cards only. */
  nation: z.string().optional(),
  birth: day,
  address: z.string().optional(),
  number: z.string().min(15).max(18),
  authority: z.string().optional(),
  from: day,
  /** The last day the card is good; `long-term` where the card says 长期. */
  to: z.union([day, z.literal('long-term')]),
  /** 通行证号码 and 签发次数, hmt-permit only. */
  passNumber: z.string().optional(),
  issueCount: z.string().optional(),
  /** ISO 3166 three-letter code, foreign-permanent only. */
  country: z.string().optional(),
})
export type IdCard = z.infer<typeof idCardSchema>

/** Why a reader is in trouble, or why a card was not read; the words are in the locales. */
export const readerFaults = [
  /** The reader is open but gives no answer: wrong baud rate, no power, another device. */
  'reader.no-answer',
  /** The device may not be opened (permission), or another program holds it. */
  'reader.open-denied',
  'reader.self-test-failed',
  'reader.unauthorised',
  /** The reader refused what it was sent: it is not the reader configured. */
  'reader.protocol',
  'reader.authentication',
  'reader.wrong-card',
  'reader.select-failed',
  'reader.read-failed',
  /** The text on the card can't be understood, or its kind is unknown. */
  'reader.unreadable-text',
  /** The number on the card fails its own check digit or date. */
  'reader.bad-number',
  /** 重读 was asked, and no card lies there. */
  'reader.no-card',
] as const
export type ReaderFault = (typeof readerFaults)[number]

export const readerStateSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('disconnected') }),
  z.object({ status: z.literal('connected') }),
  z.object({ status: z.literal('reading') }),
  /** `lift`: the card must be lifted and put back; otherwise the reader itself is in trouble. */
  z.object({ status: z.literal('error'), code: z.enum(readerFaults), lift: z.boolean() }),
])
export type ReaderState = z.infer<typeof readerStateSchema>
