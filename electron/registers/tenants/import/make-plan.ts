import type { ImportKind } from '../../../../shared/contract/tenants'
import type { ImportRecord } from './check-rows'
import type { Directory } from './directory'
import type { Plan } from './plan'
import { planContacts } from './plan-contacts'
import { planTenants } from './plan-tenants'
import { planUnits } from './plan-units'

/** What taking in good rows would do to the directory as it stands. */
export const makePlan = (kind: ImportKind, records: ImportRecord[], directory: Directory): Plan =>
  ({ units: planUnits, tenants: planTenants, contacts: planContacts })[kind](records, directory)
