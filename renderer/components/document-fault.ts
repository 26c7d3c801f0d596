import type { DocumentNumberFault } from '@shared/rules/id-number'
import { t } from '../locales'

type Allowed = Extract<DocumentNumberFault, { code: 'number.character' }>['data']['allowed']

/** 第 18 位应为 X，请对照证件再输一次。 What is wrong with a document's number (P1). */
export function documentFaultWords(fault: { code: string; params: Record<string, string | number> }): string {
  const params = { ...fault.params }
  if (fault.code === 'number.character') params['allowed'] = t(`reception.allowed.${params['allowed'] as Allowed}`)
  if (fault.code === 'number.other-kind') params['kind'] = t(`reception.document.${String(params['kind'])}`)
  return t(`reception.fault.${fault.code}`, params)
}
