/** What stops a form from being saved: the field, and a word of the register's own `fault` list with its parameters. */
export interface EntryFault<Field extends string = string> { field: Field; code: string; params: Record<string, string | number> }
