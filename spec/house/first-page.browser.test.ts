import { expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { startProduct } from '../support/product.ts'

it('opening the address shows a page called Facialis, without an error in the browser', async () => {
  const product = await startProduct()
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    await page.goto(product.address)
    // Before and after the first screen stands.
    expect(await page.title()).toMatch(/(^| · )Facialis$/)
    expect(problems).toEqual([])
  } finally {
    await browser.close()
    await product.stop()
  }
})
