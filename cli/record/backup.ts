import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { clearUnfinished, isEmptyFile, madeWholeIn, StorageFailure } from '@facialis/record'
import type { Desk } from '../desk/desk.ts'
import { parsed } from '../input/command-line.ts'
import { Stop } from '../input/stop.ts'
import { notKept } from '../output/not-written.ts'
import { progressOn } from '../output/progress.ts'
import { tellLeft } from './tell-left.ts'
import { looking, placeHere, placeOptions } from './which-record.ts'

const writesOverNothing = (file: string): string => `There is a ${file} already; a backup writes over nothing.`

/** `facialis backup FILE [--data FOLDER]` */
export async function backup(rest: readonly string[], desk: Desk): Promise<number> {
  const { values, positionals } = parsed(rest, placeOptions)
  const [file, more] = positionals
  if (file === undefined || file === '')
    throw new Stop('Say into which file, for example "facialis backup monday.sqlite".')
  if (more !== undefined) throw new Stop(`One file at a time: ${JSON.stringify(more)} is one too many.`)
  const path = resolve(file)
  const wasEmpty = isEmptyFile(path)
  if (existsSync(path) && !wasEmpty) throw new Stop(writesOverNothing(file))
  if (!existsSync(dirname(path))) throw new Stop(`There is no folder ${dirname(path)}.`)
  if (wasEmpty)
    desk.remarks.write(
      `${file} was there, and empty, as a backup leaves it that was killed: this one takes its place.\n`,
    )
  const place = placeHere(values.data, desk)
  tellLeft([dirname(path), madeWholeIn(place)], desk)
  const progress = progressOn(desk.remarks)
  desk.whenEnded(clearUnfinished)
  return looking(place, async (record) => {
    // Not everywhere anything is told on the way, and silence looks like a hang.
    const waiting = setInterval(() => progress.at('copying', null, ''), 1000)
    try {
      const { size } = await record.backup(path, (done, total) =>
        progress.at('copying', total === 0 ? null : done / total, `${done} of ${total} rows`),
      )
      progress.end()
      desk.results.write(
        `${file}: the whole record, ${(size / 1e6).toFixed(1)} MB. It holds patient data: encrypt it.\n`,
      )
      return 0
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error
      progress.end()
      const { code, sentence, where } = error.problem
      if (code === 'storage-file-there') throw new Stop(writesOverNothing(file))
      if (code === 'storage-unusable') throw new Stop(`${sentence} (${where})`)
      return notKept(error.problem, desk)
    } finally {
      clearInterval(waiting)
      progress.end()
    }
  })
}
