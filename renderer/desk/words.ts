import { defectLogOf, refusalOf } from '../client'
import { t } from '../locales'
import { reportDefect } from './defects'

/**
 * An error as one sentence: a refusal in its own words, anything else as the calm line with the log's number (written
 * to the log here, if the main process has not done so).
 */
export async function wordsOf(error: unknown, where: string): Promise<string> {
  const refusal = refusalOf(error)
  if (refusal) {
    const { code, params } = refusal
    return t(`errors.${code}`, code === 'papers-missing' ? { ...params, papers: String(params['keys']).split(',').map((key) => t(`passes.paper.${key}`)).join(t('entry.comma')) } : params)
  }
  return t('common.defect', { log: defectLogOf(error) ?? await reportDefect(error, where) })
}
