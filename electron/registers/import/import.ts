import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { UserError } from '../../../shared/contract/errors'
import type { ImportPreview, ImportResult } from '../../../shared/contract/import'
import { backUp } from '../../store/backup'
import { databaseError, DiskFullError } from '../../store/database'
import type { Call } from '../handlers'
import type { House } from '../house'
import type { ImportKind } from './kind'
import { type HeldPreview, preparePreview } from './preview'
import { problemsWorkbook, templateName, templateWorkbook } from './workbooks'

const KEPT_PREVIEWS = 3
const PREVIEW_MINUTES = 30

interface Ref { previewId: string }

/** A register's import of tables: read and checked whole, shown, and written only when accepted. */
export interface Import<Name extends string> {
  template(kind: Name): Promise<{ path: string } | null>
  preview(kind: Name, file: { file: string; bytes: Uint8Array }): Promise<ImportPreview>
  accept(ref: Ref, call: Call): Promise<ImportResult>
  discard(ref: Ref): Promise<void>
  problems(ref: Ref): Promise<{ path: string } | null>
}

export function createImport<Name extends string>(house: House, kinds: Record<Name, ImportKind>): Import<Name> {
  const { store } = house
  const previews = new Map<string, HeldPreview>()

  function held({ previewId }: Ref): HeldPreview {
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

  async function write({ kind, file, checked }: HeldPreview, call: Call): Promise<ImportResult> {
    await backUp(store.dir, store.clock.now(), 'before-import').catch((error: unknown) => {
      throw databaseError(error) instanceof DiskFullError ? new UserError('disk-full') : error
    })
    return store.write(call.scope, async (tx) => {
      // Planned anew: others may have written since the preview.
      const plan = await checked.plan({ query: tx.query, vault: store.vault, now: tx.now })
      await plan.write(tx, call)
      const { added, changed, unchanged } = plan
      await tx.audit({ action: 'import', register: kind.register, recordId: null, detail: { kind: kind.name, file, added, changed, unchanged, refused: checked.badRows.length } })
      return { added, changed, unchanged }
    })
  }

  return {
    template: (kind) => save(templateName(kinds[kind]), () => templateWorkbook(kinds[kind])),

    async preview(kind, file) {
      const { held: fresh, preview } = await preparePreview(store, kinds[kind], file)
      previews.set(fresh.id, fresh)
      for (const id of [...previews.keys()].slice(0, -KEPT_PREVIEWS)) previews.delete(id)
      return preview
    },

    async accept(ref, call) {
      const preview = held(ref)
      // Marked first, so that a second press does not import it twice. Its problems can still be saved afterwards.
      if (preview.accepted) throw new UserError('import-expired')
      preview.accepted = true
      try {
        return await write(preview, call)
      } catch (error) {
        preview.accepted = false
        throw error
      }
    },

    async discard({ previewId }) { previews.delete(previewId) },

    problems(ref) {
      const { file, table, layout, checked } = held(ref)
      const rows = checked.badRows.map((row) => ({ row, cells: table.rows[row - 1]! }))
      return save(`${basename(file).replace(/\.[^.]*$/, '')}-有误.xlsx`, () => problemsWorkbook(layout.headings, rows, checked.problems))
    },
  }
}
