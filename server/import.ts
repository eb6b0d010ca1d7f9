// Brings NDJSON files into the record: node server/import.ts [--aside FILE] FILE… It is what `facialis import` runs.
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { hemifacialSpasm } from '@facialis/knowledge'
import { openClinic } from './clinic/open.ts'
import type { Aside } from './fhir/import/import-batch.ts'
import { importFiles } from './fhir/import/import-files.ts'
import { asideAt, NotKept } from './fhir/import/kept-aside.ts'
import { readOptions } from './options.ts'

const { values, positionals: files } = parseArgs({ options: { aside: { type: 'string' } }, allowPositionals: true })
// Whoever reads the rest wants a file.
const mostShown = 20
/** Nothing is begun: something about how it was asked for is not right. */
const badInput = 2
/** Something is wrong in the program itself (`EX_SOFTWARE`). */
const internal = 70
/** The record, the file for what is put aside, or the output could not be written (`EX_IOERR`): not to be taken for "something was put aside". */
const notWritten = 74
const stays = 'What was brought in until then stays; the rest comes when it is called again.'

let isTold = true
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough is no fault of anybody.
  if (error.code === 'EPIPE') return
  isTold = false
  console.error(`The output cannot be written: ${error.message}.`)
})

const code = await run().catch((error: unknown) => {
  console.error('A fault in Facialis itself:', error)
  return internal
})
process.exitCode = code
// Whether it was told is known only when all of it went out.
process.once('exit', () => {
  if (!isTold && code < badInput) process.exitCode = notWritten
})

async function run(): Promise<number> {
  const options = readOptions(process.env, dirname(import.meta.dirname))
  if ('sentence' in options) {
    console.error(options.sentence)
    return badInput
  }
  // Before anything is brought in: what cannot be kept then would be lost.
  const aside = values.aside === undefined ? null : asideAt(values.aside)
  if (aside !== null && 'sentence' in aside) {
    console.error(aside.sentence)
    return badInput
  }
  const opened = await openClinic({ ...options, heads: null, openId: null, pathway: hemifacialSpasm })
  if (!opened.ok) {
    console.error(`${opened.problem.sentence} (${opened.problem.where})`)
    aside?.drop()
    return badInput
  }
  const clinic = opened.value
  const all = 2 * files.reduce((sum, file) => sum + statSync(file).size, 0)
  const bar = barOn(process.stderr)
  let shown = 0
  let gone = 0
  const tell = (one: Aside): void => {
    aside?.keep(one)
    if (++shown > mostShown) return
    bar.end()
    console.error(`${one.where}: ${one.sentence}${one.place === '' || one.place === one.type ? '' : ` (${one.place})`}`)
  }
  try {
    const done = await importFiles(clinic, files, {
      progress: (read, resources) => {
        gone = resources
        bar.at(all === 0 ? 1 : read / all, resources)
      },
      aside: tell,
      badlyLinked: tell,
    })
    bar.end()
    if (!done.ok) {
      const { sentence, where } = done.problem
      // That nothing was saved is so of one transaction.
      console.error(`${sentence} (${where})${gone === 0 ? '' : ` That was after ${gone} resources. ${stays}`}`)
      return notWritten
    }
    const { written, there, aside: left, badlyLinked } = done.value
    const told = left + badlyLinked
    if (told > mostShown && aside === null)
      console.error(`… and ${told - mostShown} more; --aside FILE keeps them all.`)
    const many = [...written.values()].reduce((sum, one) => sum + one, 0)
    say(`${many} resources brought in, ${there} were here already, ${left} put aside.`)
    for (const [type, count] of [...written].sort(([a], [b]) => (a < b ? -1 : 1))) say(`  ${type.padEnd(26)}${count}`)
    if (badlyLinked > 0)
      say(
        `${badlyLinked} of the people brought in or here already name another record of theirs in a way that leads nowhere: each stands for itself until that is mended.`,
      )
    return told === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof NotKept)) throw error
    bar.end()
    console.error(`${error.message} ${stays}`)
    return notWritten
  } finally {
    bar.end()
    aside?.close()
    await clinic.record.close()
  }
}

/** The console keeps to itself what it could not write. */
function say(line: string): void {
  process.stdout.write(`${line}\n`)
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
