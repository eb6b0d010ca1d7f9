import { citeId, flaggedText, type Pathway } from '@facialis/language'
import { datedMark } from '../ground/mark.ts'
import { comment, literal, quoted } from './cql-expression.ts'
import { citesText } from './decision-text.ts'
import type { IncludedLibrary } from './included-library.ts'
import type { LoweredLibrary } from './lowered-library.ts'
import { asOf } from './span-text.ts'
import { supportLibraries } from './support-libraries.ts'

const about =
  'Written from the pathway itself. It answers over Fact Observations that were worked out for the day AsOf; see their profile. It supports a clinician, who can check every rule against the passages named beside it, and replaces none.'

/** What stands before the first define: what it is, what it leans on, its codes, its numbers. */
export function libraryHeader(
  { pathway, numbers }: LoweredLibrary,
  { name, codes, included }: Readonly<{ name: string; codes: string; included: IncludedLibrary | null }>,
): readonly string[] {
  const { title, version } = pathway
  return [
    `${comment(`${title}, version ${version}: ${datedMark(pathway).text}.`)}\n${comment(about)}\nlibrary ${name} version ${literal(version).text}`,
    "using FHIR version '4.0.1'",
    [...supportLibraries, ...(included ? [{ name: included.library, version: included.version }] : [])]
      .map((one) => `include ${one.name} version '${one.version}' called ${one.name}`)
      .join('\n'),
    codes,
    `${comment('The day that is asked for.')}\nparameter ${quoted(asOf)} Date`,
    ...numbers.map(
      ({ id, label, unit, default: usual, min, max, because }) =>
        `${comment(`${label} (${unit}; ${min} to ${max}) [${citesText(because)}]`)}\nparameter ${quoted(id)} Integer default ${usual}`,
    ),
    'context Patient',
  ]
}

/** What the names in brackets stand for. */
export const sourcesText = ({ passages }: Pathway): string =>
  passages
    .map((one) => {
      const { source, locator, paraphrase, unverified } = one
      // Whoever reads this reads it on any day.
      const review = `to be read again by ${source.reviewBy}`
      return comment(
        `[${citeId(one)}] ${source.title}, ${locator} (${review}): ${flaggedText({ text: paraphrase, unverified })}`,
      )
    })
    .join('\n')
