import { ref, watch } from 'vue'
import type { KeyCustody } from '@shared/contract/keys'
import { dayOf } from '@shared/rules/time'
import { client } from '../../client'
import { useEntryForm } from '../../components/entry/use-entry-form'
import { lacking, signatureOf, unsigned } from '../../components/signing'
import { checkCustody, custodyInputOf, custodyOfDraft, emptyCustody, isCustodyTouched, type CustodyForm } from './custody-form'

/** 托管书 from whose keys to the client's signature and the seal. */
export function useCustodyEntry(saved: (custody: KeyCustody) => void) {
  const signature = ref(unsigned())
  const signs = (by: string): boolean => lacking({ ...signature.value, by: by || '—' }) === null
  const entry = useEntryForm<CustodyForm, string, KeyCustody & { printJobIds: number[] }>({
    form: 'key-custody', blank: emptyCustody, touched: isCustodyTouched, read: custodyOfDraft,
    check: (form, now) => checkCustody(form, dayOf(now), signs(form.signedBy)),
    send: async (form, print) => {
      const custody = await client.keys.takeCustody(custodyInputOf(form, await signatureOf({ ...signature.value, by: form.signedBy }), print))
      saved(custody)
      return { ...custody, printJobIds: custody.jobs.map(({ id }) => id) }
    },
    forget() { signature.value = unsigned() },
  })
  watch(signature, () => { entry.faults.value = entry.faults.value.filter(({ field }) => field !== 'signature' || !signs(entry.form.signedBy)) })
  return { ...entry, signature }
}
export type CustodyEntry = ReturnType<typeof useCustodyEntry>
