import { expect, test } from 'vitest'
import type { IdCard } from '../../../shared/contract/id-card'
import { DemoReader } from './demo'

const card: IdCard = {
  kind: 'resident', name: '周明远', birth: '1949-12-31', number: '11010519491231002X', from: '2015-03-08', to: 'long-term',
}

test('the demo reader hands on the card the button puts on it, and reads it again when asked', async () => {
  const reader = new DemoReader()
  const heard: string[] = []
  const end = reader.on('card', ({ number }) => heard.push(number))
  reader.on('state', ({ status }) => heard.push(status))
  reader.present(card)
  expect(heard).toEqual([])

  reader.start()
  reader.reread()
  expect(reader.state).toEqual({ status: 'error', code: 'reader.no-card', lift: false })
  reader.present(card)
  reader.reread()
  expect(heard).toEqual([
    'connected', 'error', 'reading', 'connected', card.number, 'reading', 'connected', card.number,
  ])

  end()
  reader.present(card)
  await reader.stop()
  expect(heard.slice(8)).toEqual(['reading', 'connected', 'disconnected'])
})
