import type { Cite } from '@facialis/language'
import type { JsonObject } from '../json/json.ts'

/** What a rule rests on, as related artefacts: a citation for each passage, a justification for our own judgement. */
export const cited = (because: readonly Cite[]): readonly JsonObject[] =>
  because.map((cite) => {
    if (cite.kind === 'own-judgement') return { type: 'justification', display: `Own judgement: ${cite.reason}` }
    const { id, source, locator, paraphrase, strength, unverified } = cite
    return {
      type: 'citation',
      label: id,
      display: `${unverified ? 'Unverified. ' : ''}${paraphrase}`,
      citation: `${source.title}, ${locator} (${source.dated}; ${strength})`,
    }
  })
