import type { Resource } from '../resources.ts'
import { canonical, described, idOf, type Publishing } from './described.ts'

/** A CQL library as text, and the same translated to ELM where it was. */
export type LibraryText = Readonly<{ name: string; version: string; cql: string; elm: string | null }>

const logicLibrary = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/library-type', code: 'logic-library' }],
}

/** The pathway's library first, then those it leans on; each with its text, and with ELM where there is any. */
export const libraries = (texts: readonly LibraryText[], publishing: Publishing): readonly Resource[] =>
  texts.map(({ name, version, cql, elm }, at) =>
    described('Library', { id: idOf(name), title: name }, publishing, {
      version,
      name,
      type: logicLibrary,
      ...(at === 0
        ? {
            relatedArtifact: texts.slice(1).map((other) => ({ type: 'depends-on', resource: libraryAddress(other) })),
            parameter: publishing.pathway.policy.map(({ id, label }) => ({
              name: id,
              use: 'in',
              min: 0,
              max: '1',
              type: 'integer',
              documentation: label,
            })),
          }
        : {}),
      content: [
        { contentType: 'text/cql', data: base64(cql), title: `${name}.cql` },
        ...(elm === null ? [] : [{ contentType: 'application/elm+json', data: base64(elm), title: `${name}.json` }]),
      ],
    }),
  )

export const libraryAddress = ({ name, version }: Pick<LibraryText, 'name' | 'version'>): string =>
  `${canonical('Library', idOf(name))}|${version}`

const base64 = (text: string): string => new TextEncoder().encode(text).toBase64()
