import { personOf, type Target } from '../../desk/target'
import type { VisitEntry } from './use-visit-entry'

/** The visitor comes for somebody of this company: the contact named, or the company itself. */
export async function prefillHost(entry: VisitEntry, target: Target): Promise<void> {
  const person = await personOf(target)
  // A room of several companies says nobody yet.
  if (person && (person.name || person.company)) entry.chooseHost({ ...person, name: person.name || person.company })
}
