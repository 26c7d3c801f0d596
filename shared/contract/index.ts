import type { ContractRouterClient, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { calendar } from './calendar'
import { cashier } from './cashier'
import { complaints } from './complaints'
import { exitPermits } from './exit-permits'
import { handoverProcedures } from './handover'
import { keys } from './keys'
import { notices } from './notices'
import { numbers } from './numbers'
import { overview } from './overview'
import { paidServices } from './paid-services'
import { passes } from './passes'
import { printing } from './printing'
import { reception } from './reception'
import { repairs } from './repairs'
import { signs } from './signs'
import { staff } from './staff'
import { attachments, drafts, system } from './system'
import { tenants } from './tenants'

/** Everything the page can ask of the main process; the one map of all calls. */
export const contract = {
  system, drafts, attachments, staff, tenants, overview, reception, repairs, paidServices, complaints, cashier, passes, exitPermits, keys, signs, calendar, numbers, notices, handover: handoverProcedures, printing,
}

export type Contract = typeof contract
export type Client = ContractRouterClient<Contract>
export type Inputs = InferContractRouterInputs<Contract>
export type Outputs = InferContractRouterOutputs<Contract>
