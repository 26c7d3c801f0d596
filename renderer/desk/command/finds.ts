import type { SearchHit } from '@shared/contract/system'
import { closeUp } from '@shared/rules/spacing'
import type { IconName } from '../../components/icons'
import type { Locale } from '../../locales'
import type { Page } from '../pages'
import { faceOfHit } from '../records'
import type { Start } from '../starts'

/** What everybody may change for themselves: look and language of the screen, their PIN. */
export type OwnAction = 'dark' | 'light' | 'zh-CN' | 'en' | 'pin'

/** One line of the command bar. */
export interface Find {
  key: string
  group: 'page' | 'place' | 'entry' | 'action' | 'own'
  icon: IconName
  title: string
  detail: string
  /** State of a record. */
  state: string
  kind: SearchHit['kind'] | 'page' | 'own' | 'action'
  /** Key that does the same from the keyboard. */
  shortcut: string
  /** Where it leads; an entry or a place is looked up when it is opened. */
  go: { path: string; query?: Record<string, string> } | { hit: SearchHit } | { own: OwnAction }
}

/** Prefills of /visits and /calls, as the router's query. */
function whom(hit: SearchHit): Record<string, string> {
  return { [`${hit.kind}Id`]: String(hit.id), ...(hit.kind === 'contact' ? { contactName: hit.title } : {}) }
}

const ICONS: Record<string, IconName> = { unit: 'building-2', tenant: 'building-2', contact: 'user-round', entry: 'door-open' }
/** States that only a call has. */
const CALL_STATES = new Set(['waiting', 'notified', 'closed'])

/** Whether a page or action goes by what is typed: its name, its pinyin, its initials. */
export function pageMatches(page: Pick<Page, 'reading'>, name: string, typed: string): boolean {
  const text = typed.trim().toLowerCase()
  if (text === '') return true
  return name.toLowerCase().includes(text) || page.reading.split(' ').some((reading) => reading.startsWith(text))
}

/** Pages that match, as lines. */
export function pageFinds(pages: readonly Page[], typed: string, nameOf: (page: Page) => string): Find[] {
  return pages.filter((page) => pageMatches(page, nameOf(page), typed)).map((page) => ({
    key: `page:${page.name}`, group: 'page', icon: page.icon, title: nameOf(page), detail: '', state: '', kind: 'page', shortcut: page.key && page.key.length > 1 ? page.key : '', go: { path: page.path },
  }))
}

const OWN: Record<OwnAction, { icon: IconName; reading: string }> = {
  dark: { icon: 'moon', reading: 'yejian yj waiguan wg' }, light: { icon: 'sun', reading: 'rijian rj waiguan wg' },
  'zh-CN': { icon: 'languages', reading: 'zhongwen zw hanyu hy yuyan yy chinese language' }, 'en': { icon: 'languages', reading: 'yingwen yw yingyu yuyan yy english language' }, pin: { icon: 'key-round', reading: 'gaikouling gkl kouling kl mima mm' },
}

/** 本人: the other look and the other language than those that are `shown`, and the PIN. */
export function ownFinds(shown: { look: 'light' | 'dark'; locale: Locale }, typed: string, nameOf: (action: OwnAction) => string): Find[] {
  const actions: OwnAction[] = [shown.look === 'dark' ? 'light' : 'dark', shown.locale === 'en' ? 'zh-CN' : 'en', 'pin']
  return actions.filter((action) => pageMatches(OWN[action], nameOf(action), typed)).map((action) => ({
    key: `own:${action}`, group: 'own', icon: OWN[action].icon, title: nameOf(action), detail: '', state: '', kind: 'own', shortcut: '', go: { own: action },
  }))
}

/** What the store found, as lines. */
export function hitFinds(hits: readonly SearchHit[], nameOf: (hit: SearchHit) => string): Find[] {
  return hits.filter((hit) => hit.kind !== 'page').map((hit) => ({
    key: `${hit.kind}:${hit.id}`, group: hit.kind === 'entry' || faceOfHit(hit.kind) ? 'entry' : 'place', icon: hit.kind === 'entry' && CALL_STATES.has(hit.state) ? 'phone' : faceOfHit(hit.kind)?.icon ?? ICONS[hit.kind]!, title: nameOf(hit), detail: hit.detail, state: hit.state, kind: hit.kind, shortcut: '',
    go: { hit },
  }))
}

/** 就此去办: the tasks one can start from the best place found. */
export function actionFinds(hits: readonly SearchHit[], actions: readonly Start[], title: (action: Start['name'], place: string) => string): Find[] {
  const best = hits.find((hit) => hit.kind === 'unit' || hit.kind === 'tenant' || hit.kind === 'contact')
  if (!best) return []
  return actions.map(({ name, path, icon, key }) => ({
    key: `action:${name}`, group: 'action', icon, title: closeUp(title(name, best.title)), detail: '', state: '', kind: 'action', shortcut: key, go: { path, query: whom(best) },
  }))
}

/** A text cut into what was typed and what was not, so that the typed part stands out. */
export function marked(text: string, typed: string): { text: string; hit: boolean }[] {
  const query = typed.trim().toLowerCase()
  const at = query === '' ? -1 : text.toLowerCase().indexOf(query)
  if (at < 0) return [{ text, hit: false }]
  return [
    { text: text.slice(0, at), hit: false },
    { text: text.slice(at, at + query.length), hit: true },
    { text: text.slice(at + query.length), hit: false },
  ].filter((part) => part.text !== '')
}
