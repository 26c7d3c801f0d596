import { computed, ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { RecordRef } from '@shared/contract/base'
import type { Outputs } from '@shared/contract'
import type { KeyRow } from '@shared/contract/keys'
import type { PassRow } from '@shared/contract/passes'
import { fen, formatMoney } from '@shared/rules/money'
import { client } from '../../client'
import { useEntryForm } from '../../components/entry/use-entry-form'
import { lacking, signatureOf, unsigned } from '../../components/signing'
import { useSession } from '../../desk/session'
import { useSettings } from '../../desk/settings'
import { hereOf } from './board'
import { checkLoan, emptyLoan, isLoanTouched, loanInputOf, loanOfDraft, pickKey, startFrom, usualSpan, type LoanField, type LoanForm } from './loan-form'

type Lent = Outputs['keys']['lend']

/** A loan from the tag, or from the record it is for (16.R3), to the signed slip. */
export function useLoanEntry() {
  const { t } = useI18n()
  const session = useSession()
  const settings = useSettings()
  void settings.load()
  const closing = computed(() => settings.settings?.closingTime ?? '18:00')
  /** The borrower's, who is named in the form; it is no part of a draft. */
  const signature = ref(unsigned())
  /** The pass that was shown; null where none was, or it isn't known. */
  const pass = shallowRef<PassRow | null>(null)
  const signs = (by: string): boolean => lacking({ ...signature.value, by: by || '—' }) === null

  const entry = useEntryForm<LoanForm, LoanField, Lent>({
    form: 'key-loan', blank: emptyLoan, touched: isLoanTouched, read: loanOfDraft, startFrom,
    check: (form, now) => checkLoan(form, now, closing.value, signs(form.borrower)),
    send: async (form, print, now) => client.keys.lend(loanInputOf(form, now, closing.value, await signatureOf({ ...signature.value, by: form.borrower }), print)),
    offer: (form) => { if (!isLoanTouched(form)) form.span = usualSpan(Date.now(), closing.value) },
    also: ({ receiptNo, changeFen }) => [receiptNo && t('keyLoans.form.receipt', { no: receiptNo }), changeFen > 0 && t('charges.also.change', { change: formatMoney(fen(changeFen)) })].filter(Boolean).join(' '),
    forget() {
      signature.value = unsigned()
      pass.value = null
    },
  })
  const { form } = entry
  // The tower's hours may be read later than the form is opened.
  watch(closing, entry.offer)
  watch(signature, () => { entry.faults.value = entry.faults.value.filter(({ field }) => field !== 'signature' || !signs(form.borrower)) })

  async function begin(from: RecordRef): Promise<void> {
    const origin = await entry.beginFrom(from)
    if (origin && origin.unitId !== null) await pickOfUnit(origin.unitId)
  }
  /** A room with one hook whose keys are there is meant. */
  async function pickOfUnit(unitId: number): Promise<void> {
    const there = (await client.keys.list({ unitId })).filter((key) => key.active && !key.sealed && hereOf(key) > 0)
    if (there.length === 1 && form.keyId === null) pickKey(form, there[0]!)
  }
  /** Looks up the pass as it is written: whose it is fills what is still empty. */
  async function showPass(code: string): Promise<void> {
    const asked = code.trim()
    form.pass = asked
    pass.value = null
    if (!asked || !session.can('passes.read')) return
    const found = await entry.action.run(() => client.passes.find({ code: asked }))
    if (!found || form.pass !== asked) return
    pass.value = found
    Object.assign(form, { pass: found.no, borrower: form.borrower || found.holder, company: form.company || found.company } satisfies Partial<LoanForm>)
  }
  /** A tag as it was scanned or typed; null where no hook has it. */
  const findKey = async (code: string): Promise<KeyRow | null> => (await entry.action.run(() => client.keys.find({ code }))) ?? null
  return { ...entry, closing, signature, pass, begin, pickOfUnit, showPass, findKey }
}
export type LoanEntry = ReturnType<typeof useLoanEntry>
