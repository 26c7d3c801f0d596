import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { Signatory } from '@shared/contract/exit-permits'
import { client } from '../../client'
import { onLive, onLiveAgain } from '../../live'

/** What is known of a company beside its permit: read as it is chosen, and anew as one of `registers` changed; null until then, and of nobody. */
export function useOfTenant<T>(tenantId: Ref<number | null>, read: (tenantId: number) => Promise<T>, registers: readonly string[]): { found: Readonly<ShallowRef<T | null>>; again: () => Promise<void> } {
  const found = shallowRef(null) as ShallowRef<T | null>
  async function again(): Promise<void> {
    const asked = tenantId.value
    const answer = asked === null ? null : await read(asked).catch(() => null)
    if (tenantId.value === asked) found.value = answer
  }
  watch(tenantId, () => {
    found.value = null
    void again()
  }, { immediate: true })
  for (const stop of [onLive('changed', ({ register }) => { if (registers.includes(register)) void again() }), onLiveAgain(() => void again())]) onScopeDispose(stop)
  return { found, again }
}

/** Who may sign today: in force, with a specimen to compare with (14.R2). */
export const mayCompare = ({ active, specimenId, validUntil }: Pick<Signatory, 'active' | 'specimenId' | 'validUntil'>, today: string): boolean => active && specimenId !== null && (validUntil === null || validUntil >= today)

export const useSignatories = (tenantId: Ref<number | null>) => useOfTenant(tenantId, (id) => client.exitPermits.signatories({ tenantId: id }), ['exit-permits'])
/** 欠费, 押金, 未还证件与钥匙 (14.R3). */
export const usePaymentStanding = (tenantId: Ref<number | null>) => useOfTenant(tenantId, (id) => client.exitPermits.standing({ tenantId: id }), ['exit-permits', 'cashier', 'paid-services', 'repairs', 'passes', 'keys'])
