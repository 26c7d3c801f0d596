import type { AnyContractProcedure, AnySchema, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { Contract } from '../../shared/contract'
import type { Role } from '../../shared/contract/permissions'
import type { Department } from '../../shared/contract/base'
import type { Scope } from '../store/types'

/** Who is signed in at the calling page. */
export interface SignedIn { staffId: number; name: string; role: Role; department: Department }

/** What a handler knows of its caller; permission was checked before it. */
export interface Call { scope: Scope; signedIn: SignedIn | null }

type Definition<P> = P extends AnyContractProcedure ? P['~orpc'] : never
/** Input as it arrives: validated and with its defaults filled in. */
export type ParsedInput<P> = NonNullable<Definition<P>['inputSchema']> extends infer S extends AnySchema ? InferSchemaOutput<S> : undefined
export type Answer<P> = NonNullable<Definition<P>['outputSchema']> extends infer S extends AnySchema ? InferSchemaInput<S> : never

/** One function for each procedure of a namespace of the contract; a missing one does not compile. */
export type Handlers<N extends keyof Contract> = {
  [K in keyof Contract[N]]: (input: ParsedInput<Contract[N][K]>, call: Call) => Promise<Answer<Contract[N][K]>>
}
