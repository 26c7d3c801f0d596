import { UserError } from '../../../shared/contract/errors'
import type { PassKindSetting, Paper } from '../../../shared/contract/passes'
import { lacksScan, type PaperKey, satisfies } from '../../../shared/rules/pass'
import { paperCheckWords, paperWords } from '../../../shared/slip/pass-words'
import type { Tx } from '../../store/types'
import type { House } from '../house'

/** Checked where they are: each holder's photo, and the permit that was chosen. */
const elsewhere: ReadonlySet<PaperKey> = new Set(['photo', 'fit-out-permit'])

/** What a kind asks for and the desk did not check as it has to be (12.R1–R4, 12.C3); in the kind's order. */
export const missingPapers = (kind: PassKindSetting, papers: readonly Paper[]): PaperKey[] =>
  kind.papers.filter(({ key, check, required }) => required && !elsewhere.has(key) && !satisfies(papers.find((paper) => paper.key === key)?.checks ?? [], check)).map(({ key }) => key)

/** What is said to be kept though no scan shows it. */
export const unscanned = (papers: readonly Paper[]): PaperKey[] => papers.filter(lacksScan).map(({ key }) => key)

/** @throws UserError papers-missing {papers, keys}: in words, and as keys with a comma between; scan-missing {papers} */
export function refuseMissingPapers(kind: PassKindSetting, papers: readonly Paper[]): void {
  const missing = missingPapers(kind, papers)
  if (missing.length > 0) throw new UserError('papers-missing', { papers: words(missing), keys: missing.join(',') }, 'papers')
  refuseUnscanned(papers)
}

/** @throws UserError scan-missing {papers} */
export function refuseUnscanned(papers: readonly Paper[]): void {
  const bare = unscanned(papers)
  if (bare.length > 0) throw new UserError('scan-missing', { papers: words(bare) }, 'papers')
}
const words = (keys: readonly PaperKey[]): string => keys.map((key) => paperWords[key]).join('、')

/** The papers as they are given: what is kept from an earlier application is said by the store (`was`), whatever a page sends. */
export const ownPapers = (papers: readonly Paper[], was: readonly Paper[] = []): Paper[] => papers.map(({ keptFrom: _, ...paper }) => {
  const before = was.find(({ key, keptFrom }) => key === paper.key && keptFrom !== undefined)
  // Its scans stay where they came with it.
  return before && JSON.stringify([before.checks, before.scanIds]) === JSON.stringify([paper.checks, paper.scanIds]) ? { ...paper, keptFrom: before.keptFrom } : paper
})

/** The papers of a renewed application: those that were brought, then those that are kept from `before`. */
export const renewedPapers = (brought: readonly Paper[], before: readonly Paper[], no: string): Paper[] =>
  [...ownPapers(brought), ...before.filter(({ key }) => !brought.some((paper) => paper.key === key)).map((paper) => ({ ...paper, keptFrom: paper.keptFrom ?? no }))]

/** 单位名单（看过、存档）, 营业执照复印件（盖章，沿用 BZ26-000001）: papers as a form says them. */
export const papersWords = (papers: readonly Paper[]): string[] => papers.filter(({ checks }) => checks.length > 0)
  .map(({ key, checks, keptFrom }) => `${paperWords[key]}（${checks.map((check) => paperCheckWords[check]).join('、')}${keptFrom ? `，沿用 ${keptFrom}` : ''}）`)

/** Ties the scans to the application; those of a paper that is kept stay with the one they came with. */
export async function attachScans(tx: Tx, house: House, papers: readonly Paper[], applicationId: number): Promise<void> {
  for (const scan of papers.filter(({ keptFrom }) => keptFrom === undefined).flatMap(({ scanIds }) => scanIds)) await house.attachments.attach(tx, scan, 'scan', 'passes', applicationId)
}
