import { readdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { ReleasedPathway } from '@facialis/engine/govern/index.ts'
import {
  bookHtml,
  bookMarkdown,
  bookOf,
  decisionAnchor,
  diagramSvg,
  editionOf,
  markOf,
  tablesCsv,
} from '@facialis/engine/publish/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { proved } from '@facialis/knowledge/proved.ts'
import { formatDay, type Pathway } from '@facialis/language'
import { makeFolder } from '@facialis/record/core/make-folder.ts'
import { pathwayReleased, type ReleaseAsked, releaseFiles } from '../govern/release.ts'
import { requirePromises } from '../govern/require-promises.ts'
import { dayOf, parsed, today } from '../input/command-line.ts'
import { examplePeople } from '../input/example-people.ts'
import { ExitError } from '../input/exit-error.ts'
import type { CommandIo } from '../io/command-io.ts'
import type { Published } from '../output/published.ts'
import { writeAtomically } from '../output/write-atomically.ts'
import { writeError } from '../output/write-errors.ts'
import { publishedLibraries } from './cql.ts'
import { fhirPackage } from './package.ts'
import { views } from './views.ts'
import { wording } from './wording.ts'

/** @param beside the forms that are published with it */
type Form = (
  pathway: Pathway,
  io: CommandIo,
  beside: readonly string[],
) => readonly Published[] | Promise<readonly Published[]>

/** Each form the pathway is published in. */
const forms: Readonly<Record<string, Form>> = {
  book,
  tables,
  diagram,
  cql,
  package: fhirPackage,
  views,
}

/** What is published is for everybody who may use this machine. */
const forEverybody = 0o777

/** `facialis publish [FORM…] [--out FOLDER] [--draft]` */
export async function publish(rest: readonly string[], io: CommandIo): Promise<number> {
  const { asked, folder, release } = askedOf(rest, io)
  const pathway = release === null ? hemifacialSpasm : pathwayReleased(hemifacialSpasm, release)
  if (release !== null) requirePromises(proved)
  // Before anything is worked out: a folder that cannot be there is told at once.
  await orStop(folder, async () => makeFolder(folder, forEverybody))
  const listed: string[] = []
  const written = new Set<string>()
  const all = [
    ...asked.map((name) => ({ name, make: forms[name] })),
    ...(isReleased(pathway) ? [{ name: 'release', make: () => releaseFiles(pathway) }] : []),
  ]
  for (const { name, make } of all) {
    io.stderr.write(`${name} …\n`)
    for (const { path, content, says = [] } of (await make?.(pathway, io, asked)) ?? []) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      const file = join(folder, path)
      await orStop(file, async () => makeFolder(dirname(file), forEverybody))
      writeAtomically(file, bytes)
      written.add(file)
      listed.push(`  ${size(bytes.length)}  ${path}\n`, ...says.map((line) => `${' '.repeat(13)}${line}\n`))
    }
  }
  io.stdout.write(`${editionOf(pathway)}, ${markOf(pathway).text}, in ${folder}:\n${listed.join('')}`)
  const older = await notOfNow(folder, written)
  if (older.length > 0)
    io.stderr.write(
      `Also in the folder, but not from this publication: ${older.join(', ')}. They were left in place.\n`,
    )
  return 0
}

/** What lies beside the files of a form and was not written with them, perhaps by an earlier version. */
async function notOfNow(folder: string, written: ReadonlySet<string>): Promise<readonly string[]> {
  const ours = [...new Set([...written].map((file) => dirname(file)))].filter((one) => relative(folder, one) !== '')
  const there = await Promise.all(ours.map((one) => readdir(one, { withFileTypes: true })))
  return there
    .flat()
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => !written.has(file))
    .map((file) => relative(folder, file))
    .sort()
}

const isReleased = (pathway: Pathway): pathway is ReleasedPathway => pathway.released !== null

const bookPage = 'book/book.html'

/** The pathway book: one page for the browser, and a folder of Markdown. */
function book(pathway: Pathway, io: CommandIo): readonly Published[] {
  const made = bookOf(pathway, examplePeople(pathway), { on: formatDay(today(io)), wording })
  return [
    {
      path: bookPage,
      content: bookHtml(
        made,
        diagramSvg(pathway, (id) => `#${decisionAnchor(id)}`),
      ),
    },
    ...bookMarkdown(made).map(({ path, text }) => ({ path: `book/${path}`, content: text })),
  ]
}

/** The decision tables for a spreadsheet. */
function tables(pathway: Pathway): readonly Published[] {
  return tablesCsv(pathway, wording).map(({ path, text }) => ({ path: `tables/${path}`, content: text }))
}

/** The pathway on one sheet; a press on a decision opens its page in the book, where that is published with it. */
function diagram(pathway: Pathway, _: CommandIo, beside: readonly string[]): readonly Published[] {
  const inBook = (id: string): string => `${bookPage}#${decisionAnchor(id)}`
  return [{ path: 'pathway.svg', content: diagramSvg(pathway, beside.includes('book') ? inBook : null) }]
}

/** The rules as CQL, and as the ELM that engines run. */
async function cql(pathway: Pathway): Promise<readonly Published[]> {
  const libraries = await publishedLibraries(pathway)
  return libraries.flatMap(({ name, text, library }) => [
    { path: `cql/${name}.cql`, content: text },
    { path: `cql/${name}.json`, content: `${JSON.stringify({ library }, null, 1)}\n` },
  ])
}

type Asked = Readonly<{ asked: readonly string[]; folder: string; release: ReleaseAsked | null }>

function askedOf(rest: readonly string[], io: CommandIo): Asked {
  const { values, positionals } = parsed(rest, options)
  const strange = positionals.find((name) => !Object.hasOwn(forms, name))
  if (strange !== undefined)
    throw new ExitError(
      `${JSON.stringify(strange)} cannot be published: choose from ${Object.keys(forms).join(', ')}, or name none to publish all.`,
    )
  if (values.out === '') throw new ExitError('--out needs a folder name.')
  return {
    asked: positionals.length === 0 ? Object.keys(forms) : [...new Set(positionals)],
    folder: values.out ?? 'published',
    release: releaseAsked(values, formatDay(today(io))),
  }
}

const options = {
  out: { type: 'string' },
  // Of what is no release everything is a draft until somebody has signed; --draft says that this is meant.
  draft: { type: 'boolean' },
  release: { type: 'boolean' },
  effective: { type: 'string' },
  'review-by': { type: 'string' },
  attestations: { type: 'string' },
} as const

function releaseAsked(values: ReturnType<typeof parsed<typeof options>>['values'], on: string): ReleaseAsked | null {
  const [from, until] = [dayOf('effective', values.effective), dayOf('review-by', values['review-by'])]
  if (!values.release) {
    if (from !== null || until !== null || values.attestations !== undefined)
      throw new ExitError('--effective, --review-by and --attestations need --release.')
    return null
  }
  if (from === null || until === null)
    throw new ExitError(
      'A release needs the day it takes effect and the day by which it is reviewed: --effective DATE --review-by DATE.',
    )
  return {
    effectiveFrom: formatDay(from),
    reviewBy: formatDay(until),
    isDraft: values.draft ?? false,
    on,
    attestations: values.attestations ?? null,
  }
}

async function orStop(path: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act()
  } catch (error) {
    throw writeError(path, error)
  }
}

const size = (bytes: number): string => `${Math.ceil(bytes / 1024).toLocaleString('en')} kB`.padStart(9)
