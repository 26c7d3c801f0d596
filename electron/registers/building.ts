import type { Contract } from '../../shared/contract'
import type { Handlers } from './handlers'

/** Stands where a register is being built; gone before it is released. */
export const building = <N extends keyof Contract>(name: N): Handlers<N> =>
  new Proxy({}, { get: (_, procedure) => () => Promise.reject(new Error(`${name}.${String(procedure)} is being built`)) }) as Handlers<N>
