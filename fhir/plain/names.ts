import type { Dictionary } from '../chart/dictionary.ts'
import { nearest } from '../chart/nearest.ts'
import { orList, shown } from '../json/json.ts'
import type { Report } from '../json/outcome.ts'

/** Reports a name this pathway does not have, with those it may be a slip of. */
export function unknownName(
  dictionary: Dictionary,
  name: string,
  where: string,
  report: Report,
  code: 'unknown-fact' | 'unknown-member' = 'unknown-fact',
): void {
  const lists = dictionary.lists.keys()
  const names =
    code === 'unknown-member'
      ? ['facts', 'asOf', 'note', ...lists]
      : [
          ...dictionary.facts.keys(),
          ...dictionary.fields.keys(),
          ...[...dictionary.screens.keys()].map((id) => `screen.${id}`),
          ...[...dictionary.entries.keys()].map((id) => `${id}.date`),
          ...lists,
        ]
  const what = code === 'unknown-fact' ? `There is no fact ${shown(name)}` : `${shown(name)} is not part of plain facts`
  const close = nearest(name, names)
  const misplaced = code === 'unknown-member' && (dictionary.facts.has(name) || dictionary.fields.has(name))
  const hint = misplaced ? '; facts stand inside "facts"' : close.length > 0 ? `; did you mean ${orList(close)}?` : ''
  report(code, `${what}${hint}${hint.endsWith('?') ? '' : '.'}`, where)
}
