import { UserError } from '../../../shared/contract/errors'
import type { PassKindSetting, Paper } from '../../../shared/contract/passes'
import { type PaperKey, satisfies } from '../../../shared/rules/pass'
import { paperWords } from '../../../shared/slip/pass-words'
import type { Tx } from '../../store/types'
import type { House } from '../house'

/** Checked where they are: each holder's photo, and the permit that was chosen. */
const elsewhere: ReadonlySet<PaperKey> = new Set(['photo', 'fit-out-permit'])

/** What a kind asks for and the desk did not check as it has to be (12.R1–R4, 12.C3); in the kind's order. */
export const missingPapers = (kind: PassKindSetting, papers: readonly Paper[]): PaperKey[] =>
  kind.papers.filter(({ key, check, required }) => required && !elsewhere.has(key) && !satisfies(papers.find((paper) => paper.key === key)?.checks ?? [], check)).map(({ key }) => key)

/** @throws UserError papers-missing {papers, keys}: in words, and as keys with a comma between */
export function refuseMissingPapers(kind: PassKindSetting, papers: readonly Paper[]): void {
  const missing = missingPapers(kind, papers)
  if (missing.length > 0) throw new UserError('papers-missing', { papers: missing.map((key) => paperWords[key]).join('、'), keys: missing.join(',') }, 'papers')
}

/** Ties the scans to the application. */
export async function attachScans(tx: Tx, house: House, papers: readonly Paper[], applicationId: number): Promise<void> {
  for (const scan of papers.flatMap(({ scanIds }) => scanIds)) await house.attachments.attach(tx, scan, 'scan', 'passes', applicationId)
}
