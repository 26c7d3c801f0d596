import type { Outputs } from '@shared/contract'
import type { SignDetail } from '@shared/contract/signs'
import type { Unit } from '@shared/contract/tenants'
import { client } from '../../client'
import { takeRoomAndCompany } from '../../components/entry/room-company'
import { useEntryForm } from '../../components/entry/use-entry-form'
import { checkSign, emptySign, isSignTouched, signInputOf, signOfDraft, startFrom, startReplacing, takeCompany, type SignField, type SignForm } from './sign-form'

type SavedSign = Outputs['signs']['apply']

/** An application for a sign from the first word, or from the record it starts from, to the saved one. */
export function useSignEntry(saved: (sign: SavedSign) => void) {
  const entry = useEntryForm<SignForm, SignField, SavedSign>({
    form: 'sign', blank: emptySign, touched: isSignTouched, read: signOfDraft, startFrom, check: checkSign,
    send: async (form, print) => {
      const sign = await client.signs.apply(signInputOf(form, print))
      saved(sign)
      return sign
    },
  })
  const { form } = entry

  async function replace(sign: SignDetail): Promise<void> {
    if (form.replaces === sign.id) return
    if (entry.touched.value) await entry.setAside()
    entry.printed.clear()
    startReplacing(form, sign)
  }
  const pickRoom = (unit: Unit): Promise<void> => takeRoomAndCompany(form, unit, { bring: (tenant) => takeCompany(form, tenant?.id ?? null, tenant?.name ?? '') })
  return { ...entry, replace, pickRoom }
}
export type SignEntry = ReturnType<typeof useSignEntry>
