import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { handbookPage, parts, pictures } from './fixtures/handbook'
import { settled } from './fixtures/pages'
import { expect, test } from './fixtures/test'

// docs/handbook.zh-CN.md is written by `npm run handbook`, and looked over by every other run.
const docs = join(__dirname, '../docs')
const file = join(docs, 'handbook.zh-CN.md')
const folder = join(docs, 'handbook')
const writes = process.env['QIANTAI_WRITE_HANDBOOK'] === '1'

test.use({ setUp: { data: 'demo' } })

test('the handbook says what the counter does', async ({ prepared }) => {
  test.setTimeout(600_000)
  // The demo's own reader, and printers that are there: so paper comes out, and can run out.
  prepared.writeStation({ theme: 'light', idReader: { kind: 'demo' } })
  await prepared.launch()
  await prepared.page.setViewportSize({ width: 1280, height: 800 })
  if (writes) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, handbookPage())
  }
  for (const { title, steps } of parts) {
    await test.step(title, async () => {
      for (const step of steps) {
        await test.step(step.title, async () => {
          await step.show(prepared)
          await settled(prepared.page)
          if (writes) await prepared.page.screenshot({ path: join(folder, pictures.get(step.picture)!), type: 'jpeg', quality: 75, animations: 'disabled', caret: 'hide' })
          await step.finish?.(prepared)
        })
      }
    })
  }
})

test('the handbook in docs is the one of these steps, each with its picture', () => {
  expect(existsSync(file) && readFileSync(file, 'utf8'), 'npm run handbook').toBe(handbookPage())
  expect(readdirSync(folder).sort()).toEqual([...pictures.values()].sort())
})
