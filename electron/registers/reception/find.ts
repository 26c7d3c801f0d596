import { UserError } from '../../../shared/contract/errors'
import type { EntryRow } from '../../../shared/contract/reception'
import { formatNumber } from '../../store/numbers'
import type { Sql } from '../../store/types'
import { cardNumber } from './cards'
import type { Desk } from './desk'
import { entryRow, type ListedEntry, ROW_COLUMNS } from './rows'

/**
 * The entry of a scanned QR code, a number (DJ26-004218, 4218) or the card a visitor holds (T-037), for leaving. A
 * scanner may type through an input method, so full-width and lower-case characters are understood.
 * @throws UserError not-found
 */
export async function findByCode(desk: Desk, code: string): Promise<EntryRow> {
  const { store, settings } = desk.house
  const typed = code.normalize('NFKC').toUpperCase().replace(/\s/g, '')
  const one = async (where: string, parameters: Sql[]): Promise<ListedEntry | undefined> =>
    (await store.read<ListedEntry>(`SELECT ${ROW_COLUMNS} FROM entry e WHERE ${where} LIMIT 1`, parameters))[0]
  const byNumber = (year: number, serial: number) => one('e.no = ?', [formatNumber('reception', year, serial)])
  const byCard = async () => {
    const card = cardNumber(settings.current, typed)
    return card === null ? undefined : one(`e.card_no = ? AND e.card_no <> '' AND e.state IN ('asked', 'inside')`, [card])
  }

  if (typed.startsWith('QT1:')) return found(await one(`e.token = ? AND e.token <> ''`, [typed]))
  const whole = /^DJ(\d{2})-?(\d{1,8})$/.exec(typed)
  if (whole) return found(await byNumber(2000 + Number(whole[1]), Number(whole[2])))
  // A short number is more likely the card in the visitor's hand than the year's first entries.
  if (!/^\d{4,8}$/.test(typed)) {
    const holder = await byCard()
    if (holder) return entryRow(holder)
  }
  if (!/^\d{1,8}$/.test(typed)) throw new UserError('not-found')
  const year = new Date(store.clock.now()).getFullYear()
  return found((await byNumber(year, Number(typed))) ?? (await byNumber(year - 1, Number(typed))) ?? (await byCard()))
}

function found(entry: ListedEntry | undefined): EntryRow {
  if (!entry) throw new UserError('not-found')
  return entryRow(entry)
}
