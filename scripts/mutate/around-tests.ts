// A setup file of the tests: a property that fails is not made smaller, since nobody reads it; and when the tests have
// run, what they reached is written down.
import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll } from 'vitest'
import { counted } from './counting.ts'
import { told } from './told.ts'

fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true })

const { reached } = told()
if (reached !== undefined) afterAll(async () => writeFileSync(reached, JSON.stringify(await counted())))
