import { pathwayOfVersion, shippedReleases } from '@facialis/cli/input/versions.ts'
import { changesBetween } from '@facialis/engine/govern/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { releasedVersions } from '@facialis/server/core/pathway-versions.ts'
import { describe, expect, test } from 'vitest'

describe('the releases that come with this copy', () => {
  test('are intact, and each is the version in its name', () => {
    expect(shippedReleases().length).toBeGreaterThan(0)
    const served = releasedVersions(hemifacialSpasm)
    if (!served.ok) throw new Error(served.problem.sentence)
    const { of, begins } = served.value
    expect(begins).toEqual(
      shippedReleases().map(({ head }) => ({ version: head.version, from: head.released.effectiveFrom })),
    )
    for (const { head, path } of shippedReleases()) {
      expect(path).toContain(`hemifacial-spasm-${head.version}.release`)
      expect(pathwayOfVersion(head.version).version).toBe(head.version)
      expect(of(head.version)?.released).toEqual(head.released)
    }
    expect(of('0.0.0')).toBeNull()
  })

  test('are never changed: what the rules say now is the release of their version, or has a higher one', () => {
    const { version } = hemifacialSpasm
    const same = shippedReleases().find(({ head }) => head.version === version)
    if (same) expect(changesBetween(pathwayOfVersion(version), hemifacialSpasm)).toEqual([])
    const order = new Intl.Collator('en', { numeric: true })
    for (const { head } of shippedReleases()) expect(order.compare(head.version, version)).toBeLessThanOrEqual(0)
  })
})
