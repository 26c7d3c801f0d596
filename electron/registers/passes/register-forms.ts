import type { VoidDeclaration } from '../../../shared/contract/passes'
import { fen, formatMoney } from '../../../shared/rules/money'
import type { PassKind } from '../../../shared/rules/pass'
import { dayOf, stampOf } from '../../../shared/rules/time'
import { passKindWords, passStateWords } from '../../../shared/slip/pass-words'
import type { PaperColumn } from '../paper-table'
import type { TableColumn } from '../table-file'
import { papersWords } from './papers'
import { type ListedPass, papersOf } from './rows'

/** A pass with what its application and its permit say. */
export interface FormRow extends ListedPass { papers: string; permit_no: string; chief: string; chief_phone: string }
/** An application of 办证/退证程序表. */
export interface ProcedureRow {
  id: number; no: string; kind: PassKind; state: 'open' | 'void'; company: string; room: string; people: number; papers: string; deposit: number; fee: number; receipts: string; issued_at: number | null; valid_until: string
  returned_at: number | null; refunds: string; refunded: number; receiver: string; returner: string
}

const money = (amount: number): string => (amount === 0 ? '' : formatMoney(fen(amount), ''))
const day = (at: number | null): string => (at === null ? '' : dayOf(at))
const papers = (row: { papers: string }): string => papersWords(papersOf(row)).join('、')

/** 身份确认卡登记表 (12.F1); numbers of persons masked (P3). */
export const identityColumns: PaperColumn<FormRow>[] = [
  { title: '单位', paper: 42, text: (p) => p.company },
  { title: '房号', paper: 14, text: (p) => p.room },
  { title: '姓名', paper: 18, text: (p) => p.holder },
  { title: '证件号码', paper: 34, text: (p) => p.document_masked },
  { title: '卡号', paper: 22, text: (p) => p.no },
  { title: '押金', paper: 14, text: (p) => money(p.deposit_fen) },
  { title: '工本费', paper: 14, text: (p) => money(p.fee_fen) },
  { title: '收据号', paper: 22, text: (p) => p.receipt_no },
  { title: '资料', paper: 58, text: papers },
  { title: '照片', paper: 10, text: (p) => (p.photo_id === null ? '' : '有') },
  { title: '状态', paper: 14, text: (p) => passStateWords[p.state] },
]

/** 施工人员登记表 (12.F2). */
export const constructionColumns: PaperColumn<FormRow>[] = [
  { title: '施工单位', paper: 40, text: (p) => p.company },
  { title: '许可证号', paper: 22, text: (p) => p.permit_no },
  { title: '房号', paper: 14, text: (p) => p.room },
  { title: '证号', paper: 22, text: (p) => p.no },
  { title: '姓名', paper: 18, text: (p) => p.holder },
  { title: '证件号码', paper: 34, text: (p) => p.document_masked },
  { title: '照片', paper: 10, text: (p) => (p.photo_id === null ? '' : '有') },
  { title: '工种', paper: 14, text: (p) => p.trade },
  { title: '特种作业证', paper: 26, text: (p) => p.special_certificate },
  { title: '有效至', paper: 20, text: (p) => p.valid_until },
  { title: '负责人', paper: 16, text: (p) => p.chief },
  { title: '电话', paper: 24, text: (p) => p.chief_phone },
]

/** 办证/退证程序表 (12.F3), a line for each application. */
export const procedureColumns: PaperColumn<ProcedureRow>[] = [
  { title: '编号', paper: 22, text: (a) => a.no },
  { title: '证件种类', paper: 20, text: (a) => passKindWords[a.kind] },
  { title: '单位', paper: 38, text: (a) => a.company },
  { title: '人数', paper: 10, text: (a) => String(a.people) },
  { title: '资料', paper: 48, text: papers },
  { title: '押金', paper: 15, text: (a) => money(a.deposit) },
  { title: '工本费', paper: 15, text: (a) => money(a.fee) },
  { title: '收据号', paper: 22, text: (a) => a.receipts },
  { title: '发证日期', paper: 20, text: (a) => day(a.issued_at) },
  { title: '有效至', paper: 20, text: (a) => a.valid_until },
  { title: '领证签名', paper: 18, text: (a) => a.receiver },
  { title: '退证日期', paper: 20, text: (a) => day(a.returned_at) },
  { title: '退押金', paper: 22, text: (a) => [a.refunds, money(a.refunded)].filter(Boolean).join(' ') },
  { title: '退证签名', paper: 18, text: (a) => a.returner },
]

/** 证件发放登记表 (12.F4), then what a sheet has besides. */
export const issueColumns: (PaperColumn<ListedPass> & TableColumn<ListedPass>)[] = [
  { title: '证号', width: 14, paper: 22, text: (p) => p.no },
  { title: '种类', width: 12, paper: 20, text: (p) => passKindWords[p.kind] },
  { title: '单位', width: 28, paper: 46, text: (p) => p.company },
  { title: '持证人', width: 12, paper: 20, text: (p) => p.holder },
  { title: '发证日期', width: 12, paper: 20, text: (p) => day(p.issued_at) },
  { title: '有效至', width: 12, paper: 20, text: (p) => p.valid_until },
  { title: '续证日期', width: 12, paper: 20, text: (p) => p.renewed_on ?? '' },
  { title: '状态', width: 8, paper: 14, text: (p) => passStateWords[p.state] },
  { title: '押金收据号', width: 14, paper: 22, text: (p) => p.receipt_no },
  { title: '领证签名', width: 12, paper: 20, text: (p) => p.receiver_by },
  { title: '房号', width: 8, paper: 0, text: (p) => p.room },
  { title: '证件号码', width: 22, paper: 0, text: (p) => p.document_masked },
  { title: '工种', width: 10, paper: 0, text: (p) => p.trade },
  { title: '有效自', width: 12, paper: 0, text: (p) => p.valid_from },
  { title: '押金', width: 10, paper: 0, text: (p) => money(p.deposit_fen) },
  { title: '工本费', width: 10, paper: 0, text: (p) => money(p.fee_fen) },
  { title: '申请编号', width: 14, paper: 0, text: (p) => p.application_no },
  { title: '退证签名', width: 12, paper: 0, text: (p) => p.returner_by },
  { title: '退款收据号', width: 14, paper: 0, text: (p) => p.refund_no },
  { title: '归档', width: 12, paper: 0, text: (p) => day(p.filed_at) },
  { title: '作废原因', width: 20, paper: 0, text: (p) => p.void_reason ?? '' },
]

/** 作废声明登记表 (12.F6). */
export const declarationColumns: PaperColumn<VoidDeclaration>[] = [
  { title: '编号', paper: 22, text: (d) => d.no },
  { title: '证号', paper: 22, text: (d) => d.passNo },
  { title: '种类', paper: 20, text: (d) => passKindWords[d.kind] },
  { title: '持证人', paper: 18, text: (d) => d.holder },
  { title: '单位', paper: 42, text: (d) => d.company },
  { title: '遗失日期', paper: 20, text: (d) => d.lostOn },
  { title: '遗失地点', paper: 34, text: (d) => d.lostWhere },
  { title: '声明时间', paper: 30, text: (d) => stampOf(d.at) },
  { title: '声明人', paper: 18, text: (d) => d.declaredBy },
  { title: '没收押金', paper: 16, text: (d) => money(d.forfeitedFen) },
  { title: '保安签收', paper: 30, text: (d) => (d.securityAt === null ? '' : stampOf(d.securityAt)) },
]
