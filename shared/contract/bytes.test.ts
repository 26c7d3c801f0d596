import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { os } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { bytesSerializer } from './bytes'

test('bytes cross a real port whole, both ways, also beyond one chunk', async () => {
  const router = { turn: os.input(z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) })).handler(({ input }) => ({ name: input.name, bytes: Buffer.from(input.bytes).reverse() })) }
  const { port1, port2 } = new MessageChannel()
  try {
    new RPCHandler(router, { customJsonSerializers: [bytesSerializer] }).upgrade(port2 as never)
    const client = createORPCClient<{ turn(input: { name: string; bytes: Uint8Array }): Promise<{ name: string; bytes: Uint8Array }> }>(new RPCLink({ port: port1 as never, customJsonSerializers: [bytesSerializer] }))
    const bytes = Uint8Array.from({ length: 200_001 }, (_, index) => (index * 7) % 256)
    const answer = await client.turn({ name: '照片', bytes })
    expect(answer.name).toBe('照片')
    expect(answer.bytes).toBeInstanceOf(Uint8Array)
    expect(answer.bytes).toEqual(bytes.slice().reverse())
    expect((await client.turn({ name: '', bytes: new Uint8Array() })).bytes).toHaveLength(0)
  }
  finally {
    port1.close()
    port2.close()
  }
})
