import { defectLogOf, refusalOf } from '../client'
import { t } from '../locales'
import { reportDefect } from './defects'

/**
 * An error as one sentence: a refusal in its own words, anything else as the calm line with the log's number (written
 * to the log here, if the main process has not done so).
 */
export async function wordsOf(error: unknown, where: string): Promise<string> {
  const refusal = refusalOf(error)
  if (refusal) return t(`errors.${refusal.code}`, refusal.params)
  return t('common.defect', { log: defectLogOf(error) ?? await reportDefect(error, where) })
}
