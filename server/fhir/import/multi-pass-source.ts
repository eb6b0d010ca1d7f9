import type { Resource } from '@facialis/record'
import { notUnicode } from '../../http/decode-utf8.ts'
import { duplicateMember, duplicateMemberIn } from '../../http/duplicate-member.ts'
import { type Lines, linesOf } from './ndjson-lines.ts'
import type { Line } from './new-resources.ts'
import { openOutline, passOfLine, passOfResource } from './passes.ts'
import type { SkippedLine } from './skipped-line.ts'

/** Some of a file: what is to be brought in, and what no resource can be read of, each in its place; and how many bytes were gone through for it. */
type Some = Readonly<{ found: readonly (Line | SkippedLine)[]; bytes: number }>

/** A file that is read in several passes; each gives the lines of that pass. */
export type Source = Readonly<{ inPass: (pass: number) => AsyncGenerator<Some> }>

/**
 * Which pass a line has is found out when the file is first gone through, in the first pass, and what cannot be read is told
 * then. Afterwards what is of another pass is not even made a text, and a file that has nothing of a pass is not opened.
 */
export function openSource(file: string): Source {
  const outline = openOutline()
  let size = 0
  return {
    inPass: async function* (pass) {
      if (pass > 0 && !outline.has(pass)) {
        yield { found: [], bytes: size }
        return
      }
      let line = 0
      for await (const lines of linesOf(file)) {
        const found: (Line | SkippedLine)[] = []
        for (let at = 0; at < lines.many; at++, line++) {
          const where = () => `${file}:${line + 1}`
          if (pass > 0) {
            if (outline.at(line) !== pass) continue
            const one = lineOf(lines.text(at), where())
            const its = 'code' in one ? pass : passOfResource(one.resource)
            if (its > pass) outline.put(line, its)
            else found.push(one)
            continue
          }
          const { its, one } = firstSeen(lines, at, where)
          outline.add(its)
          if (one !== null && ('code' in one || its === pass)) found.push(one)
        }
        if (pass === 0) size += lines.bytes
        yield { found, bytes: lines.bytes }
      }
    },
  }
}

type Seen = Readonly<{ its: number | null; one: Line | SkippedLine | null }>

function firstSeen(lines: Lines, at: number, where: () => string): Seen {
  if (!lines.isText(at))
    return {
      its: null,
      one: asideAt(where(), notUnicode.code, 'This line is not UTF-8: some of its letters would be lost.'),
    }
  const told = passOfLine(lines.beginning(at))
  if (told !== null && told > 0) return { its: told, one: null }
  const text = lines.text(at)
  if (text.trim() === '') return { its: null, one: null }
  const one = lineOf(text, where())
  return 'code' in one ? { its: null, one } : { its: passOfResource(one.resource), one }
}

const longestLine = 16 * 1024 * 1024

const asideAt = (where: string, code: string, sentence: string, place = ''): SkippedLine => ({
  where,
  type: '',
  code,
  sentence,
  place,
})

function lineOf(text: string, where: string): Line | SkippedLine {
  if (text.length > longestLine) return asideAt(where, 'too-large', 'This line is too long for a resource.')
  try {
    const resource: unknown = JSON.parse(text)
    const twice = duplicateMemberIn(text, resource)
    if (twice !== null) return asideAt(where, duplicateMember.code, duplicateMember.sentence, twice)
    if (
      typeof resource === 'object' &&
      resource !== null &&
      'resourceType' in resource &&
      typeof resource.resourceType === 'string'
    )
      return { where, resource: resource as Resource }
    return asideAt(where, 'no-resource', 'This line is not a FHIR resource.')
  } catch {
    return asideAt(where, 'not-readable', 'This line is not JSON.')
  }
}
