/** The end of a long company name that tells it from its sisters (第二分公司, 华北运营中心), with what stands in brackets after it; the middle before it gives way. */
export function companyTail(name: string): string {
  const branch = /(?:(?:第?[一二三四五六七八九十百\d]+)?(?:分公司|办事处|代表处|营业部|分行|支行|分所|分店|门诊部)|(?<=公司)[^（）]{0,6}运营中心)(?:（[^（）]*）)?$/.exec(name)
  return branch && branch[0].length < name.length ? branch[0] : ''
}

/** A long name in the parts it may be broken between: after its bracket, before 有限公司, before its branch; never within a word. */
export function nameParts(name: string): string[] {
  const tail = companyTail(name)
  const firm = name.slice(0, name.length - tail.length)
  return [...firm.split(/(?<=[）)])|(?=股份有限|(?<!股份)有限)/), tail].filter(Boolean)
}
