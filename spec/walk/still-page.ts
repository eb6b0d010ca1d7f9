import type { Page, Request } from 'playwright-core'
import { eventually } from './hands.ts'

/** A page whose clock stands still until the test moves it. @returns waits until all that it has asked is answered */
export async function stillPage(page: Page): Promise<() => Promise<void>> {
  const unanswered = new Set<Request>()
  page.on('request', (request) => unanswered.add(request))
  page.on('requestfinished', (request) => unanswered.delete(request))
  page.on('requestfailed', (request) => unanswered.delete(request))
  await page.clock.install({ time: new Date('2026-11-23T09:00:00Z') })
  return () => eventually(async () => unanswered.size).toBe(0)
}
