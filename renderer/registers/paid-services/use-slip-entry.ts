import type { SavedSlip } from '@shared/contract/paid-services'
import { client } from '../../client'
import { useEntryForm } from '../../components/entry/use-entry-form'
import { checkSlip, emptySlip, isSlipTouched, quoteInputOf, slipOfDraft, startFrom, type SlipField, type SlipForm } from './slip-form'

/** A quote from the first word, or from the record it is for, to the saved 有偿服务单. */
export function useSlipEntry(saved: (slip: SavedSlip) => void) {
  return useEntryForm<SlipForm, SlipField, SavedSlip>({
    form: 'quote', blank: emptySlip, touched: isSlipTouched, read: slipOfDraft, startFrom, check: checkSlip,
    send: async (form, print) => {
      const slip = await client.paidServices.quote(quoteInputOf(form, print))
      saved(slip)
      return slip
    },
  })
}
export type SlipEntry = ReturnType<typeof useSlipEntry>
