import type { Permission } from '@shared/contract/permissions'
import type { IconName } from '../components/icons'

/** A task of the desk that begins with a record of its own: for somebody, somewhere, or from another record (16.R3). */
export interface Start { name: 'visit' | 'call' | 'repair' | 'pass' | 'exit-permit' | 'key' | 'complaint' | 'sign' | 'service'; path: string; icon: IconName; key: string; needs: Permission }

/** By their keys. */
export const starts: readonly Start[] = [
  { name: 'visit', path: '/visits', icon: 'door-open', key: 'F2', needs: 'reception.write' },
  { name: 'call', path: '/calls', icon: 'phone', key: 'F3', needs: 'reception.write' },
  { name: 'repair', path: '/repairs', icon: 'wrench', key: 'F4', needs: 'repairs.write' },
  { name: 'pass', path: '/passes', icon: 'id-card', key: 'F5', needs: 'passes.write' },
  { name: 'exit-permit', path: '/exit-permits', icon: 'truck', key: 'F6', needs: 'exit-permits.write' },
  { name: 'key', path: '/keys', icon: 'key-round', key: 'F7', needs: 'keys.write' },
  { name: 'complaint', path: '/complaints', icon: 'message-square-warning', key: 'F8', needs: 'complaints.write' },
  { name: 'sign', path: '/signs', icon: 'signpost', key: 'F9', needs: 'signs.write' },
  { name: 'service', path: '/services', icon: 'hand-coins', key: 'F10', needs: 'services.write' },
]
