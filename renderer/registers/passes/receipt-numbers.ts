/** Receipt numbers as they are typed one after the other, or scanned: SJ26-000912 sj26-913，SJ26-000914. */
export const receiptNumbers = (typed: string): string[] => [...new Set(typed.normalize('NFKC').toUpperCase().split(/[\s,、;]+/).map((one) => one.replace(/^QT1:/, '')).filter((one) => one !== ''))]

/** A scanned one joins those that are written, once; where one is all there is it takes the place of what was written. */
export function withReceipt(typed: string, no: string, several: boolean): string {
  const written = receiptNumbers(typed)
  return several ? [...written.filter((one) => one !== no), no].join(' ') : no
}
