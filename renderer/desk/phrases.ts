import { type PlaceOfWords, readPhrases, type Said } from '@shared/rules/phrases'
import { currentLocale, t } from '../locales'
import { shortMoment } from './clock'

const TOWER = 'zh-CN'

/** In the page's language; people's words stay as they are. */
export const worded = (said: readonly Said[]): string => said.map((each) => (typeof each === 'string' ? each : t(`phrases.${each.code}`, Object.fromEntries(
  Object.entries(each.params).map(([place, value]) => [place, Array.isArray(value) ? worded(value) : place === 'at' ? shortMoment(Number(value)) : value]),
)))).join(t('today.separator'))

/** A text of the counter that comes with its parts; as it stands where it has none, and where the page speaks the tower's language. */
export const partWords = (text: string, parts: readonly Said[] | undefined): string => (parts && currentLocale() !== TOWER ? worded(parts) : text)

/** A text that a record bears, the counter's own words in it (of those that `place` may hold) in the page's language. */
export const recordWords = (text: string, place: PlaceOfWords): string => (currentLocale() === TOWER ? text : worded(readPhrases(text, place)))
