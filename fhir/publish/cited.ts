import { type Cite, doubtsAbout } from '@facialis/language'
import type { JsonObject } from '../json/json.ts'

/**
 * What a rule rests on, as related artefacts: a citation for each passage, a justification for our own judgement. Before
 * what a passage says stands what is in doubt about it on the day (`YYYY-MM-DD`) for which this is written.
 */
export const cited = (because: readonly Cite[], day: string): readonly JsonObject[] =>
  because.map((cite) => {
    if (cite.kind === 'own-judgement') return { type: 'justification', display: `Own judgement: ${cite.reason}` }
    const { id, source, locator, paraphrase, strength } = cite
    const doubts = doubtsAbout(cite, day).map((doubt) => `${doubt.charAt(0).toUpperCase()}${doubt.slice(1)}. `)
    return {
      type: 'citation',
      label: id,
      display: `${doubts.join('')}${paraphrase}`,
      citation: `${source.title}, ${locator} (${source.dated}; ${strength})`,
    }
  })
