import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder to put files in, for the tests of one file: gone when they are done. */
export function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'facialis-cli-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const file = (name: string, content: unknown): string => {
    const path = join(folder, name)
    writeFileSync(path, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content))
    return path
  }
  return { folder, file }
}

export const asOf = '2026-11-23'
export const typical = {
  asOf,
  facts: {
    'person.birthDate': '1960',
    'hfs.side': 'left',
    'hfs.onset': '2024-03',
    'referral.received': '2026-11-01',
    'ph.unilateral': true,
    'ph.cn7Only': true,
    'ph.onsetOrbicularisOculi': true,
    'ph.downwardSpread': true,
    'dx.class': 'probable',
    'dx.phenotype': 'typical',
    'dx.signedBy': 'neurologist',
    'screen.red-flags': 'complete',
  },
}
export const bundle = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    { resource: { resourceType: 'Patient', id: 'p', birthDate: '1960-02-01', name: [{ text: 'Demo Ada Sample' }] } },
    {
      resource: {
        resourceType: 'Condition',
        id: 'c',
        subject: { reference: 'Patient/p' },
        verificationStatus: { coding: [{ code: 'confirmed' }] },
        code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G51.32' }] },
        recordedDate: '2026-11-02',
      },
    },
  ],
}
