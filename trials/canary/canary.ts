import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setUp } from '../clinic.ts'
import { groundOf } from '../place.ts'
import { startProduct } from '../product.ts'
import { openSender } from '../sender.ts'
import type { Line, Trial } from '../trial.ts'
import { seenByBrowser } from './browser.ts'
import { canaries, person, seenIn, sent } from './doors.ts'

/** A made-up person whose every word stands nowhere else: it is looked for wherever no patient's words may be. */
export const canary: Trial = {
  name: 'canary',
  what: 'words of a made-up person, sent in at every door, looked for in logs, refusals, other files, addresses and the browser',
  run: async ({ rounds, database, tell }) => {
    const ground = groundOf(database)
    try {
      const place = await ground.fresh()
      const env = { ...place.env, FACIALIS_LOG: 'debug', FACIALIS_CDS_TRIAL: '1' }
      const product = await startProduct({ ...place, env })
      const cookie = await setUp(product)
      const made = await product.ask<{ patientId: string }>('POST', '/api/patients', { cookie, body: person })
      if (made.status !== 201) throw new Error(`Nobody was taken on: ${JSON.stringify(made.body)}`)
      const { patientId } = made.body
      const sender = openSender(product.address)
      const all = sent(patientId, cookie)
      const repeated: string[] = []
      let refusals = 0
      for (const [at, one] of all.entries()) {
        tell(`${one.method} ${one.path}`, at / all.length)
        const { status, text, headers } = await sender.send(one)
        const seen = seenIn(`${status >= 400 && !one.mayQuote ? text : ''}${JSON.stringify(headers)}`)
        if (status >= 400) refusals += 1
        if (seen.length > 0 || status >= 500)
          repeated.push(`${status} of ${one.method} ${one.path}: ${seen} in ${text.slice(0, 300)}`)
      }
      // The screens are walked through with the same question by spec/walk; a quick look leaves them out.
      const browser = rounds === null ? await seenByBrowser(product, { cookie, patientId }) : undefined
      sender.end()
      await product.stop()
      const inLog = seenIn(product.printed())
      const inFiles = filesIn(place.folder).filter((path) => seenIn(readFileSync(path, 'latin1')).length > 0)
      const none = (promise: string, wrong: readonly string[], where: string): Line => ({
        promise,
        asked: `0 of ${canaries.length} canaries`,
        got: wrong.length === 0 ? `0 in ${where}` : `${wrong.length}: ${wrong[0]}`,
        held: wrong.length === 0,
      })
      const lines = product.printed().split('\n').length
      return [
        none('no word of a person in the log', inLog, `${lines} lines at its most talkative`),
        none(
          'none in a refusal, or in a header',
          repeated,
          `${refusals} refusals and ${all.length - refusals} other answers`,
        ),
        none('none in a file beside the record', inFiles, `${filesIn(place.folder).length} other files`),
        ...(browser === undefined ? [] : inBrowser(browser)),
      ]
    } finally {
      ground.end()
    }
  },
}

function inBrowser(seen: Awaited<ReturnType<typeof seenByBrowser>>): readonly Line[] {
  const promise = 'none in an address or in what a browser keeps'
  const asked = `0 of ${canaries.length} canaries`
  if (seen === null)
    return [{ promise, asked, got: 'not looked: the screens are not built (npm start builds them)', held: false }]
  const wrong = seenIn(`${seen.addresses}${seen.kept}`)
  const where = `${seen.addresses.split('\n').length} addresses and what ${seen.pages} pages kept`
  const got = !seen.shown ? 'the pages did not show the person at all' : `${wrong.length === 0 ? 0 : wrong} in ${where}`
  return [{ promise, asked, got, held: wrong.length === 0 && seen.shown }]
}

/** Every file but those of the record itself. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && !one.name.startsWith('record.sqlite'))
    .map((one) => join(one.parentPath, one.name))
