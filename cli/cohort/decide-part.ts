import type { Move } from '@facialis/engine'
import { pathwayOfVersion } from '../input/versions.ts'
import { decidingPeople } from './decide-people.ts'
import { type PeoplePart, peopleIn } from './group-by-person.ts'
import type { CohortOptions } from './options.ts'
import { questionsOf } from './questions.ts'
import type { SharedResources } from './shared-resources.ts'
import type { Tally } from './tally.ts'
import { personRows, rowText } from './write-rows.ts'

/** What every part needs, as it is passed to a worker. */
export type PartContext = Readonly<{ asked: CohortOptions; files: readonly string[]; shared: SharedResources }>

/** The tally of one part, and the requested lines about each person. */
export type PartDecided = Readonly<{ tally: Tally; listed: string }>

export function decidePart({ asked, files, shared }: PartContext, part: PeoplePart): PartDecided {
  const pathway = pathwayOfVersion(asked.version)
  const against = asked.against && { ...asked.against, pathway: pathwayOfVersion(asked.against.version) }
  const rows = personRows(questionsOf(pathway, against?.pathway), asked)
  const writing = { out: asked.out, standing: (against?.pathway ?? pathway).status }
  const listed: string[] = []
  const each = (key: string, now: readonly number[], moves: readonly Move[] | null): void => {
    for (const row of rows(key, now, moves)) listed.push(rowText(writing, row))
  }
  const deciding = decidingPeople({ ...asked, pathway, against, files, beside: shared, each: asked.list ? each : null })
  for (const [key, lines] of peopleIn(part)) deciding.take({ key, lines })
  return { tally: deciding.end(), listed: listed.join('') }
}
