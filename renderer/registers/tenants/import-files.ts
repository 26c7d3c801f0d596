import type { ImportKind, ImportPreview } from '@shared/contract/tenants'
import { reactive, ref } from 'vue'
import { client } from '../../client'
import { wordsOf } from '../../desk/words'
import { readable } from './import-names'

export type FileState = 'reading' | 'ready' | 'imported' | 'failed' | 'discarded'

/** A file somebody chose, and how far it is. Nothing of it is in the store before `imported`. */
export interface ImportFile {
  key: number
  kind: ImportKind
  name: string
  state: FileState
  preview: ImportPreview | null
  result: { added: number; changed: number; unchanged: number } | null
  /** Why it could not be read or taken in. */
  trouble: string
}

/** The files of one visit to the import page, newest last, and what can be done with them. */
export function useImportFiles(unreadableWords: (name: string) => string) {
  const files = reactive<ImportFile[]>([])
  const selected = ref<number | null>(null)
  let last = 0

  const current = () => files.find((file) => file.key === selected.value) ?? null

  async function check(entry: ImportFile, source: File) {
    entry.state = 'reading'
    entry.trouble = ''
    try {
      const bytes = new Uint8Array(await source.arrayBuffer())
      entry.preview = await client.tenants.importPreview({ kind: entry.kind, file: source.name, bytes })
      entry.state = 'ready'
    }
    catch (error) {
      entry.preview = null
      entry.state = 'failed'
      entry.trouble = await wordsOf(error, 'import preview')
    }
  }

  /** Reads a file and checks every row; `replaces` is a file that was mended and is read again. */
  async function add(source: File, kind: ImportKind, replaces: ImportFile | null = null) {
    if (replaces?.preview && replaces.state === 'ready') await client.tenants.importDiscard({ previewId: replaces.preview.previewId }).catch(() => undefined)
    const fresh: ImportFile = { key: ++last, kind, name: source.name, state: 'reading', preview: null, result: null, trouble: '' }
    const at = replaces ? files.indexOf(replaces) : -1
    if (at >= 0) files.splice(at, 1, fresh)
    else files.push(fresh)
    selected.value = fresh.key
    const entry = files.find((file) => file.key === fresh.key)!
    if (readable(source.name)) return await check(entry, source)
    entry.state = 'failed'
    entry.trouble = unreadableWords(source.name)
  }

  async function accept(entry: ImportFile) {
    const { previewId } = entry.preview!
    entry.result = await client.tenants.importAccept({ previewId })
    entry.state = 'imported'
  }

  async function discard(entry: ImportFile) {
    if (entry.preview && entry.state === 'ready') await client.tenants.importDiscard({ previewId: entry.preview.previewId })
    entry.preview = null
    entry.state = 'discarded'
  }

  return { files, selected, current, add, accept, discard }
}
