import { keyTypeWords } from '../../../shared/slip/key-slip'
import { inChinese, say } from '../../../shared/rules/phrases'
import { appendAuditLines } from '../../store/audit'
import { insertRows } from '../../store/bulk'
import type { AuditLine, Sql } from '../../store/types'
import type { UnitRow } from '../directory'
import { bad, count, foldName, good, knownRoom, type Read, type Rooms, roomsOf } from '../import/cells'
import { remarkHeadings, roomHeadings } from '../import/columns'
import { AGAIN, differing, importKind, type Plan, type Source } from '../import/kind'
import { plainChanges } from '../history'
import { boardText, HOOKS, tagOf } from './hooks'
import { type HookState, type KeyType, settled } from './rows'
import { nextId, updateRecord } from './write'

/** A good row; what is undefined stays as it is stored. */
interface HookLine { board: string; hook: number; name: string; unit: UnitRow | undefined; place: string | undefined; type: KeyType | undefined; owned: number | undefined; remark: string | undefined }
interface Known { rooms: Rooms<UnitRow>; hooks: Map<string, HookState> }

const typeNames = new Map(Object.entries(keyTypeWords).map(([type, word]) => [word, type as KeyType]))
function type(text: string): Read<KeyType> {
  const found = typeNames.get(foldName(text)) ?? typeNames.get(foldName(text).replace(/钥匙$/, ''))
  return found ? good(found) : bad('not-a-choice', { choices: [...typeNames.keys()].join('、') })
}

function board(text: string): Read<string> {
  const letters = boardText(text)
  return letters.length > 0 && letters.length <= 6 ? good(letters) : bad('too-long', { max: 6 })
}

/** 钥匙登记表 as a workbook: one row a hook, told by board and hook. Keys that are out or sealed are among those owned. */
export const hooks = importKind({
  name: 'keys', register: 'keys', title: '钥匙', again: AGAIN,
  columns: [
    { field: 'board', title: '钥匙柜', required: true, synonyms: ['柜', '柜号', '板', '钥匙板', 'board'], maxLength: 10, example: 'A', note: '必填。柜的字母，最多 6 个字。' },
    { field: 'hook', title: '钩位', required: true, synonyms: ['钩号', '位置号', '挂钩', 'hook'], maxLength: 6, example: '34', note: '必填。1 至 999；柜和钩位合起来是钥匙编号：A-34。' },
    { field: 'keyName', title: '名称', required: true, synonyms: ['钥匙', '钥匙名称', '用途', 'name', 'key'], maxLength: 40, example: '1808 室正门', note: '必填。' },
    { field: 'room', title: '房号', required: false, synonyms: roomHeadings, maxLength: 20, example: '1808', note: '房间里登记过的。公共部位空着，写在部位里。' },
    { field: 'place', title: '部位', required: false, synonyms: ['地点', '公共部位', 'place'], maxLength: 60, example: '', note: '' },
    { field: 'keyType', title: '种类', required: false, synonyms: ['类型', '类别', 'type'], maxLength: 10, example: '房门', note: `${Object.values(keyTypeWords).join('、')}。空着是房门。` },
    { field: 'owned', title: '把数', required: false, synonyms: ['数量', '总数', 'count', 'quantity', 'owned'], maxLength: 6, example: '3', note: '借出和托管的算在内。空着是 1 把。' },
    { field: 'remark', title: '备注', required: false, synonyms: remarkHeadings, maxLength: 200, example: '', note: '' },
  ],
  async load({ query, now }: Source): Promise<Known> {
    const known = await query<HookState>(HOOKS, [now])
    return { rooms: roomsOf(await query<UnitRow>('SELECT * FROM unit ORDER BY id')), hooks: new Map(known.map((hook) => [hook.no, hook])) }
  },
  keyField: 'hook',
  read(row, known) {
    const [at, hook, name] = [row.read('board', board), row.read('hook', count(1, 999)), row.text('keyName')]
    const stored = at !== undefined && hook !== undefined ? known.hooks.get(tagOf(at, hook)) : undefined
    // A hook is emptied on its own page, with the reason.
    const least = stored?.owned === 0 ? 0 : Math.max(1, stored ? stored.out + stored.sealed : 1)
    const line = { unit: row.read('room', (text) => knownRoom(text, known.rooms)), place: row.text('place'), type: row.read('keyType', type), owned: row.read('owned', (text) => count(least, 999)(text.replace(/把$/, ''))), remark: row.text('remark') }
    if (at === undefined || hook === undefined || name === undefined) return null
    return { good: { board: at, hook, name, ...line }, key: tagOf(at, hook) }
  },
  plan: planHooks,
})

const columnsOf = ({ name, unit, place, type, owned, remark }: HookLine): Record<string, Sql | undefined> => ({ name, unit_id: unit?.id, room: unit?.room, place, type, owned, remark })

function planHooks(lines: HookLine[], { hooks: known }: Known): Plan {
  const fresh = lines.filter(({ board, hook }) => !known.has(tagOf(board, hook)))
  const stored = lines.flatMap((line) => {
    const before = known.get(tagOf(line.board, line.hook))
    return before ? [{ line, before, columns: differing(before, columnsOf(line)) }] : []
  })
  const changed = stored.filter(({ columns }) => Object.keys(columns).length > 0)
  return {
    added: fresh.length, changed: changed.length, unchanged: stored.length - changed.length,
    async write(tx) {
      const audit: AuditLine[] = []
      const first = await nextId(tx)
      const rows = fresh.map((line, index) => ({
        id: first + index, no: tagOf(line.board, line.hook), board: line.board, hook: line.hook, unit_id: line.unit?.id ?? null, room: line.unit?.room ?? '', place: line.place ?? '',
        type: line.type ?? ('door' as const), name: line.name, owned: line.owned ?? 1, remark: line.remark ?? '',
      }))
      if (rows.length > 0) await insertRows(tx.query, 'key_hook', Object.keys(rows[0]!), rows.map((row) => Object.values(row)))
      for (const { id, ...detail } of rows) audit.push({ action: 'create', register: 'keys', recordId: id, detail })
      for (const { line, before, columns } of changed) {
        // A hook out of use that has keys again is in use.
        const owned = line.owned ?? before.owned
        await updateRecord(tx, 'key_hook', before, { ...columns, difference: settled(before.difference, owned - before.owned), ...(owned > before.owned ? { active: 1 } : {}) })
        audit.push({ action: 'change', register: 'keys', recordId: before.id, detail: { changes: plainChanges(before, columns), reason: inChinese(say('imported')) } })
      }
      await appendAuditLines(tx.query, audit.map((line) => ({ scope: tx.scope, at: tx.now, line })))
      for (const { id } of rows) tx.changed('keys', id)
    },
  }
}
