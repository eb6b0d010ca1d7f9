import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { apart, type Stores } from '@facialis/record'

/**
 * The address of a further page carries the whole search, so that nothing need be remembered here. It is sealed: an
 * address is noted in logs on its way, and what people search by may name a person.
 */
export type PageSeal = Readonly<{
  seal: (content: unknown, accountId: string) => string
  /** Null for what was not sealed here, or for somebody else. */
  open: (sealed: string, accountId: string) => unknown
}>

/** The key outlives the process: a page asked for after a restart is still given. Whoever changes it gains addresses that lead nowhere. */
export async function openPageSeal({ settings }: Pick<Stores, 'settings'>): Promise<PageSeal> {
  const kept = await settings.get(apart.pageKey)
  const text = typeof kept === 'string' ? kept : randomBytes(32).toString('base64url')
  if (text !== kept) await settings.put(apart.pageKey, text)
  const key = Buffer.from(text, 'base64url')
  return {
    seal: (content, accountId) => {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(accountId))
      const sealed = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    open: (sealed, accountId) => {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < 28) return null
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
        decipher.setAAD(Buffer.from(accountId)).setAuthTag(bytes.subarray(12, 28))
        const opened = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
        return JSON.parse(opened.toString('utf8')) as unknown
      } catch {
        return null
      }
    },
  }
}
