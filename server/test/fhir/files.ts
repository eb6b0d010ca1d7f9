import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importFiles } from '../../fhir/import/import-files.ts'
import type { SkippedLine } from '../../fhir/import/skipped-line.ts'
import type { House } from '../support.ts'
import type { Json } from './support.ts'

/** What other systems send in files. */
export const own = 'https://facialis.invalid'
export const person = (id: string): Json => ({ resourceType: 'Patient', id, name: [{ text: `Demo ${id}` }] })
export const finding = (id: string, whose: string, more: Json = {}): Json => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  code: { text: 'pulse' },
  subject: { reference: `Patient/${whose}` },
  ...more,
})
export const toxin = (id: string, whose: string, date: string): Json => ({
  resourceType: 'MedicationAdministration',
  id,
  status: 'completed',
  medicationReference: { reference: 'Medication/m1' },
  subject: { reference: `Patient/${whose}` },
  effectiveDateTime: date,
})
export const medicine: Json = { resourceType: 'Medication', id: 'm1', code: { text: 'Botox' } }

/** Writes files into the folder of a house and brings them in. @returns what came of it, with what was put aside */
export const bringingInto =
  (house: () => House) =>
  async (...files: readonly (readonly (Json | string)[])[]) => {
    const aside: SkippedLine[] = []
    const otherwise: SkippedLine[] = []
    const badlyLinked: SkippedLine[] = []
    const paths = files.map((lines, at) => {
      const path = join(house().folder, `${at}.ndjson`)
      writeFileSync(path, `${lines.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n')}\n`)
      return path
    })
    const done = await importFiles(house().built.clinic, paths, {
      progress: () => {},
      aside: (one) => aside.push(one),
      otherwise: (one) => otherwise.push(one),
      badlyLinked: (one) => badlyLinked.push(one),
    })
    if (!done.ok) throw new Error(done.problem.sentence)
    const told = ({ code, where, place }: SkippedLine) => `${where.replace(/^.*\//, '')} ${code} ${place}`.trim()
    return {
      ...done.value,
      otherwise: otherwise.map((one) => told({ ...one, place: '' })),
      sentences: otherwise.map(({ sentence }) => sentence),
      aside: aside.map((one) => told({ ...one, place: '' })),
      refused: aside,
      badlyLinked: badlyLinked.map(told),
    }
  }
