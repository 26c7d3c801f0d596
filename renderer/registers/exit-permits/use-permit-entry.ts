import { computed, ref, toRef, watch, type ComputedRef } from 'vue'
import type { SavedPermit } from './use-permit'
import type { Unit } from '@shared/contract/tenants'
import { client } from '../../client'
import { approvalFault, approvalOf, noApproval } from '../../components/approving'
import { takeRoomAndCompany } from '../../components/entry/room-company'
import { useEntryForm } from '../../components/entry/use-entry-form'
import { unsigned, type SignatureDraft } from '../../components/signing'
import { useApproving } from '../../components/use-approving'
import { useToday } from '../../desk/clock'
import { useSession } from '../../desk/session'
import { useSettings } from '../../desk/settings'
import { clearanceOf, type Clearance } from './clearance'
import { usePaymentStanding } from './of-tenant'
import { checkPermit, emptyPermit, isPermitTouched, leavingDay, permitInputOf, permitOfDraft, pickCompany, startFrom, typeCompany, type PermitField, type PermitForm } from './permit-form'
import { authorityOf } from './signed-authority'

/** A permit from the first word, or from the record it starts from, to the three copies: its form, whose signature, how the company stands, who agrees. */
export function usePermitEntry() {
  const today = useToday()
  const session = useSession()
  const settings = useSettings()
  void settings.load()
  /** Given at the desk, once: neither signature nor PIN stands in a draft. */
  const signature = ref<SignatureDraft>(unsigned())
  const self = computed(() => session.can('exit-permits.check'))

  const entry = useEntryForm<PermitForm, PermitField, SavedPermit>({
    form: 'exit-permit', blank: emptyPermit, touched: isPermitTouched, read: permitOfDraft, startFrom,
    check: (form, _now, print) => checkPermit(form, {
      today: today.value, hold: held(print), signature: signature.value, unapproved: clearance.value && approvalFault(approval.value, { self: self.value, reason: clearance.value.why === 'arrears' }),
    }),
    async send(form, print) {
      const asks = clearance.value !== null && !held(print)
      const given = { authority: await authorityOf(form.authority, signature.value), approval: asks ? approvalOf(approval.value, self.value) : null, overrideReason: asks ? approval.value.reason.trim() : '', hold: held(print) }
      return client.exitPermits.save(permitInputOf(form, today.value, given, print))
    },
    forget() {
      signature.value = unsigned()
      approval.value = noApproval()
    },
  })
  const { form } = entry
  const approval = useApproving(toRef(form, 'overrideReason'))
  const { found: standing, again } = usePaymentStanding(toRef(form, 'tenantId'))
  const clearance: ComputedRef<Clearance | null> = computed(() => clearanceOf({ kind: form.kind, leavingOn: leavingDay(form, today.value) ?? today.value }, standing.value, today.value, settings.settings?.movingNoticeDays ?? 0))
  /** A moving-out that is stopped is not lost: Alt+S keeps it as 待签发. */
  const holds = computed(() => clearance.value !== null)
  const held = (print: boolean): boolean => !print && holds.value
  // What was owed since it was chosen.
  watch(entry.action.said, (said) => { if (said?.field === 'approval') void again() })

  const pickRoom = (unit: Unit): Promise<void> => takeRoomAndCompany(form, unit, { bring: (tenant) => (tenant ? pickCompany(form, tenant) : typeCompany(form, '')) })
  return { ...entry, signature, approval, standing, clearance, holds, pickRoom }
}
export type PermitEntry = ReturnType<typeof usePermitEntry>
