import type { passes, registerForm } from '../../../shared/contract/passes'
import type { z } from 'zod'
import { exportFiltered } from '../export'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { condition } from '../list-query'
import { type PaperTable, paperTable, putOnPaper } from '../paper-table'
import { readDeclarations } from './declarations'
import { listRecords, readPasses } from './list'
import { constructionColumns, declarationColumns, type FormRow, identityColumns, issueColumns, type ProcedureRow, procedureColumns } from './register-forms'
import type { ListedPass } from './rows'

type Form = z.infer<typeof registerForm>
export const formTitles: Record<Form, string> = { 'identity': '身份确认卡登记表', 'construction': '施工人员登记表', 'procedure': '办证/退证程序表', 'issue': '证件发放登记表', 'void-declarations': '作废声明登记表' }

type Put = { path: string | null; rows: number } | null
type Head = Pick<PaperTable<unknown>, 'title' | 'head' | 'signs'>
const paper = <Row>(head: Head, columns: PaperTable<Row>['columns'], rows: readonly Row[], struck?: (row: Row) => boolean): { html: string; rows: number } =>
  ({ html: paperTable({ ...head, columns, rows, ...(struck ? { struck } : {}), after: [rows.length === 0 ? '本期没有登记。' : `共 ${rows.length} 条。`] }), rows: rows.length })

/** The forms of the days on A4 (12.F1–F4, 12.F6); what is void is struck through. @returns null when the user cancelled */
export async function printRegister(house: House, { form, from, until, to }: ParsedInput<typeof passes.printRegister>, call: Call): Promise<Put> {
  const title = formTitles[form]
  const { company, tower } = house.settings.current
  const days = from === until ? from : `${from} 至 ${until}`
  const { html, rows } = await page(house, form, from, until, { title, head: [`${company}　${tower}`, days], signs: ['填表：', '主管复核：', '日期：'] })
  const put = await putOnPaper(house, html, to, `${title.replace('/', '')}-${days.replaceAll(' ', '')}.pdf`)
  if (put === null) return null
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'print-register', register: 'passes', recordId: null, detail: { form, from, until, to, rows } }))
  return { ...put, rows }
}

async function page(house: House, form: Form, from: string, until: string, head: Head): Promise<{ html: string; rows: number }> {
  const struck = (row: { state: string }): boolean => row.state === 'void'
  const inDays = condition('p.day BETWEEN ? AND ?', from, until)
  switch (form) {
    case 'identity': return paper(head, identityColumns, await formRows(house, 'identity', from, until), struck)
    case 'construction': return paper(head, constructionColumns, await formRows(house, 'construction', from, until), struck)
    case 'procedure': return paper(head, procedureColumns, await procedures(house, from, until), struck)
    case 'issue': return paper(head, issueColumns, await readPasses(house, [inDays], -1, 'p.id'), struck)
    case 'void-declarations': return paper(head, declarationColumns, await readDeclarations(house, 'd.day BETWEEN ? AND ?', [from, until]))
  }
}

/** Passes of the kinds that are registered on this form. */
async function formRows(house: House, form: 'identity' | 'construction', from: string, until: string): Promise<FormRow[]> {
  const [rows, applications] = await Promise.all([
    readPasses(house, [condition('p.kind IN (SELECT kind FROM pass_kind WHERE form = ?) AND p.day BETWEEN ? AND ?', form, from, until)], -1, 'p.id'),
    house.store.read<Omit<FormRow, keyof ListedPass> & { id: number }>(
      `SELECT a.id, a.papers, coalesce(f.no, '') AS permit_no, coalesce(f.chief, '') AS chief, coalesce(f.phone_masked, '') AS chief_phone FROM pass_application a LEFT JOIN fit_out_permit f ON f.id = a.fit_out_permit_id WHERE a.day BETWEEN ? AND ?`, [from, until],
    ),
  ])
  const of = new Map(applications.map(({ id, ...rest }) => [id, rest]))
  return rows.map((row) => ({ ...row, ...of.get(row.application_id)! }))
}

/** Those that count: void ones only where all are, and the application with them. */
const COUNTS = `(p.state <> 'void' OR a.state = 'void')`
const all = (column: string, join: string, table: string): string => `coalesce((SELECT group_concat(DISTINCT ${column}) FROM pass p ${join} WHERE p.application_id = a.id AND ${COUNTS} AND ${table}), '')`
/** The deposit is a renewal's predecessor's: it was taken once. The day of return stands once none is open any more and one came back. */
const procedures = (house: House, from: string, until: string): Promise<ProcedureRow[]> => house.store.read<ProcedureRow & Record<string, unknown>>(
  `SELECT a.id, a.no, a.kind, a.state, a.company, a.room, a.papers, count(p.id) AS people, iif(a.renewal = 1, 0, sum(p.deposit_fen)) AS deposit, sum(p.fee_fen) AS fee, max(p.issued_at) AS issued_at, max(p.valid_until) AS valid_until,
     iif(sum(p.state IN ('ready', 'issued')) = 0, max(p.returner_at), NULL) AS returned_at,
     ${all('r.no', 'JOIN receipt r ON r.id = p.receipt_id', '1')} AS receipts, ${all('f.no', 'JOIN receipt f ON f.id = p.refund_id', '1')} AS refunds, coalesce(sum(iif(p.refund_id IS NULL, 0, p.deposit_fen)), 0) AS refunded,
     ${all('p.receiver_by', '', `p.receiver_by <> ''`)} AS receiver, ${all('p.returner_by', '', `p.returner_by <> ''`)} AS returner
   FROM pass_application a JOIN pass p ON p.application_id = a.id AND ${COUNTS} WHERE a.day BETWEEN ? AND ? GROUP BY a.id ORDER BY a.id`, [from, until],
)

/** Writes what is filtered to .xlsx or CSV, numbers masked. @returns null when the user cancelled. @throws UserError export-too-large, file-not-written */
export const exportPasses = (house: House, input: ParsedInput<typeof passes.export>, call: Call): Promise<{ path: string; rows: number } | null> =>
  exportFiltered(house, input, call, {
    register: 'passes', title: formTitles.issue, columns: issueColumns, page: (before, limit) => listRecords(house, { filter: input.filter, before, limit }), lines: (page) => page,
  })
