import type { IdCard, ReaderFault } from '../../../../shared/contract/id-card'
import { checkDocumentNumber, type DocumentKind, type Sex } from '../../../../shared/rules/id-number'
import { parseDay, type Day } from '../../../../shared/rules/time'
import { nations } from './nations'

export type TextBlockResult =
  | { readonly ok: true; readonly card: IdCard }
  | { readonly ok: false; readonly code: Extract<ReaderFault, 'reader.unreadable-text' | 'reader.bad-number'> }

type CardKind = Extract<DocumentKind, IdCard['kind']>

/** A card's fields as they stand in the block, not looked at yet. */
interface Raw {
  kind: CardKind
  name: string
  englishName?: string
  sex: string
  nation?: string
  birth: string
  address?: string
  number: string
  authority?: string
  from: string
  to: string
  passNumber?: string
  issueCount?: string
  country?: string
}

/**
 * Reads the text block of a card: 256 bytes, UTF-16LE, padded with spaces, its kind told by the flag at 248
 * (blank, J, I, Y).
 * @param today the local day, for a birth date in the future
 */
export function parseTextBlock(block: Uint8Array, today: Day): TextBlockResult {
  const raw = block.length >= 256 ? rawFields(Buffer.from(block.subarray(0, 256))) : undefined
  const birth = raw && parseDay(raw.birth)
  const from = raw && parseDay(raw.from)
  const to = raw && (raw.to === '长期' ? 'long-term' : parseDay(raw.to))
  if (!raw || !birth || !from || !to || raw.name === '') return { ok: false, code: 'reader.unreadable-text' }

  const number = checkDocumentNumber(raw.kind, raw.number, today)
  if (!number.ok) return { ok: false, code: 'reader.bad-number' }

  const { kind, name } = raw
  const sex = sexOf(raw.sex)
  const nation = raw.nation === undefined ? undefined : nations[raw.nation]
  const { englishName, address, authority, passNumber, issueCount, country } = raw
  return {
    ok: true,
    card: {
      kind, name, birth, number: number.normalized, from, to,
      ...(sex && { sex }),
      ...(nation && { nation }),
      ...(englishName && { englishName }),
      ...(address && { address }),
      ...(authority && { authority }),
      ...(passNumber && { passNumber }),
      ...(issueCount && { issueCount }),
      ...(country && { country }),
    },
  }
}

function rawFields(block: Buffer): Raw | undefined {
  const untrimmed = (offset: number, length: number) => block.toString('utf16le', offset, offset + length)
  const text = (offset: number, length: number) => untrimmed(offset, length).replace(/[\s\0]+$/, '').replace(/^\s+/, '')

  switch (text(248, 2)) {
    case '':
      return { kind: 'resident', ...likeResident(text), nation: text(32, 4) }
    case 'J':
      return { kind: 'hmt-permit', ...likeResident(text), passNumber: text(220, 18), issueCount: text(238, 4) }
    case 'I': {
      const englishName = text(0, 120)
      return {
        kind: 'foreign-permanent',
        name: text(158, 30) || englishName,
        englishName,
        sex: text(120, 2),
        number: text(122, 30),
        country: text(152, 6),
        from: text(188, 16),
        to: text(204, 16),
        birth: text(220, 16),
      }
    }
    case 'Y': {
      // The name runs on at 220, a space at the end of the first part being part of it.
      const englishName = (untrimmed(52, 70) + untrimmed(220, 22)).replace(/\0/g, ' ').trim()
      return {
        kind: 'foreign-permanent',
        name: text(0, 30) || englishName,
        englishName,
        sex: text(30, 2),
        birth: text(36, 16),
        number: text(122, 36),
        from: text(188, 16),
        to: text(204, 16),
        country: text(242, 6),
      }
    }
    default:
      return undefined
  }
}

function likeResident(text: (offset: number, length: number) => string) {
  return {
    name: text(0, 30),
    sex: text(30, 2),
    birth: text(36, 16),
    address: text(52, 70),
    number: text(122, 36),
    authority: text(158, 30),
    from: text(188, 16),
    to: text(204, 16),
  }
}

/** 1 male, 2 female; 0 unknown and 9 not stated (GB/T 2261.1) stay open. */
function sexOf(code: string): Sex | undefined {
  return code === '1' ? 'male' : code === '2' ? 'female' : undefined
}
