import { textsOf } from '@facialis/cli/publish/cql.ts'
import { views } from '@facialis/cli/publish/views.ts'
import { bookHtml, bookOf, datedMark, diagramSvg, tablesCsv } from '@facialis/engine/publish/index.ts'
import { publishedResources } from '@facialis/fhir/publish/index.ts'
import { type Pathway, signed } from '@facialis/language'
import { describe, expect, test } from 'vitest'
import { knee } from '../every-form/knee/index.ts'

const released = { effectiveFrom: '2027-01-01', reviewBy: '2028-01-01' }
const resources = (pathway: Pathway) =>
  publishedResources(pathway, { standing: datedMark(pathway), day: '2027-01-02', texts: [] })

/** What is written, file by file. */
const forms: Readonly<Record<string, (pathway: Pathway) => readonly string[]>> = {
  book: (pathway) => [bookHtml(bookOf(pathway, [], { on: '2027-01-02' }), '')],
  tables: (pathway) => tablesCsv(pathway).map(({ text }) => text),
  diagram: (pathway) => [diagramSvg(pathway, null)],
  cql: (pathway) => Object.values(textsOf(pathway)).map(({ text }) => text),
  package: (pathway) => resources(pathway).map((resource) => JSON.stringify(resource)),
  views: (pathway) => views(pathway).map(({ content }) => String(content)),
}

describe('each file of a release states its version, the day it takes effect and the day by which it must be reviewed', () => {
  test.each(Object.entries(forms))('%s', (_, of) => {
    const files = of({ ...knee, released })
    expect(files.length).toBeGreaterThan(0)
    for (const text of files)
      for (const said of [knee.version, knee.status, released.effectiveFrom, released.reviewBy])
        expect(text).toContain(said)
    for (const text of of(knee)) expect(text).not.toContain('in effect from')
  })

  test('and a view is not a draft once the rules are signed', () => {
    const [view = '{}'] = (forms.views as (typeof forms)[string])({ ...knee, released, status: signed })
    expect(JSON.parse(view)).toMatchObject({ status: 'active', version: knee.version })
  })
})
