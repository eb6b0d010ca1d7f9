import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SmartIssuer } from '@facialis/wire'
import type { Page, ViewportSize } from 'playwright-core'
import type { RunnerTask } from 'vitest'
import type { OpenIdOptions } from '../../server/identity/open-id.ts'
import { type Built, buildServer, issueSetUpLink, setUpPurpose } from '../../server/index.ts'
import { launchChromium } from '../support/chromium.ts'

/** A clock that stands until a test moves it. It is the server's; every screen takes its day from the server. */
export type WalkClock = {
  readonly now: () => string
  readonly today: () => string
  readonly later: (days: number) => void
}

/** A whole clinic with nobody in it yet: the real server on a real port, one Chromium, one page, and what went wrong in it. */
export type Walk = Readonly<{
  address: string
  clock: WalkClock
  built: Built
  page: Page
  /** The link the console prints while nobody has set the clinic up. */
  setUpLink: () => Promise<string>
  /** A page of somebody else, without a cookie of ours. */
  strangersPage: (viewport?: ViewportSize) => Promise<Page>
  /** Errors in the console, exceptions and answers of 500 and above, in every page opened here. */
  faults: readonly string[]
  /** Every address a page of ours was on or asked for. */
  addresses: ReadonlySet<string>
  /** After a failed test: keeps a picture of the page and says where. For `afterEach`. */
  lookAtFailure: (task: RunnerTask) => Promise<void>
  close: () => Promise<void>
}>

/** A record in files, by their names. */
export type KeptRecord = ReadonlyMap<string, Uint8Array>

/** A clinic that knows its own address, which passkeys and another sign-in need, and the systems that may open it. */
export type Addressed = Readonly<{
  url?: string
  openId?: OpenIdOptions
  smartIssuers?: readonly SmartIssuer[]
  /** The folder of its screens, where it is another than that of the build. */
  screens?: string
}>

/** Those that `npm test` has built are found by the server itself. */
const builtScreens = process.env.FACIALIS_SCREENS ?? ''

/** Milliseconds that anything of a page may take. */
export const patience = 15_000
const io = { width: 1440, height: 900 }
/** What is looked at after the tests stays when their folders are gone. */
const pictures = join(import.meta.dirname, '..', '..', '.cache')

/**
 * Opens the clinic over an empty folder, or over what a record left behind. The screens are those `npm test` has built, or FACIALIS_SCREENS.
 * @throws when the record cannot be opened or Chromium does not start
 */
export async function openWalk(
  start = '2026-01-12',
  {
    url,
    openId,
    smartIssuers,
    screens = builtScreens,
    kept = new Map(),
  }: Addressed & Readonly<{ kept?: KeptRecord }> = {},
): Promise<Walk> {
  const clock = standingClock(start)
  const folder = await mkdtemp(join(tmpdir(), 'facialis-walk-'))
  for (const [name, bytes] of kept) await writeFile(join(folder, name), bytes)
  const built = await buildServer({
    folder,
    now: clock.now,
    zone: 'UTC',
    jurisdiction: 'us',
    ...(screens === '' ? {} : { screens }),
    ...(smartIssuers ? { smartIssuers } : {}),
    ...(url === undefined ? {} : { url, openId: openId ?? null }),
  })
  const heard = await built.app.listen({ port: url === undefined ? 0 : Number(new URL(url).port), host: '127.0.0.1' })
  const address = url ?? heard
  const browser = await launchChromium()
  const faults: string[] = []
  const addresses = new Set<string>()
  const strangersPage = async (viewport: ViewportSize = io) => {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'en-GB' })
    context.setDefaultTimeout(patience)
    const page = await context.newPage()
    watch(page, faults, addresses)
    return page
  }
  const page = await strangersPage()
  return {
    address,
    clock,
    built,
    page,
    strangersPage,
    faults,
    addresses,
    setUpLink: async () => {
      const { record } = built.clinic
      const token = await issueSetUpLink(record, { purpose: setUpPurpose, subject: 'clinic', now: clock.now() })
      return `${address}/set-up#${token}`
    },
    lookAtFailure: async ({ name, result }) => {
      if (result?.state !== 'fail') return
      const path = join(pictures, `walk-${name.replaceAll(/\W+/g, '-').slice(0, 60)}.png`)
      await page.screenshot({ path, fullPage: true })
      console.log(`what the page showed: ${path}`)
    },
    close: async () => {
      await browser.close()
      await built.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function standingClock(start: string): WalkClock {
  let now = new Date(`${start}T09:00:00.000Z`)
  return {
    now: () => now.toISOString(),
    today: () => now.toISOString().slice(0, 10),
    later: (days) => {
      now = new Date(now.getTime() + days * 86_400_000)
    },
  }
}

function watch(page: Page, faults: string[], addresses: Set<string>): void {
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`))
  page.on('console', (message) => {
    // A refusal the screen shows in words is also a line of the browser's own; it is no fault of ours.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text())
  })
  page.on('response', (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.status()} ${new URL(answer.url()).pathname}`)
  })
  page.on('request', (request) => addresses.add(request.url()))
  page.on('framenavigated', (frame) => addresses.add(frame.url()))
}
