import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { Client } from '../shared/contract'

// Runs in the page, before its own scripts: takes the port that the preload hands over, and speaks the contract on it.
const port = new Promise<MessagePort>((resolve) => {
  window.addEventListener('message', (event) => {
    if (event.data !== 'qiantai:port' || !event.ports[0]) return
    event.stopImmediatePropagation()
    event.ports[0].start()
    resolve(event.ports[0])
  }, { capture: true })
})
const link = port.then((own) => new RPCLink({ port: own }))

const client: Client = createORPCClient({ call: async (path, input, options) => (await link).call(path, input, options) })
Object.assign(window, { benchClient: client })
