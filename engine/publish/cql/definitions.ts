import type { Fact } from '@facialis/language'
import type { NodeIndex } from '../../plan/plan.ts'
import { comment, indented, quoted } from './cql-expression.ts'
import { uniqueNames } from './unique-names.ts'

export type Definitions = ReturnType<typeof definitions>

/** What a library defines, in the order in which it came to be needed, each under a name of its own. */
export function definitions() {
  const texts: (() => string)[] = []
  return {
    /** Where what another library may ask for is found. */
    names: {
      nodes: new Map<NodeIndex, string>(),
      facts: new Map<Fact, string>(),
      observed: new Map<Fact, string>(),
    },
    ...uniqueNames(),
    /** The text may be asked for at the end, when everything has been said that could mention it. */
    define: (called: string, text: string | (() => string), why = ''): void => {
      const about = why === '' ? '' : `${comment(why)}\n`
      texts.push(() => `${about}define ${quoted(called)}:\n  ${indented(typeof text === 'string' ? text : text())}`)
    },
    texts: (): readonly string[] => texts.map((text) => text()),
  }
}
