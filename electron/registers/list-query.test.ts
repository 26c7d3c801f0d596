import { expect, test } from 'vitest'
import { ofWhom, oneOf } from './list-query'

test('what a register tells is of the company, of the unit, or of the company there; of nobody it is nothing', () => {
  expect(ofWhom({ tenantId: 3, unitId: null }, 'p')).toEqual({ sql: 'p.tenant_id = ?', parameters: [3] })
  expect(ofWhom({ tenantId: null, unitId: 8 })).toEqual({ sql: 'unit_id = ?', parameters: [8] })
  expect(ofWhom({ tenantId: 3, unitId: 8 }, 'p')).toEqual({ sql: 'p.tenant_id = ? AND p.unit_id = ?', parameters: [3, 8] })
  expect(ofWhom({ tenantId: null, unitId: null }, 'p')).toEqual({ sql: '0', parameters: [] })
})

test('one of no values is nothing', () => {
  expect([oneOf('s.state', ['open', 'due']), oneOf('s.state', [])]).toEqual([{ sql: 's.state IN (?, ?)', parameters: ['open', 'due'] }, { sql: 's.state IN ()', parameters: [] }])
})
