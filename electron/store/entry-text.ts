/** The columns of an entry that a search looks into. */
export interface EntryTexts { name: string; company: string; tenant_name: string; matter: string; host_name: string; room: string; no: string }

/** In one place, since what is indexed must be what is verified. */
export const entryTexts = (e: EntryTexts): string[] => [e.name, e.company, e.tenant_name, e.matter, e.host_name, e.room, e.no]
