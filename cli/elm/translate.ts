import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  CqlCompilerOptions,
  CqlTranslator,
  createLibrarySourceProvider,
  createModelInfoProvider,
  LibraryManager,
  ModelManager,
  stringAsSource,
} from '@cqframework/cql/cql-to-elm'
import type { CqlText } from '@facialis/engine/publish/index.ts'
import { systemModel } from './system-model.ts'

/** A library in the form that engines run. */
export type Elm = Readonly<{ library: Readonly<Record<string, unknown>> }>

const fhirModel = (): string =>
  readFileSync(fileURLToPath(import.meta.resolve('cql-exec-fhir/lib/modelInfos/fhir-modelinfo-4.0.1.xml')), 'utf8')

/** Translates CQL libraries to ELM; any may include the others. @throws with all the translator's errors */
export function translateToElm(libraries: readonly CqlText[]): readonly Elm[] {
  const models = new ModelManager()
  const modelOf = (id: string): string | null => (id === 'System' ? systemModel : id === 'FHIR' ? fhirModel() : null)
  models.modelInfoLoader.registerModelInfoProvider(
    createModelInfoProvider((id) => {
      const model = modelOf(id)
      return model === null ? null : stringAsSource(model)
    }),
  )
  const options = new CqlCompilerOptions()
  // A single thing is never taken for a list, nor a list for its one member: what is meant is written.
  options.setOptions([CqlCompilerOptions.Options.DisableListDemotion, CqlCompilerOptions.Options.DisableListPromotion])
  const manager = new LibraryManager(models, options)
  manager.librarySourceLoader.registerProvider(
    createLibrarySourceProvider((id) => {
      const found = libraries.find(({ name }) => name === id)
      return found ? stringAsSource(found.text) : null
    }),
  )
  return libraries.map(({ name, text }) => {
    const elm: Elm = JSON.parse(CqlTranslator.fromText(text, manager).toJson())
    const errors = notesOf(elm).filter((note) => note.errorSeverity === 'error')
    if (errors.length > 0)
      throw new Error(
        `${name} does not translate:\n${errors.map((one) => `  ${one.libraryId} ${one.startLine}:${one.startChar} ${one.message}`).join('\n')}`,
      )
    return { library: { annotation: [...about(elm), ...headed(text)], ...withoutNotes(elm) } }
  })
}

type Note = Readonly<{
  type?: string
  errorSeverity?: string
  libraryId?: string
  startLine?: number
  startChar?: number
  message?: string
}>

const notesOf = ({ library }: Elm): readonly Note[] => (library.annotation as readonly Note[] | undefined) ?? []

/** By whom it was translated. */
const about = (elm: Elm): readonly Note[] => notesOf(elm).filter(({ type }) => type === 'CqlToElmInfo')

/** What the text says of itself before it begins, such as that it is a draft: whoever has the ELM alone reads it, too. */
function headed(text: string): readonly unknown[] {
  const remarks = text.slice(0, text.search(/^library /m)).match(/(?<=^\/\/ ).*$/gm)
  return remarks ? [{ type: 'Annotation', t: [{ name: 'description', value: remarks.join(' ') }] }] : []
}

/** The library without what engines have no use for: where in the text something stood, empty remarks. */
function withoutNotes(elm: Elm): Record<string, unknown> {
  const strip = (json: unknown): unknown => {
    if (Array.isArray(json)) return json.map(strip)
    if (typeof json !== 'object' || json === null) return json
    return Object.fromEntries(
      Object.entries(json).flatMap(([key, value]) => (dropped.has(key) ? [] : [[key, strip(value)] as const])),
    )
  }
  return strip(elm.library) as Record<string, unknown>
}

const dropped = new Set(['annotation', 'localId', 'locator', 'signature'])
