import type { TimelineItem, WaitingItem } from '../../shared/contract/overview'
import type { DayOpen } from '../../shared/contract/cashier'
import type { SearchHit } from '../../shared/contract/system'
import type { SignedIn } from './handlers'

export interface Whose { tenantId: number | null; unitId: number | null }

/** What one register tells the pages that show them all. Each leaves out what the viewer's role may not read. */
export interface Teller {
  /** Newest first. */
  timeline?(of: Whose, viewer: SignedIn, limit: number): Promise<TimelineItem[]>
  /** What waits for the viewer (今日, start pages), any order. `of` narrows it to a company or unit. */
  waiting?(viewer: SignedIn, of?: Whose): Promise<WaitingItem[]>
  /** What it leaves open at the end of a day (日结). */
  dayEnd?(): Promise<DayOpen[]>
  /** For the command bar; best first. */
  search?(query: string, viewer: SignedIn, limit: number): Promise<SearchHit[]>
}

/** Every register tells of itself here; 单位档案, 今日, hand-over and command bar ask without knowing the registers. */
export class Tellers {
  readonly #tellers = new Map<string, Teller>()

  provide(register: string, teller: Teller): void { this.#tellers.set(register, teller) }

  async timeline(of: Whose, viewer: SignedIn, limit: number, register: string | null = null): Promise<TimelineItem[]> {
    const asked = register === null ? [...this.#tellers.values()] : [this.#tellers.get(register)]
    const items = await Promise.all(asked.map((teller) => teller?.timeline?.(of, viewer, limit) ?? []))
    return items.flat().sort((a, b) => b.at - a.at || b.recordId - a.recordId).slice(0, limit)
  }

  /** Overdue first, then by due time, then oldest first. */
  async waiting(viewer: SignedIn, of?: Whose): Promise<WaitingItem[]> {
    const items = await Promise.all([...this.#tellers.values()].map((teller) => teller.waiting?.(viewer, of) ?? []))
    return items.flat().sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || a.since - b.since)
  }

  /** What every register leaves open today; what is nothing is left out. */
  async dayEnd(): Promise<DayOpen[]> {
    const open = await Promise.all([...this.#tellers.values()].map((teller) => teller.dayEnd?.() ?? []))
    return open.flat().filter((item) => item.count > 0)
  }

  /** Each register's finds, in the order the registers were set up. */
  search(query: string, viewer: SignedIn, limit: number): Promise<SearchHit[][]> {
    return Promise.all([...this.#tellers.values()].map(async (teller) => (await teller.search?.(query, viewer, limit)) ?? []))
  }
}
