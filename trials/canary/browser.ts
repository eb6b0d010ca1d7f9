import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { launchChromium } from '../../spec/support/chromium.ts'
import { keptInBrowser } from '../../spec/walk/look.ts'
import type { Product } from '../product.ts'

const screens = ['', '/evaluate', '/imaging', '/injection', '/surgery', '/outcomes', '/history', '/referral']

/** Addresses that a browser was on or asked for while somebody looked at a person, and what it kept; null where no screens are built. */
export async function seenByBrowser(
  { address }: Product,
  { cookie, patientId }: Readonly<{ cookie: string; patientId: string }>,
): Promise<Readonly<{ addresses: string; kept: string; pages: number; shown: boolean }> | null> {
  if (!existsSync(join(import.meta.dirname, '..', '..', 'clinic', 'dist', 'index.html'))) return null
  const browser = await launchChromium()
  try {
    const context = await browser.newContext()
    const [name = '', value = ''] = cookie.split('=', 2)
    await context.addCookies([{ name, value, url: address }])
    const page = await context.newPage()
    const addresses = new Set<string>()
    page.on('request', (request) => addresses.add(request.url()))
    page.on('framenavigated', (frame) => addresses.add(frame.url()))
    const asked = ['/board', ...screens.map((screen) => `/patients/${patientId}${screen}`)]
    let kept = ''
    let shown = false
    for (const path of asked) {
      await page.goto(`${address}${path}`, { waitUntil: 'networkidle' })
      shown ||= (await page.content()).includes('Zebrafinch')
      kept += await keptInBrowser(page)
    }
    return { addresses: [...addresses].join('\n'), kept, pages: asked.length, shown }
  } finally {
    await browser.close()
  }
}
