import type { passes, VoidDeclaration } from '../../../shared/contract/passes'
import type { PassKind } from '../../../shared/rules/pass'
import type { Sql } from '../../store/types'
import type { ParsedInput } from '../handlers'
import type { House } from '../house'
import type { DeclarationRecord } from './lose'

const DECLARED = `SELECT d.*, p.no AS pass_no, p.kind, p.holder, p.company, n.acknowledged_at AS security_at FROM void_declaration d JOIN pass p ON p.id = d.pass_id LEFT JOIN notice n ON n.id = d.notice_id`

/** 作废声明登记 (12.F6) for a condition that speaks of `d`, oldest first. */
export async function readDeclarations(house: House, where: string, parameters: Sql[]): Promise<VoidDeclaration[]> {
  const rows = await house.store.read<DeclarationRecord & { pass_no: string; kind: PassKind; holder: string; company: string; security_at: number | null }>(`${DECLARED} WHERE ${where} ORDER BY d.id`, parameters)
  return rows.map((d) => ({
    id: d.id, no: d.no, at: d.at, passId: d.pass_id, passNo: d.pass_no, kind: d.kind, holder: d.holder, company: d.company, lostOn: d.lost_on, lostWhere: d.lost_where, declaredBy: d.declared_by,
    forfeitedFen: d.forfeited_fen, noticeId: d.notice_id, securityAt: d.security_at,
  }))
}

/** Newest first. */
export const declarations = async (house: House, { from, to }: ParsedInput<typeof passes.declarations>): Promise<VoidDeclaration[]> =>
  (await readDeclarations(house, 'd.day >= coalesce(?, d.day) AND d.day <= coalesce(?, d.day)', [from, to])).reverse()
