import type { passes } from '../../../shared/contract/passes'
import type { PassKindSetting } from '../../../shared/contract/passes'
import { satisfies } from '../../../shared/rules/pass'
import { dayOf } from '../../../shared/rules/time'
import type { Answer, ParsedInput } from '../handlers'
import type { House } from '../house'
import { condition } from '../list-query'
import { allKinds, asks } from './kinds'
import { readPasses } from './list'
import { missingPapers, unscanned } from './papers'
import { type ApplicationRecord, type ListedPass, papersOf, type PassRecord, passRow } from './rows'

type Incomplete = Answer<typeof passes.incomplete>[number]
type Missing = Incomplete['missing'][number]

/** What else is asked of each pass: its application, and when security received its notices. */
interface Facts extends Pick<ApplicationRecord, 'papers' | 'renewal' | 'filed_at'>, Pick<PassRecord, 'receipt_id' | 'returner_at' | 'issued_at'> { id: number; issue_seen: number | null; declared: number | null; loss_seen: number | null }
const FACTS = `SELECT p.id, a.papers, a.renewal, a.filed_at, p.receipt_id, p.returner_at, p.issued_at, n.acknowledged_at AS issue_seen, v.id AS declared, l.acknowledged_at AS loss_seen
  FROM pass p JOIN pass_application a ON a.id = p.application_id LEFT JOIN notice n ON n.id = a.notice_id LEFT JOIN void_declaration v ON v.pass_id = p.id LEFT JOIN notice l ON l.id = v.notice_id WHERE p.day BETWEEN ? AND ? AND p.state <> 'void'`

function missingOf(p: ListedPass, of: Facts, kind: PassKindSetting): Missing[] {
  // What was erased with its time was there.
  const erased = p.erased_at !== null
  const papers = papersOf(of)
  const notBrought = missingPapers(kind, papers).filter((key) => !satisfies(papers.find((paper) => paper.key === key)?.checks ?? [], 'seen'))
  const due = p.fee_fen + (of.renewal === 1 ? 0 : p.deposit_fen)
  const missing: [Missing, boolean][] = [
    ['papers', !erased && notBrought.length > 0],
    ['seal', !erased && missingPapers(kind, papers).length > notBrought.length],
    ['scan', !erased && unscanned(papers).length > 0],
    ['photo', !erased && p.photo_id === null && asks(kind, 'photo')],
    ['receipt', due > 0 && of.receipt_id === null],
    ['receiver-signature', of.issued_at !== null && p.receiver_at === null],
    ['returner-signature', p.state === 'returned' && of.returner_at === null],
    ['filing', p.state !== 'ready' && of.filed_at === null],
    ['security-notice', of.issue_seen === null || (of.declared !== null && of.loss_seen === null)],
  ]
  return missing.filter(([, is]) => is).map(([what]) => what)
}

/** Passes made in these days of whose record something is missing (12.C2–C7); oldest first. */
export async function incomplete(house: House, { from, to }: ParsedInput<typeof passes.incomplete>): Promise<Incomplete[]> {
  const [rows, facts, kinds] = await Promise.all([
    readPasses(house, [condition(`p.day BETWEEN ? AND ? AND p.state <> 'void'`, from, to)], -1, 'p.id'), house.store.read<Facts & Record<string, unknown>>(FACTS, [from, to]), allKinds(house),
  ])
  const of = new Map(facts.map((fact) => [fact.id, fact]))
  const today = dayOf(house.store.clock.now())
  return rows.flatMap((row) => {
    const missing = missingOf(row, of.get(row.id)!, kinds.find(({ kind }) => kind === row.kind)!)
    return missing.length > 0 ? [{ ...passRow(row, today), missing }] : []
  })
}
