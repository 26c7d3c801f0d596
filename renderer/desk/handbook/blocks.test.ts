import { expect, test } from 'vitest'
import { blocksOf } from './blocks'
import { handbook } from './book'

test('headings, pictures, words, lists and keys are told apart', () => {
  expect(blocksOf('# 手册\n\n按 `F2`。\n\n## 有人来\n\n### 1 来访\n\n![来访](handbook/01-visit.jpg)\n\n- 一\n- 按 `Alt+Y` 同意\n')).toEqual([
    { kind: 'title', id: 'handbook-0', text: '手册' },
    { kind: 'words', pieces: [{ text: '按 ', key: false }, { text: 'F2', key: true }, { text: '。', key: false }] },
    { kind: 'part', id: 'handbook-2', text: '有人来' },
    { kind: 'step', id: 'handbook-3', text: '1 来访' },
    { kind: 'picture', text: '来访', file: '01-visit.jpg' },
    { kind: 'lines', lines: [[{ text: '一', key: false }], [{ text: '按 ', key: false }, { text: 'Alt+Y', key: true }, { text: ' 同意', key: false }]] },
  ])
})

test('each step of the handbook has its picture and two lines at least, and each picture its step', () => {
  const { blocks, pictures } = handbook
  const steps = blocks.flatMap((block, at) => (block.kind === 'step' ? [at] : []))
  expect(steps.length).toBeGreaterThanOrEqual(15)
  const named = steps.map((at) => {
    const [picture, lines] = [blocks[at + 1]!, blocks[at + 2]!]
    expect(lines).toMatchObject({ kind: 'lines' })
    expect(lines.kind === 'lines' && lines.lines.length).toBeGreaterThanOrEqual(2)
    return picture.kind === 'picture' ? picture.file : ''
  })
  expect(named.sort()).toEqual(Object.keys(pictures).sort())
})

test('every key the handbook names is one of the counter', async () => {
  const { keyTable } = await import('../keys')
  const known = new Set([...keyTable.flatMap(({ key }) => [key, ...key.split(' ')])])
  const said = handbook.blocks.flatMap((block) => (block.kind === 'words' ? block.pieces : block.kind === 'lines' ? block.lines.flat() : [])).filter(({ key }) => key).map(({ text }) => text)
  expect(said.length).toBeGreaterThan(20)
  expect([...new Set(said)].filter((key) => !known.has(key))).toEqual([])
})
