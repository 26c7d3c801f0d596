import type { ImportKind } from '../../../../shared/contract/tenants'

export type Field = 'room' | 'floor' | 'area' | 'name' | 'shortName' | 'rooms' | 'movedInOn' | 'remark' | 'tenant' | 'title' | 'extension' | 'phone' | 'canSign'

export interface Column {
  field: Field
  /** As the template heads it. */
  title: string
  required: boolean
  /** Other headings it is recognised by, as `foldHeading` writes them. */
  synonyms: string[]
  maxLength: number
  example: string
  note: string
}

const room = { field: 'room', title: '房号', synonyms: ['房间', '房间号', '单元', '单元号', '室号', 'room', 'unit', 'roomno'], maxLength: 20, example: '1808' } as const
const company = ['单位', '公司', '公司名称', '客户', '客户名称', '租户', '租户名称', '企业名称', '登记名称', 'company', 'tenant']

/** What each kind of import may bring, in the template's order. */
export const importColumns: Record<ImportKind, Column[]> = {
  units: [
    { ...room, synonyms: [...room.synonyms], required: true, note: '必填。一间一行，只写房号，不写「室」。' },
    { field: 'floor', title: '楼层', required: false, synonyms: ['层', '楼', 'floor'], maxLength: 10, example: '18', note: '空着时按房号推出。' },
    { field: 'area', title: '面积', required: false, synonyms: ['建筑面积', '租用面积', '平方米', 'area'], maxLength: 20, example: '268.5', note: '平方米，只写数字。' },
  ],
  tenants: [
    { field: 'name', title: '单位名称', required: true, synonyms: company, maxLength: 120, example: '博远（北京）国际供应链管理有限公司', note: '必填。登记名称，一家一行。' },
    { field: 'shortName', title: '简称', required: false, synonyms: ['公司简称', '单位简称', 'shortname'], maxLength: 40, example: '博远供应链', note: '' },
    { field: 'rooms', title: '房号', required: false, synonyms: ['房间', '房间号', '租用房间', '所在房间', '室号', 'rooms', 'room', 'units'], maxLength: 400, example: '1808、1809', note: '几间用「、」隔开；房间先导入。' },
    { field: 'movedInOn', title: '入住日期', required: false, synonyms: ['入驻日期', '迁入日期', '起租日期', '起租日', 'movedinon', 'movein'], maxLength: 40, example: '2024-05-01', note: '' },
    { field: 'remark', title: '备注', required: false, synonyms: ['说明', 'remark', 'remarks', 'note'], maxLength: 400, example: '', note: '' },
  ],
  contacts: [
    { field: 'tenant', title: '单位名称', required: true, synonyms: company, maxLength: 120, example: '博远（北京）国际供应链管理有限公司', note: '必填。与单位档案同名；单位先导入。' },
    { ...room, synonyms: [...room.synonyms], required: false, note: '单位有几间房时写他在哪一间。' },
    { field: 'name', title: '姓名', required: true, synonyms: ['联系人', '联系人姓名', 'name', 'contact'], maxLength: 60, example: '陆文博', note: '必填。' },
    { field: 'title', title: '职务', required: false, synonyms: ['职位', '岗位', 'title', 'position'], maxLength: 40, example: '行政经理', note: '' },
    { field: 'extension', title: '分机', required: false, synonyms: ['分机号', '内线', 'extension', 'ext'], maxLength: 20, example: '8012', note: '' },
    { field: 'phone', title: '电话', required: false, synonyms: ['手机', '手机号', '手机号码', '电话号码', '联系电话', '联系方式', 'phone', 'mobile', 'tel'], maxLength: 30, example: '13800002716', note: '手机、固定电话均可。' },
    { field: 'canSign', title: '可签字', required: false, synonyms: ['签字人', '指定签字人', '授权签字', 'cansign', 'signatory'], maxLength: 10, example: '是', note: '是、否；空着为否。' },
  ],
}

/** A heading as headings are compared: half-width, small, without spaces, brackets with what is in them, and marks. */
export const foldHeading = (heading: string): string =>
  heading.normalize('NFKC').toLowerCase().replace(/\([^)]*\)|\[[^\]]*\]/g, '').replace(/[\s*:_-]/g, '')

/** Which field each heading stands for; null where it is none, or its field stands further left already. */
export function recognise(kind: ImportKind, headings: string[]): (Column | null)[] {
  const taken = new Set<Field>()
  return headings.map((heading) => {
    const folded = foldHeading(heading)
    const column = importColumns[kind].find(({ field, title, synonyms }) => !taken.has(field) && (title === folded || synonyms.includes(folded)))
    if (column) taken.add(column.field)
    return column ?? null
  })
}

/** A, B, … Z, AA, as spreadsheets letter their columns. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}
