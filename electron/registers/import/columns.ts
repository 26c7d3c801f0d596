export interface Column<Field extends string = string> {
  field: Field
  /** As the template heads it. */
  title: string
  required: boolean
  /** Other headings it is recognised by, as `foldHeading` writes them. */
  synonyms: readonly string[]
  maxLength: number
  example: string
  note: string
}

/** Headings that mean the same in every table. */
export const roomHeadings = ['房间', '房间号', '单元', '单元号', '室号', 'room', 'unit', 'roomno'] as const
export const phoneHeadings = ['电话', '手机', '手机号', '手机号码', '电话号码', '联系电话', '联系方式', 'phone', 'mobile', 'tel'] as const
export const remarkHeadings = ['说明', 'remark', 'remarks', 'note'] as const

/** A heading as headings are compared: half-width, small, without spaces, brackets with what is in them, and marks. */
export const foldHeading = (heading: string): string =>
  heading.normalize('NFKC').toLowerCase().replace(/\([^)]*\)|\[[^\]]*\]/g, '').replace(/[\s*:_-]/g, '')

/** Which column each heading stands for; null where it is none, or its field stands further left already. */
export function recognise(columns: readonly Column[], headings: string[]): (Column | null)[] {
  const taken = new Set<string>()
  return headings.map((heading) => {
    const folded = foldHeading(heading)
    const column = columns.find(({ field, title, synonyms }) => !taken.has(field) && (title === folded || synonyms.includes(folded)))
    if (column) taken.add(column.field)
    return column ?? null
  })
}

/** A, B, … Z, AA, as spreadsheets letter their columns. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}
