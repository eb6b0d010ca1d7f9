import { type Refusal, refuse } from '../../core/refusal.ts'

/**
 * What the standard knows of a search and is not done here: it says how to answer, so nothing more is found where it is
 * left out for who wants that.
 */
export function unsupportedParameter(name: string): Refusal | null {
  const [plain = '', word] = name.split(':', 2)
  if (word === undefined || (plain !== '_include' && plain !== '_revinclude')) return null
  const sentence = `What is sent along brings nothing further along: ${plain} is written without ":${word}".`
  return refuse(400, 'unknown-parameter', sentence, { where: `http.${name}` })
}
