/** The end of a long company name that tells it from its sisters (第二分公司); the middle before it gives way. */
export function companyTail(name: string): string {
  const branch = /(?:第?[一二三四五六七八九十百\d]+)?(?:分公司|办事处|代表处|营业部|分行|支行|分所|分店|门诊部)$/.exec(name)
  return branch && branch[0].length < name.length ? branch[0] : ''
}
