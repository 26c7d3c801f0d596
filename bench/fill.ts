import { insertDirectory, makeContacts, makeTenants, makeUnits } from '../electron/demo/directory'
import { generateEntries } from '../electron/demo/generate'
import { Random } from '../electron/demo/random'
import { insertStaff, pinHashes } from '../electron/demo/staff'
import type { Tower } from '../electron/station/tower'
import { systemScope } from '../electron/store/types'

const SEED = 1
const TENANTS = 220

/** The demo's staff and companies, and so many entries. */
export async function fill({ house }: Tower, entries: number, contacts: number): Promise<void> {
  const scope = systemScope('A1')
  const hashes = await pinHashes()
  const random = new Random(SEED)
  const units = makeUnits(random)
  const tenants = makeTenants(random, units, TENANTS)
  await house.settings.save(scope, { tower: '云汇中心', company: '云汇中心物业服务有限公司' })
  await house.store.write(scope, async (tx) => {
    await insertStaff(tx, hashes)
    await insertDirectory(tx, house.store.vault, units, tenants, makeContacts(random, tenants))
  })
  await generateEntries(house, entries, SEED, { contacts })
}
