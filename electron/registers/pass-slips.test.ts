import { expect, test } from 'vitest'
import { openPasses, refusal } from './passes/testing'
import { createPrinting } from './printing/printing'

test('M2 the slips of an application are printed again though its first pass is void; those of a void one are not', async () => {
  const t = await openPasses()
  const printing = createPrinting(t.house)
  const { receipts } = await t.apply('construction', { receipts: 'each', holders: [await t.holder(), await t.holder()] })
  await t.voidReceipt(receipts[0]!.id)
  const [job] = await t.house.store.read<{ id: number }>(`SELECT id FROM print_job WHERE register = 'passes' AND printer = 'security'`)
  await t.house.store.write(t.call().scope, (tx) => tx.query(`UPDATE print_job SET state = 'printed' WHERE id = ?`, [job!.id]))
  expect(await refusal(printing.reprint({ id: job!.id }, t.call()))).toMatchObject({ code: 'not refused' })
  await t.voidReceipt(receipts[1]!.id)
  expect(await refusal(printing.reprint({ id: job!.id }, t.call()))).toMatchObject({ code: 'reprint-not-allowed' })
  await t.close()
})
