import type { ContractRouterClient, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { handoverProcedures } from './handover'
import { notices } from './notices'
import { printing } from './printing'
import { reception } from './reception'
import { staff } from './staff'
import { attachments, drafts, system } from './system'
import { tenants } from './tenants'

/** Everything the page can ask of the main process; the one map of all calls. */
export const contract = { system, drafts, attachments, staff, tenants, reception, notices, handover: handoverProcedures, printing }

export type Contract = typeof contract
export type Client = ContractRouterClient<Contract>
export type Inputs = InferContractRouterInputs<Contract>
export type Outputs = InferContractRouterOutputs<Contract>
