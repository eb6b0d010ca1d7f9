import type { Advice } from '@facialis/language'
import { decidedOf, detailList } from '../../patient/decided.ts'

/**
 * How many questions wait for the chair: while toxin may be given and nothing but their answers is open today. They are
 * asked with the person in the chair, so until then nothing is held up by them.
 */
export function asksAtChair(advice: Advice): number {
  const [gate, session] = [decidedOf(advice, 'botulinum'), decidedOf(advice, 'botulinum.session')]
  if (gate === null || gate.answer === 'blocked' || session?.answer !== 'blocked') return 0
  const shut = session.because.filter(({ shuts }) => shuts === true)
  return shut.length > 0 && shut.every(({ open }) => open === true) ? detailList(gate, 'confirmAtSession').length : 0
}
