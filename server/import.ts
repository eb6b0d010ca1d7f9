// Brings NDJSON files into the record: node server/import.ts [--aside FILE] FILE… It is what `facialis import` runs.
import { createWriteStream, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { hemifacialSpasm } from '@facialis/knowledge'
import { openClinic } from './clinic/open.ts'
import type { Aside } from './fhir/import/import-batch.ts'
import { importFiles } from './fhir/import/import-files.ts'
import { readOptions } from './options.ts'

const { values, positionals: files } = parseArgs({ options: { aside: { type: 'string' } }, allowPositionals: true })
// Whoever reads the rest wants a file.
const mostShown = 20
process.exitCode = await run()

async function run(): Promise<number> {
  const options = readOptions(process.env, dirname(import.meta.dirname))
  if ('sentence' in options) {
    console.error(options.sentence)
    return 2
  }
  const opened = await openClinic({ ...options, heads: null, openId: null, pathway: hemifacialSpasm })
  if (!opened.ok) {
    console.error(`${opened.problem.sentence} (${opened.problem.where})`)
    return 1
  }
  const clinic = opened.value
  const all = 2 * files.reduce((sum, file) => sum + statSync(file).size, 0)
  const aside = values.aside === undefined ? null : createWriteStream(values.aside)
  const bar = barOn(process.stderr)
  let shown = 0
  const tell = (one: Aside): void => {
    aside?.write(`${JSON.stringify(one)}\n`)
    if (++shown > mostShown) return
    bar.end()
    console.error(`${one.where}: ${one.sentence}${one.place === '' || one.place === one.type ? '' : ` (${one.place})`}`)
  }
  try {
    const done = await importFiles(clinic, files, {
      progress: (read, resources) => bar.at(all === 0 ? 1 : read / all, resources),
      aside: tell,
      badlyLinked: tell,
    })
    bar.end()
    if (!done.ok) {
      console.error(done.problem.sentence)
      return 1
    }
    const { written, there, aside: left, badlyLinked } = done.value
    const told = left + badlyLinked
    if (told > mostShown && aside === null)
      console.error(`… and ${told - mostShown} more; --aside FILE keeps them all.`)
    const many = [...written.values()].reduce((sum, one) => sum + one, 0)
    console.log(`${many} resources brought in, ${there} were here already, ${left} put aside.`)
    for (const [type, count] of [...written].sort(([a], [b]) => (a < b ? -1 : 1)))
      console.log(`  ${type.padEnd(26)}${count}`)
    if (badlyLinked > 0)
      console.log(
        `${badlyLinked} of the people brought in or here already name another record of theirs in a way that leads nowhere: each stands for itself until that is mended.`,
      )
    return told === 0 ? 0 : 1
  } finally {
    bar.end()
    await new Promise<void>((resolve) => (aside ? aside.end(resolve) : resolve()))
    await clinic.record.close()
  }
}

/** How far it is: a bar on a terminal, a line now and then elsewhere. */
function barOn(stream: NodeJS.WriteStream) {
  const begun = performance.now()
  let told = begun
  let isShown = false
  return {
    at: (share: number, resources: number): void => {
      const now = performance.now()
      if (now - begun < 1000 || now - told < (stream.isTTY ? 200 : 10_000)) return
      told = now
      const rate = Math.round(resources / ((now - begun) / 1000))
      const words = `${Math.floor(share * 100)} %, ${resources} resources, ${rate} each second`
      if (!stream.isTTY) return void stream.write(`importing ${words}\n`)
      isShown = true
      stream.write(`\r\u001b[Kimporting [${'#'.repeat(Math.floor(share * 30)).padEnd(30, '.')}] ${words}`)
    },
    end: (): void => {
      if (isShown) stream.write('\r\u001b[K')
      isShown = false
    },
  }
}
