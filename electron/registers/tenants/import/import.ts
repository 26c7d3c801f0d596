import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { UserError } from '../../../../shared/contract/errors'
import { appendAuditLines } from '../../../store/audit'
import { backUp } from '../../../store/backup'
import { databaseError, DiskFullError } from '../../../store/database'
import type { Scope } from '../../../store/types'
import type { Handlers } from '../../handlers'
import type { House } from '../../house'
import { loadDirectory } from './directory'
import { makePlan } from './make-plan'
import { type HeldPreview, preparePreview } from './preview'
import { problemsWorkbook, templateName, templateWorkbook } from './workbooks'

const KEPT_PREVIEWS = 3
const PREVIEW_MINUTES = 30

type ImportHandlers = Pick<Handlers<'tenants'>, 'importTemplate' | 'importPreview' | 'importAccept' | 'importDiscard' | 'importProblemsFile'>

/** Import of units, tenants and contacts: read and checked whole, shown, and written only when accepted. */
export function createImport(house: House): ImportHandlers {
  const { store } = house
  const previews = new Map<string, HeldPreview>()

  function held(previewId: string): HeldPreview {
    const preview = previews.get(previewId)
    if (!preview || store.clock.now() - preview.at > PREVIEW_MINUTES * 60_000) throw new UserError('import-expired')
    return preview
  }

  async function save(suggestedName: string, content: () => Promise<Buffer>): Promise<{ path: string } | null> {
    const path = await house.dialog.saveAs(suggestedName, 'xlsx')
    if (path === null) return null
    const bytes = await content()
    await writeFile(path, bytes).catch((error: Error) => { throw new UserError('file-not-written', { file: basename(path), reason: error.message }) })
    return { path }
  }

  async function accept({ kind, file, checked }: HeldPreview, scope: Scope) {
    await backUp(store.dir, store.clock.now(), 'before-import').catch((error: unknown) => {
      throw databaseError(error) instanceof DiskFullError ? new UserError('disk-full') : error
    })
    return store.write(scope, async (tx) => {
      // Planned anew: others may have written since the preview.
      const plan = makePlan(kind, checked.records, await loadDirectory(tx.query, store.vault))
      const { audit, ids } = await plan.write(tx)
      const { added, changed, unchanged } = plan
      const lines = [...audit, { action: 'import', register: 'tenants', recordId: null, detail: { kind, file, added, changed, unchanged, refused: checked.badRows.length } }]
      await appendAuditLines(tx.query, lines.map((line) => ({ scope, at: tx.now, line })))
      for (const id of ids) tx.changed('tenants', id)
      return { added, changed, unchanged }
    })
  }

  return {
    importTemplate: ({ kind }) => save(`${templateName[kind]}.xlsx`, () => templateWorkbook(kind)),

    async importPreview(input) {
      const { held: fresh, preview } = await preparePreview(store, input)
      previews.set(fresh.id, fresh)
      for (const id of [...previews.keys()].slice(0, -KEPT_PREVIEWS)) previews.delete(id)
      return preview
    },

    async importAccept({ previewId }, { scope }) {
      const preview = held(previewId)
      // Marked first, so that a second press does not import it twice. Its problems can still be saved afterwards.
      if (preview.accepted) throw new UserError('import-expired')
      preview.accepted = true
      try {
        return await accept(preview, scope)
      } catch (error) {
        preview.accepted = false
        throw error
      }
    },

    async importDiscard({ previewId }) { previews.delete(previewId) },

    importProblemsFile({ previewId }) {
      const { file, table, layout, checked } = held(previewId)
      const rows = checked.badRows.map((row) => ({ row, cells: table.rows[row - 1]! }))
      return save(`${basename(file).replace(/\.[^.]*$/, '')}-有误.xlsx`, () => problemsWorkbook(layout.headings, rows, checked.problems))
    },
  }
}
