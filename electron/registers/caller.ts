import { UserError } from '../../shared/contract/errors'
import type { Call, SignedIn } from './handlers'

/** Who calls, for what belongs to a person. @throws UserError not-signed-in */
export function caller(call: Call): SignedIn {
  if (!call.signedIn) throw new UserError('not-signed-in')
  return call.signedIn
}
