import { computed, ref } from 'vue'
import { defineStore } from 'pinia'
import type { Permission } from '@shared/contract/permissions'
import type { Session } from '@shared/contract/staff'
import { client } from '../client'
import { onLive, onLiveAgain } from '../live'

/** Who is at the desk. The main process decides; the page only hides what it would refuse. */
export const useSession = defineStore('session', () => {
  const session = ref<Session | null>(null)
  const signedIn = computed(() => session.value !== null)
  const locked = computed(() => session.value?.locked ?? false)

  const can = (permission: Permission): boolean => session.value?.permissions.includes(permission) ?? false

  /** Reads who is signed in (after a reload, the main process still knows). */
  async function restore(): Promise<void> {
    session.value = await client.staff.current()
  }
  async function signIn(staffNo: string, pin: string): Promise<void> {
    session.value = await client.staff.signIn({ staffNo, pin })
  }
  async function signOut(): Promise<void> {
    await client.staff.signOut()
    session.value = null
  }
  async function lock(): Promise<void> {
    await client.staff.lock()
    if (session.value) session.value = { ...session.value, locked: true }
  }
  async function unlock(pin: string): Promise<void> {
    session.value = await client.staff.unlock({ pin })
  }

  onLive('session', (event) => { session.value = event.session })
  onLiveAgain(() => void restore())

  return { session, signedIn, locked, can, restore, signIn, signOut, lock, unlock }
})
