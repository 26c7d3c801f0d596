/** Stands where a name or number was. */
const TAKEN_OUT = '＊＊'
/** Mobile numbers, land lines with their area code, and numbers of identity cards, as people write them into a sentence. */
const NUMBERS = /(?<!\d)(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}|\d{17}[\dXx])(?!\d)/g

/** What a record says of the work, without the name and numbers of who said it. A name of one character is no name: it stands in other words. */
export function withoutPerson(text: string, name: string): string {
  const nameless = [...name].length > 1 ? text.replaceAll(name, TAKEN_OUT) : text
  return nameless.replace(NUMBERS, TAKEN_OUT)
}
