import { describe, expect, it } from 'vitest'
import { arrows } from '../architecture/arrows.ts'
import { listFiles, packagesOf, readPackage, readText } from '../architecture/read-house.ts'

type Lock = {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly resolved?: string
        readonly optionalDependencies?: Readonly<Record<string, string>>
        readonly license?: string
        readonly dev?: boolean
        readonly link?: boolean
      }
    >
  >
}

const lock: Lock = JSON.parse(readText('package-lock.json'))
const owners = ['', ...Object.keys(arrows)]
const files = listFiles()
const sources = files.filter((path) => /\.(ts|tsx|mjs|css|html)$/.test(path))

/** What the two runs of the compiler read, by the folders and files that they name. */
const included = (config: string): readonly string[] => JSON.parse(readText(config)).include
const read = [...included('tsconfig.json'), ...included('clinic/tsconfig.json').map((part) => `clinic/${part}`)]

/** `path:line` of each line that the pattern matches. */
const linesMatching = (paths: readonly string[], pattern: RegExp): readonly string[] =>
  paths.flatMap((path) =>
    readText(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  )

describe('packages', () => {
  it('are locked without the address they came from, so that any registry can serve them', () => {
    const addressed = Object.entries(lock.packages).filter(([, entry]) => entry.resolved?.includes('://'))
    expect(addressed.map(([path]) => path)).toEqual([])
  })

  it('are locked for every platform, so that a clean install works on all of them', () => {
    const present = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')))
    const missing = Object.values(lock.packages).flatMap((entry) =>
      Object.keys(entry.optionalDependencies ?? {}).filter((name) => !present.has(name)),
    )
    expect(missing).toEqual([])
  })

  it('have exact versions', () => {
    const loose = owners.flatMap((owner) =>
      Object.entries(packagesOf(readPackage(owner))).filter(
        ([, version]) => !/^\d+\.\d+\.\d+(-[a-z0-9.]+)?$/.test(version),
      ),
    )
    expect(loose).toEqual([])
  })

  it('have their reason in docs/dependencies.md', () => {
    const reasons = readText('docs/dependencies.md')
    const direct = owners.flatMap((owner) => Object.keys(packagesOf(readPackage(owner))))
    const unexplained = direct.filter((name) => !name.startsWith('@facialis/') && !reasons.includes(`\`${name}\``))
    expect(unexplained).toEqual([])
  })

  it('stand under a licence that docs/dependencies.md takes, and takes there', () => {
    const rows = [...readText('docs/dependencies.md').matchAll(/^\| (`[^|]+) \| ([^|]+) \| [^|]+ \|$/gm)]
    const takes = (license: string, name: string, isRun: boolean): boolean =>
      rows.some(
        ([, licences = '', where = '']) =>
          licences.includes(`\`${license}\``) &&
          (where === 'anywhere' || where.includes(`\`${name}\``) || (where === 'building and testing' && !isRun)),
      )
    const refused = Object.entries(lock.packages).flatMap(([path, { license = 'none', dev = false, link = false }]) => {
      const name = path.replace(/^.*node_modules\//, '')
      return !path.includes('node_modules/') || link || takes(license, name, !dev) ? [] : [`${name}: ${license}`]
    })
    expect(refused).toEqual([])
  })
})

describe('sources', () => {
  it('leave nothing to be done later', () => {
    // Spelled in two halves, or this line would find itself.
    const later = new RegExp(`\\b(${['TO', 'FIX'].map((half, index) => half + ['DO', 'ME'][index]).join('|')})\\b`)
    expect(linesMatching(sources, later)).toEqual([])
  })

  it('ask for a number of the site with its usual value from knowledge/, and write none of their own', () => {
    const secondDefault = /\bpolicy(\?\.|\.|\??\.?\[)[\w.[\]]+\]? \?\? ([\d(]|Number|null)/
    const ours = sources.filter((path) => !path.startsWith('spec/') && !path.startsWith('bench/'))
    expect(linesMatching(ours, secondDefault)).toEqual([])
  })

  it('name no folder of somebody’s machine', () => {
    const machineFolder = /(?<![\w.])\/(home|Users|root|work)\/\w/
    const readable = files.filter((path) => /\.(ts|tsx|mjs|css|html|md|json|yml|yaml)$/.test(path))
    expect(linesMatching(readable, machineFolder)).toEqual([])
  })

  it('are all read by the compiler', () => {
    const unread = files.filter(
      (path) => /\.tsx?$/.test(path) && !read.some((part) => `${path}/`.startsWith(`${part}/`)),
    )
    expect(unread).toEqual([])
  })

  it('have no twins: a file and an older copy of it', () => {
    expect(files.filter((path) => /(\.(bak|orig|old|rej)|~|[-_.](copy|old|backup|v\d+)\.\w+)$/.test(path))).toEqual([])
  })
})
