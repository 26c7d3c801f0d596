import type { ImportPreview, ImportResult } from '@shared/contract/import'
import { reactive, ref } from 'vue'
import { wordsOf } from '../../desk/words'
import { readable } from './readable'

export type FileState = 'reading' | 'ready' | 'imported' | 'failed' | 'discarded'

interface Ref { previewId: string }
type Written = { path: string } | null

/** A kind of table; worded by `import.kind.<name>`. */
export interface ImportKind {
  name: string
  template: () => Promise<Written>
  preview: (file: { file: string; bytes: Uint8Array<ArrayBuffer> }) => Promise<ImportPreview>
}

/** The import of one register, as its procedures offer it. */
export interface ImportSource {
  kinds: readonly ImportKind[]
  /** What a file's name says it contains, so that the choice is usually right already. */
  guess?: (name: string) => string | null
  accept: (ref: Ref) => Promise<ImportResult>
  discard: (ref: Ref) => Promise<void>
  problems: (ref: Ref) => Promise<Written>
}

/** A file somebody chose, and how far it is. Nothing of it is in the store before `imported`. */
export interface ImportFile {
  key: number
  kind: string
  name: string
  state: FileState
  preview: ImportPreview | null
  result: ImportResult | null
  /** Why it could not be read or taken in. */
  trouble: string
}

/** The files of one visit to the import page, newest last, and what can be done with them. */
export function useImportFiles(source: ImportSource, unreadableWords: (name: string) => string) {
  const files = reactive<ImportFile[]>([])
  const selected = ref<number | null>(null)
  let last = 0

  const current = () => files.find((file) => file.key === selected.value) ?? null

  async function check(entry: ImportFile, chosen: File) {
    entry.state = 'reading'
    entry.trouble = ''
    try {
      const bytes = new Uint8Array(await chosen.arrayBuffer())
      entry.preview = await source.kinds.find(({ name }) => name === entry.kind)!.preview({ file: chosen.name, bytes })
      entry.state = 'ready'
    }
    catch (error) {
      entry.preview = null
      entry.state = 'failed'
      entry.trouble = await wordsOf(error, 'import preview')
    }
  }

  /** Reads a file and checks every row; `replaces` is a file that was mended and is read again. */
  async function add(chosen: File, kind: string, replaces: ImportFile | null = null) {
    if (replaces?.preview && replaces.state === 'ready') await source.discard({ previewId: replaces.preview.previewId }).catch(() => undefined)
    const fresh: ImportFile = { key: ++last, kind, name: chosen.name, state: 'reading', preview: null, result: null, trouble: '' }
    const at = replaces ? files.indexOf(replaces) : -1
    if (at >= 0) files.splice(at, 1, fresh)
    else files.push(fresh)
    selected.value = fresh.key
    const entry = files.find((file) => file.key === fresh.key)!
    if (readable(chosen.name)) return await check(entry, chosen)
    entry.state = 'failed'
    entry.trouble = unreadableWords(chosen.name)
  }

  async function accept(entry: ImportFile) {
    const { previewId } = entry.preview!
    entry.result = await source.accept({ previewId })
    entry.state = 'imported'
  }

  async function discard(entry: ImportFile) {
    if (entry.preview && entry.state === 'ready') await source.discard({ previewId: entry.preview.previewId })
    entry.preview = null
    entry.state = 'discarded'
  }

  return { files, selected, current, add, accept, discard }
}
