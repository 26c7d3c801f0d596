import type { DemoTenant } from './directory'
import type { Work } from './orders'
import type { Life } from './replay'
import { atDesk } from './staff'
import { deskTime, HOUR } from './times'

interface SignPlan { at: number; tenant: DemoTenant; rest: 'applied' | 'ordered' | 'installed'; kind: 'lobby-directory' | 'door-plate' }

async function* signLife({ replay }: Work, { at, tenant, rest, kind }: SignPlan): Life {
  yield at
  const lobby = kind === 'lobby-directory'
  const { id } = await replay.ask(atDesk(replay.at), 'signs', 'apply', {
    tenantId: tenant.id, unitId: tenant.units[0]!.id, kind, size: lobby ? '60 × 8 cm' : '30 × 12 cm', nameZh: tenant.name, nameEn: tenant.nameEn, place: lobby ? '大堂东侧' : '门右', feeFen: lobby ? 20_000 : 8_000, sealSeen: true, applicant: '行政部', print: false,
  })
  if (rest === 'applied') return
  yield deskTime(replay.at + 20 * HOUR)
  await replay.ask(atDesk(replay.at), 'signs', 'accept', { ...(await replay.seen('sign', id)), signature: await replay.signed(tenant.shortName), payment: 'transfer', print: false })
  if (rest === 'ordered') return
  yield deskTime(replay.at + 72 * HOUR)
  await replay.ask(atDesk(replay.at), 'signs', 'install', { ...(await replay.seen('sign', id)), noPhotoReason: '厂家安装，未带回照片' })
}

/** The lobby's directory as far as the month renewed it, a plate being made, one to be checked. */
export function signLives(work: Work, tenants: DemoTenant[], now: number): Life[] {
  const DAY = 24 * HOUR
  return [
    ...tenants.slice(0, 45).map((tenant, i) => signLife(work, { at: deskTime(now - (29 - (i % 20)) * DAY - (i % 5) * HOUR), tenant, rest: 'installed', kind: 'lobby-directory' })),
    signLife(work, { at: deskTime(now - 3 * DAY), tenant: tenants[3]!, rest: 'ordered', kind: 'door-plate' }), signLife(work, { at: now - 2 * HOUR, tenant: tenants[9]!, rest: 'applied', kind: 'door-plate' }),
  ]
}
