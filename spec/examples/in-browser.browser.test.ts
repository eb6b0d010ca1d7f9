import { join } from 'node:path'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { everyAdvice } from './in-browser.ts'

/** The file as a page loads it. */
async function asScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: import.meta.dirname,
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'in-browser.ts'), formats: ['iife'], name: 'facialis' },
    },
  })
  const output = Array.isArray(built) ? built[0] : built
  if (!output || !('output' in output)) throw new Error('The build gave no file.')
  return output.output[0].code
}

it('every example patient gets the same advice in the browser as on the server, byte for byte', async () => {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: await asScript() })
    const there = (await page.evaluate('facialis.everyAdvice()')) as Record<string, string>
    const here = everyAdvice()
    expect(Object.keys(there).length).toBeGreaterThanOrEqual(30)
    expect(Object.keys(there)).toEqual(Object.keys(here))
    expect(Object.keys(here).filter((id) => here[id] !== there[id])).toEqual([])
  } finally {
    await browser.close()
  }
})
