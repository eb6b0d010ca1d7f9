import type { Pathway } from '@facialis/language'
import type { JsonObject } from '../json/json.ts'
import type { Resource } from '../read/resources.ts'
import { canonical, described, idOf, type Publishing } from './described.ts'

/** A CQL library as text, and the same translated to ELM where it was. */
export type LibraryText = Readonly<{ name: string; version: string; cql: string; elm: string | null }>

const logicLibrary = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/library-type', code: 'logic-library' }],
}

/** Each library with its text, with ELM where there is any, and with what the text says it leans on and asks for. */
export const libraries = (texts: readonly LibraryText[], publishing: Publishing): readonly Resource[] =>
  texts.map((text) => {
    const { name, version, cql, elm } = text
    const leansOn = texts.filter((other) => includesIn(cql).has(other.name))
    const parameter = parametersIn(cql, publishing.pathway)
    return described('Library', { id: idOf(name), title: name }, publishing, {
      version,
      name,
      type: logicLibrary,
      ...(leansOn.length === 0
        ? {}
        : { relatedArtifact: leansOn.map((other) => ({ type: 'depends-on', resource: libraryAddress(other) })) }),
      ...(parameter.length === 0 ? {} : { parameter }),
      content: [
        { contentType: 'text/cql', data: base64(cql), title: `${name}.cql` },
        ...(elm === null ? [] : [{ contentType: 'application/elm+json', data: base64(elm), title: `${name}.json` }]),
      ],
    })
  })

const includesIn = (cql: string): ReadonlySet<string> =>
  new Set([...cql.matchAll(/^include (\w+) /gm)].map(([, name = '']) => name))

const parametersIn = (cql: string, { policy }: Pathway): readonly JsonObject[] =>
  [...cql.matchAll(/^parameter "([^"]+)" (Date|Integer)/gm)].map(([, name = '', type = '']) => ({
    name,
    use: 'in',
    min: type === 'Date' ? 1 : 0,
    max: '1',
    type: type.toLowerCase(),
    documentation: policy.find(({ id }) => id === name)?.label ?? 'The day that is asked for',
  }))

export const libraryAddress = ({ name, version }: Pick<LibraryText, 'name' | 'version'>): string =>
  `${canonical('Library', idOf(name))}|${version}`

const base64 = (text: string): string => new TextEncoder().encode(text).toBase64()
