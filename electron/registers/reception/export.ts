import type { reception } from '../../../shared/contract/reception'
import { exportFiltered } from '../export'
import type { Call, ParsedInput } from '../handlers'
import type { Desk } from './desk'
import { listRecords } from './list'
import { registerColumns } from './register-columns'

/** Writes what is filtered to .xlsx or CSV, numbers masked. @returns null when the user cancelled. @throws UserError export-too-large, file-not-written */
export const exportRegister = (desk: Desk, input: ParsedInput<typeof reception.export>, call: Call): Promise<{ path: string; rows: number } | null> =>
  exportFiltered(desk.house, input, call, {
    register: 'reception', title: '来电来访登记表', columns: registerColumns, page: (before, limit) => listRecords(desk, { filter: input.filter, before, limit }), lines: (page) => page,
  })
