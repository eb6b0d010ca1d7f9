// Brings NDJSON files into the record: node server/import.ts [--aside FILE] FILE… `facialis import` runs it, as no other room
// knows the server's door. Each line it prints is JSON: how far it is, what was put aside, and last what became of it.
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { hemifacialSpasm } from '@facialis/knowledge'
import { openClinic } from './clinic/open.ts'
import { importFiles } from './fhir/import/import-files.ts'
import { passCount } from './fhir/import/passes.ts'
import type { SkippedLine } from './fhir/import/skipped-line.ts'
import { openSkippedLinesFile, SkippedLinesError } from './fhir/import/skipped-lines-file.ts'
import { readOptions } from './options.ts'

const { values, positionals: files } = parseArgs({ options: { aside: { type: 'string' } }, allowPositionals: true })

tell(await outcome())

/** `refused`: nothing was begun. `broken`: what was brought in until then stays. */
async function outcome(): Promise<object> {
  const options = readOptions(process.env, dirname(import.meta.dirname))
  if ('sentence' in options) return { refused: options.sentence }
  // Before anything is brought in: what cannot be kept then would be lost.
  const aside = values.aside === undefined ? null : openSkippedLinesFile(values.aside)
  if (aside !== null && 'sentence' in aside) return { refused: aside.sentence }
  const opened = await openClinic({ ...options, heads: null, openId: null, pathway: hemifacialSpasm })
  if (!opened.ok) {
    aside?.drop()
    return { refused: `${opened.problem.sentence} (${opened.problem.where})` }
  }
  const clinic = opened.value
  const all = passCount * files.reduce((sum, file) => sum + statSync(file).size, 0)
  const put = (one: SkippedLine): void => {
    aside?.keep(one)
    tell({ aside: one })
  }
  try {
    const done = await importFiles(clinic, files, {
      progress: (read, resources) => tell({ share: all === 0 ? 1 : read / all, resources }),
      aside: put,
      otherwise: put,
      badlyLinked: put,
    })
    if (!done.ok) return { broken: done.problem.sentence }
    const { written, ...counted } = done.value
    return { done: { ...counted, written: Object.fromEntries(written) } }
  } catch (error) {
    if (!(error instanceof SkippedLinesError)) throw error
    return {
      broken: `${error.message} What was imported until then stays; run the import again for the rest.`,
    }
  } finally {
    aside?.close()
    await clinic.record.close()
  }
}

function tell(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
