import { type Refusal, refuse } from '../../ground/problem.ts'

/**
 * What the standard knows of a search and is not done here: it says how to answer, so nothing more is found where it is
 * left out for who wants that.
 */
export function notOffered(name: string, value: string): Refusal | null {
  const sentence = sentenceOf(name, value)
  return sentence === null ? null : refuse(400, 'unknown-parameter', sentence, { where: `http.${name}` })
}

function sentenceOf(name: string, value: string): string | null {
  if (name === '_summary' && ['true', 'text', 'data'].includes(value))
    return 'Resources are sent whole: _summary may only be count or false.'
  if (name === '_elements') return 'Resources are sent whole: _elements is not known here.'
  const [plain = '', word] = name.split(':', 2)
  if (word !== undefined && (plain === '_include' || plain === '_revinclude'))
    return `What is sent along brings nothing further along: ${plain} is written without ":${word}".`
  return null
}
