/** Columns that records of several registers have in common. */

/** Of a signature: who, when, on the screen or on paper (with its scan). */
export const signature = (name: string): string => `${name}_by TEXT NOT NULL DEFAULT '', ${name}_at INTEGER, ${name}_image INTEGER, ${name}_on_paper INTEGER NOT NULL DEFAULT 0, ${name}_scan INTEGER`
/** Where a record belongs, and the client it concerns; `data_key` wraps the key of what is personal in it (P3). */
export const client = (name: string): string => `unit_id INTEGER REFERENCES unit(id), room TEXT NOT NULL DEFAULT '', place TEXT NOT NULL DEFAULT '', tenant_id INTEGER REFERENCES tenant(id), tenant_name TEXT NOT NULL DEFAULT '',
       contact_id INTEGER REFERENCES contact(id), ${name} TEXT NOT NULL DEFAULT '', data_key BLOB, phone_enc BLOB, phone_hash BLOB, phone_tail BLOB, phone_masked TEXT NOT NULL DEFAULT ''`
export const common = `id INTEGER PRIMARY KEY, no TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1, at INTEGER NOT NULL, day TEXT NOT NULL, state TEXT NOT NULL, station TEXT NOT NULL`
export const ending = `void_at INTEGER, void_by TEXT, void_reason TEXT, erased_at INTEGER`
export const document = `document_kind TEXT, document_enc BLOB, document_hash BLOB, document_tail BLOB, document_masked TEXT NOT NULL DEFAULT ''`
