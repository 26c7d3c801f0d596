import type { RecordRef } from '@shared/contract/base'
import type { SavedSlip } from '@shared/contract/paid-services'
import type { Unit } from '@shared/contract/tenants'
import { client } from '../../client'
import { useEntryForm } from '../../components/entry/use-entry-form'
import { checkSlip, emptySlip, isSlipTouched, quoteInputOf, slipOfDraft, startFrom, type SlipField, type SlipForm } from './slip-form'

/** A quote from the first word, or from the record it is for, to the saved 有偿服务单. */
export function useSlipEntry(saved: (slip: SavedSlip) => void) {
  const entry = useEntryForm<SlipForm, SlipField, SavedSlip>({
    form: 'quote', blank: emptySlip, touched: isSlipTouched, read: slipOfDraft, check: checkSlip,
    send: async (form, print) => {
      const slip = await client.paidServices.quote(quoteInputOf(form, print))
      saved(slip)
      return slip
    },
  })
  const { form } = entry

  async function begin(from: RecordRef): Promise<void> {
    if (form.from?.id === from.id && form.from.register === from.register) return
    const origin = await entry.action.run(() => client.overview.origin(from))
    if (!origin) return
    if (entry.touched.value) await entry.setAside()
    startFrom(form, origin)
  }

  /** A room that is one company's brings it along. */
  async function pickRoom(unit: Unit): Promise<void> {
    Object.assign(form, { unitId: unit.id, room: unit.room, place: '' } satisfies Partial<SlipForm>)
    const [tenantId] = unit.tenantIds
    if (tenantId === undefined || form.tenantId !== null) return
    const tenant = await client.tenants.get({ id: tenantId })
    if (form.unitId === unit.id && form.tenantId === null) Object.assign(form, { tenantId, company: tenant.name } satisfies Partial<SlipForm>)
  }
  return { ...entry, begin, pickRoom }
}
export type SlipEntry = ReturnType<typeof useSlipEntry>
