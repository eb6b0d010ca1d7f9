import { beforeAll, describe, expect, it } from 'vitest'
import { idOf } from './demo-clinic.ts'
import { arrive } from './hands.ts'
import { barriers, picture, settled, sideways } from './look.ts'
import { walkDemo } from './walk-in.ts'

describe('the chart of relief after an operation', () => {
  const walk = walkDemo('demo.surgeon')
  beforeAll(async () => {
    await walk.page.goto(`${walk.address}/patients/${await idOf(walk.page, 'Demo Milo Sample')}/surgery`)
    await arrive(walk.page, 'Surgery')
  })

  it.each([
    ['a telephone', 390],
    ['a desk', 1440],
  ])('has words large enough to read, none of them cut off, on %s', async (_, width) => {
    const { page } = walk
    await page.setViewportSize({ width, height: 900 })
    await settled(page)
    const chart = page.getByRole('img', { name: /^Reports of spasm by day/ })
    const frame = await chart.boundingBox()
    const words = await chart.locator('text').all()
    const boxes = await Promise.all(words.map((word) => word.boundingBox()))
    for (const box of boxes) {
      expect(box?.height).toBeGreaterThanOrEqual(12)
      expect(box?.x).toBeGreaterThanOrEqual((frame?.x ?? 0) - 1)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((frame?.x ?? 0) + (frame?.width ?? 0) + 1)
    }
    expect(await sideways(page)).toBe(0)
    expect(await barriers(page)).toEqual([])
    await picture(page, `relief ${width}`)
  })
})
