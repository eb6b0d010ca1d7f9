import { afterAll, beforeAll } from 'vitest'
import { type Hooks, openHooks } from './hooks.ts'

/** The hooks of this test file: opened before its first test, gone after its last. To be called in the file itself. */
export function hooksHere(): () => Hooks {
  let hooks: Hooks | null = null
  beforeAll(async () => {
    hooks = await openHooks()
  })
  afterAll(() => hooks?.close())
  return () => {
    if (hooks === null) throw new Error('The hooks open before the first test.')
    return hooks
  }
}
