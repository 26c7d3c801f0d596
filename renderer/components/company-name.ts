/** The end of a long company name that tells it from its sisters (第二分公司, 华北运营中心), with what stands in brackets after it; the middle before it gives way. */
export function companyTail(name: string): string {
  const branch = /(?:(?:第?[一二三四五六七八九十百\d]+)?(?:分公司|办事处|代表处|营业部|分行|支行|分所|分店|门诊部)|(?<=公司)[^（）]{0,6}运营中心)(?:（[^（）]*）)?$/.exec(name)
  return branch && branch[0].length < name.length ? branch[0] : ''
}

/** A long name in the parts it may be broken between: after its bracket, before and after 有限公司, before its branch; never within a word. */
export function nameParts(name: string): string[] {
  const tail = companyTail(name)
  const firm = name.slice(0, name.length - tail.length)
  return [...firm.split(/(?<=[）)])|(?=股份有限|(?<!股份)有限)|(?<=公司)(?!$)/), tail].filter(Boolean)
}

/** Whether every character is one em wide, so that it is known how many of them fit. */
export const isFullWidth = (name: string): boolean => /^[\u3000-\u9fff\uff00-\uff60]+$/.test(name)

/**
 * After how many characters a name that needs two lines breaks between its parts; nought where it has no such place. The
 * first line is the longer one: a shorter one would be filled up from the second.
 */
export function firstLine(name: string): number {
  if (!isFullWidth(name)) return 0
  let at = 0
  for (const part of nameParts(name).slice(0, -1)) {
    at += part.length
    if (at * 2 >= name.length) return at
  }
  return 0
}

/** What theme/form.css breaks a growing field by. */
export function lineStyle(name: string): Record<'--first' | '--whole', number> | undefined {
  const first = firstLine(name)
  return first === 0 ? undefined : { '--first': first, '--whole': name.length }
}
