import { MutationObserver, onlineManager } from '@tanstack/react-query'
import { afterEach, describe, expect, it } from 'vitest'
import { makeQueryClient } from './query-client.ts'

describe('a browser that believes itself offline', () => {
  afterEach(() => onlineManager.setOnline(true))

  it('still asks, so that who waits is told instead of waiting for ever', async () => {
    onlineManager.setOnline(false)
    const client = makeQueryClient(null, () => undefined)
    const sending = new MutationObserver(client, { mutationFn: async () => 'sent' })
    await expect(sending.mutate()).resolves.toBe('sent')
    await expect(client.fetchQuery({ queryKey: ['board'], queryFn: async () => 'read' })).resolves.toBe('read')
  })
})
