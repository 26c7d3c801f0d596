import type { Plugin, Ref } from 'vue'
import { createI18n } from 'vue-i18n'

export type Locale = 'zh-CN' | 'en'
export const locales: readonly Locale[] = ['zh-CN', 'en']

type Area = { default: Record<string, unknown> }

/** What the sign-in page and the clear screens need: in both locales, since the switch there is live. */
const first = import.meta.glob<Area>('./*/{common,boot,signin,errors,device,states}.ts', { eager: true })
/** The rest, fetched with the desk. */
const rest = import.meta.glob<Area>(['./*/*.ts', '!./*/{common,boot,signin,errors,device,states}.ts'])

const LANG: Record<Locale, string> = { 'zh-CN': 'zh-Hans', 'en': 'en' }
const REMEMBERED = 'qiantai.locale'

function place(path: string): { locale: Locale; area: string } {
  const [, locale, area] = /^\.\/([^/]+)\/([^/]+)\.ts$/.exec(path)!
  return { locale: locale as Locale, area: area! }
}

function firstMessages(): Record<Locale, Record<string, Record<string, unknown>>> {
  const messages: Record<Locale, Record<string, Record<string, unknown>>> = { 'zh-CN': {}, 'en': {} }
  for (const [path, module] of Object.entries(first)) {
    const { locale, area } = place(path)
    messages[locale][area] = module.default
  }
  return messages
}

/** The locale of the last time, so that the first paint is already right. The station's own setting follows. */
function remembered(): Locale {
  return localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'zh-CN'
}

/** What we use of vue-i18n's composer. Its own type grows with every message; keys are checked by a test instead. */
interface Words {
  t: (key: string, values?: Record<string, unknown>) => string
  te: (key: string) => boolean
  locale: Ref<Locale>
  mergeLocaleMessage: (locale: Locale, messages: Record<string, unknown>) => void
}

const instance = createI18n<false>({
  legacy: false,
  locale: remembered(),
  fallbackLocale: 'zh-CN',
  messages: firstMessages() as Record<string, never>,
  missingWarn: import.meta.env.DEV,
  fallbackWarn: import.meta.env.DEV,
})
export const i18n: Plugin = instance
const words = instance.global as unknown as Words

/** Words in the current locale; follows it wherever it is called while rendering. */
export const t = (key: string, values: Record<string, unknown> = {}): string => words.t(key, values)
/** Whether the current locale has words under this key. */
export const te = (key: string): boolean => words.te(key)

export function currentLocale(): Locale {
  return words.locale.value
}

const loaded = new Map<Locale, Promise<void>>()

/** All areas of a locale, also those which the sign-in page does without. */
export function loadMessages(locale: Locale = currentLocale()): Promise<void> {
  const known = loaded.get(locale)
  if (known) return known
  const loading = Promise.all(Object.entries(rest).filter(([path]) => place(path).locale === locale).map(async ([path, load]) => {
    words.mergeLocaleMessage(locale, { [place(path).area]: (await load()).default })
  })).then(() => undefined)
  loaded.set(locale, loading)
  return loading
}

/** Switches the page's language at once; areas are fetched first if the desk is open. */
export async function showLocale(locale: Locale): Promise<void> {
  if (loaded.size > 0) await loadMessages(locale)
  words.locale.value = locale
  document.documentElement.lang = LANG[locale]
  localStorage.setItem(REMEMBERED, locale)
}

document.documentElement.lang = LANG[currentLocale()]
