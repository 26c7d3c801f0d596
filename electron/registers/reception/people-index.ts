import type { Store } from '../../store/store'

/** Somebody who is offered while a name, room or extension is typed. */
export interface IndexedPerson {
  source: 'contact' | 'person'
  id: number
  name: string
  pinyin: string
  initials: string
  title: string
  extension: string
  company: string
  tenantId: number | null
  unitId: number | null
  room: string
  visits: number
  lastSeenAt: number
}

/** Persons beyond these were not here for long enough to be offered by name; a number still finds them. */
const PERSONS_KEPT = 20_000

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s'’·.-]/g, '')

interface Keyed { person: IndexedPerson; name: string; pinyin: string; initials: string }

/** How well a person fits what was typed: 0 not at all, then the better the higher. */
function fit(keyed: Keyed, typed: string, digits: boolean): number {
  if (digits) {
    if (keyed.person.extension === typed || keyed.person.room === typed) return 4
    return keyed.person.room.startsWith(typed) || keyed.person.extension.startsWith(typed) ? 2 : 0
  }
  if (keyed.name.startsWith(typed) || keyed.pinyin === typed || keyed.initials === typed) return 4
  if (keyed.initials.startsWith(typed) || keyed.pinyin.startsWith(typed)) return 3
  if (keyed.name.includes(typed)) return 2
  return typed.length > 1 && (keyed.pinyin.includes(typed) || keyed.initials.includes(typed)) ? 1 : 0
}

/**
 * Contacts and known persons in memory, so that ten thousand of them are searched within a keystroke. Contacts are
 * read anew when the directory says it changed; persons are kept up to date one by one.
 */
export class PeopleIndex {
  #contacts: Promise<Keyed[]> | undefined
  #persons: Promise<Map<number, Keyed>> | undefined

  constructor(private readonly store: Store) {
    store.on('changed', ({ register }) => { if (register === 'tenants') this.#contacts = undefined })
  }

  /** Best first: fit, then how often they are asked for or came, then who was here last. An empty text fits everybody. */
  async search(typed: string, from: readonly ('contact' | 'person')[], limit: number): Promise<IndexedPerson[]> {
    const text = folded(typed)
    const digits = /^\d+$/.test(text)
    const found: { person: IndexedPerson; score: number }[] = []
    for (const source of from) {
      const people = source === 'contact' ? await this.#allContacts() : (await this.#allPersons()).values()
      for (const keyed of people) {
        const score = text === '' ? 1 : fit(keyed, text, digits)
        if (score > 0) found.push({ person: keyed.person, score })
      }
    }
    found.sort((a, b) => b.score - a.score || b.person.visits - a.person.visits || b.person.lastSeenAt - a.person.lastSeenAt || a.person.id - b.person.id)
    return found.slice(0, limit).map(({ person }) => person)
  }

  /** Reads everybody before the first key is pressed. */
  async warm(): Promise<void> {
    await Promise.all([this.#allContacts(), this.#allPersons()])
  }

  /** A person was written; called after the commit. */
  async put(person: IndexedPerson): Promise<void> {
    const persons = await this.#persons
    persons?.set(person.id, key(person))
  }

  /** A contact was visited once more; called after the commit. */
  async visited(contactId: number): Promise<void> {
    const contact = (await this.#contacts)?.find((keyed) => keyed.person.id === contactId)
    if (contact) contact.person.visits++
  }

  /** Persons were erased; they are read anew when next asked for. */
  forgetPersons(): void { this.#persons = undefined }

  // A failed reading is not kept: the next key tries again.
  #allContacts(): Promise<Keyed[]> {
    return (this.#contacts ??= this.#loadContacts().catch((error: unknown) => {
      this.#contacts = undefined
      throw error
    }))
  }

  #allPersons(): Promise<Map<number, Keyed>> {
    return (this.#persons ??= this.#loadPersons().catch((error: unknown) => {
      this.#persons = undefined
      throw error
    }))
  }

  async #loadContacts(): Promise<Keyed[]> {
    const rows = await this.store.read<IndexedPerson>(
      `SELECT 'contact' AS source, c.id, c.name, c.pinyin, c.initials, c.title, c.extension, coalesce(nullif(t.name, ''), '') AS company, c.tenant_id AS tenantId,
         coalesce(c.unit_id, y.unit_id) AS unitId, coalesce(u.room, '') AS room, c.visits, 0 AS lastSeenAt
       FROM contact c JOIN tenant t ON t.id = c.tenant_id
       LEFT JOIN (SELECT tenant_id, min(unit_id) AS unit_id FROM tenancy GROUP BY tenant_id) y ON y.tenant_id = c.tenant_id
       LEFT JOIN unit u ON u.id = coalesce(c.unit_id, y.unit_id)
       WHERE c.active = 1 AND t.active = 1`,
    )
    return rows.map(key)
  }

  async #loadPersons(): Promise<Map<number, Keyed>> {
    const rows = await this.store.read<IndexedPerson>(
      `SELECT 'person' AS source, id, name, pinyin, initials, '' AS title, '' AS extension, company, NULL AS tenantId, NULL AS unitId, '' AS room, visits, last_seen_at AS lastSeenAt
       FROM person ORDER BY last_seen_at DESC LIMIT ${PERSONS_KEPT}`,
    )
    return new Map(rows.map((row) => [row.id, key(row)]))
  }
}

const key = (person: IndexedPerson): Keyed => ({ person, name: folded(person.name), pinyin: folded(person.pinyin), initials: folded(person.initials) })
