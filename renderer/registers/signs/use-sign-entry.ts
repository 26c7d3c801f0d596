import type { Outputs } from '@shared/contract'
import type { SignDetail } from '@shared/contract/signs'
import type { Unit } from '@shared/contract/tenants'
import { client } from '../../client'
import { useEntryForm } from '../../components/entry/use-entry-form'
import { checkSign, emptySign, isSignTouched, pickCompany, signInputOf, signOfDraft, startFrom, startReplacing, type SignField, type SignForm } from './sign-form'

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
  /** A room that is one company's brings it along. */
  async function pickRoom(unit: Unit): Promise<void> {
    Object.assign(form, { unitId: unit.id, room: unit.room } satisfies Partial<SignForm>)
    const [tenantId] = unit.tenantIds
    if (tenantId === undefined || form.tenantId !== null) return
    const tenant = await client.tenants.get({ id: tenantId })
    if (form.unitId === unit.id && form.tenantId === null) pickCompany(form, { ...tenant, unitIds: [], rooms: [] })
  }
  return { ...entry, replace, pickRoom }
}
export type SignEntry = ReturnType<typeof useSignEntry>
